import type { CellChange } from '../../workbook/host';
import type { Cell, Sheet, Snapshot } from '../../workbook/snapshot';

function sizeOf(rows: Sheet['rows']): { rowCount: number; columnCount: number } {
  const rowCount = rows.reduce((count, row, index) => (row?.some((cell) => cell) ? index + 1 : count), 0);
  const columnCount = rows.reduce((count, row) => Math.max(count, row?.length ?? 0), 0);
  return { rowCount, columnCount };
}

/** A cell that was cleared leaves nothing behind. */
function stored(cell: Cell | undefined): Cell | undefined {
  const empty = !cell || (cell.value === null && !cell.formula && !cell.error && cell.text === '');
  return empty ? undefined : cell;
}

/** The workbook after an edit; undefined when it must be read anew. Nothing of the old snapshot is changed. */
export function followEdit(snapshot: Snapshot, { sheet: name, range, cells }: CellChange): Snapshot | undefined {
  const index = snapshot.sheets.findIndex((sheet) => sheet.name === name);
  if (index < 0 || !range || !cells) return undefined;
  const sheet = snapshot.sheets[index];
  const rows = [...sheet.rows];
  for (let row = range.top; row <= range.bottom; row++) {
    const changed = [...(rows[row] ?? [])];
    for (let column = range.left; column <= range.right; column++) {
      changed[column] = stored(cells[row - range.top]?.[column - range.left]);
    }
    rows[row] = changed;
  }
  const sheets = [...snapshot.sheets];
  sheets[index] = { ...sheet, rows, ...sizeOf(rows) };
  return { ...snapshot, sheets };
}

/** Whether cells hold formulas: an edit elsewhere may then have changed what they show, which no event tells. */
export function hasFormulas({ sheets }: Snapshot): boolean {
  return sheets.some((sheet) => sheet.rows.some((row) => row?.some((cell) => cell?.formula !== undefined)));
}
