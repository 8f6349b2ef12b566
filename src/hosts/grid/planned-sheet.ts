import { BooleanNumber, WrapStrategy, type ICellData, type IStyleData, type IWorksheetData } from '@univerjs/core';
import type { PlannedCell, PlannedSheet } from '../../workbook/planned-write';
import { renameSheets, type SheetNames } from '../../workbook/rename-sheets';
import { textWidth } from '../../workbook/text-width';
import { valueData } from './cell-data';
import { pointsToPixels, toPixels } from './measures';
import { PLANNED_STYLES } from './planned-styles';

const SPARE_ROWS = 20;
const SPARE_COLUMNS = 4;
const DEFAULT_WIDTH = 11;
const LINE_HEIGHT = 16;

/** A planned sheet as the grid holds it. */
export function plannedSheetData(
  planned: PlannedSheet,
  id: string,
  name: string,
  names: SheetNames,
): Partial<IWorksheetData> & { id: string } {
  const cellData: { [row: number]: { [column: number]: ICellData } } = {};
  const lines: number[] = [];
  let [rowCount, columnCount] = [0, planned.columnWidths?.length ?? 0];
  for (const cell of planned.cells) {
    const data = plannedCellData(cell, names);
    (cellData[cell.row] ??= {})[cell.column] = data;
    rowCount = Math.max(rowCount, cell.row + (cell.span?.rows ?? 1));
    columnCount = Math.max(columnCount, cell.column + (cell.span?.columns ?? 1));
    lines[cell.row] = Math.max(lines[cell.row] ?? 1, linesOf(cell, data, planned));
  }
  const { frozenRows = 0, frozenColumns = 0 } = planned;
  return {
    id,
    name,
    hidden: planned.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    cellData,
    rowCount: rowCount + SPARE_ROWS,
    columnCount: columnCount + SPARE_COLUMNS,
    // Rows between may be empty.
    rowData: Object.fromEntries(lines.flatMap((count, row) => [[row, { h: pointsToPixels(4 + count * LINE_HEIGHT) }]])),
    columnData: Object.fromEntries(
      (planned.columnWidths ?? []).flatMap((width, column) =>
        width === undefined ? [] : [[column, { w: toPixels(width) }]],
      ),
    ),
    mergeData: planned.cells.flatMap(({ row, column, span }) =>
      span && (span.rows > 1 || span.columns > 1)
        ? [{ startRow: row, startColumn: column, endRow: row + span.rows - 1, endColumn: column + span.columns - 1 }]
        : [],
    ),
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows || -1,
      startColumn: frozenColumns || -1,
    },
  };
}

/** A planned cell as the grid holds it. */
export function plannedCellData(planned: PlannedCell, names: SheetNames = new Map()): ICellData {
  const data: ICellData = {};
  const { cached } = planned;
  if (planned.formula !== undefined) {
    data.f = `=${renameSheets(planned.formula, names)}`;
    if (typeof cached === 'object' && cached !== null) data.v = cached.error;
    else if (cached !== undefined && cached !== null) Object.assign(data, valueData(cached));
  } else if (planned.value !== undefined && planned.value !== null && planned.value !== '') {
    Object.assign(data, valueData(planned.value));
  }
  const style = styleOf(planned);
  if (style) data.s = style;
  return data;
}

function styleOf({ style, link, format }: PlannedCell): IStyleData | undefined {
  const name = style ?? (link ? 'link' : undefined);
  if (!name && !format) return undefined;
  return { ...(name && PLANNED_STYLES[name]), ...(format && { n: { pattern: format } }) };
}

/** How many lines a wrapped text takes in its column. */
function linesOf({ column, span }: PlannedCell, { v, s }: ICellData, { columnWidths = [] }: PlannedSheet): number {
  if (typeof v !== 'string' || typeof s !== 'object' || s?.tb !== WrapStrategy.WRAP) return 1;
  let width = 0;
  for (let i = 0; i < (span?.columns ?? 1); i++) width += columnWidths[column + i] ?? DEFAULT_WIDTH;
  return v.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
}
