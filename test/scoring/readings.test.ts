import rulebook from '../../src/rulebook/default';
import { resolver } from '../../src/scoring/resolve';
import { compiledItem, fullMarks, points, score, type Facts } from './support';

/**
 * What hangs on each reading: facts (besides full marks), and the points under option 1, 2, 3 … The figures are those
 * that the plan's words give when they are taken each way.
 */
const AT_STAKE: [reading: string, item: string, facts: Facts, byOption: number[]][] = [
  // No floor is written for these; the last takes its total elsewhere.
  ['A04', '1.1.2', { guide_findings: 21 }, [0, -0.1, 0]],
  ['A04', '2.1', { matters: 4, list_against_city: false }, [0, -0.5, 0]],
  ['A04', '2.4', { agencies_without_guide: 1, forced: 3, complaints: 2 }, [0, 0, 0]],
  ['A04', '2.4', { agencies_without_guide: 1, forced: 5, complaints: 2 }, [0, -0.6, 0]],
  ['A04', '3.11', { proof_items: 0, business_licence_items: 1, list_submitted: 'never' }, [0, -0.4, 0]],
  ['A04', '3.12', { list_published: false, list_submitted: 'never' }, [0, -0.5, 0]],
  // 扣完为止: what is used up stays used up.
  ['A04', '5.2', { months_missing: 12 }, [0, 0, 0]],
  ['A04', '8', { absences: 7, late_reports: 3 }, [0, 0, 0]],
  ['A10a', '1.1.2', { guide_findings: 3, list_findings: 7, rounds_with_findings: 2 }, [1, 1.8]],
  ['A10b', '2.1', { matters: 1, spot_findings: 1, complaints: 1 }, [2.5, 2]],
  ['A11', '1.1.3', { total: 2000, accepted: 1999, implemented: 2000, published: 2000 }, [0, 0, 2]],
  ['A11', '2.3', { list_rate: 99.995, coverage: 79.5 }, [0, 1, 2]],
  ['A11', '2.7', { move_in_rate: 95.5 }, [2, 2, 3]],
  ['A11', '2.10', { coverage: 79.994 }, [1, 1, 2]],
  ['A11', '2.11', { completion: 94.995 }, [1, 1.5, 1.5]],
  ['A11', '3.5', { compress: 90.995, instant: 74.5 }, [2.2, 2.5, 3]],
  ['A11', '6.1', { promises: 399, firms: 400 }, [0.5, 0.5, 1]],
  ['A20', '1.1.1', { upper_published: '2023-06-01', published: '2023-07-20' }, [0, 1, 0]],
  ['A20', '1.1.1', { upper_published: '2023-10-20', published: '2023-11-10' }, [1, 0, 0]],
  ['A20', '1.1.1', { upper_published: '2023-06-01', published: '2023-07-01' }, [1, 1, 1]],
  ['A24', '1.2.1', { rounds_with_inconsistency: 1, inconsistent_items: 2 }, [2, 0]],
  ['A25', '1.2.2', { six_linked: 59, six_total: 60 }, [1, 0]],
  ['A27', '2.1', { list_against_city: false }, [1.5, 3, 1.5]],
  ['A27', '2.1', { list_against_city: false, limit_stated: false }, [1.5, 1.5, 0]],
  ['A30', '2.4', { agencies_without_guide: 4 }, [1.7, 0.8]],
  ['A31a', '2.5', {}, [5, 4, 5, 5]],
  ['A31a', '2.5', { demo_plan: false, demo_checked: false, demo_effective: false }, [3, 2, 4, 4]],
  ['A31b', '2.5', { demo_checked: false }, [4, 5]],
  ['A31b', '2.5', { demo_effective: false }, [4, 5]],
  ['A31b', '2.5', { demo_checked: false, demo_effective: false }, [4, 4]],
  ['A38', '2.11', { overdue: 1 }, [1.5, 1.5, 0.5]],
  ['A38', '2.11', { overdue: 2 }, [1, 1, 0]],
  ['A38', '2.11', { overdue: 4 }, [1, 0, 0]],
  ['A41', '3.2', { full_online: 93, zero_trip: 0 }, [1, 0.5, 0]],
  ['A41', '3.2', { full_online: 90, zero_trip: 96 }, [1, 0.75, 0.5]],
  ['A42', '3.2', { full_online: 92.4, zero_trip: 0 }, [0.5, 0, 0.5]],
  ['A42', '3.2', { full_online: 92.5, zero_trip: 0 }, [0.5, 0, 1]],
  ['A42', '3.2', { full_online: 0, zero_trip: 95.5 }, [0.5, 0, 1]],
  ['A45', '3.4', { prov_topics_short: 5 }, [3, 4, 3.33]],
  ['A45', '3.4', { offline_windows: false, prov_topics_short: 15, city_topics_short: 0 }, [0, 2, 1.33]],
  ['A47', '3.5', { compress_licence: 85, instant_licence: 70, trips_licence: 0.2 }, [3, 1.2]],
  ['A48', '3.5', { trips: 0.05 }, [3, 2]],
  ['A49', '3.5', { instant: 60 }, [2.5, 2]],
  ['A51a', '3.6.2', { judged: 2.5 }, [3.5, 1]],
  ['A51b', '3.6.2', { reported: false }, [1, 0]],
  ['A52', '3.7', { not_landed_findings: 1 }, [1, 0]],
  ['A53', '3.8', {}, [3, 2, 2.5]],
  ['A53', '3.8', { window: false, online_or_other: false, copied: false }, [0.5, 0, 0]],
  ['A54', '3.9', {}, [2.5, 3]],
  ['A60', '4.2', { power_days_avg: 12, power_days_max: 16 }, [4, 3]],
  ['A61', '5.1', { systems: 3, systems_shared: 2 }, [2, 0, 1.33]],
  ['A66', '8', { absences: 7, late_reports: 3 }, [0, -2]],
  ['A68', '9', { C4: 3 }, [1, 3]],
];

