import { found, readRows, told, type Written } from '../workbook';

const form = (rows: Written[][], more = {}) =>
  readRows([['填报单位：县文旅局'], ['条款', '工作完成情况', '自评分'], ...rows], more);

const second: Written[][] = [
  ['3', '检查实施清单完善率100%，监管行为数据覆盖率83%', 2],
  ['10', '评价覆盖率84%，每月均已汇聚。', 1],
];
const third: Written[][] = [
  ['5', '承诺时限压缩比94%，即办件比例71%，平均跑动次数0.02次。', 3],
  ['2', '全程网办率94%，零跑腿比例95%。', 1],
];
const inThird = {
  '县文旅局 3.5.compress B4': 94,
  '县文旅局 3.5.instant B4': 71,
  '县文旅局 3.5.trips B4': 0.02,
  '县文旅局 3.2.full_online B5': 94,
  '县文旅局 3.2.zero_trip B5': 95,
};

describe('numbers that items have within their section', () => {
  it.each([
    ['with points', '三、推进政务服务便利化（38分）'],
    ['without', '三、推进政务服务便利化'],
  ])('are read under the title over their rows, %s', (_, title) => {
    expect(told(form([[title], ...third]))).toEqual(inThird);
  });

  it('are those of the section last named, be they text or numbers, the title merged or not', () => {
    const rows = (asNumbers: boolean): Written[][] =>
      [['二、持续推进政务服务规范化'], ...second, ['三、推进政务服务便利化（38分）'], ...third].map(
        ([first, ...rest]) => [asNumbers && rest.length ? Number(first) : (first as string), ...rest],
      );
    for (const intake of [form(rows(false)), form(rows(true), { merges: ['A3:C3', 'A6:C6'] })]) {
      expect(told(intake)).toMatchObject({
        '县文旅局 2.3.list_rate B4': 100,
        '县文旅局 2.10.coverage B5': 84,
        '县文旅局 3.5.compress B7': 94,
        '县文旅局 3.2.full_online B8': 94,
      });
      expect(intake.selfScores.map(({ item }) => item)).toEqual(['2.3', '2.10', '3.5', '3.2']);
      expect(found(intake, 'error')).toEqual([]);
    }
  });

  it('belong to no section below a title that is none of the rulebook', () => {
    const intake = form([
      ['二、持续推进政务服务规范化'],
      ...second,
      ['九、其他工作'],
      ['5', '招商引资完成5个亿，新增项目2个', 1],
      ['三、推进政务服务便利化'],
      ...third,
    ]);
    expect(intake.claims.map(({ item }) => item)).not.toContain('2.5');
    expect(intake.selfScores.map(({ item }) => item)).toEqual(['2.3', '2.10', '3.5', '3.2']);
    expect(found(intake)).toContain('not-in-rulebook A7');
  });

  it('yield to a number that bears the section of its own', () => {
    const intake = form([
      ['三、推进政务服务便利化（38分）'],
      ['3.5', '承诺时限压缩比94%，即办件比例71%，平均跑动次数0.02次。', 3],
      ['2.10', '评价覆盖率84%，每月均已汇聚。', 1],
      ['2', '全程网办率94%，零跑腿比例95%。', 1],
    ]);
    expect(told(intake)).toMatchObject({
      '县文旅局 3.5.compress B4': 94,
      '县文旅局 2.10.coverage B5': 84,
      '县文旅局 3.2.full_online B6': 94,
    });
  });

  it('are read under the section that the sheet is called by', () => {
    const rows: Written[][] = [
      ['1.(1)', '上级2023年5月8日公布，本级2023年6月2日公布。', 1],
      ['1.(3)', '应承接31项，已承接31项，已实施31项，已发布30项。', 2],
      ['2.(2)', '许可指南12个，关联12个，抽查不一致0次', 1],
    ];
    const intake = form(rows, { name: '分表一 标准化' });
    expect(told(intake)).toMatchObject({
      '县文旅局 1.1.1.published B3': '2023-06-02',
      '县文旅局 1.1.3.published B4': 30,
      '县文旅局 1.2.2.licence_linked B5': 12,
    });
    expect(intake.selfScores.map(({ item }) => item)).toEqual(['1.1.1', '1.1.3', '1.2.2']);
    expect(form(rows, { name: '汇总' }).claims.map(({ item }) => item)).not.toContain('1.1.3');
  });

  it('are not looked for in the title of a section that stands by itself', () => {
    expect(told(readRows([['县文旅局'], ['二、持续推进政务服务规范化'], ['评价覆盖率84%。']]))).toEqual({
      '县文旅局 2.10.coverage A3': 84,
    });
  });
});
