import fc from 'fast-check';
import { isoToDay } from '../../src/rulebook/day';
import { compare } from '../../src/scoring/fraction';
import type { Given } from '../../src/scoring/parse-fact';
import { scoreItem } from '../../src/scoring/score-item';
import { givenFacts } from './arbitraries';
import { compiledItem, fullMarks, items, range, runs, score } from './support';

const JUNE = '2023-06-15';
const YEAR_END = '2023-12-31';

describe('an unmet target can still be met until its deadline', () => {
  const twoOfFour = { items_online_and_list_copied: true, campaigns: 2, apps_not_connected: 0 };
  const silent = { items_online_and_list_copied: true, apps_not_connected: 0 };

  test('two of four campaigns in June cost nothing, and silence gains nothing', () => {
    expect(range('3.3', twoOfFour, JUNE)).toEqual([2, 3]);
    expect(range('3.3', silent, JUNE)).toEqual([2, 3]);
    expect(score('3.3', twoOfFour, {}, JUNE).state).toBe('notDue');
    expect(score('3.3', silent, {}, JUNE)).toMatchObject({ state: 'notDue', missing: ['campaigns'] });
  });

  test('four campaigns in June are won', () => {
    expect(score('3.3', { ...twoOfFour, campaigns: 4 }, {}, JUNE).state).toBe('scored');
    expect(range('3.3', { ...twoOfFour, campaigns: 4 }, JUNE)).toEqual([3, 3]);
  });

  test('on 31 December two of four are too few, and silence is a missing fact', () => {
    expect(score('3.3', twoOfFour, {}, YEAR_END).state).toBe('scored');
    expect(range('3.3', twoOfFour, YEAR_END)).toEqual([2, 2]);
    expect(score('3.3', silent, {}, YEAR_END)).toMatchObject({ state: 'pending', missing: ['campaigns'] });
  });

  test('part of what counts by number is won, the rest stays open', () => {
    expect(range('3.7', { not_landed_findings: 0, new_items: 3 }, JUNE)).toEqual([2.3, 3]);
    expect(range('3.7', { not_landed_findings: 0, new_items: 3 }, YEAR_END)).toEqual([2.3, 2.3]);
  });

  test('the reason says until when', () => {
    const [, campaigns] = score('3.3', twoOfFour, {}, JUNE).lines;
    expect(campaigns.because).toMatch(/期限2023年12月31日/);
    const [, unreported] = score('3.3', silent, {}, JUNE).lines;
    expect(unreported.because).toMatch(/尚未填报.*集中宣传推广次数.*期限2023年12月31日/);
  });

  test('a mark that was given is given; one that was not is open until the year ends', () => {
    expect(range('1.3', { score: 2 }, JUNE)).toEqual([2, 2]);
    expect(range('1.3', {}, JUNE)).toEqual([0, 3]);
    expect(score('1.3', {}, {}, JUNE).state).toBe('notDue');
    expect(score('1.3', {}, {}, YEAR_END).state).toBe('pending');
  });
});

describe('lists due on 30 June', () => {
  const listed = (list_submitted: string) => ({ ...fullMarks('2.7'), list_submitted });

  test.each([
    ['never', '2023-06-29', [2.5, 3]],
    ['never', '2023-06-30', [2.5, 2.5]],
    ['2023-06-20', '2023-06-25', [3, 3]],
    ['2023-06-30', '2023-06-30', [3, 3]],
    ['2023-06-28', '2023-06-25', [2.5, 3]], // planned, not yet sent
    ['2023-07-01', '2023-06-29', [2.5, 3]],
    ['2023-07-01', '2023-06-30', [2.5, 2.5]],
    ['2023-07-01', YEAR_END, [2.5, 2.5]],
  ])('sent %s, seen on %s: %p', (sent, asOf, wanted) => {
    expect(range('2.7', listed(sent), asOf)).toEqual(wanted);
  });

  test('not reported: open before the day, missing from it on', () => {
    const rest = { move_in_rate: 98.2, fake_entries: 0, instant_acceptance: true };
    expect(score('2.7', rest, {}, '2023-06-29').state).toBe('notDue');
    expect(score('2.7', rest, {}, '2023-06-30').state).toBe('pending');
  });

  test('2.2 has until 31 October (A28)', () => {
    const facts = { not_advancing: false, lists_submitted: 'never', lists_noncompliant: false };
    expect(range('2.2', facts, '2023-10-30')).toEqual([3, 4]);
    expect(range('2.2', facts, '2023-10-31')).toEqual([3, 3]);
  });
});

