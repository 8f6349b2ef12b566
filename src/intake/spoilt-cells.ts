import type { SheetContext } from './answers';
import type { Entry } from './grid';

/** Tells of a cell of a register whose formula has failed; returns whether it has. */
export function noteFormulaError({ reading, grid }: SheetContext, entry: Entry | undefined, what: string): boolean {
  if (!entry?.cell.error) return false;
  reading.loose.push({
    source: reading.source(grid, entry.row, entry.column),
    what,
    raw: entry.text,
    code: 'formula-error',
    problem: `单元格是公式错误${entry.cell.error}`,
  });
  return true;
}

/** Tells of a count kept as text, which sums leave out. */
export function noteTextNumber(
  { reading, grid }: SheetContext,
  entry: Entry | undefined,
  value: number | undefined,
): void {
  if (!entry || value === undefined) return;
  reading.loose.push({
    source: reading.source(grid, entry.row, entry.column),
    what: '次数',
    raw: entry.text,
    code: 'text-number',
    value,
  });
}
