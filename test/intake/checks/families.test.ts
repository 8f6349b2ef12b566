import { day, percent, readRows, type SheetWritten, type Written } from '../workbook';

/** A sheet of each family, with the figure (or the unit) that goes wrong put into it, and the cell where it stands. */
type Sheet = Omit<SheetWritten, 'rows'> & { rows: Written[][]; cell: string; unitCell: string };

const UNIT = '县水务局';
const FAMILIES: { [name: string]: (value: Written, unit?: string) => Sheet } = {
  'a row per unit': (value, unit = UNIT) => ({
    rows: [
      ['单位', '免提交材料项数'],
      ['县司法局', 4],
      [unit, value],
    ],
    cell: 'B3',
    unitCell: 'A3',
  }),
  'units across': (value, unit = UNIT) => ({
    rows: [
      ['指标', '县司法局', '县残联', unit],
      ['免提交材料项数', 4, 2, value],
      ['新增通办事项数', 4, 2, 1],
    ],
    cell: 'D2',
    unitCell: 'D1',
  }),
  'a row per unit and indicator': (value, unit = UNIT) => ({
    rows: [
      ['单位', '指标名称', '数值'],
      ['县司法局', '免提交材料项数', 4],
      ['县残联', '免提交材料项数', 4],
      [unit, '免提交材料项数', value],
    ],
    cell: 'C4',
    unitCell: 'A4',
  }),
  'months across': (value, unit = UNIT) => ({
    rows: [['办件数据汇聚表'], ['单位', '1月', '2月', '3月'], ['县司法局', 4, 5, 6], [unit, 5, value, 7]],
    cell: 'C4',
    unitCell: 'A4',
  }),
  'months down': (value, unit = UNIT) => ({
    rows: [
      ['办件数据汇聚表'],
      ['单位', '月份', '办件数据'],
      ['县司法局', '1月', 4],
      ['县司法局', '2月', 4],
      [unit, '1月', 4],
      [unit, '2月', value],
      [unit, '3月', 4],
    ],
    cell: 'C6',
    unitCell: 'A5',
  }),
  'findings of checks': (value, unit = UNIT) => ({
    rows: [
      ['抽查问题台账'],
      ['单位', '问题描述', '次数', '是否属实'],
      ['县司法局', '窗口外收件，明进暗不进', 2, '是'],
      [unit, '窗口外收件，明进暗不进', value, '是'],
    ],
    cell: 'C4',
    unitCell: 'A4',
  }),
  'bonus by event': (value, unit = UNIT) => ({
    rows: [
      ['激励加分台账'],
      ['单位', '级别', '加分情形', '次数'],
      ['县司法局', '市级', '发文表彰奖励', 2],
      [unit, '市级', '发文表彰奖励', value],
    ],
    cell: 'D4',
    unitCell: 'A4',
  }),
  'bonus by level and form': (value, unit = UNIT) => ({
    rows: [
      ['激励加分情况'],
      ['单位', '国家级批示', '省级批示', '市级批示', '全国简报'],
      ['县司法局', 1, 0, 0, 1],
      [unit, 0, value, 0, 1],
    ],
    cell: 'C4',
    unitCell: 'A4',
  }),
  reports: (value, unit = UNIT) => ({
    rows: [
      ['单位', '季度', '实报时间'],
      ['县司法局', '三季度', '2023-09-13 16:00'],
      [unit, '三季度', value],
    ],
    cell: 'C3',
    unitCell: 'A3',
  }),
  meetings: (value, unit = UNIT) => ({
    rows: [['推进会出席情况'], ['单位', '3月', '6月', '9月'], ['县司法局', '√', '√', '×'], [unit, '√', value, '√']],
    cell: 'C4',
    unitCell: 'A4',
  }),
  corrections: (value, unit = UNIT) => ({
    rows: [
      ['差评整改台账'],
      ['单位', '整改时限', '整改完成时间'],
      ['县司法局', '2023-05-01', '2023-04-20'],
      [unit, '2023-05-01', value],
    ],
    cell: 'C4',
    unitCell: 'A4',
  }),
  'lists sent in': (value, unit = UNIT) => ({
    rows: [
      ['清单收文登记'],
      ['单位', '材料名称', '收文时间'],
      ['县司法局', '告知承诺制事项清单', '2023-06-20'],
      [unit, '中介服务事项清单', value],
    ],
    cell: 'C4',
    unitCell: 'A4',
  }),
};