describe('a deadline that is counted from another day', () => {
  const facts = { upper_published: '2023-06-01', published: 'never' };

  test('is open until that month is over, and no longer', () => {
    expect(range('1.1.1', facts, '2023-06-30')).toEqual([0, 1]);
    expect(range('1.1.1', facts, '2023-07-01')).toEqual([0, 0]);
    expect(range('1.1.1', { ...facts, upper_published: '2023-11-20' }, '2023-12-01')).toEqual([0, 1]);
  });

  test('is not over while that day is not known', () => {
    expect(score('1.1.1', { published: 'never' }, {}, '2023-11-15')).toMatchObject({
      state: 'pending',
      open: ['published'],
    });
    expect(range('1.1.1', { published: 'never' }, '2023-11-15')).toEqual([0, 1]);
    expect(range('1.1.1', { published: 'never' }, YEAR_END)).toEqual([0, 0]);
  });
});

describe('what has happened is lost at once', () => {
  test.each([
    ['1.1.2', { guide_findings: 3, list_findings: 0 }, 1.7],
    ['1.2.1', { rounds_with_inconsistency: 1 }, 2],
    ['2.9', { findings: 0, complaints: 1 }, 0],
    ['5.2', { months_missing: 2 }, 1.6],
    ['8', { absences: 1, late_reports: 1 }, 1.7],
  ])('%s %p', (id, facts, points) => {
    expect(range(id, facts, '2023-03-31')).toEqual([points, points]);
    expect(score(id, facts, {}, '2023-03-31').state).toBe('scored');
  });

  test('events that nobody reported are missing, not open', () => {
    expect(score('5.2', {}, {}, JUNE)).toMatchObject({ state: 'pending', missing: ['months_missing'], open: [] });
  });
});

describe('for any facts of any item', () => {
  const day = fc.integer({ min: isoToDay('2023-01-01'), max: isoToDay('2024-01-31') });
  const anyItem = fc.constantFrom(...items).chain((item) => fc.tuple(fc.constant(item.id), givenFacts(item)));

  test('31 December closes everything: as without a cut-off', () => {
    fc.assert(
      fc.property(anyItem, ([id, given]) => {
        const compiled = compiledItem(id);
        const [closed, final] = [isoToDay(YEAR_END), undefined].map((asOf) => scoreItem(compiled, given, asOf));
        expect({ ...closed, lines: [] }).toEqual({ ...final, lines: [] });
        expect(closed.state).not.toBe('notDue');
      }),
      runs(500),
    );
  });

  test('a later cut-off never widens the range', () => {
    fc.assert(
      fc.property(anyItem, day, day, ([id, given], one, other) => {
        const compiled = compiledItem(id);
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((asOf) =>
          scoreItem(compiled, given, asOf),
        );
        expect(compare(after.low, before.low)).toBeGreaterThanOrEqual(0);
        expect(compare(after.high, before.high)).toBeLessThanOrEqual(0);
      }),
      runs(1000),
    );
  });

  test('a cut-off leaves nothing below the final points or above the best', () => {
    fc.assert(
      fc.property(anyItem, day, ([id, given], asOf) => {
        const compiled = compiledItem(id);
        const [now, final] = [scoreItem(compiled, given, asOf), scoreItem(compiled, given)];
        expect(compare(now.low, final.low)).toBeLessThanOrEqual(0);
        expect(compare(now.high, final.high)).toBeGreaterThanOrEqual(0);
      }),
      runs(1000),
    );
  });

  test('leaving a fact out never gains', () => {
    fc.assert(
      fc.property(anyItem, day, fc.nat(), ([id, given], asOf, pick) => {
        const compiled = compiledItem(id);
        const position = compiled.used[pick % compiled.used.length];
        // Bonus and deductions count 0 for what is left out, and 不涉及 is another matter.
        fc.pre(compiled.item.facts[position].absent === undefined && given[position].is === 'value');
        fc.pre(scoreItem(compiled, given, asOf).state !== 'notApplicable');
        const silent = given.map((entry, index): Given => (index === position ? { is: 'missing' } : entry));
        const [told, untold] = [scoreItem(compiled, given, asOf), scoreItem(compiled, silent, asOf)];
        expect(compare(untold.low, told.low)).toBeLessThanOrEqual(0);
      }),
      runs(1000),
    );
  });
});
