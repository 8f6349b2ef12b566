import type { Settlement } from '../../src/assessment';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../src/hosts/file/write-workbook';
import rulebook from '../../src/rulebook/default';
import { readSettlements } from '../../src/score-workbook/settlements-ledger';
import { settlementsSheet } from '../../src/score-workbook/settlements-sheet';
import type { PlannedCell, PlannedSheet } from '../../src/workbook/planned-write';
import type { Snapshot } from '../../src/workbook/snapshot';

/** The sheet as it comes back from a file. */
async function filed(sheet: PlannedSheet): Promise<Snapshot> {
  return readWorkbook(await writeWorkbook({ sheets: [sheet] }), '考评.xlsx');
}

const written = async (...given: Parameters<typeof settlementsSheet>) => filed(settlementsSheet(...given));

/** The sheet with what somebody wrote into it, rows and columns counted from 0. */
async function filledIn(entries: Omit<PlannedCell, 'style'>[]): Promise<Snapshot> {
  const sheet = settlementsSheet(rulebook);
  const isFilled = ({ row, column }: PlannedCell) =>
    entries.some((entry) => entry.row === row && entry.column === column);
  return filed({ ...sheet, cells: [...sheet.cells.filter((cell) => !isFilled(cell)), ...entries] });
}

const texts = ({ sheets }: Snapshot) =>
  sheets[0].rows.slice(2).map((row) => Array.from(row ?? [], (cell) => cell?.formula ?? cell?.text ?? ''));

const settled = (change: Partial<Settlement> = {}): Settlement => ({
  ...{ unit: '县民政局', item: '2.3', fact: 'coverage', value: '88%', reason: '复核', date: '2023-10-16' },
  ...{ kind: '核定', outcome: '', ...change },
});

const row = (at: number, ...values: (string | number)[]) => values.map((value, column) => ({ row: at, column, value }));

/** Three rows: one by name and number, one half filled, one whose remark stands in a column of its own. */
const BY_HAND = [
  ...row(3, '民政局', 2.3, '实施清单要素覆盖率'),
  { row: 3, column: 3, value: 0.93456, format: '0%' },
  ...row(4, '县水务局', '2.10', '', '', '等平台数据'),
  ...row(5, '县水务局', '2.3', '', '70%', '', '2023年9月5日', '', '', 'coverage'),
  { row: 2, column: 9, value: '经办' },
  { row: 5, column: 9, value: '张三' },
  { row: 6, column: 9, formula: 'COUNTA(J4:J6)', cached: 1 },
];

test('an empty sheet is ready to be filled in, and what is typed stays as typed', async () => {
  const { cells, frozenRows } = settlementsSheet(rulebook);
  expect(frozenRows).toBe(3);
  expect(cells.filter(({ value, format }) => value === null && format === '@').length).toBeGreaterThan(100);
  expect(readSettlements(rulebook, await written(rulebook))).toEqual([]);
});

test('rows filled in by hand are read: names for ids, other names of units, rates as exact as entered', async () => {
  const name = rulebook.sections[1].items
    .find(({ id }) => id === '2.3')!
    .facts.find(({ id }) => id === 'coverage')!.name;
  const entries = BY_HAND.map((entry) => (entry.row === 3 && entry.column === 2 ? { ...entry, value: name } : entry));
  expect(readSettlements(rulebook, await filledIn(entries))).toMatchObject([
    { unit: '县民政局', item: '2.3', fact: 'coverage', value: '93.456%', source: { sheet: '核定', cell: 'D4' } },
    { unit: '县水务局', item: '2.3', fact: 'coverage', value: '70%', date: '2023-09-05' },
  ]);
});

test('written again, everything that people wrote is there as it was', async () => {
  const before = await filledIn(BY_HAND);
  const after = await written(rulebook, before);
  expect(texts(after)).toEqual(texts(before));
  expect(after.sheets[0].rows[3][3]).toMatchObject({ value: 0.93456, format: '0%' });
});

test('a settlement is changed in its row, another is added below and one is taken out; the rest stays', async () => {
  const before = await written(rulebook, await filledIn(BY_HAND.filter(({ row: at }) => at !== 3)));
  const [water] = readSettlements(rulebook, before);
  const changed = await written(rulebook, before, [settled({ ...water, value: '71%' }), settled()]);
  const rows = texts(changed);
  expect(rows[2]).toEqual(expect.arrayContaining(['县水务局', '2.10', '等平台数据']));
  expect([rows[3][3], rows[3][9]]).toEqual(['71%', '张三']);
  expect(rows[4][9]).toBe('COUNTA(J4:J6)');
  expect(rows[5].slice(0, 4)).toEqual(['县民政局', '2.3', expect.any(String), '88%']);
  const without = await written(rulebook, changed, [settled()]);
  expect(readSettlements(rulebook, without)).toMatchObject([{ unit: '县民政局', source: { cell: 'D7' } }]);
  expect(texts(without).flat()).toContain('等平台数据');
});

test('columns may be moved; a sheet whose headings are gone is kept and not written into', async () => {
  const swapped = settlementsSheet(rulebook, undefined, [settled()]);
  const cells = swapped.cells.map((cell) => (cell.row < 2 ? cell : { ...cell, column: 8 - cell.column }));
  const moved = await filed({ ...swapped, cells });
  expect(readSettlements(rulebook, await written(rulebook, moved))).toMatchObject([settled()]);
  const beheaded = await filed({ ...swapped, cells: swapped.cells.filter((cell) => cell.row !== 2) });
  expect(texts(await written(rulebook, beheaded))).toEqual(texts(beheaded));
  expect(() => settlementsSheet(rulebook, beheaded, [settled()])).toThrow('栏目名称');
});
