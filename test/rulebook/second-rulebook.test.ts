import { applies } from '../../src/rulebook/applies';
import { isoToDay } from '../../src/rulebook/day';
import { findUnit } from '../../src/rulebook/units';
import { itemsOf } from '../../src/rulebook/rules';
import { compileRulebook } from '../../src/scoring/compile';
import { toPoints } from '../../src/scoring/fraction';
import { openRulebook } from '../../src/scoring/open-rulebook';
import { scoreUnit } from '../../src/scoring/scorecard';
import { compiledItem, inOrder, type Facts } from '../scoring/support';
import { scoreItem } from '../../src/scoring/score-item';
import { miniFiles } from './fixtures/mini';

// Another year, place, scale and set of items: nothing in the code may know the rulebook of 2023.
const mini = openRulebook(miniFiles());

function score(id: string, facts: Facts, readings = {}, asOf?: string) {
  const compiled = compiledItem(id, readings, mini);
  return scoreItem(compiled, inOrder(compiled.item, facts, mini.year), asOf ? isoToDay(asOf) : undefined);
}

test('it opens with its own sections, items and hash', () => {
  expect(mini.sections.map(({ id, points }) => [id, points])).toEqual([
    ['1', 8],
    ['2', 7],
    ['3', 5],
  ]);
  expect(itemsOf(mini).map(({ id }) => id)).toEqual(['1.1', '1.2', '2.1', '2.2', '3.1', '4', '5']);
  expect(mini.hash).toMatch(/^[0-9a-f]{16}$/);
});

test('it scores by its own numbers', () => {
  expect(toPoints(score('1.1', { overdue: 3, plan_sent: '2024-04-02' }).points!)).toBe(2.25);
  expect(toPoints(score('2.1', { online: 50 }).points!)).toBe(1.5);
  expect(toPoints(score('2.1', { online: 50 }, { A01: 2 }).points!)).toBe(0);
  expect(toPoints(score('3.1', { mark: 4.27 }).points!)).toBe(4.27);
  expect(score('3.1', { mark: 5.01 }).state).toBe('rejected');
});

test('its deadlines are its own', () => {
  const facts = { overdue: 0, plan_sent: 'never' };
  expect(score('1.1', facts, {}, '2024-03-30').state).toBe('notDue');
  expect(toPoints(score('1.1', facts, {}, '2024-03-31').points!)).toBe(3);
});

test('dates without a year are of its year', () => {
  const { item } = compiledItem('1.1', {}, mini);
  expect(inOrder(item, { plan_sent: '2月29日' }, mini.year)[1]).toEqual({ is: 'value', value: isoToDay('2024-02-29') });
});

test('its units, groups and caps hold for the whole score', () => {
  const street = findUnit(mini, '柳林街道办事处')!;
  const facts: { [item: string]: Facts } = {
    '1.1': { overdue: 2, plan_sent: '2024-03-01' },
    '1.2': { points_of_service: 4, with_window: 4 },
    '3.1': { mark: 5 },
    '4': { praise: 3 },
    '5': { criticised: 1 },
  };
  const { total, items, bonus, deductions } = scoreUnit(compileRulebook(mini), street, (item) =>
    inOrder(item, facts[item.id] ?? {}, mini.year),
  );
  expect(items.map(({ state }) => state)).toEqual(['scored', 'scored', 'notApplicable', 'notApplicable', 'scored']);
  expect(toPoints(bonus.points!)).toBe(2);
  expect(toPoints(deductions.points!)).toBe(2);
  // 4.5 + 3 + 5 of the 13 points that apply; what does not apply counts 0 in this rulebook.
  expect(toPoints(total.points!)).toBe(12.5);
  expect(toPoints(total.rescaled.low)).toBe(19.23);
  expect(total.max).toBe(20);
});

test('who is concerned is read from its lists', () => {
  const concerned = (name: string) =>
    itemsOf(mini)
      .filter((item) => applies(item, findUnit(mini, name)!))
      .map(({ id }) => id);
  expect(concerned('区教育局')).toEqual(['2.1', '2.2', '3.1', '4', '5']);
  expect(concerned('区政务服务局')).toEqual(['1.1', '2.1', '2.2', '3.1', '4', '5']);
});
