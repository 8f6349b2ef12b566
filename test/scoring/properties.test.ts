import fc from 'fast-check';
import rulebook from '../../src/rulebook/default';
import { isoToDay } from '../../src/rulebook/day';
import type { Item } from '../../src/rulebook/model';
import { compileRulebook } from '../../src/scoring/compile';
import { extremes, isBetter } from '../../src/scoring/extremes';
import { add, compare, fraction, min, subtract, sum, toPoints, ZERO } from '../../src/scoring/fraction';
import { parseFact, type Given } from '../../src/scoring/parse-fact';
import { pointsOf, scoreItem } from '../../src/scoring/score-item';
import { scoreUnit } from '../../src/scoring/scorecard';
import { factValues, givenFacts, readingChoices } from './arbitraries';
import { compiledItem, fullMarks, inOrder, items, runs } from './support';

const RUNS = runs(1000);
const anyItem = fc.constantFrom(...items);
const withValues = anyItem.chain((item) => fc.tuple(fc.constant(item), factValues(item)));
const withGiven = anyItem.chain((item) => fc.tuple(fc.constant(item), givenFacts(item)));
const asGiven = (values: readonly number[]): Given[] => values.map((value) => ({ is: 'value', value }));
const full = (item: Item) => fraction(Math.round(item.points * 100), 100);

test('no item above its points or below 0', () => {
  fc.assert(
    fc.property(withValues, ([item, values]) => {
      const points = compiledItem(item.id).points(values);
      expect(compare(points, ZERO)).toBeGreaterThanOrEqual(0);
      if (!item.penalty) expect(compare(points, full(item))).toBeLessThanOrEqual(0);
    }),
    RUNS,
  );
});

test('a fact that gets worse never raises a score', () => {
  fc.assert(
    fc.property(withValues, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), ([item, values], pick, part) => {
      const compiled = compiledItem(item.id);
      const position = compiled.used[pick % compiled.used.length];
      const fact = item.facts[position];
      const { worst } = extremes(fact);
      const value = values[position];
      const between = Number.isFinite(worst) ? value + (worst - value) * part : worst;
      const to = fact.type === 'percent' ? between : Math.round(between);
      fc.pre(isBetter(fact, to, value));
      const worse = values.map((old, index) => (index === position ? to : old));
      const change = compare(compiled.points(worse), compiled.points(values));
      expect(item.penalty ? -change : change).toBeLessThanOrEqual(0);
    }),
    RUNS,
  );
});

test('more violations never raise a score', () => {
  const violations = items.flatMap((item) =>
    item.facts.flatMap((fact, position) =>
      fact.type === 'count' && fact.better === 'less' && fact.nature !== 'given' ? [{ item, position }] : [],
    ),
  );
  expect(violations.length).toBeGreaterThan(20);
  const any = fc.constantFrom(...violations).chain((place) => fc.tuple(fc.constant(place), factValues(place.item)));
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 200 }), ([{ item, position }, values], more) => {
      const { points } = compiledItem(item.id);
      const after = points(values.map((value, index) => (index === position ? value + more : value)));
      const change = compare(after, points(values));
      expect(item.penalty ? -change : change).toBeLessThanOrEqual(0);
    }),
    RUNS,
  );
});

test('a fact that becomes known never widens the bounds', () => {
  const told = withGiven.chain(([item, given]) => fc.tuple(fc.constant(item), fc.constant(given), factValues(item)));
  fc.assert(
    fc.property(told, fc.nat(), ([item, given, values], pick) => {
      const compiled = compiledItem(item.id);
      const position = compiled.used[pick % compiled.used.length];
      fc.pre(given[position].is === 'missing' && item.facts[position].absent === undefined);
      const more = given.map((entry, index): Given =>
        index === position ? { is: 'value', value: values[index] } : entry,
      );
      const [before, after] = [scoreItem(compiled, given), scoreItem(compiled, more)];
      expect(compare(after.low, before.low)).toBeGreaterThanOrEqual(0);
      expect(compare(after.high, before.high)).toBeLessThanOrEqual(0);
    }),
    RUNS,
  );
});

test('points lie within the bounds of whatever part of the facts is known', () => {
  fc.assert(
    fc.property(withValues, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), ([item, values], hidden) => {
      const compiled = compiledItem(item.id);
      const given = asGiven(values).map((entry, index): Given => (hidden[index] ? { is: 'missing' } : entry));
      fc.pre(item.facts.every(({ absent }, index) => absent === undefined || !hidden[index]));
      const [final, partial] = [scoreItem(compiled, asGiven(values)), scoreItem(compiled, given)];
      expect(compare(final.points!, partial.low)).toBeGreaterThanOrEqual(0);
      expect(compare(final.points!, partial.high)).toBeLessThanOrEqual(0);
    }),
    RUNS,
  );
});

