import rulebook from '../../src/rulebook/default';
import { factOf, isDate, itemsOf, rulesOf } from '../../src/rulebook/rules';
import { compileRulebook } from '../../src/scoring/compile';
import { scoreItem } from '../../src/scoring/score-item';
import { inOrder } from '../scoring/support';

describe('rulesOf', () => {
  const rules = rulesOf(rulebook);

  it('leaves out the words around the rules, and no rule', () => {
    expect(Object.keys(rules)).not.toContain('vocabulary');
    for (const item of itemsOf(rules)) {
      for (const words of ['goal', 'methods', 'task', 'examples', 'readings']) expect(item).not.toHaveProperty(words);
    }
    for (const reading of rules.readings) {
      expect(reading).not.toHaveProperty('quotes');
      expect(reading).not.toHaveProperty('note');
    }
    expect(itemsOf(rules).map(({ id, criteria }) => [id, criteria])).toEqual(
      itemsOf(rulebook).map(({ id, criteria }) => [id, criteria]),
    );
    expect(rules.readings.map(({ id }) => id)).toEqual(rulebook.readings.map(({ id }) => id));
  });

  it('scores every example as the whole rulebook does', () => {
    const compiled = compileRulebook(rules, {});
    const whole = compileRulebook(rulebook, {});
    for (const item of itemsOf(rulebook)) {
      for (const { facts } of item.examples) {
        const given = inOrder(item, facts);
        expect(scoreItem(compiled.item(item.id)!, given).points).toEqual(scoreItem(whole.item(item.id)!, given).points);
      }
    }
  });
});

it('itemsOf goes by the document: the sections, then bonus and deductions', () => {
  const ids = itemsOf(rulebook).map(({ id }) => id);
  expect(ids[0]).toBe('1.1.1');
  expect(ids.slice(-2)).toEqual(['9', '10']);
  expect(new Set(ids).size).toBe(ids.length);
});

it('isDate holds for days and for days that may never come', () => {
  expect((['date', 'dateOrNever', 'count', 'bool', 'percent'] as const).filter((type) => isDate({ type }))).toEqual([
    'date',
    'dateOrNever',
  ]);
});

it('factOf finds a fact by its item and its id', () => {
  const rules = rulesOf(rulebook);
  expect(factOf(rules, '3.5', 'trips')?.name).toBe('平均跑动次数');
  expect(factOf(rules, '3.5', 'coverage')).toBeUndefined();
  expect(factOf(rules, '3.99', 'trips')).toBeUndefined();
});
