import fc from 'fast-check';
import { validSheetNames } from '../../src/workbook/sheet-name';

test('good names are kept, forbidden characters replaced, doubles numbered', () => {
  expect(validSheetNames(['得分表', 'a[b]:c*?/\\', '得分表', 'ABC', 'abc', '', "O'x", 'History'])).toEqual([
    '得分表',
    'a_b__c____',
    '得分表(2)',
    'ABC',
    'abc(2)',
    '工作表',
    'O’x',
    'History_',
  ]);
  expect(validSheetNames(['长'.repeat(40), '长'.repeat(40)])).toEqual(['长'.repeat(31), `${'长'.repeat(28)}(2)`]);
});

test('any wishes give names that Excel takes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (wishes) => {
      const names = validSheetNames(wishes);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wishes.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\']/);
      }
    }),
  );
});
