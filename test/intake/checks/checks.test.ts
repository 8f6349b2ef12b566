import type { Finding } from '../../../src/assessment';
import { itemsOf } from '../../../src/rulebook/rules';
import { checks } from '../../../src/intake/checks';
import { day, percent, read, readRows, rulebook, workbook, type SheetWritten, type Written } from '../workbook';

interface Case {
  code: string;
  wrong: Written[][];
  right: Written[][];
  cell: string;
  /** Words that the message must say: the value, the unit. */
  says: string[];
  more?: Omit<SheetWritten, 'rows'>;
  rightMore?: Omit<SheetWritten, 'rows'>;
}

const words = (id: string): [string, string] => {
  const item = itemsOf(rulebook).find((one) => one.id === id);
  return [item?.goal ?? '', item?.clause ?? ''];
};
const form = (id: string, done: Written, score: Written, evidence?: Written): Written[][] => [
  ['填报单位：县水务局'],
  ['具体目标', '评分标准', '完成情况', '自评得分', ...(evidence === undefined ? [] : ['佐证材料'])],
  [...words(id), done, score, ...(evidence === undefined ? [] : [evidence])],
];
const list = (name: string, value: Written): Written[][] => [
  ['填报单位：县水务局'],
  ['指标名称', '数值'],
  [name, value],
];
const byUnit = (heading: string, ...rows: Written[][]): Written[][] => [['单位', heading], ...rows];
const months = (title: string, ...values: Written[]): Written[][] => [
  [title],
  ['单位', '1月', '2月', '3月', '合计'],
  ['县水务局', ...values],
];

const cases: Case[] = [
  {
    code: 'unknown-unit',
    wrong: byUnit('即办件比例', ['县旅游局筹备组', percent(0.8)]),
    right: byUnit('即办件比例', ['宜良县文化和旅游局', percent(0.8)]),
    cell: 'A2',
    says: ['县旅游局筹备组'],
  },
  {
    code: 'duplicate-unit',
    wrong: byUnit('即办件比例', ['县文旅局', percent(0.8)], ['县文化和旅游局', percent(0.8)]),
    right: byUnit('即办件比例', ['县文旅局', percent(0.8)], ['县教体局', percent(0.8)]),
    cell: 'A3',
    says: ['县文化和旅游局', '县文旅局', 'A2'],
  },
  {
    code: 'percent-over-100',
    wrong: list('即办件比例', percent(1.2)),
    right: list('即办件比例', percent(1)),
    cell: 'B3',
    says: ['120%'],
  },
  {
    code: 'negative-count',
    wrong: list('免提交材料项数', -3),
    right: list('免提交材料项数', 0),
    cell: 'B3',
    says: ['-3'],
  },
  {
    code: 'fractional-count',
    wrong: list('免提交材料项数', 2.5),
    right: list('免提交材料项数', 2),
    cell: 'B3',
    says: ['2.5'],
  },
  {
    code: 'mark-over-max',
    wrong: list('12345热线得分', 3.2),
    right: list('12345热线得分', 3),
    cell: 'B3',
    says: ['3.2', '3分'],
  },
  {
    code: 'bad-date',
    wrong: list('容缺受理清单报送日期', '2023年6月31日'),
    right: list('容缺受理清单报送日期', '2023年6月30日'),
    cell: 'B3',
    says: ['6月31日'],
  },
  {
    code: 'vague-date',
    wrong: list('容缺受理清单报送日期', '2023年6月'),
    right: list('容缺受理清单报送日期', day('2023-06-30')),
    cell: 'B3',
    says: ['2023年6月'],
  },
  {
    code: 'unreadable',
    wrong: list('免提交材料项数', '详见附件2'),
    right: list('免提交材料项数', '２项'),
    cell: 'B3',
    says: ['详见附件2'],
  },
  {
    code: 'doubtful-percent',
    wrong: byUnit('即办件比例', ['县水务局', 93.5], ['县文旅局', 0.8], ['县教体局', 88]),
    right: byUnit('即办件比例', ['县水务局', 93.5], ['县文旅局', 80], ['县教体局', 88]),
    cell: 'B3',
    says: ['0.8'],
  },
  {
    code: 'text-number',
    wrong: list('免提交材料项数', '７'),
    right: list('免提交材料项数', 7),
    cell: 'B3',
    says: ['７', '7'],
  },
  {
    code: 'formula-error',
    wrong: list('即办件比例', { error: '#DIV/0!', formula: 'A1/B1' }),
    right: list('即办件比例', percent(0.5)),
    cell: 'B3',
    says: ['#DIV/0!'],
  },
  {
    code: 'formula-as-text',
    wrong: list('免提交材料项数', '=SUM(B4:B9)'),
    right: list('免提交材料项数', { value: 3, text: '3', formula: 'SUM(B4:B9)' }),
    cell: 'B3',
    says: ['=SUM(B4:B9)'],
  },
  {
    code: 'missing-required',
    wrong: list('即办件比例', '待定'),
    right: list('即办件比例', '不涉及'),
    cell: 'B3',
    says: ['即办件比例'],
  },
  {
    code: 'rate-vs-counts',
    wrong: [...list('应承接事项数', 126), ['已承接事项数', 124], ['承接率', '100%']],
    right: [...list('应承接事项数', 126), ['已承接事项数', 124], ['承接率', '98.4%']],
    cell: 'B5',
    says: ['100%', '126', '124', '98.41%'],
  },
  {
    code: 'rounded-on-bound',
    wrong: list('即办件比例', percent(0.75)),
    right: list('即办件比例', percent(0.752)),
    cell: 'B3',
    says: ['75%'],
  },
  {
    code: 'wrong-subtotal',
    wrong: months('办件数据汇聚表', 5, 6, 7, 19),
    right: months('办件数据汇聚表', 5, 6, 7, 18),
    cell: 'E3',
    says: ['19', '18'],
  },
  {
    code: 'self-score-over-full',
    wrong: form('2.11', '整改完成率100%，无超时整改件', 2.5),
    right: form('2.11', '整改完成率100%，无超时整改件', 2),
    cell: 'D3',
    says: ['2.5', '2分'],
  },
  {
    code: 'claim-without-evidence',
    wrong: form('2.11', '整改完成率100%，无超时整改件', 2, ''),
    right: form('2.11', '整改完成率100%，无超时整改件', 2, '系统截图'),
    cell: 'E3',
    says: ['2分'],
  },
  {
    code: 'late-report',
    wrong: [
      ['单位', '季度', '实报时间'],
      ['县水务局', '三季度', '2023-09-13 17:01'],
    ],
    right: [
      ['单位', '季度', '实报时间'],
      ['县水务局', '三季度', '2023-09-13 17:00'],
    ],
    cell: 'C2',
    says: ['县水务局', '17:01'],
  },
  {
    code: 'cumulative-falls',
    wrong: months('办件数据累计情况', 5, 9, 7, null),
    right: months('办件数据累计情况', 5, 9, 12, null),
    cell: 'D3',
    says: ['9', '7'],
  },
  {
    code: 'hidden-figure',
    wrong: list('即办件比例', percent(0.9)),
    right: list('即办件比例', percent(0.9)),
    cell: 'B3',
    says: ['即办件比例'],
    more: { hiddenRows: [2] },
    rightMore: { hiddenRows: [7] },
  },
];

