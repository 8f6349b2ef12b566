import type { SheetContext } from '../answers';
import type { Owner } from '../owner';
import { monthOf } from '../roles';
import { columnFor, type Table } from '../tables';
import { monthsAcross, holdsRates } from './month-columns';
import { readAcross } from './months-across';
import { readDown } from './months-down';

/** 1月 to 12月 across, a row per unit; or months down the rows. Counts the months without data. */
export function readMonths(context: SheetContext, table: Table, owner: () => Owner, tableNumber: number): void {
  if (monthsAcross(table) >= 3) {
    readAcross(context, table, owner, tableNumber);
  } else {
    readDown(context, table, owner);
  }
}

/** Months stand in the heading, or down a column named 月份. */
export function isMonthly(context: SheetContext, table: Table): boolean {
  if (monthsAcross(table) >= 3) return !holdsRates(table);
  const column = columnFor(table, 'month');
  if (!column) return false;
  const months = table.rows.filter((line) => monthOf(context.grid.textAt(line.row, column.index)) !== undefined);
  return months.length >= 3;
}
