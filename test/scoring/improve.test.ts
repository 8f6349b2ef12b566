import fc from 'fast-check';
import { isoToDay } from '../../src/rulebook/day';
import { compare, subtract, toPoints, ZERO, type Fraction } from '../../src/scoring/fraction';
import { improvements } from '../../src/scoring/improve';
import { isBetter } from '../../src/scoring/extremes';
import { factValues } from './arbitraries';
import { compiledItem, type Facts, inOrder, items, runs } from './support';

/** Improvements as [fact, from, to, gain], for facts by id. */
function advice(id: string, facts: Facts, readings = {}): [string, number, number, number][] {
  const compiled = compiledItem(id, readings);
  const values = inOrder(compiled.item, facts).map((given, position) =>
    given.is === 'value' ? given.value : (compiled.item.facts[position].absent ?? NaN),
  );
  return improvements(compiled, values).map(({ fact, from, to, gain }) => [fact.id, from, to, toPoints(gain)]);
}

test('the nearest bound, largest gain first', () => {
  expect(advice('3.5', { compress: 88, instant: 59.5, trips: 0.06 })).toEqual([
    ['trips', 0.06, 0.05, 1],
    ['instant', 59.5, 60, 0.5],
    ['compress', 88, 91, 0.3],
  ]);
});

test('nothing to gain', () => {
  expect(advice('3.5', { compress: 91, instant: 75, trips: 0 })).toEqual([]);
  expect(advice('3.2', { full_online: 93, zero_trip: 10 })).toEqual([]);
});

test('a rate just short of a bound needs only to reach it', () => {
  expect(advice('2.10', { coverage: 79.995, months_missing: 0 })).toEqual([['coverage', 79.995, 80, 1]]);
});

test.each([99.99999999999999, 99.9999999999, 99.999])('%d%% is a step from 100%%', (list_rate) => {
  expect(advice('2.3', { list_rate, coverage: 80 })).toEqual([['list_rate', list_rate, 100, 1]]);
});

test('a count of any size comes to an end', () => {
  expect(advice('10', { D1: 0, D1m: 0, D2: 0, D3: 0, D4: 4518739877624088 })).toHaveLength(1);
  expect(advice('8', { absences: 9007199254740991, late_reports: 0 })).toEqual([
    ['absences', 9007199254740991, 6, 0.2],
  ]);
});

test('counts move by ones', () => {
  expect(advice('3.3', { items_online_and_list_copied: true, campaigns: 2, apps_not_connected: 3 })).toEqual([
    ['campaigns', 2, 4, 1],
    ['apps_not_connected', 3, 1, 0.5],
  ]);
});

test('findings beyond what can be lost: back to where points begin', () => {
  expect(advice('5.2', { months_missing: 12 })).toEqual([['months_missing', 12, 9, 0.2]]);
});

test('dates: the last day in time', () => {
  expect(advice('3.12', { list_published: true, list_submitted: 'never' })).toEqual([
    ['list_submitted', Infinity, isoToDay('2023-06-30'), 0.5],
  ]);
  expect(advice('1.1.1', { upper_published: '2023-05-31', published: '2023-08-01' })).toEqual([
    ['published', isoToDay('2023-08-01'), isoToDay('2023-06-30'), 1],
  ]);
});

test('the size of the task is nobody’s merit', () => {
  expect(advice('1.1.3', { total: 126, accepted: 120, implemented: 126, published: 126 })).toEqual([
    ['accepted', 120, 126, 2],
  ]);
});

test('two facts that only together gain: no single change is named', () => {
  expect(advice('3.13.1', { set_up: false, really_working: false })).toEqual([]);
});

test('over the hole that a reading leaves between bands (A42)', () => {
  expect(advice('3.2', { full_online: 92.4, zero_trip: 0 }, { A42: 2 })).toEqual([
    ['full_online', 92.4, 93, 1],
    ['zero_trip', 0, 92, 0.5],
  ]);
  expect(advice('3.2', { full_online: 92, zero_trip: 0 }, { A42: 2 })[0]).toEqual(['full_online', 92, 93, 0.5]);
});

test('deductions: one less gives its points back', () => {
  expect(advice('10', { D1: 1, D4: 2 })).toEqual([
    ['D1', 1, 0, 5],
    ['D4', 2, 1, 1],
  ]);
});

test('bonus: the first of each form, as far as the 5 points are not used up', () => {
  const rows = advice('9', { N1: 1 });
  expect(rows.every(([, from, to, gain]) => from === 0 && to === 1 && gain <= 1)).toBe(true);
  expect(rows.map(([fact]) => fact)).not.toContain('N1');
  expect(advice('9', { N1: 1, O2: 1 })).toEqual([]);
});

const half = (value: number) => Math.round(value * 50) / 100;

test.each(items.map((item) => [item.id, item] as const))(
  '%s: every suggestion gains what it says, and the nearest does it',
  (id, item) => {
    const compiled = compiledItem(id);
    fc.assert(
      fc.property(factValues(item), (values) => {
        const before = compiled.points(values);
        const gainOf = (position: number, value: number): Fraction => {
          const after = compiled.points(values.map((old, index) => (index === position ? value : old)));
          return item.penalty ? subtract(before, after) : subtract(after, before);
        };
        const found = improvements(compiled, values);
        for (const [index, { fact, from, to, gain }] of found.entries()) {
          const position = item.facts.indexOf(fact);
          expect(from).toBe(values[position]);
          expect(isBetter(fact, from, to)).toBe(true);
          expect(compare(gain, ZERO)).toBeGreaterThan(0);
          expect(compare(gainOf(position, to), gain)).toBe(0);
          const step = ['percent', 'number', 'mark'].includes(fact.type) ? 0.01 : 1;
          const back = Math.round((to + (to > from ? -step : step)) * 100) / 100;
          const between = [back, Number.isFinite(from) ? half(from + to) : back].filter(
            (value) => isBetter(fact, from, value) && isBetter(fact, value, to),
          );
          for (const value of between) {
            const whole = step === 1 ? Math.trunc(value) : value;
            if (isBetter(fact, whole, to)) expect(compare(gainOf(position, whole), ZERO)).toBeLessThanOrEqual(0);
          }
          if (index) expect(compare(found[index - 1].gain, gain)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs(60),
    );
  },
);

test('counts beyond all reason neither hang nor go astray', () => {
  for (const count of [2 ** 52 + 2, 2 ** 53 - 1, 2 ** 60, 1e300]) {
    const compiled = compiledItem('10');
    const values = compiled.item.facts.map(() => count);
    for (const { to } of improvements(compiled, values)) expect(to).toBeLessThan(count);
  }
});
