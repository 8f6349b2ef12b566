import { cellCount, rowChunks } from '../../workbook/areas';
import { cellText } from '../../workbook/cell-text';
import { LOOKS } from '../../workbook/looks';
import { rowHeights } from '../../workbook/row-heights';
import type { PlannedCell, PlannedSheet, PlannedValue } from '../../workbook/planned-write';
import { quotedSheet, renameSheets, type SheetNames } from '../../workbook/rename-sheets';
import { rangeOf } from './areas';
import { applyLooks } from './looks';

/** Widths are planned in characters; Excel's interface counts points. */
const POINTS_PER_CHARACTER = 5.6;

/** One step of writing: how many cells it moves, and the calls. */
export interface Step {
  cells: number;
  call(): void;
}

/** The steps that write a sheet's content to a worksheet that is empty; none moves more cells than allowed. */
export function contentSteps(
  worksheet: Excel.Worksheet,
  planned: PlannedSheet,
  names: SheetNames,
  mostCells: number,
): Step[] {
  const { cells, filter } = planned;
  const heights = rowHeights(planned);
  const extent = {
    top: 0,
    left: 0,
    bottom: cells.reduce((most, { row }) => Math.max(most, row), 0),
    right: cells.reduce((most, { column }) => Math.max(most, column), 0),
  };
  const byRow = new Map<number, PlannedCell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const steps = rowChunks(extent, mostCells).map((area): Step => {
    const [rows, columns] = [area.bottom - area.top + 1, area.right + 1];
    const within = Array.from({ length: rows }, (_, i) => byRow.get(area.top + i) ?? []);
    return {
      cells: cellCount(area),
      call() {
        const inside = within.flat();
        // A link makes the cell's text its own, so that it comes before the text.
        for (const cell of inside) addLink(worksheet, cell, names);
        const range = worksheet.getRangeByIndexes(area.top, 0, rows, columns);
        range.numberFormat = matrix(within, columns, formatOf);
        range.formulas = matrix(within, columns, (cell) => entryOf(cell, names));
        applyLooks(worksheet, inside);
        for (const { row, column, span } of inside) {
          if (span && span.rows * span.columns > 1) {
            worksheet.getRangeByIndexes(row, column, span.rows, span.columns).merge();
          }
        }
        range.format.autofitRows();
        for (const [row, { points, fixed }] of heights) {
          if (!fixed || row < area.top || row > area.bottom) continue;
          worksheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
        }
      },
    };
  });
  if (filter) {
    steps.push({ cells: 0, call: () => worksheet.autoFilter.apply(rangeOf(worksheet, filter)) });
  }
  return steps;
}

/** What is set once, when a sheet is made: afterwards widths, panes and printing are as the person wants them. */
export function frameSheet(worksheet: Excel.Worksheet, planned: PlannedSheet): void {
  planned.columnWidths?.forEach((width, column) => {
    if (width === undefined) return;
    worksheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * POINTS_PER_CHARACTER;
  });
  const { frozenRows = 0, frozenColumns = 0, print } = planned;
  if (frozenRows || frozenColumns) {
    if (frozenColumns === 0) worksheet.freezePanes.freezeRows(frozenRows);
    else if (frozenRows === 0) worksheet.freezePanes.freezeColumns(frozenColumns);
    else worksheet.freezePanes.freezeAt(worksheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  }
  if (print) {
    const layout = worksheet.pageLayout;
    layout.orientation = print.portrait ? 'Portrait' : 'Landscape';
    layout.paperSize = 'A4' as Excel.PaperType;
    layout.centerHorizontally = true;
    layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    for (const row of print.breakBefore ?? []) worksheet.horizontalPageBreaks.add(`A${row + 1}`);
    const { repeatRows, repeatFrom = 0 } = print;
    if (repeatRows) layout.setPrintTitleRows(`$${repeatFrom + 1}:$${repeatFrom + repeatRows}`);
  }
}

function matrix<T>(rows: PlannedCell[][], columns: number, of: (cell: PlannedCell) => T): (T | string)[][] {
  return rows.map((cells) => {
    // null leaves a cell as it is; the sheet is empty.
    const row: (T | string)[] = new Array<T | string>(columns).fill(null as unknown as string);
    for (const cell of cells) row[cell.column] = of(cell);
    return row;
  });
}

function formatOf({ format, style }: PlannedCell): string {
  return format ?? (style && LOOKS[style].format) ?? 'General';
}

function entryOf({ formula, value }: PlannedCell, names: SheetNames): PlannedValue {
  return formula === undefined ? plainEntry(value ?? '') : `=${renameSheets(formula, names)}`;
}

/** A value as it must be given to Excel to stay what it is: without the apostrophe, the text "3.5" becomes a number. */
export function plainEntry(value: Exclude<PlannedValue, null>): string | number | boolean {
  return typeof value === 'string' && value !== '' ? `'${cellText(value)}` : value;
}

function addLink(worksheet: Excel.Worksheet, { row, column, link }: PlannedCell, names: SheetNames): void {
  if (!link) return;
  const sheet = quotedSheet(names.get(link.sheet) ?? link.sheet);
  worksheet.getRangeByIndexes(row, column, 1, 1).hyperlink = { documentReference: `${sheet}!${link.cell}` };
}
