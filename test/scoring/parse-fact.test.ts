import { isoToDay } from '../../src/rulebook/day';
import type { Fact, FactType } from '../../src/rulebook/model';
import { fromFactValue, parseFact } from '../../src/scoring/parse-fact';

const YEAR = 2023;

function fact(type: FactType, more: Partial<Fact> = {}): Fact {
  const better = type === 'bool' ? 'yes' : type.startsWith('date') ? 'earlier' : 'more';
  return {
    id: 'f',
    name: '某指标',
    type,
    unit: '',
    better,
    nature: 'target',
    ...(type === 'mark' && { max: 3 }),
    ...more,
  };
}

const value = (number: number) => ({ is: 'value', value: number });
const day = (iso: string) => value(isoToDay(iso));

const read: [FactType, [cell: unknown, value: number][]][] = [
  [
    'count',
    [
      [0, 0],
      [12, 12],
      ['12', 12],
      ['１２', 12],
      [' 1,234 ', 1234],
      [3.0, 3],
      ['4.0', 4],
      [2.9999999999999996, 3], // what 0.1 + 0.2 … leave behind in a cell
    ],
  ],
  [
    'percent',
    [
      [0.93, 93],
      [93, 93],
      [1, 100],
      [0, 0],
      [100, 100],
      [1.5, 1.5],
      [0.5, 50],
      [0.07, 7],
      [0.29, 29],
      [0.57, 57],
      [0.90995, 90.995],
      [0.7 + 0.21, 91],
      ['93%', 93],
      ['93％', 93],
      ['９３%', 93],
      ['９３％', 93],
      ['0.93', 93],
      ['93', 93],
      ['0.5%', 0.5],
      ['1%', 1],
      ['19/20', 95],
      ['１９／２０', 95],
      ['0/7', 0],
      ['92.50%', 92.5],
    ],
  ],
  [
    'number',
    [
      [0.05, 0.05],
      ['0.05', 0.05],
      [0, 0],
      [15.5, 15.5],
      ['.5', 0.5],
    ],
  ],
  [
    'bool',
    [
      ...([true, 1, '1', 'TRUE', 'true', '是', '有', '已', '完成', '√', '１'] as const).map(
        (cell) => [cell, 1] as [unknown, number],
      ),
      ...([false, 0, '0', 'FALSE', '否', '无', '未', '未完成', '×', '０'] as const).map(
        (cell) => [cell, 0] as [unknown, number],
      ),
    ],
  ],
  [
    'mark',
    [
      [0, 0],
      [2.85, 2.85],
      [3, 3],
      ['2.5', 2.5],
    ],
  ],
];

describe.each(read)('%s', (type, cells) => {
  test.each(cells)('%p', (cell, wanted) => {
    expect(parseFact(fact(type), cell, YEAR)).toEqual(value(wanted));
  });
});

describe.each(['date', 'dateOrNever'] as const)('%s', (type) => {
  test.each([
    45107,
    '2023-06-30',
    '2023/6/30',
    '2023.6.30',
    '2023年6月30日',
    '2023年 6月 30日',
    '２０２３年６月３０日',
    '6月30日',
    '2023-06-30 16:20',
    45107.7,
  ])('%p is 30 June 2023', (cell) => {
    expect(parseFact(fact(type), cell, YEAR)).toEqual(day('2023-06-30'));
  });

  test('0 is what Excel makes of an empty cell: missing', () => {
    expect(parseFact(fact(type), 0, YEAR)).toEqual({ is: 'missing' });
  });

  test.each(['2023-02-29', '2023-13-01', '6月31日'])('%s does not exist', (cell) => {
    expect(parseFact(fact(type), cell, YEAR)).toEqual({
      is: 'rejected',
      problem: expect.stringMatching(`某指标.*${cell}.*这一天不存在`),
    });
  });
});