const COUNTS = [
  ...['a row per unit', 'units across', 'a row per unit and indicator', 'months across', 'months down'],
  ...['findings of checks', 'bonus by event', 'bonus by level and form'],
];
const DAYS = ['reports', 'corrections', 'lists sent in'];
const GOOD: { [family: string]: Written } = {
  ...Object.fromEntries(COUNTS.map((name) => [name, 3])),
  ...Object.fromEntries(DAYS.map((name) => [name, day('2023-06-12')])),
  meetings: '×',
};

function sheetOf(name: string, value: Written, unit?: string): Sheet {
  const make = FAMILIES[name];
  if (!make) throw new Error(name);
  return make(value, unit);
}

/** The cells of the findings of a code. */
function cellsOf(code: string, { rows, hiddenRows }: Omit<Sheet, 'cell' | 'unitCell'>): (string | undefined)[] {
  return readRows(rows, { hiddenRows })
    .findings.filter((finding) => finding.code === code)
    .map(({ source }) => source?.cell);
}

const touches = (range: string | undefined, cell: string): boolean =>
  (range ?? '').split(',').some((part) => {
    const [from = '', to = from] = part.split(':');
    const at = (address: string): [string, number] => [address.replace(/\d/g, ''), Number(address.replace(/\D/g, ''))];
    const [[left, top], [right, bottom], [column, row]] = [at(from), at(to), at(cell)];
    return column >= left && column <= right && row >= top && row <= bottom;
  });

const all = Object.keys(FAMILIES);
const MESSES: { code: string; families: string[]; value: Written }[] = [
  { code: 'formula-error', families: all, value: { error: '#REF!', formula: 'A1' } },
  { code: 'text-number', families: COUNTS, value: '３' },
  { code: 'negative-count', families: COUNTS, value: -3 },
  { code: 'fractional-count', families: COUNTS, value: 2.5 },
  { code: 'bad-date', families: DAYS, value: '2023年6月31日' },
];

describe.each(MESSES)('$code', ({ code, families, value }) => {
  test.each(families)('in %s', (name) => {
    const sheet = sheetOf(name, value);
    expect(cellsOf(code, sheet).filter((cell) => touches(cell, sheet.cell))).toHaveLength(1);
    expect(cellsOf(code, sheetOf(name, GOOD[name]))).toEqual([]);
  });
});

test.each(all)('a figure in a hidden row of %s is told', (name) => {
  const sheet = sheetOf(name, GOOD[name]);
  const row = Number(sheet.cell.replace(/\D/g, '')) - 1;
  const hidden = cellsOf('hidden-figure', { ...sheet, hiddenRows: [row] });
  expect(hidden.filter((cell) => touches(cell, sheet.cell)).length).toBeGreaterThan(0);
  expect(cellsOf('hidden-figure', sheet)).toEqual([]);
});

test.each(all)('a unit that no list has is told in %s', (name) => {
  const sheet = sheetOf(name, GOOD[name], '县旅游服务中心');
  expect(cellsOf('unknown-unit', sheet)).toContain(sheet.unitCell);
  expect(cellsOf('unknown-unit', sheetOf(name, GOOD[name]))).toEqual([]);
});

test.each(['a row per unit', 'units across', 'months across', 'bonus by level and form'])(
  'a unit twice is told in %s',
  (name) => {
    const sheet = sheetOf(name, GOOD[name], '宜良县司法局');
    expect(cellsOf('duplicate-unit', sheet)).toEqual([sheet.unitCell]);
  },
);

test.each(all)('words that say nothing and an empty cell are told in %s', (name) => {
  for (const value of ['见附件二', null]) {
    const sheet = sheetOf(name, value);
    // An empty month is a month without data, an event without a number is one, and what was never put right is late.
    if (value === null && (COUNTS.indexOf(name) >= 3 || name === 'corrections')) continue;
    // Whatever stands in a month, data were sent in.
    if (name.startsWith('months')) continue;
    const { findings, questions, claims } = readRows(sheet.rows);
    const told = [...findings, ...questions].filter(({ source }) => touches(source?.cell, sheet.cell));
    expect([value, told.length > 0]).toEqual([value, true]);
    const taken = claims.filter(({ state, source }) => state === 'value' && touches(source.cell, sheet.cell));
    expect([value, taken]).toEqual([value, []]);
  }
});

