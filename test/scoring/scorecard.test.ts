import rulebook from '../../src/rulebook/default';
import { applies } from '../../src/rulebook/applies';
import type { Item, ReadingChoice } from '../../src/rulebook/model';
import { findUnit } from '../../src/rulebook/units';
import { compileRulebook } from '../../src/scoring/compile';
import { fromDecimal, toPoints } from '../../src/scoring/fraction';
import { finalScore, scoreUnit, type UnitScore } from '../../src/scoring/scorecard';
import { fullMarks, inOrder, items, type Facts } from './support';

const unitNamed = (name: string) => findUnit(rulebook, name)!;

/** Facts of every item that concerns a unit, full marks but for what is said otherwise. */
function reportOf(name: string, otherwise: { [item: string]: Facts } = {}): (item: Item) => Facts {
  return (item) => {
    if (otherwise[item.id]) return { ...fullMarks(item.id), ...otherwise[item.id] };
    return applies(item, unitNamed(name)) ? fullMarks(item.id) : {};
  };
}

function card(name: string, otherwise: { [item: string]: Facts } = {}, readings: ReadingChoice = {}): UnitScore {
  const report = reportOf(name, otherwise);
  return scoreUnit(compileRulebook(rulebook, readings), unitNamed(name), (item) => inOrder(item, report(item)));
}

const total = (score: UnitScore) => toPoints(score.total.points!);

describe('A05: what does not concern a unit', () => {
  // Losses that bring the units to the figures of the reading: of a township's 71 points 62.3, of 县气象局's 84 points
  // 78.5, of 县档案局's 15 points 12. 3.9 has no more than 2.5 of its 3 to win.
  const cases: [name: string, lost: { [item: string]: Facts }, full: number, zero: number, rescaled: number][] = [
    [
      '匡远街道',
      {
        '1.1.1': { published: 'never' },
        '1.1.3': { published: 0 },
        '1.2.1': { rounds_with_inconsistency: 2 },
        '2.2': { not_advancing: true },
        '2.8': { guide_errors: 1 },
      },
      91.3,
      62.3,
      87.75,
    ],
    ['县气象局', { '1.1.3': { accepted: 125 }, '1.2.1': { rounds_with_inconsistency: 2 } }, 94.5, 78.5, 93.45],
    ['县档案局', { '1.2.1': { rounds_with_inconsistency: 2 } }, 97, 12, 80],
  ];

  test.each(cases)('%s: full points, 0 points or the rest rescaled', (name, lost, full, zero, rescaled) => {
    expect(total(card(name, lost))).toBe(full);
    expect(total(card(name, lost, { A05: 2 }))).toBe(zero);
    expect(total(card(name, lost, { A05: 3 }))).toBe(rescaled);
    for (const A05 of [1, 2, 3]) expect(toPoints(card(name, lost, { A05 }).total.rescaled.low)).toBe(rescaled);
  });

  test.each([
    ['匡远街道', 71],
    ['县气象局', 84],
    ['县委宣传部', 80],
    ['县公积金中心', 83],
    ['县档案局', 15],
    ['县委编办', 13],
    ['县供电局', 13],
    ['县政府办', 12],
  ])('%s has %d points in scope', (name, wanted) => {
    const inScope = rulebook.sections
      .flatMap((section) => section.items)
      .filter((item) => applies(item, unitNamed(name)));
    expect(inScope.reduce((sum, { points }) => sum + points, 0)).toBe(wanted);
  });

  test('the reason is given, and the reading', () => {
    const { items: scores } = card('县档案局');
    const outside = scores.find(({ item }) => item === '1.1.1')!;
    expect(outside).toMatchObject({ state: 'notApplicable', missing: [], lines: [] });
    expect(outside.notes).toEqual(['责任单位名单未列县档案局，按满分计']);
    expect(outside.readings).toContain('A05');
    expect(card('县档案局', {}, { A05: 2 }).items.find(({ item }) => item === '1.1.1')!.notes[0]).toMatch(/按0分计/);
  });

  test('who reports on an item is scored by it, listed or not', () => {
    const { items: scores } = card('县档案局', { '1.1.4': { inconsistencies: 1 } });
    expect(scores.find(({ item }) => item === '1.1.4')).toMatchObject({ state: 'scored', points: { n: 0 } });
  });

  test('不涉及 within a unit’s own items follows the same reading', () => {
    const own = { '2.3': { list_rate: '不涉及', coverage: '不涉及' } };
    expect(total(card('县档案局', own))).toBe(100);
    expect(total(card('县档案局', own, { A05: 2 }))).toBe(13);
    expect(total(card('县档案局', own, { A05: 3 }))).toBe(100);
  });
});

