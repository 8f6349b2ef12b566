import type { Combination, Fact, Item, Rule } from '../../../src/rulebook/model';
import { makeContext } from '../../../src/scoring/context';
import { compileRule, MECHANISMS } from '../../../src/scoring/mechanisms';

const fact = (id: string, type: Fact['type'], unit = ''): Fact => ({
  id,
  name: id,
  type,
  unit,
  better: 'more',
  nature: 'target',
});

const ITEM: Item = {
  ...{
    id: 'x',
    number: 'x',
    title: 'x',
    points: 3,
    goal: '',
    clause: '',
    methods: '',
    criteria: [],
    examples: [],
    readings: [],
  },
  task: { place: '', lead: [], responsible: '', deadline: '' },
  concerns: ['all'],
  combine: { start: 'zero' } satisfies Combination,
  facts: [
    fact('done', 'bool'),
    fact('rate', 'percent', '%'),
    fact('count', 'count', '次'),
    fact('size', 'count', '个'),
    { ...fact('mark', 'mark', '分'), max: 3 },
    fact('day', 'dateOrNever'),
  ],
};

const NOTHING = { done: 0, rate: 0, count: 0, size: 0, mark: 0, day: Infinity };

/** Points (may be negative) and the reason of a rule that stands alone. */
function tell(rule: Rule, facts: Partial<typeof NOTHING>): [number, string] {
  const context = makeContext(ITEM, 45291, 'none', (value) => value as never);
  const parts = compileRule(rule, context);
  const known = { ...NOTHING, ...facts };
  const values = ITEM.facts.map(({ id }) => known[id as keyof typeof NOTHING]);
  // Enough ticks for hundredths, marks to a millionth and shares of up to 3.
  const unit = 3e6;
  const ticks = parts.reduce((sum, part) => sum + part.value(values, unit), 0);
  return [ticks / unit, parts.map((part) => part.because(values)).join('|')];
}

const rates: Rule = {
  awardBands: {
    of: { fact: 'rate' },
    bands: [
      { from: 91, upTo: 100, points: 1 },
      { from: 60, below: 91, points: 0.5 },
      { from: 0, below: 60, points: 0 },
    ],
  },
};

const cases: [
  name: keyof typeof MECHANISMS,
  rule: Rule,
  facts: Partial<typeof NOTHING>,
  points: number,
  reason: string,
][] = [
  ['award', { award: { points: 1.5, when: { fact: 'done', is: true } } }, { done: 1 }, 1.5, 'done：是'],
  ['award', { award: { points: 1.5, when: { fact: 'done', is: true } } }, { done: 0 }, 0, 'done：否'],
  ['award', { award: { points: 1 } }, {}, 1, ''],
  ['awardBands', rates, { rate: 91 }, 1, 'rate91%，在91%（含）以上'],
  ['awardBands', rates, { rate: 90.995 }, 0.5, 'rate90.995%，在60%（含）至91%（不含）之间'],
  ['awardBands', rates, { rate: 59.99 }, 0, 'rate59.99%，在60%（不含）以下'],
  [
    'awardEach',
    { awardEach: { of: { fact: 'count' }, points: 0.1, cap: 1 } },
    { count: 3 },
    0.3,
    'count3次，每1次得0.1分',
  ],
  [
    'awardEach',
    { awardEach: { of: { fact: 'count' }, points: 0.1, cap: 1 } },
    { count: 12 },
    1,
    'count12次，每1次得0.1分，最多1分',
  ],
  ['awardLess', { awardLess: { points: 1, of: { fact: 'count' }, each: 0.2 } }, { count: 0 }, 1, 'count0次'],
  [
    'awardLess',
    { awardLess: { points: 1, of: { fact: 'count' }, each: 0.2 } },
    { count: 3 },
    0.4,
    'count3次，每1次扣0.2分',
  ],
  [
    'awardLess',
    { awardLess: { points: 1, of: { fact: 'count' }, each: 0.2 } },
    { count: 9 },
    0,
    'count9次，每1次扣0.2分，扣完1分为止',
  ],
  [
    'awardShare',
    { awardShare: { points: 2, done: 'count', of: 'size' } },
    { count: 1, size: 3 },
    2 / 3,
    'count1次，size3个，占33.33%，按比例计，满分2分',
  ],
  [
    'awardShare',
    { awardShare: { points: 2, done: 'count', of: 'size' } },
    { count: 5, size: 3 },
    2,
    'count5次，size3个，占166.67%，按比例计，满分2分',
  ],
  ['awardMark', { awardMark: { fact: 'mark', max: 3 } }, { mark: 2.855 }, 2.855, 'mark2.855分'],
  [
    'awardMark',
    { awardMark: { fact: 'mark', max: 3, when: { fact: 'done', is: true } } },
    { mark: 2, done: 0 },
    0,
    'done：否',
  ],
  ['awardMarkWhole', { awardMarkWhole: { fact: 'mark', max: 3 } }, { mark: 2.99 }, 0, 'mark2.99分'],
  ['awardMarkWhole', { awardMarkWhole: { fact: 'mark', max: 3 } }, { mark: 3 }, 3, 'mark3分'],
  ['deduct', { deduct: { points: 1, when: { fact: 'rate', below: 80 } } }, { rate: 79.99 }, -1, 'rate79.99%，低于80%'],
  ['deduct', { deduct: { points: 1, when: { fact: 'rate', below: 80 } } }, { rate: 80 }, 0, 'rate80%，达到80%'],
  [
    'deduct',
    { deduct: { points: 1, when: { fact: 'day', after: '2023-06-30' } } },
    { day: 45107 },
    0,
    'day2023年6月30日，未超过期限2023年6月30日',
  ],
  [
    'deduct',
    { deduct: { points: 1, when: { fact: 'day', after: '2023-06-30' } } },
    { day: 45108 },
    -1,
    'day2023年7月1日，超过期限2023年6月30日',
  ],
  [
    'deduct',
    { deduct: { points: 1, when: { fact: 'day', after: '2023-06-30' } } },
    {},
    -1,
    'day：未报送或未公布（期限2023年6月30日）',
  ],
  [
    'deductEach',
    { deductEach: { of: { fact: 'count' }, points: 0.3, cap: 2 } },
    { count: 2 },
    -0.6,
    'count2次，每1次扣0.3分',
  ],
  [
    'deductEach',
    { deductEach: { of: { fact: 'count' }, points: 0.3, cap: 2 } },
    { count: 7 },
    -2,
    'count7次，每1次扣0.3分，扣完2分为止',
  ],
  ['deductEach', { deductEach: { of: { fact: 'count' }, points: 0.3 } }, { count: 70 }, -21, 'count70次，每1次扣0.3分'],
];

