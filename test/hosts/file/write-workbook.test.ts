import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../../src/hosts/file/write-workbook';
import type { PlannedCell, PlannedSheet } from '../../../src/workbook/planned-write';

async function rewrite(cells: PlannedCell[], sheet: Partial<PlannedSheet> = {}) {
  const bytes = await writeWorkbook({ sheets: [{ name: '表', cells, ...sheet }] });
  return { read: readWorkbook(bytes, 'a.xlsx').sheets[0], parts: unzipSync(bytes) };
}

/** What remains of a text in a file: no control characters, one kind of line end. */
function asKept(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '');
}

test('what is written is read back the same', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('=1+1', '+1', '-1', '@a', "'x", '&lt;', '_x0041_', ' 前后 ', '\n', '=HYPERLINK("x")', '__proto__'),
  );
  const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 12 }), async (values) => {
      const { read } = await rewrite([
        ...values.map((each, row) => ({ row, column: 0, value: each })),
        ...values.map((each, row) => ({ row, column: 1, formula: 'A1', cached: each })),
      ]);
      values.forEach((each, row) => {
        const kept = typeof each === 'string' ? asKept(each) : each === 0 ? 0 : each;
        const [plain, formula] = read.rows[row] ?? [];
        expect(plain?.value ?? '').toEqual(kept);
        expect(plain?.formula).toBeUndefined();
        expect(formula?.formula).toBe('A1');
        expect(formula?.value ?? '').toEqual(kept);
      });
    }),
    { numRuns: 60 },
  );
});

test('a text is never taken for a formula', async () => {
  const texts = ['=1+1', '=YL.SCORE("3.5")', '+A1', '@SUM(A1)', '=cmd|"/c calc"!A1'];
  const { read, parts } = await rewrite(texts.map((value, row) => ({ row, column: 0, value })));
  expect(read.rows.map((row) => [row[0]?.value, row[0]?.formula])).toEqual(texts.map((text) => [text, undefined]));
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'])).not.toContain('<f>');
});

test('functions of the add-in are stored as Excel stores them, with their figures', async () => {
  const { read, parts } = await rewrite([
    { row: 0, column: 0, formula: 'IFNA(yl.score("YL.SCORE(",A5,\'YL.MAX(\'!A1),"待定")', cached: 2.7, format: '0.00' },
    { row: 0, column: 1, formula: 'NA()', cached: { error: '#N/A' } },
    { row: 0, column: 2, formula: 'SUM(A1)', cached: 0 },
    { row: 0, column: 3, formula: 'A9' },
  ]);
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'])).toContain(
    '_xlfn.IFNA(_xldudf_YL_SCORE(&quot;YL.SCORE(&quot;,A5,',
  );
  expect(read.rows[0]).toEqual([
    { value: 2.7, text: '2.70', format: '0.00', formula: 'IFNA(YL.SCORE("YL.SCORE(",A5,\'YL.MAX(\'!A1),"待定")' },
    { value: null, text: '#N/A', error: '#N/A', formula: 'NA()' },
    { value: 0, text: '0', formula: 'SUM(A1)' },
    { value: null, text: '', formula: 'A9' },
  ]);
  // With an older engine's number Excel would compute all anew on opening, and lose the figures where there is no add-in.
  expect(strFromU8(parts['xl/workbook.xml'])).toMatch(/calcId="191029"/);
});

test('layout: merges, widths, panes, filter, print set-up, hidden sheets', async () => {
  const { read, parts } = await rewrite(
    [{ row: 0, column: 0, value: '得分表', style: 'title', span: { rows: 2, columns: 3 } }],
    {
      columnWidths: [20, undefined, 12],
      frozenRows: 3,
      frozenColumns: 1,
      print: { repeatRows: 3, breakBefore: [12, 40] },
      filter: { top: 2, left: 0, bottom: 9, right: 2 },
    },
  );
  expect(read.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']);
  expect(xml).toMatch(/<pane [^>]*xSplit="1"[^>]*ySplit="3"[^>]*state="frozen"/);
  expect(xml).toMatch(/<pageSetUpPr fitToPage="1"\/>/);
  expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToHeight="0"/);
  expect(xml).toContain(
    '<rowBreaks count="2" manualBreakCount="2"><brk id="12" max="16383" man="1"/><brk id="40" max="16383" man="1"/></rowBreaks>',
  );
  expect(xml).toContain('<autoFilter ref="A3:C10"/>');
  expect(xml).toMatch(/<col min="1" max="1" width="20"/);
  expect(strFromU8(parts['xl/workbook.xml'])).toContain('$1:$3');
  const hidden = await writeWorkbook({
    sheets: [
      { name: 'a', cells: [] },
      { name: 'b', cells: [], hidden: true },
    ],
  });
  expect(readWorkbook(hidden, 'a').sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
});

test('a link leads to a cell of this workbook, by the name that its sheet was given', async () => {
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: '得分表',
        cells: [{ row: 1, column: 1, formula: 'SUM(A1)', cached: 3, link: { sheet: '来源/一', cell: 'C7' } }],
      },
      { name: '来源/一', cells: [] },
    ],
  });
  const parts = unzipSync(bytes);
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'])).toContain(`<hyperlink ref="B2" location="来源_一!C7"/>`);
  expect(Object.keys(parts)).not.toContain('xl/worksheets/_rels/sheet1.xml.rels');
  expect(readWorkbook(bytes, 'a').sheets[0].rows[1][1]).toMatchObject({ value: 3, formula: 'SUM(A1)' });
});

test('a text longer than a cell takes is cut, and says so', async () => {
  const { read } = await rewrite([{ row: 0, column: 0, value: '长'.repeat(40_000) }]);
  const value = String(read.rows[0][0]?.value);
  expect(value.length).toBeLessThanOrEqual(32_767);
  expect(value).toMatch(/长……（文字超过单元格上限，以下\d+字从略）$/);
});

test('a number that is none is an error, not a broken file', async () => {
  const { read } = await rewrite([
    { row: 0, column: 0, value: NaN },
    { row: 0, column: 1, value: Infinity },
  ]);
  expect(read.rows[0].map((cell) => cell?.error)).toEqual(['#NUM!', '#NUM!']);
});
