import { fromStoredFormula, toStoredFormula } from '../../src/workbook/stored-formula';

test.each([
  ['YL.SCORE("3.5",A1)', '_xldudf_YL_SCORE("3.5",A1)'],
  ['IFNA(YL.TOTAL(A1:A9),"待定")', '_xlfn.IFNA(_xldudf_YL_TOTAL(A1:A9),"待定")'],
  ['"YL.SCORE("&\'YL.MAX(\'!A1', '"YL.SCORE("&\'YL.MAX(\'!A1'],
  ['MYL.SCORE(1)+SUM(A1)', 'MYL.SCORE(1)+SUM(A1)'],
])('%s', (written, stored) => {
  expect(toStoredFormula(written)).toBe(stored);
  expect(fromStoredFormula(stored)).toBe(written);
});

test('prefixes of newer functions go', () => {
  expect(fromStoredFormula('_xlfn._xlws.FILTER(A1:A9,_xlfn.LET(_xlpm.x,1,_xlpm.x)>0)')).toBe(
    'FILTER(A1:A9,LET(x,1,x)>0)',
  );
});
