import { gzipSync } from 'node:zlib';
import { metadata, registeredIds, script } from './excel';

const IDS = [
  'SCORE',
  'BOUNDS',
  'EXPLAIN',
  'TRACE',
  'IMPROVE',
  'MAX',
  'CLAUSE',
  'FACTS',
  'ITEMS',
  'TOTAL',
  'UNIT',
  'APPLIES',
  'DUE',
  'LATE',
  'VERSION',
];
const CHINESE = /[一-龥]/;

test('the fifteen functions are described and registered by the same ids', () => {
  expect(metadata.functions.map(({ id }) => id)).toEqual(IDS);
  expect(registeredIds).toEqual(IDS);
});

test('names are ASCII; descriptions of functions and parameters are Chinese', () => {
  for (const { id, name, description, parameters } of metadata.functions) {
    expect(name).toBe(id);
    expect(description).toMatch(CHINESE);
    for (const parameter of parameters) {
      expect(parameter.name).toMatch(/^[a-z]+$/);
      expect(parameter.description).toMatch(CHINESE);
    }
  }
});

test('errors in cells reach the functions', () => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
});

test.each(['SCORE', 'BOUNDS', 'EXPLAIN', 'TRACE', 'IMPROVE'])(
  '%s takes an item, then any number of cells and ranges of any type',
  (id) => {
    const [item, facts, ...more] = metadata.functions.find((each) => each.id === id)!.parameters;
    expect(item).toMatchObject({ name: 'item', type: 'any' });
    expect(facts).toMatchObject({ name: 'facts', type: 'any', dimensionality: 'matrix', repeating: true });
    expect(more).toEqual([]);
  },
);

test('TOTAL takes scores, and may be given bonus, deductions and readings', () => {
  expect(metadata.functions.find(({ id }) => id === 'TOTAL')!.parameters).toMatchObject([
    { name: 'scores', type: 'any', dimensionality: 'matrix' },
    { name: 'bonus', type: 'any', optional: true },
    { name: 'deductions', type: 'any', optional: true },
    { name: 'readings', type: 'any', dimensionality: 'matrix', optional: true },
  ]);
});

test('functions with several rows or columns say so', () => {
  const spilling = metadata.functions.filter(({ result }) => result.dimensionality === 'matrix').map(({ id }) => id);
  expect(spilling).toEqual(['BOUNDS', 'TRACE', 'IMPROVE', 'FACTS', 'ITEMS']);
});

test('the script is small, and carries no words that only workbooks and people need', () => {
  expect(gzipSync(script).length).toBeLessThan(60_000);
  const text = script.toString();
  expect(text).toContain('"clause":');
  for (const field of ['vocabulary', 'proseVocabulary', 'examples', 'responsible', 'quotes']) {
    expect(text).not.toContain(`"${field}":`);
  }
});