describe('sums', () => {
  const total: { [family: string]: Written[] } = {
    'a row per unit': ['合计', 8],
    'months across': ['合计', 9, 9, 13],
    'findings of checks': ['合计', null, 6],
    'bonus by event': ['合计', null, null, 6],
    'bonus by level and form': ['合计', 1, 4, 0, 2],
  };
  test.each(Object.entries(total))('that are wrong are told in %s', (name, row) => {
    const sheet = sheetOf(name, 3);
    expect(cellsOf('wrong-subtotal', { ...sheet, rows: [...sheet.rows, row] })).toHaveLength(1);
    const right = row.map((one, i) => (one === null || i === 0 ? one : sumOf(sheet.rows, i)));
    expect(cellsOf('wrong-subtotal', { ...sheet, rows: [...sheet.rows, right] })).toEqual([]);
  });

  const sumOf = (rows: Written[][], column: number): number =>
    rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0);

  it('are not looked for where a row was not counted', () => {
    const rows = [
      ['抽查问题台账'],
      ['单位', '问题描述', '次数', '是否属实'],
      ['县司法局', '窗口外收件，明进暗不进', 2, '是'],
      ['县水务局', '窗口外收件，明进暗不进', 1, '否'],
      ['合计', null, 2],
    ];
    expect(readRows(rows).findings.map(({ code }) => code)).not.toContain('wrong-subtotal');
  });
});

test.each([
  [
    'a row per unit',
    [
      ['单位', '应进驻事项数', '已进驻事项数'],
      ['县司法局', 9, 8],
      ['县水务局', 7, 8],
    ],
    'C3',
  ],
  [
    'units across',
    [
      ['指标', '县司法局', '县水务局'],
      ['应进驻事项数', 9, 7],
      ['已进驻事项数', 8, 8],
    ],
    'C3',
  ],
  [
    'a row per unit and indicator',
    [
      ['单位', '指标名称', '数值'],
      ['县水务局', '应进驻事项数', 7],
      ['县水务局', '已进驻事项数', 8],
    ],
    'C3',
  ],
] as [string, Written[][], string][])('more done than there was to do is told in %s', (_, rows, cell) => {
  expect(
    readRows(rows)
      .findings.filter(({ code }) => code === 'part-over-whole')
      .map(({ source }) => source?.cell),
  ).toEqual([cell]);
});

describe('claims of bonus', () => {
  const claims = (...rows: Written[][]) =>
    readRows([['激励加分申报表'], ['单位', '级别', '加分情形', '次数', '申报加分'], ...rows]).findings.filter(
      ({ code }) => code === 'claims-over-cap',
    );

  it('that together are more than one kind gives, or all kinds, are told', () => {
    const speech = ['县司法局', null, '专题会典型经验交流发言', 1, 0.5];
    expect(claims(speech, speech, speech).map(({ source }) => source?.cell)).toEqual(['E5']);
    expect(claims(speech, speech)).toEqual([]);
    const letter = ['县司法局', '国家级', '肯定性批示', 1, 3];
    const [all, ...others] = claims(letter, ['县司法局', '省部级', '发文表彰奖励', 1, 3]);
    expect([all?.message, others]).toEqual([expect.stringContaining('6分'), []]);
  });

  it('count a meeting on the spot above the city only in Kunming', () => {
    const of = (place: string) =>
      readRows([
        ['激励加分申报表'],
        ['单位', '级别', '加分情形', '次数'],
        ['县司法局', '省部级', `省政府在${place}召开现场观摩会`, 1],
      ]);
    expect(of('昆明').claims.map(({ fact }) => fact)).toEqual(['P3']);
    expect(of('曲靖市').claims).toEqual([]);
    expect(of('曲靖市').findings.map(({ code }) => code)).toEqual(['merit-outside']);
  });
});

test('rates are doubted by their column also where units stand across', () => {
  const rows = [
    ['指标', '县司法局', '县水务局'],
    ['即办件比例', percent(0.8), percent(1.2)],
  ];
  expect(readRows(rows).findings.map(({ code }) => code)).toContain('percent-over-100');
});