test.each(AT_STAKE)('%s on %s with %p: %p', (reading, item, facts, byOption) => {
  const given = { ...fullMarks(item), ...facts };
  const scored = byOption.map((_, index) => points(item, given, { [reading]: index + 1 }));
  expect(scored).toEqual(byOption.map((value) => Number(value.toFixed(2))));
  const { default: chosen } = rulebook.readings.find(({ id }) => id === reading)!;
  expect(points(item, given)).toBe(scored[chosen! - 1]);
});

test('every reading that can be switched is tried with every option', () => {
  const switchable = rulebook.readings.filter(({ options }) => options);
  // These two are no matter of an item's points: what does not apply (scorecard.test.ts), and the minute 17:00.
  const elsewhere = ['A05', 'A13'];
  const tried = new Map(AT_STAKE.map(([reading, , , byOption]) => [reading, byOption.length]));
  expect([...tried]).toEqual(
    switchable.filter(({ id }) => !elsewhere.includes(id)).map(({ id, options }) => [id, Object.keys(options!).length]),
  );
});

test('A13: a report at 17:00 sharp is in time unless the reading says otherwise', () => {
  const onTheMinute = (choice: { [reading: string]: number }) =>
    resolver(rulebook.readings, choice, new Set())(rulebook.general.onTheMinute);
  expect([onTheMinute({}), onTheMinute({ A13: 1 }), onTheMinute({ A13: 2 })]).toEqual(['inTime', 'inTime', 'late']);
});

test('the June, September and December reports count, that of March does not (A67)', () => {
  expect(rulebook.reports.map(({ due, counted }) => [due, counted])).toEqual([
    ['2023-03-13T17:00', false],
    ['2023-06-13T17:00', true],
    ['2023-09-13T17:00', true],
    ['2023-12-13T17:00', true],
  ]);
});

test('the readings of one item are taken together', () => {
  const facts = { compress: 92, instant: 60, trips: 0.05, compress_licence: 79, instant_licence: 95, trips_licence: 0 };
  expect(points('3.5', facts)).toBe(2.5);
  expect(points('3.5', facts, { A47: 2, A48: 2, A49: 2 })).toBe(0.5);
});

test('a reading of another item changes nothing', () => {
  const facts = fullMarks('2.11');
  expect(points('2.11', facts, { A61: 3, A41: 2 })).toBe(points('2.11', facts));
  expect(compiledItem('2.11', { A61: 3 }).readings).toEqual(['A38']);
});

test('an option whose facts are missing makes the item pending', () => {
  for (const [reading, item, missing] of [
    ['A10a', '1.1.2', ['rounds_with_findings']],
    ['A10b', '2.1', ['spot_findings', 'complaints']],
    ['A24', '1.2.1', ['inconsistent_items']],
    ['A25', '1.2.2', ['six_linked', 'six_total']],
    ['A47', '3.5', ['compress_licence', 'instant_licence', 'trips_licence']],
    ['A60', '4.2', ['power_days_max']],
  ] as const) {
    const facts = Object.fromEntries(
      Object.entries(fullMarks(item)).filter(([id]) => !(missing as readonly string[]).includes(id)),
    );
    expect(score(item, facts).state).toBe('scored');
    expect(score(item, facts, { [reading]: 2 })).toMatchObject({ state: 'pending', missing });
  }
});

test.each([
  [1, 79.996, '好差评评价覆盖率79.996%，低于80%，扣1分'],
  [2, 79.996, '好差评评价覆盖率79.996%（四舍五入为80%），达到80%，不扣分'],
  [2, 79.98, '好差评评价覆盖率79.98%，低于80%，扣1分'],
  [3, 79.98, '好差评评价覆盖率79.98%（四舍五入为80%），达到80%，不扣分'],
])('A11 as option %d: the reason tells %d%% and what it was rounded to', (A11, coverage, because) => {
  expect(score('2.10', { coverage, months_missing: 0 }, { A11 }).lines[0].because).toBe(because);
});
