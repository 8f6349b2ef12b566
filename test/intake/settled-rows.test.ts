import { found, readRows, told, type Written } from './workbook';

const TITLE: Written[] = ['政务服务指标统计'];
const HEADING: Written[] = ['单位', '情形', '评价率', '宣传次数'];

describe('rows of what was claimed beside rows of what was accepted', () => {
  it('give way to them, unit by unit, and it is told', () => {
    const intake = readRows([
      TITLE,
      HEADING,
      ['县气象局', '申报', '93%', 6],
      ['县气象局', '认定', '88%', 4],
      ['县统计局', '申报', '84%', 3],
      ['县统计局', '认定', '83%', 1],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 2.10.coverage C4': 88,
      '县气象局 3.3.campaigns D4': 4,
      '县统计局 2.10.coverage C6': 83,
      '县统计局 3.3.campaigns D6': 1,
    });
    expect(found(intake)).toEqual(['claimed-rows B3,B5']);
    expect(intake.findings[0]?.message).toBe('有的单位既有“申报”一行，又有与它对应的一行，“申报”的2行没有采用。');
  });

  it('go with what was set beside what was reached as well', () => {
    const intake = readRows([
      TITLE,
      HEADING,
      ['县气象局', '目标', '95%', 6],
      ['县气象局', '实际完成', '88%', 4],
      ['县统计局', '目标', '95%', 6],
      ['县统计局', '实际完成', '83%', 1],
    ]);
    expect(told(intake)).toMatchObject({ '县气象局 2.10.coverage C4': 88, '县统计局 3.3.campaigns D6': 1 });
    expect(found(intake)).toEqual(['claimed-rows B3,B5']);
  });

  it('stay where a unit has no row of what was accepted', () => {
    const intake = readRows([
      TITLE,
      HEADING,
      ['县气象局', '申报', '93%', 6],
      ['县气象局', '认定', '88%', 4],
      ['县残联', '申报', '77%', 2],
      ['县统计局', '申报', '84%', 3],
      ['县统计局', '认定', '83%', 1],
    ]);
    expect(told(intake)).toMatchObject({ '县残联 2.10.coverage C5': 77, '县残联 3.3.campaigns D5': 2 });
    expect(found(intake)).toEqual(['claimed-rows B3,B6']);
  });

  it('stay where nothing was accepted at all, and nothing is told', () => {
    const intake = readRows([TITLE, HEADING, ['县气象局', '申报', '93%', 6], ['县统计局', '申报', '84%', 3]]);
    expect(told(intake)).toMatchObject({ '县气象局 2.10.coverage C3': 93, '县统计局 3.3.campaigns D4': 3 });
    expect(found(intake)).toEqual([]);
  });

  it('know a unit by its other names', () => {
    const intake = readRows([
      TITLE,
      HEADING,
      ['县气象局', '申报', '93%', 6],
      ['宜良县气象局', '认定', '88%', 4],
      ['县统计局', '申报', '84%', 3],
      ['县统计局', '认定', '83%', 1],
    ]);
    expect(told(intake)).toMatchObject({ '县气象局 2.10.coverage C4': 88 });
    expect(found(intake)).toEqual(['claimed-rows B3,B5']);
  });

  it('are one unit’s where its name is merged over both, and not where it is left blank: that is told', () => {
    const rows: Written[][] = [
      TITLE,
      HEADING,
      ['县气象局', '申报', '93%', 6],
      [null, '认定', '88%', 4],
      ['县统计局', '申报', '84%', 3],
      [null, '认定', '83%', 1],
    ];
    const merged = readRows(rows, { merges: ['A3:A4', 'A5:A6'] });
    expect(told(merged)).toMatchObject({ '县气象局 2.10.coverage C4': 88, '县统计局 2.10.coverage C6': 83 });
    expect(found(readRows(rows))).toEqual(['row-without-unit B4', 'row-without-unit B6']);
  });

  it('are no such rows where the words stand among others', () => {
    const intake = readRows([
      TITLE,
      HEADING,
      ['县气象局', '申报', '93%', 6],
      ['县统计局', '认定', '83%', 1],
      ['县残联', '抽查', '77%', 2],
      ['县水务局', '自查', '71%', 2],
      ['县财政局', '认定', '72%', 5],
    ]);
    expect(told(intake)).toMatchObject({ '县气象局 2.10.coverage C3': 93 });
    expect(found(intake)).toEqual([]);
  });

  it('are those of the same figure where each row has one, and of the same finding', () => {
    const figures = readRows([
      TITLE,
      ['单位', '指标', '情形', '数值'],
      ['县气象局', '宣传次数', '申报', 6],
      ['县气象局', '宣传次数', '认定', 4],
      ['县气象局', '评价率', '申报', '93%'],
      ['县统计局', '宣传次数', '申报', 3],
      ['县统计局', '宣传次数', '认定', 2],
    ]);
    expect(told(figures)).toEqual({
      '县气象局 3.3.campaigns D4': 4,
      '县气象局 2.10.coverage D5': 93,
      '县统计局 3.3.campaigns D7': 2,
    });
    expect(found(figures)).toEqual(['claimed-rows C3,C6']);
    const findings = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '环节', '问题描述'],
      ['2023-05-06', '县气象局', '复核', '权责清单没有调整'],
      ['2023-05-06', '县气象局', '申报', '办事指南未更新'],
      ['2023-05-06', '县统计局', '复核', '权责清单没有调整'],
    ]);
    expect(told(findings)).toMatchObject({
      '县气象局 1.1.2.list_findings D3': 1,
      '县气象局 1.1.2.guide_findings D4': 1,
    });
    expect(found(findings)).toEqual([]);
  });
});
