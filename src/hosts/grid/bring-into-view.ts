import type { FWorksheet } from '@univerjs/sheets/facade';
import type { CellRange } from '../../workbook/snapshot';

/** Rows left in view above a cell that is gone to. */
const ROWS_ABOVE = 4;

/**
 * Scrolls the shown sheet only as far as a block needs it: people keep seeing the names beside the figures.
 * @param wasShown whether the sheet was on screen before
 */
export function bringIntoView(sheet: FWorksheet, { top, left, bottom, right }: CellRange, wasShown: boolean): void {
  const seen = wasShown ? sheet.getVisibleRange() : null;
  const { xSplit = 0, ySplit = 0 } = sheet.getSheet().getConfig().freeze ?? {};
  const rowSeen = bottom < ySplit || (seen !== null && top >= seen.startRow && bottom < seen.endRow);
  const columnSeen = right < xSplit || (seen !== null && left >= seen.startColumn && right < seen.endColumn);
  if (rowSeen && columnSeen) return;
  const row = rowSeen && seen ? seen.startRow : Math.max(ySplit, top - ROWS_ABOVE);
  const column = columnSeen && seen ? seen.startColumn : Math.max(xSplit, left - 1);
  sheet.scrollToCell(row, column);
}
