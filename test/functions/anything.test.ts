import fc from 'fast-check';
import rulebook from '../../src/rulebook/default';
import { itemsOf } from '../../src/rulebook/rules';
import { ExcelError, metadata, runInTime } from './excel';

const items = itemsOf(rulebook);
const words = [
  ...items.flatMap(({ id, number }) => [id, number]),
  ...items.flatMap(({ facts }) => facts.flatMap(({ id, name }) => [id, name])),
  ...rulebook.readings.map(({ id }) => id),
  ...rulebook.units.map(({ name }) => name),
  ...['是', '否', '不涉及', '待定', '未报送', '0/0', '19/20', '93%', '１００％', '2023-06-30', '9月13日17:20'],
  ...['2023Q3', '三季度', '__proto__', 'constructor', 'toString', '#N/A', '#REF!', '%', '.', '-', 'e5', '1e999', '='],
];
const numbers = [0, -0, 1, 0.05, 0.91, 93, 2.1, 3.5, 45107, 45182.7, 1e9, 1e15, 1e16, 1e300, -1, 2958465, 2958466];

/** What a cell may hold, as Excel or another host hands it over. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...numbers, NaN, Infinity, true, false, null, undefined, '') },
  fc.integer({ min: 0, max: 20 }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('#N/A', '#VALUE!', '#REF!').map((code) => new ExcelError(code)),
  fc.jsonValue(),
);
const matrix = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const argument = fc.oneof(cell, matrix, fc.array(matrix, { maxLength: 4 }), fc.jsonValue());

function isPlain(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' || typeof value === 'boolean';
}

/** A value that Excel can show: one, or rows of equal length. */
function isShowable(value: unknown): boolean {
  if (!Array.isArray(value)) return isPlain(value);
  const rows = value as unknown[];
  return (
    rows.length > 0 &&
    rows.every((row) => Array.isArray(row) && row.length > 0 && row.length === (rows[0] as unknown[]).length) &&
    rows.every((row) => (row as unknown[]).every(isPlain))
  );
}

function check(id: string, args: unknown[]): void {
  try {
    const value = runInTime(id, args);
    if (!isShowable(value)) throw new Error(`${id} gave ${JSON.stringify(value)}`);
  } catch (thrown) {
    if (!(thrown instanceof ExcelError)) throw thrown;
    expect(['#N/A', '#VALUE!']).toContain(thrown.code);
    expect(thrown.message).toMatch(/[一-龥]/);
    expect(thrown.message!.length).toBeLessThan(400);
  }
}

describe.each(metadata.functions)('$id', ({ id, parameters }) => {
  test('whatever it is given, gives a value or an error that Excel can show, and in time', () => {
    const args = fc.oneof(
      fc.array(argument, { maxLength: parameters.length + 2 }),
      fc.tuple(...parameters.map(() => argument), fc.constant({ address: '得分表!E5' })),
    );
    fc.assert(
      fc.property(args, (given) => check(id, given)),
      { numRuns: 300 },
    );
  });
});

describe.each(['SCORE', 'BOUNDS', 'EXPLAIN', 'TRACE', 'IMPROVE'])('%s', (id) => {
  test('of any item, with any cells for facts, by position or by name', () => {
    const call = fc.constantFrom(...items).chain(({ id: item, facts }) => {
      const values = fc.array(cell, { minLength: facts.length, maxLength: facts.length });
      return fc.record({ item: fc.constant(item), facts: fc.constant(facts), values, named: fc.boolean() });
    });
    fc.assert(
      fc.property(call, ({ item, facts, values, named }) => {
        const block = named ? facts.map(({ name }, position) => [name, values[position]]) : [values];
        check(id, [item, [block], {}]);
      }),
      { numRuns: 500 },
    );
  });

  test('of any item, with numbers of any size', () => {
    const call = fc.constantFrom(...items).chain(({ id: item, facts }) => {
      const size = fc.oneof(fc.constantFrom(...numbers), fc.nat(), fc.double({ min: 0, noNaN: true }), fc.maxSafeNat());
      const values = fc.array(size, { minLength: facts.length, maxLength: facts.length });
      return fc.record({ item: fc.constant(item), values });
    });
    fc.assert(
      fc.property(call, ({ item, values }) => check(id, [item, [[values]], {}])),
      { numRuns: 500 },
    );
  });
});
