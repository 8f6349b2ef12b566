import { countingPeriod, periodOf } from '../../src/intake/periods';
import { found, percent, readRows, told } from './workbook';

describe('the part of the year that a heading names', () => {
  it.each([
    ['9月', 'part', 9],
    ['第三季度', 'part', 9],
    ['三季度', 'part', 9],
    ['Q4', 'part', 12],
    ['本月数', 'part', 0],
    ['下半年', 'part', 0],
    ['7—9月', 'part', 9],
    ['截至9月30日', 'toDate', 9],
    ['1-9月累计', 'toDate', 9],
    ['１—９月', 'toDate', 9],
    ['前三季度', 'toDate', 9],
    ['上半年', 'toDate', 6],
    ['累计', 'toDate', 0],
    ['全年', 'whole', 12],
    ['1-12月累计', 'whole', 12],
    ['2023年全年', 'whole', 12],
  ])('%s', (text, kind, last) => {
    expect(periodOf(text)).toEqual({ kind, last });
  });

  it.each(['好差评覆盖率', '季度报告', '月份', '9月30日', '12月底前完成', '年度目标', '应共享系统总数'])(
    '%s is none',
    (text) => {
      expect(periodOf(text)).toBeUndefined();
    },
  );

  it('never lets a part stand for the year', () => {
    const of = (text: string): { period: NonNullable<ReturnType<typeof periodOf>>; of: string }[] => {
      const period = periodOf(text);
      return period ? [{ period, of: text }] : [];
    };
    expect(countingPeriod(['三季度', '1-9月累计', '上半年'].flatMap(of))).toBe('1-9月累计');
    expect(countingPeriod(['累计', '全年'].flatMap(of))).toBe('全年');
    expect(countingPeriod(['一季度', '二季度'].flatMap(of))).toBeUndefined();
  });
});

describe('figures for several parts of the year', () => {
  const merges = ['A1:A2', 'B1:C1', 'D1:E1'];

  it('counts what reaches furthest, whether the part stands under the figure or over it', () => {
    const under = readRows(
      [
        ['单位', '好差评覆盖率', null, '平均跑动次数（次）', null],
        [null, '9月', '1-9月累计', '9月', '1-9月累计'],
        ['县水务局', percent(0.7), percent(0.85), 0.01, 0.04],
        ['县财政局', percent(0.9), percent(0.95), 0.02, 0.06],
      ],
      { merges },
    );
    const over = readRows(
      [
        ['单位', '三季度', null, '全年', null],
        [null, '全程网办率', '即办率', '全程网办率', '即办率'],
        ['县水务局', percent(0.7), percent(0.85), percent(0.94), percent(0.8)],
      ],
      { merges },
    );
    expect(told(under)).toEqual({
      '县水务局 2.10.coverage C3': 85,
      '县水务局 3.5.trips E3': 0.04,
      '县财政局 2.10.coverage C4': 95,
      '县财政局 3.5.trips E4': 0.06,
    });
    expect(told(over)).toEqual({ '县水务局 3.2.full_online D3': 94, '县水务局 3.5.instant E3': 80 });
  });

  it('takes the year in a list of one unit, and says so where there are quarters only', () => {
    const rows = (last: string): Parameters<typeof readRows>[0] => [
      ['填报单位：县水务局'],
      ['指标', '一季度', '二季度', '三季度', last],
      ['集中宣传推广（次）', 1, 1, 2, 5],
      ['免提交材料（项，累计）', 2, 5, 8, 11],
    ];
    expect(told(readRows(rows('全年')))).toEqual({
      '县水务局 3.3.campaigns E3': 5,
      '县水务局 3.10.materials E4': 11,
    });
    const quarters = readRows(rows('四季度'));
    expect(quarters.claims).toEqual([]);
    expect(found(quarters)).toEqual(['parts-of-year B2']);
  });

  it('takes what stands in the row of the year under the months', () => {
    const months = Array.from({ length: 12 }, (_, i) => [`2023年${i + 1}月`, i === 2 ? null : 40, percent(0.8), 0]);
    const intake = readRows([
      ['县税务局2023年分月运行数据'],
      ['月份', '办件量', '好差评评价率', '超时整改（件）'],
      ...months,
      ['全年累计', 440, percent(0.864), 2],
    ]);
    expect(told(intake)).toEqual({
      '县税务局 5.2.months_missing B3:B14': 1,
      '县税务局 2.10.coverage C15': 86.4,
      '县税务局 2.11.overdue D15': 2,
    });
  });
});

