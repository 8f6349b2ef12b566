import fc from 'fast-check';
import rulebook from '../../src/rulebook/default';
import type { Example, Fact, Item } from '../../src/rulebook/model';
import { itemsOf } from '../../src/rulebook/rules';
import { yl } from './excel';

const cases = itemsOf(rulebook).flatMap((item) => item.examples.map((example) => ({ item, example })));

/** An example's value as a person types it into a cell. */
function cell({ type }: Fact, value: Example['facts'][string] | undefined): unknown {
  if (value === undefined) return '';
  if (value === 'never') return '未报送';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return type === 'percent' && typeof value === 'number' ? `${value}%` : value;
}

const readings = ({ readings = {} }: Example) =>
  Object.keys(readings).length ? [[['编号', '选项'], ...Object.entries(readings)]] : [];

const cells = (item: Item, { facts }: Example) => item.facts.map((fact) => cell(fact, facts[fact.id]));

test('every example of the rulebook scores what it says, by position and by name', () => {
  for (const { item, example } of cases) {
    const row = cells(item, example);
    const block = item.facts.map((fact, position) => [fact.name, row[position]]);
    expect([item.id, yl('SCORE', item.id, [row], ...readings(example))]).toEqual([item.id, example.points]);
    expect([item.id, yl('SCORE', item.id, block, ...readings(example))]).toEqual([item.id, example.points]);
    expect(yl('BOUNDS', item.id, [row], ...readings(example))).toEqual([[example.points, example.points]]);
  }
});

test('explanation and trace of every example hold its points and its criteria', () => {
  for (const { item, example } of cases) {
    const args = [item.id, [cells(item, example)], ...readings(example)];
    expect(yl('EXPLAIN', ...args)).toContain(`${item.penalty ? '扣' : '得'}${example.points}分`);
    const rows = yl('TRACE', ...args) as unknown[][];
    expect(rows.map(([criterion, , , clause]) => [criterion, clause])).toEqual(
      item.criteria.map(({ id, clause }) => [id, clause]),
    );
    for (const [, effect, reason] of rows) {
      expect(typeof effect).toBe('number');
      expect(reason).toMatch(/[一-龥]/);
    }
  }
});

test('the order of named facts, and how they are split into blocks, changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...cases).chain(({ item, example }) => {
        const row = cells(item, example);
        const named = item.facts.map((fact, position) =>
          fc.constantFrom(fact.name, fact.id).map((name) => [name, row[position]]),
        );
        return fc.record({
          item: fc.constant(item),
          example: fc.constant(example),
          rows: fc
            .tuple(...named)
            .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
          cut: fc.nat(),
        });
      }),
      ({ item, example, rows, cut }) => {
        const at = cut % rows.length;
        const blocks = at ? [rows.slice(0, at), rows.slice(at)] : [rows];
        expect(yl('SCORE', item.id, ...readings(example), ...blocks)).toBe(example.points);
      },
    ),
  );
});