describe.each(cases)('$code', ({ code, wrong, right, cell, says, more, rightMore }) => {
  const of = (rows: Written[][], sheet: Omit<SheetWritten, 'rows'> = {}): Finding[] =>
    readRows(rows, sheet).findings.filter((finding) => finding.code === code);

  it('is found, with its cell, its value and what to do', () => {
    const [finding, ...others] = of(wrong, more);
    expect(others).toEqual([]);
    expect(finding?.source?.cell).toBe(cell);
    for (const word of says) expect(finding?.message).toContain(word);
    expect(finding?.remedy).toMatch(/[\u4e00-\u9fff]{3}/);
  });

  it('is not found where all is well', () => {
    expect(of(right, rightMore)).toEqual([]);
  });
});

describe('checks', () => {
  it('is one list, each with its own code', () => {
    expect(new Set(checks).size).toBe(checks.length);
  });

  it('offers the number that a text holds as a safe fix', () => {
    const finding = readRows(list('免提交材料项数', '７')).findings[0];
    expect(finding?.fix).toMatchObject({ value: 7, source: { cell: 'B3' } });
  });

  it('accepts a sum that leaves out numbers kept as text', () => {
    expect(readRows(months('办件数据汇聚表', 5, '６', 7, 12)).findings.map(({ code }) => code)).toEqual([
      'text-number',
    ]);
  });

  it('tells of a unit with many rows once, and where the others are', () => {
    const rows = byUnit(
      '即办件比例',
      ...['县文旅局', '县教体局', '县文化和旅游局', '县文旅局'].map((name) => [name, percent(0.8)]),
    );
    const found = readRows(rows).findings.filter(({ code }) => code === 'duplicate-unit');
    expect(found.map(({ source, message }) => [source?.cell, message])).toEqual([
      ['A4', '“县文化和旅游局”在同一张表里填了3行（另外的在A2“县文旅局”、A5“县文旅局”）。'],
    ]);
  });

  it('says which sheet is hidden', () => {
    const intake = read(
      workbook('县水务局.xlsx', { name: '隐藏', rows: list('即办件比例', percent(0.9)), hidden: true }),
    );
    expect(intake.findings).toContainEqual(
      expect.objectContaining({ code: 'hidden-figure', source: expect.objectContaining({ sheet: '隐藏' }) }),
    );
  });

  it('does not blame a rate that stands within its rounding', () => {
    const rows = [...list('应承接事项数', 7), ['已承接事项数', 6], ['承接率', '86%']];
    expect(readRows(rows).findings.map(({ code }) => code)).not.toContain('rate-vs-counts');
  });
});