test('under every reading final facts score alike by the short ways and by the whole one, reason for reason', () => {
  const afterTheYear = isoToDay('2024-12-31');
  fc.assert(
    fc.property(withGiven, readingChoices, ([item, given], choice) => {
      const compiled = compiledItem(item.id, choice);
      const whole = scoreItem(compiled, given, afterTheYear);
      expect(scoreItem(compiled, given)).toEqual(whole);
      expect(pointsOf(compiled, given)).toEqual(whole.points);
    }),
    runs(4000),
  );
});

test('total = min(100, sum of items + bonus - deductions), never rounded on the way', () => {
  const units = fc.constantFrom(...rulebook.units);
  const reports = fc.tuple(...items.map((item) => fc.option(factValues(item), { freq: 4 })));
  fc.assert(
    fc.property(units, reports, (unit, values) => {
      const byItem = new Map(items.map((item, index) => [item.id, values[index]]));
      const given = (item: Item) => asGiven(byItem.get(item.id) ?? []);
      const { items: scores, bonus, deductions, total } = scoreUnit(compileRulebook(rulebook), unit, given);
      const of = (end: 'low' | 'high') =>
        min(
          subtract(add(sum(scores.map((score) => score[end])), bonus[end]), deductions[end === 'low' ? 'high' : 'low']),
          fraction(100, 1),
        );
      expect(total.low).toEqual(of('low'));
      expect(total.high).toEqual(of('high'));
      expect(compare(total.low, total.high)).toBeLessThanOrEqual(0);
      if (total.points) expect(total.points).toEqual(total.low);
    }),
    runs(150),
  );
});

describe('percentages are compared exactly', () => {
  const compress = rulebook.sections[2].items.find(({ id }) => id === '3.5')!.facts[0];
  const bands: [bound: number, points: number][] = [
    [91, 1],
    [80, 0.7],
    [60, 0.5],
    [0, 0],
  ];

  function pointsFor(cell: unknown): number {
    const { item, points } = compiledItem('3.5');
    const [, instant, trips] = inOrder(item, { instant: 0, trips: 99 });
    const given = [parseFact(compress, cell, 2023), instant, trips];
    return toPoints(
      points(item.facts.map((_, i) => (given[i]?.is === 'value' ? (given[i] as { value: number }).value : NaN))),
    );
  }

  test.each([
    [0.91, 1],
    ['91%', 1],
    ['0.91', 1],
    ['91/100', 1],
    [91, 1],
    ['90.995%', 0.7],
    [0.90995, 0.7],
    [90.995, 0.7],
    ['90.9999999%', 0.7],
    ['909999/1000000', 0.7],
    [0.7 + 0.21, 1],
  ])('%p scores %d', (cell, points) => {
    expect(pointsFor(cell)).toBe(points);
  });

  const wanted = (done: bigint, of: bigint) => bands.find(([bound]) => done * 100n >= BigInt(bound) * of)![1];

  test('shares of counts: as whole numbers compare', () => {
    const size = fc.integer({ min: 1, max: 1_000_000_000 });
    const near = fc.constantFrom(...bands.map(([bound]) => bound));
    fc.assert(
      fc.property(size, near, fc.integer({ min: -2, max: 2 }), (of, bound, off) => {
        const done = Math.floor((of * bound) / 100) + off;
        fc.pre(done >= 0 && done <= of);
        expect(pointsFor(`${done}/${of}`)).toBe(wanted(BigInt(done), BigInt(of)));
      }),
      RUNS,
    );
  });

  test('decimals in a cell: as they are written, as fraction and as percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (millionths) => {
        const points = wanted(BigInt(millionths), 100_000_000n);
        const [whole, rest] = [Math.floor(millionths / 1e6), String(millionths % 1e6).padStart(6, '0')];
        expect(pointsFor(`${whole}.${rest}%`)).toBe(points);
        expect(pointsFor(millionths / 1e8)).toBe(points);
      }),
      RUNS,
    );
  });

  test('two counts of one item: as whole numbers compare', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (firms, promises) => {
        const { points } = compiledItem('6.1');
        const expected = promises >= firms ? 1 : promises * 2 >= firms ? 0.5 : 0;
        expect(toPoints(points([promises, firms]))).toBe(expected);
      }),
      RUNS,
    );
  });
});

test('ten items of 0.1 make exactly 1', () => {
  for (const [id, fact] of [
    ['3.7', 'new_items'],
    ['3.11', 'proof_items'],
  ]) {
    const { item, points } = compiledItem(id);
    const at = (count: number) =>
      points(
        inOrder(item, { ...fullMarks(id), [fact]: count }).map((given) => (given.is === 'value' ? given.value : NaN)),
      );
    expect(subtract(at(10), at(0))).toEqual({ n: 100, d: 100 });
    expect(subtract(at(3), at(0))).toEqual({ n: 30, d: 100 });
  }
});