test.each(['未报送', '未公布', '未报', '无', '否'])('%s: never done', (cell) => {
  expect(parseFact(fact('dateOrNever'), cell, YEAR)).toEqual(value(Infinity));
  expect(parseFact(fact('date'), cell, YEAR)).toMatchObject({ is: 'rejected' });
});

test.each([
  ['percent', '90.99999999999999999999%', 91, -1],
  ['percent', '0.9099999999999999999999', 91, -1],
  ['percent', '80.00000000000000000001', 80, 1],
  ['number', '0.05000000000000000000001', 0.05, 1],
  ['percent', '091.000000000000000000000%', 91, 0],
  ['percent', '79.99%', 79.99, 0],
] as const)('%s %s is on its side of %d', (type, cell, bound, side) => {
  const given = parseFact(fact(type), cell, YEAR);
  expect(given).toMatchObject({ is: 'value' });
  if (given.is === 'value') expect(Math.sign(given.value - bound)).toBe(side);
});

test('a hair over 100% is over', () => {
  expect(parseFact(fact('percent'), '100.00000000000000000001%', YEAR)).toMatchObject({ is: 'rejected' });
});

const types: FactType[] = ['count', 'percent', 'number', 'bool', 'date', 'dateOrNever', 'mark'];

describe.each(types)('any %s', (type) => {
  test.each(['', null, undefined, '  ', '/', '／', '—', '——', '-', '待定'])('%p is missing', (cell) => {
    expect(parseFact(fact(type), cell, YEAR)).toEqual({ is: 'missing' });
  });

  test.each(['不涉及', '不适用', ' 不涉及 '])('%p does not apply', (cell) => {
    expect(parseFact(fact(type), cell, YEAR)).toEqual({ is: 'notApplicable' });
  });
});

test('不涉及 counts as a value where the rulebook says so', () => {
  expect(parseFact(fact('count', { ifNotApplicable: 0 }), '不涉及', YEAR)).toMatchObject(value(0));
});

test('0/0 means nothing to do: full where the rulebook says so, else not applicable', () => {
  expect(parseFact(fact('percent', { zeroOfZero: 100 }), '0/0', YEAR)).toEqual(value(100));
  expect(parseFact(fact('percent'), '0/0', YEAR)).toEqual({ is: 'notApplicable' });
  expect(parseFact(fact('percent'), '3/0', YEAR)).toMatchObject({ is: 'rejected' });
});

const rejected: [FactType, cell: unknown, shown: string, why: RegExp][] = [
  ['count', -1, '-1', /负数/],
  ['count', 1.5, '1.5', /整数/],
  ['count', '三次', '三次', /数字/],
  ['count', 1e300, '1e+300', /过大/],
  ['count', true, 'TRUE', /数字/],
  ['count', NaN, 'NaN', /数字/],
  ['percent', 100.01, '100.01', /超过100%/],
  ['percent', '101%', '101%', /超过100%/],
  ['percent', '21/20', '21/20', /超过100%/],
  ['percent', -0.1, '-0.1', /负数/],
  ['percent', '九成', '九成', /不是百分比/],
  ['percent', '93%%', '93%%', /不是百分比/],
  ['number', -0.01, '-0.01', /负数/],
  ['number', '=1+1', '=1+1', /数字/],
  ['bool', 2, '2', /是或否/],
  ['bool', '大概', '大概', /是或否/],
  ['mark', 3.01, '3.01', /最高3分/],
  ['mark', -1, '-1', /负数/],
  ['date', '六月底', '六月底', /日期/],
  ['date', -5, '-5', /日期/],
  ['date', 1e9, '1000000000', /日期/],
  ['date', true, 'TRUE', /日期/],
  ['count', '__proto__', '__proto__', /数字/],
  ['count', {}, '不能识别', /文字或数字/],
];

test.each(rejected)('%s: %p is rejected by name and value', (type, cell, shown, why) => {
  const given = parseFact(fact(type), cell, YEAR);
  expect(given).toEqual({ is: 'rejected', problem: expect.stringMatching(why) });
  expect(given).toEqual({ is: 'rejected', problem: expect.stringContaining(shown) });
  expect(given).toEqual({ is: 'rejected', problem: expect.stringContaining('“某指标”') });
});

