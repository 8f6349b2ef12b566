import { found, readRows, told, type Written } from './workbook';

const of = (...titles: string[]): Written[][] => [
  ...titles.map((title) => [title]),
  ['单位', '评价率'],
  ['县气象局', '87%'],
  ['县统计局', '92%'],
];

describe('a table of another year', () => {
  it.each([
    [['2022年政务服务指标情况']],
    [['政务服务指标情况（2022年12月）']],
    [['政务服务指标情况（截至2022年12月31日）']],
    [['2022年政务服务指标情况（2023年1月5日）']],
    [['2022年政务服务指标情况', '2023年1月5日']],
  ])('%j tells nothing of this one, and that is told', (titles) => {
    const intake = readRows(of(...titles));
    expect(intake.claims).toEqual([]);
    expect(found(intake)).toEqual(['other-year A1']);
  });

  it.each([
    [['政务服务指标情况', '2024年1月3日']],
    [['政务服务指标情况（2024.1.3）']],
    [['政务服务指标情况（截至2024年1月3日）']],
    [['2023年政务服务指标情况', '2024年1月3日']],
    [['政务服务指标情况（2022年10月至2023年9月30日）']],
    [['政务服务指标情况（截至2023年9月30日）', '对照2022年版目录']],
  ])('%j is none: the day on which it was made is no year of its own', (titles) => {
    const intake = readRows(of(...titles));
    expect(intake.claims.map(({ value }) => value)).toEqual([87, 92]);
    expect(found(intake)).toEqual([]);
  });

  it('may be told by the name of its sheet alone, where no title names this year', () => {
    const intake = readRows(of(), { name: '2022年对照' });
    expect(intake.claims).toEqual([]);
    expect(found(intake)).toEqual(['other-year A1']);
    for (const [titles, name] of [
      [['2023年政务服务指标情况'], '2022年对照'],
      [[], '2024年1月'],
      [[], '2022-2023年'],
    ] as [string[], string][])
      expect(readRows(of(...titles), { name }).claims.map(({ value }) => value)).toEqual([87, 92]);
  });
});

it('leaves out the row of another year, and that of what has changed since', () => {
  const intake = readRows([
    ['县气象局指标'],
    ['年度', '全程网办率', '零跑腿比例', '平均跑动次数'],
    ['2022年', '91%', '92%', 0.06],
    ['2023年', '94%', '96%', 0.04],
    ['增减', '+3', '+4', -0.02],
  ]);
  expect(told(intake)).toEqual({
    '县气象局 3.2.full_online B4': 94,
    '县气象局 3.2.zero_trip C4': 96,
    '县气象局 3.5.trips D4': 0.04,
  });
});
