import rulebook from '../../src/rulebook/default';
import type { ReadingChoice } from '../../src/rulebook/model';
import type { CompiledItem } from '../../src/scoring/compile';
import { compare, max, min, toPoints, type Fraction } from '../../src/scoring/fraction';
import type { Given } from '../../src/scoring/parse-fact';
import { scoreItem } from '../../src/scoring/score-item';
import { representatives } from './representatives';
import { compiledItem, inOrder, items, range } from './support';

/** All ways to pick up to `most` of the positions. */
function subsets(positions: number[], most: number): number[][] {
  return positions.reduce<number[][]>(
    (found, position) => [...found, ...found.filter(({ length }) => length < most).map((set) => [...set, position])],
    [[]],
  );
}

/** The lowest and highest points over every combination of values of the missing facts. */
function byTrying(compiled: CompiledItem, known: number[], missing: number[]): [Fraction, Fraction] {
  const values = [...known];
  let [low, high]: (Fraction | undefined)[] = [];
  function choose(index: number): void {
    if (index < missing.length) {
      const position = missing[index];
      for (const value of representatives(compiled.item, compiled.item.facts[position])) {
        values[position] = value;
        choose(index + 1);
      }
      return;
    }
    const points = compiled.points(values);
    low = low ? min(low, points) : points;
    high = high ? max(high, points) : points;
  }
  choose(0);
  return [low!, high!];
}

/** The default readings, and each of the item's own switched. */
function choices(id: string): ReadingChoice[] {
  const own = rulebook.readings.filter(({ options, items: concerned }) => options && concerned.includes(id));
  return [{}, ...own.flatMap((reading) => Object.keys(reading.options!).map((n) => ({ [reading.id]: Number(n) })))];
}

// 9 and 10 take what is not reported as 0, so nothing of theirs is ever missing.
const tried = items.filter(({ facts }) => facts.some(({ absent }) => absent === undefined));

test.each(tried.map(({ id }) => [id] as const))('%s: exactly what trying all values of missing facts gives', (id) => {
  for (const choice of choices(id)) {
    const compiled = compiledItem(id, choice);
    const { item, used } = compiled;
    const third = Math.ceil(item.examples.length / 3);
    const settings = item.examples.filter((_, index) => index % third === 0).map(({ facts }) => inOrder(item, facts));
    // Up to four missing facts; two where a reading is switched.
    const mostMissing = Object.keys(choice).length ? 2 : 4;
    for (const complete of settings) {
      const known = complete.map((given) => (given.is === 'value' ? given.value : NaN));
      for (const missing of subsets(used, mostMissing)) {
        const given = complete.map((entry, position): Given =>
          missing.includes(position) ? { is: 'missing' } : entry,
        );
        const score = scoreItem(compiled, given);
        if (score.state === 'notApplicable') continue;
        const [low, high] = byTrying(compiled, known, missing);
        expect({ choice, facts: given, low: toPoints(score.low), high: toPoints(score.high) }).toEqual({
          choice,
          facts: given,
          low: toPoints(low),
          high: toPoints(high),
        });
      }
    }
  }
});

test('nothing known: from the floor to what can be reached', () => {
  const reachable = items.slice(0, -2).map(({ id }) => [id, ...range(id, {})] as const);
  const narrower = reachable.filter(([id, low, high]) => low !== 0 || high !== items.find((i) => i.id === id)!.points);
  // Only 1 of the 4 points of 2.6 can be lost (A33); 3.8 keeps half a point (A53); 3.9 has 2.5 to win (A54).
  expect(narrower).toEqual([
    ['2.6', 3, 4],
    ['3.8', 0.5, 3],
    ['3.9', 0, 2.5],
  ]);
});

test.each(['2.11', '3.4', '3.6.2'])('%s: one known fact leaves a true part of the range', (id) => {
  const { facts } = items.find((item) => item.id === id)!;
  const open = compiledItem(id);
  for (const [position, fact] of facts.entries()) {
    for (const value of representatives(open.item, fact)) {
      const given = facts.map((_, index): Given => (index === position ? { is: 'value', value } : { is: 'missing' }));
      const [before, after] = [scoreItem(open, []), scoreItem(open, given)];
      expect(compare(after.low, before.low)).toBeGreaterThanOrEqual(0);
      expect(compare(after.high, before.high)).toBeLessThanOrEqual(0);
    }
  }
});

test('points that are known are low and high alike', () => {
  const { low, high, points } = scoreItem(
    compiledItem('5.2'),
    inOrder(compiledItem('5.2').item, { months_missing: 3 }),
  );
  expect([low, high, points].map((fraction) => toPoints(fraction!))).toEqual([1.4, 1.4, 1.4]);
});