test('a long text is quoted in part', () => {
  const given = parseFact(fact('count'), '很长'.repeat(500), YEAR);
  expect(given.is === 'rejected' && given.problem.length).toBeLessThan(100);
});

describe('values as the outside sees them', () => {
  test('a rate is in percent points, so 1 is 1%', () => {
    expect(fromFactValue(fact('percent'), 1, YEAR)).toEqual(value(1));
    expect(fromFactValue(fact('percent'), 0.93, YEAR)).toEqual(value(0.93));
    expect(fromFactValue(fact('percent'), 93, YEAR)).toEqual(value(93));
  });

  test('"never" is what was never done, and no date', () => {
    expect(fromFactValue(fact('dateOrNever'), 'never', YEAR)).toEqual(value(Infinity));
    expect(fromFactValue(fact('date'), 'never', YEAR)).toMatchObject({ is: 'rejected' });
    expect(fromFactValue(fact('count'), undefined, YEAR)).toEqual({ is: 'missing' });
  });
});

test('FALSE in a cell is a day that never came, and no day of any other kind', () => {
  expect(parseFact(fact('dateOrNever'), false, YEAR)).toEqual(value(Infinity));
  expect(parseFact(fact('dateOrNever'), true, YEAR)).toMatchObject({ is: 'rejected' });
  expect(parseFact(fact('date'), false, YEAR)).toEqual({
    is: 'rejected',
    problem: '“某指标”的值FALSE不是日期，请填日期。',
  });
  expect(parseFact(fact('count'), false, YEAR)).toEqual({
    is: 'rejected',
    problem: '“某指标”的值FALSE不是数字，请填数字。',
  });
});

test.each([
  ['dateOrNever', '未报送材料'],
  ['dateOrNever', '材料未报送'],
  ['count', '本单位不涉及'],
  ['count', '不涉及的有3项'],
  ['percent', '3/4/5'],
  ['percent', '3/'],
  ['count', '1,23'],
  ['count', '.'],
] as [FactType, string][])('a %s: %s is more than one of the words that stand for a value', (type, cell) =>
  expect(parseFact(fact(type), cell, YEAR)).toMatchObject({ is: 'rejected' }),
);

test('the first and the last day that Excel has are days', () => {
  expect(parseFact(fact('date'), 1, YEAR)).toEqual(value(1));
  expect(parseFact(fact('date'), 2958465.5, YEAR)).toEqual(value(2958465));
  expect(parseFact(fact('date'), 2958466, YEAR)).toMatchObject({ is: 'rejected' });
  expect(parseFact(fact('date'), 0.5, YEAR)).toMatchObject({ is: 'rejected' });
});

test('what was written is shown by its first 40 characters', () => {
  const shown = (cell: unknown) => (parseFact(fact('count'), cell, YEAR) as { problem: string }).problem;
  expect(shown('长'.repeat(40))).toBe(`“某指标”的值“${'长'.repeat(40)}”不是数字，请填数字。`);
  expect(shown('长'.repeat(41))).toBe(`“某指标”的值“${'长'.repeat(40)}…”不是数字，请填数字。`);
  expect(shown({})).toBe('“某指标”的值（不能识别的内容），请填文字或数字。');
});

test('0% and 1 in words of a rate', () => {
  for (const [cell, wanted] of [
    ['0', 0],
    ['1', 100],
    [' 93 %', 93],
    ['1e-7', 1e-5],
    [1e-7, 1e-5],
  ] as const)
    expect(parseFact(fact('percent'), cell, YEAR)).toEqual(value(wanted));
  expect(parseFact(fact('percent'), '3/0', YEAR)).toMatchObject({ problem: '“某指标”的值“3/0”分母为0，请核对。' });
});
