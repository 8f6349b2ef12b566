import { found, readRows, told, type Written } from '../workbook';

describe('registers of what was to be put right', () => {
  const of = (...rows: Written[][]): ReturnType<typeof readRows> =>
    readRows([['差评整改情况'], ['单位', '差评件数', '是否超时', '整改完成情况'], ...rows]);

  it('read a row of several cases by how many were late and which share is done', () => {
    const intake = readRows([
      ['差评整改情况'],
      ['单位', '差评件数', '是否超时', '整改完成率'],
      ['县审计局', 16, '超时4件', '75%'],
      ['县民政局', 5, '无超时', '100%'],
      ['县统计局', 3, '逾期整改1起', '66.7%'],
      ['县气象局', 7, '按时5件，超时2件', '100%'],
      ['县文旅局', 7, '未超时6件，1件超时', '100%'],
      ['县水务局', 7, '超时0件', '100%'],
    ]);
    expect(told(intake)).toMatchObject({
      '县审计局 2.11.overdue C3': 4,
      '县民政局 2.11.overdue C4': 0,
      '县统计局 2.11.overdue C5': 1,
      '县气象局 2.11.overdue C6': 2,
      '县文旅局 2.11.overdue C7': 1,
      '县水务局 2.11.overdue C8': 0,
    });
    expect(found(intake, 'error')).toEqual([]);
  });

  it('take days for no cases', () => {
    const intake = of(['县审计局', 1, '超时4天', '已整改'], ['县民政局', 1, '未超时', '已整改']);
    expect(told(intake)).toMatchObject({
      '县审计局 2.11.overdue C3': 1,
      '县审计局 2.11.completion D3': 100,
      '县民政局 2.11.overdue C4': 0,
    });
  });

  it('make no share of shares', () => {
    const intake = readRows([
      ['差评投诉整改台账'],
      ['单位', '差评内容', '是否超时', '整改完成时间'],
      ['县审计局', '一季度各件', '超时2件', '60%'],
      ['县审计局', '二季度各件', '超时1件', '100%'],
      ['县民政局', '一季度各件', '否', '80%'],
    ]);
    expect(told(intake)).toEqual({
      '县审计局 2.11.overdue C3:C4': 3,
      '县审计局 2.11.completion C3:C4': 'missing',
      '县民政局 2.11.overdue C5': 0,
      '县民政局 2.11.completion C5': 80,
    });
  });

  it('do not tell where a row leaves open whether it was late', () => {
    const intake = of(['县审计局', 2, '超时1件', '已整改'], ['县审计局', 2, '待核', '已整改']);
    expect(told(intake)).toMatchObject({ '县审计局 2.11.overdue C3:C4': 'missing' });
  });
});
