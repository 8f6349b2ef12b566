import { readRows, told } from './workbook';

const FINDINGS = ['行政许可办事指南未更新', '权责清单没有动态调整', '存在明进暗不进'];
const UNITS = ['县统计局', '县民政局', '县审计局'];

describe('a column of remarks', () => {
  it('is what was found where every row of a ledger has one', () => {
    const intake = readRows([
      ['日常抽查登记'],
      ['日期', '单位', '备注'],
      ...UNITS.map((unit, i) => [`2023-05-0${i + 1}`, unit, FINDINGS[i]]),
    ]);
    expect(told(intake)).toMatchObject({
      '县统计局 1.1.2.guide_findings C3': 1,
      '县民政局 1.1.2.list_findings C4': 1,
      '县审计局 2.7.fake_entries C5': 1,
    });
  });

  it('is none where it stands beside some of the rows', () => {
    const intake = readRows([
      ['政务服务情况'],
      ['单位', '评价率', '备注'],
      ...UNITS.map((unit, i) => [unit, `9${i}.5%`, i === 1 ? FINDINGS[i] : null]),
    ]);
    expect(told(intake)).toEqual({
      '县统计局 2.10.coverage B3': 90.5,
      '县民政局 2.10.coverage B4': 91.5,
      '县审计局 2.10.coverage B5': 92.5,
    });
  });

  it('is none beside figures that items ask for, though every row has one', () => {
    const intake = readRows([
      ['政务服务情况'],
      ['单位', '评价率', '备注'],
      ...UNITS.map((unit, i) => [unit, `9${i}.5%`, FINDINGS[i]]),
    ]);
    expect(told(intake)).toEqual({
      '县统计局 2.10.coverage B3': 90.5,
      '县民政局 2.10.coverage B4': 91.5,
      '县审计局 2.10.coverage B5': 92.5,
    });
  });
});