describe('考评得分 = 第一项至第八项 + 激励加分 - 扣分, at most 100', () => {
  test.each([
    [98, 5, 0, 100],
    [98, 5, 3, 100],
    [98, 5, 4, 99],
    [100, 5, 7, 98],
    [90.15, 0.3, 0, 90.45],
    [3, 0, 16, -13],
  ])('%d + %d - %d = %d', (base, bonus, deductions, wanted) => {
    const score = finalScore(fromDecimal(base), fromDecimal(bonus), fromDecimal(deductions), 100, false);
    expect(toPoints(score)).toBe(wanted);
  });

  test('the cap comes last, so bonus makes up for what is deducted', () => {
    expect(total(card('县档案局', { '9': { C3: 1 } }))).toBe(100);
    expect(total(card('县档案局', { '9': { C1: 1 }, '10': { D4: 1 } }))).toBe(100);
    expect(total(card('县档案局', { '9': { C3: 1 }, '10': { D3: 1 } }))).toBe(99);
    expect(total(card('县档案局', { '9': { N1: 1, P1: 1 }, '10': { D1: 1, D3: 1 } }))).toBe(98);
  });

  test('A04: a total may be negative unless the reading floors it', () => {
    const report = { '1.2.1': { rounds_with_inconsistency: 2 }, '10': { D1: 3 } };
    expect(total(card('县委编办', report, { A05: 2 }))).toBe(-5);
    expect(total(card('县委编办', report, { A05: 2, A04: 3 }))).toBe(0);
  });

  test('A04: items are floored at 0 unless the reading lets them go below', () => {
    const report = { '3.12': { list_published: false, list_submitted: 'never' } };
    const at = (readings: ReadingChoice) =>
      toPoints(card('县气象局', report, readings).items.find(({ item }) => item === '3.12')!.points!);
    expect([at({}), at({ A04: 2 }), at({ A04: 3 })]).toEqual([0, -0.5, 0]);
  });
});

describe('what is not known yet', () => {
  test('the total has a range until every fact is there', () => {
    const compiled = compileRulebook(rulebook);
    const report = reportOf('县档案局');
    const open = scoreUnit(compiled, unitNamed('县档案局'), (item) =>
      item.id === '7' ? [] : inOrder(item, report(item)),
    );
    expect(open.total.points).toBeUndefined();
    expect([toPoints(open.total.low), toPoints(open.total.high), open.total.max]).toEqual([97, 100, 100]);
    expect(open.sections.find(({ section }) => section === '7')).toMatchObject({ low: { n: 0 }, high: { n: 300 } });
  });

  test('a unit of which nothing is known', () => {
    const empty = scoreUnit(compileRulebook(rulebook), unitNamed('县委编办'), () => []);
    // 87 points do not concern it, bonus and deductions are 0 until something happens.
    expect([toPoints(empty.total.low), toPoints(empty.total.high)]).toEqual([87, 100]);
    expect([toPoints(empty.total.rescaled.low), toPoints(empty.total.rescaled.high)]).toEqual([0, 100]);
  });

  test('without a unit, as for a sheet that names none, everything applies', () => {
    const all = scoreUnit(compileRulebook(rulebook), undefined, () => []);
    expect(all.items.every(({ state }) => state === 'pending')).toBe(true);
  });
});

test('sections add up their items, and all items are there in order', () => {
  const score = card('县气象局');
  expect(score.items.map(({ item }) => item)).toEqual(items.slice(0, -2).map(({ id }) => id));
  expect(score.sections.map(({ low }) => toPoints(low))).toEqual([13, 29, 37.5, 7, 4, 3, 3, 3]);
});
