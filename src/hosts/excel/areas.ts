import type { CellRange } from '../../workbook/snapshot';

/** The properties of a range that areaOf reads. */
export const AREA_PROPERTIES = 'rowIndex,columnIndex,rowCount,columnCount';

/** The block that a loaded range is. */
export function areaOf({ rowIndex: top, columnIndex: left, rowCount, columnCount }: Excel.Range): CellRange {
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

/** The range of a block. */
export function rangeOf(worksheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