describe('the part of the year in brackets behind the name of a figure', () => {
  const of = (...headings: string[]): ReturnType<typeof readRows> =>
    readRows([
      ['政务服务指标'],
      ['单位', ...headings],
      ['县气象局', ...headings.map((_, i) => 61 + i)],
      ['县统计局', ...headings.map((_, i) => 83 + i)],
    ]);

  it.each([
    '评价覆盖率（1—11月）',
    '评价覆盖率（%）（1-9月累计）',
    '评价覆盖率（%）【全年】',
    '评价覆盖率（截至2023年10月底）',
    '评价覆盖率（前三季度）',
    '评价覆盖率（上半年）（%）',
    '评价覆盖率（%，1—9月）',
    '评价覆盖率（％）（截至9月30日）',
    '1—9月评价覆盖率',
    '全年评价覆盖率（%）',
  ])('%s is that figure', (heading) => {
    const intake = of(heading);
    expect(told(intake)).toEqual({ '县气象局 2.10.coverage B3': 61, '县统计局 2.10.coverage B4': 83 });
    expect(found(intake)).toEqual([]);
  });

  it.each(['评价覆盖率（9月）', '评价覆盖率（%）（三季度）', '评价覆盖率（7—9月）'])(
    '%s is not that of the year, and that is told',
    (heading) => {
      const intake = of(heading);
      expect(intake.claims).toEqual([]);
      expect(found(intake)).toEqual(['parts-of-year B2']);
    },
  );

  it('gives way to the one that reaches furthest, or that names no part', () => {
    const only = (...headings: string[]): unknown[] =>
      of(...headings).claims.map(({ source, unit }) => [unit, source.cell]);
    const second = [
      ['县气象局', 'C3'],
      ['县统计局', 'C4'],
    ];
    expect(only('评价覆盖率（9月）', '评价覆盖率（1-9月）')).toEqual(second);
    expect(only('评价覆盖率（上半年）', '评价覆盖率（全年）')).toEqual(second);
    expect(only('评价覆盖率（三季度）', '评价覆盖率')).toEqual(second);
    expect(only('9月评价覆盖率', '1—9月评价覆盖率')).toEqual(second);
    expect(only('上半年评价覆盖率', '前三季度评价覆盖率')).toEqual(second);
    expect(only('评价覆盖率（2022年全年）', '评价覆盖率（2023年全年）')).toEqual(second);
  });

  it('keeps figures of different names apart', () => {
    const intake = of('评价覆盖率（1—9月）', '即办件比例（全年）', '即办件比例（一季度）');
    expect(told(intake)).toEqual({
      '县气象局 2.10.coverage B3': 61,
      '县统计局 2.10.coverage B4': 83,
      '县气象局 3.5.instant C3': 62,
      '县统计局 3.5.instant C4': 84,
    });
  });

  it('is no more that of the year in a list of figures', () => {
    const of = (...rows: [string, string | number][]): ReturnType<typeof readRows> =>
      readRows([['填报单位：县气象局'], ['指标名称', '数值'], ...rows]);
    const lone = of(['评价覆盖率（9月）', '61.5%'], ['宣传次数（1—9月）', 3]);
    expect(told(lone)).toEqual({ '县气象局 3.3.campaigns B4': 3 });
    expect(found(lone)).toContain('parts-of-year A3');
    const both = of(['评价覆盖率（9月）', '61.5%'], ['评价覆盖率（1—9月）', '71.5%']);
    expect(told(both)).toEqual({ '县气象局 2.10.coverage B4': 71.5 });
    expect(both.questions).toEqual([]);
  });
});