test.each(cases)('%s %p %p: %d', (name, rule, facts, points, reason) => {
  expect(Object.keys(rule)).toEqual([name]);
  const [scored, because] = tell(rule, facts);
  expect(scored).toBeCloseTo(points, 12);
  expect(because).toBe(reason);
});

test('every mechanism is tried', () => {
  const tried = new Set<string>([...cases.map(([name]) => name), 'voidWhen']);
  expect(Object.keys(MECHANISMS).filter((name) => !tried.has(name))).toEqual([]);
});

test('voidWhen strikes or does not', () => {
  const rule: Rule = { voidWhen: { fact: 'count', atLeast: 2 } };
  expect(tell(rule, { count: 1 })).toEqual([0, 'count1次，未达到2次']);
  const [part] = compileRule(
    rule,
    makeContext(ITEM, 45291, 'none', (value) => value as never),
  );
  expect(part.kind).toBe('void');
  expect([part.value([0, 0, 1, 0, 0, 0], 100), part.value([0, 0, 2, 0, 0, 0], 100)]).toEqual([0, 1]);
});

test('several rules in one sentence add up, each with its reason', () => {
  const rule: Rule = {
    rules: [{ award: { points: 1 } }, { deductEach: { of: { sum: ['count', 'size'] }, points: 0.5, cap: 2 } }],
  };
  expect(tell(rule, { count: 1, size: 2 })).toEqual([-0.5, '|count1次，size2个，每1次扣0.5分']);
});

test('of all conditions those that fail are told, of any those that hold', () => {
  const all: Rule = {
    award: {
      points: 1,
      when: {
        all: [
          { fact: 'done', is: true },
          { fact: 'count', atLeast: 3 },
        ],
      },
    },
  };
  expect(tell(all, { done: 1, count: 2 })).toEqual([0, 'count2次，未达到3次']);
  expect(tell(all, { done: 1, count: 3 })).toEqual([1, 'done：是，count3次，达到3次']);
  const any: Rule = {
    deduct: {
      points: 1,
      when: {
        any: [
          { fact: 'done', is: false },
          { fact: 'count', atMost: 1 },
        ],
      },
    },
  };
  expect(tell(any, { done: 1, count: 1 })).toEqual([-1, 'count1次，未超过1次']);
  expect(tell(any, { done: 1, count: 2 })).toEqual([0, 'done：是，count2次，超过1次']);
});

test('a share of nothing counts against nobody', () => {
  const rule: Rule = { award: { points: 1, when: { share: { done: 'count', of: 'size' }, atLeast: 100 } } };
  expect(tell(rule, { count: 0, size: 0 })).toEqual([1, 'count0次，size0个，没有应办事项']);
  expect(tell(rule, { count: 1999, size: 2000 })).toEqual([0, 'count1999次，size2000个，占99.95%，未达到100%']);
});
