import { readRows } from './workbook';

const rows = [
  ['指标', '数值'],
  ['全程网办率', '93.5%'],
  ['零跑腿比例', '97%'],
];

test.each([
  [
    '宜良县人力资源和社会保障局2023年度“便捷高效的政务环境”考评自查自评情况统计表（截至2023年12月31日数据）',
    '县人社局',
  ],
  ['县林草局关于报送县政务环境考评材料的函', '县林草局'],
  ['县民政局2023年指标（申报县级示范用）', '县民政局'],
])('whose a table is, by what stands above it: %s', (title, unit) => {
  expect(new Set(readRows([[title], ...rows]).claims.map((claim) => claim.unit))).toEqual(new Set([unit]));
});

test('who is to get it is not whose it is', () => {
  const intake = readRows([['请各单位于13日前报县政务局'], ...rows]);
  expect(intake.claims).toEqual([]);
  expect(intake.findings.map(({ code }) => code)).toEqual(['no-unit']);
});

test('a table without a title of its own belongs to whom the title of its sheet names', () => {
  const intake = readRows([
    ['县林草局2023年自查表'],
    ['一、定性任务'],
    ['工作任务', '落实情况', '自评分'],
    ['掌上通办', '宣传3次', 1],
    ['容缺受理', '清单6月20日报送并公布', 2],
    [],
    ['二、定量指标'],
    ...rows,
  ]);
  expect(new Set(intake.claims.map(({ unit }) => unit))).toEqual(new Set(['县林草局']));
  expect(intake.claims.map(({ item }) => item)).toContain('3.2');
});

test('the body that keeps the score is no unit that it scores', () => {
  const intake = readRows([
    ['宜良县政务环境专项组2023年工作情况报告、问题清单报送台账'],
    ['单位', '季度', '收到时间'],
    ['县林草局', '第三季度', '2023-09-12 10:00'],
    ['县民政局', '第三季度', '2023-09-13 18:00'],
    [],
    ['说明：推进会应到7家，派员的不作缺席。'],
  ]);
  expect(intake.receipts.map(({ unit }) => unit)).toEqual(['县林草局', '县民政局']);
  expect(intake.units).toEqual(['县林草局', '县民政局']);
  expect(intake.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a unit that no list has is told by its name', () => {
  const intake = readRows([['云上街道2023年考评自查表'], ...rows]);
  expect(intake.claims).toEqual([]);
  expect(intake.findings.map(({ code, message }) => [code, message])).toEqual([
    ['unknown-unit', '“云上街道”不在任何单位名单中，这里的数据没有采用。'],
  ]);
});
