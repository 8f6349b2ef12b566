import fc from 'fast-check';
import { percent, read, readRows, rulebook, sheet, told, workbook, type Written } from './workbook';

const HEADINGS = [
  ...[
    '序号',
    '单位',
    '指标名称',
    '数值',
    '计量单位',
    '完成情况',
    '自评得分',
    '评分标准',
    '具体目标',
    '季度',
    '实报时间',
  ],
  ...[
    '问题描述',
    '是否核实',
    '次数',
    '日期',
    '1月',
    '2月',
    '3月',
    '类别',
    '层级',
    '形式',
    '备注',
    '合计',
    '参会情况',
    '月份',
  ],
  ...['全程网办率', '即办件比例', '缺数据月份', '应进驻', '容缺受理清单报送日期', '整改情况', '是否超时', '应整改时间'],
];
const NASTY = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    '#REF!',
    '=_xlfn.DISPIMG("ID_1",1)',
    ' ',
    '\n',
    '注：“/”表示不涉及',
    '填报单位：',
    '单位：件',
  ],
  ...[
    '县水务局',
    '宜良县财政局',
    '县某某局',
    '合计',
    '小计',
    '其中：',
    '/',
    '—',
    '无',
    '待定',
    '12%',
    '１２．５％',
    '2023.6.31',
    '6月底前',
    '一、',
  ],
  ...[
    '未报',
    '缺席',
    '不涉及',
    '加分',
    '省部级',
    '表彰',
    '百分之',
    '二季度',
    '1-9月',
    '截至2023年9月30日',
    '线上线下办事指南内容不一致',
    '（',
  ],
];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constantFrom(...HEADINGS) },
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean()) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.record({
      value: fc.double(),
      text: fc.string(),
      format: fc.constantFrom('0%', 'yyyy-mm-dd', '@', 'General'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ error: '#N/A', formula: 'A1' }) },
);
const rows = fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 14 });
const corner = fc.nat({ max: 20 });
const merge = fc.record({ top: corner, left: corner, bottom: corner, right: corner });

describe('any workbook', () => {
  it('is read without a throw, and claims only what the rulebook and its units know', () => {
    const units = new Set(rulebook.units.map((unit) => unit.name));
    fc.assert(
      fc.property(rows, fc.array(merge, { maxLength: 4 }), fc.string(), (written, merges, file) => {
        const one = { ...sheet({ rows: written as Written[][] }), merges };
        const intake = read({ file, date1904: false, sheets: [one] });
        for (const claim of intake.claims) {
          expect(units.has(claim.unit)).toBe(true);
          expect(claim.source.cell).toMatch(/^[A-Z]+\d+(:[A-Z]+\d+)?(,[A-Z]+\d+(:[A-Z]+\d+)?)*$/);
          if (typeof claim.value === 'number') expect(claim.value).toBeGreaterThanOrEqual(0);
          expect(claim.state === 'value').toBe(claim.value !== undefined);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('tables', () => {
  const columns: [string, (i: number) => Written][] = [
    ['单位', (i) => ['县水务局', '县财政局', '县文旅局'][i]],
    ['时限压缩比', (i) => percent(0.9 + i / 100)],
    ['即办件占比', (i) => percent(0.7 + i / 100)],
    ['平均跑动次数', (i) => i / 100],
    ['好差评评价率', (i) => percent(0.8 + i / 100)],
    ['备注', () => null],
  ];
  const values = (intake: ReturnType<typeof readRows>): unknown[] =>
    Object.entries(told(intake))
      .map(([place, told]) => `${place.replace(/ \S+$/, '')}=${String(told)}`)
      .sort();

  it('mean the same whatever the order of their columns and wherever they stand', () => {
    const build = (order: number[], above: number): Written[][] => [
      ...Array.from({ length: above }, (): Written[] => []),
      order.map((i) => columns[i]?.[0]),
      ...[0, 1, 2].map((row) => order.map((i) => columns[i]?.[1](row))),
    ];
    const expected = values(readRows(build([0, 1, 2, 3, 4, 5], 0)));
    expect(expected).toHaveLength(12);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), fc.nat({ max: 5 }), (order, above) => {
        expect(values(readRows(build(order, above)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('are read one under another and on several sheets', () => {
    const list: Written[][] = [['填报单位：县民政局'], ['指标名称', '数值'], ['免提交材料项数', 7]];
    const below: Written[][] = [['各单位情况表'], ['单位', '即办件占比'], ['县水务局', percent(0.8)]];
    const one = read(workbook('x.xlsx', { name: '甲', rows: [...list, [], ...below] }));
    const two = read(workbook('x.xlsx', { name: '甲', rows: list }, { name: '乙', rows: below }));
    expect(values(one)).toEqual(['县民政局 3.10.materials=7', '县水务局 3.5.instant=80']);
    expect(values(two)).toEqual(values(one));
  });

  it('that are none of ours are left alone', () => {
    const intake = readRows([
      ['县水务局2023年部门预算表'],
      ['科目编码', '科目名称', '预算数（万元）', '执行率'],
      ['2010101', '行政运行', 326.5, percent(0.97)],
      ['2010102', '一般行政管理事务', 58, percent(1.05)],
    ]);
    expect(intake.claims).toEqual([]);
    expect(intake.findings).toEqual([]);
  });
});
