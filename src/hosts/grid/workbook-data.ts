import {
  BooleanNumber,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { PlannedCell } from '../../workbook/planned-write';
import { SETTINGS_SHEET, settingsOf } from '../../workbook/settings-sheet';
import type { Sheet, Snapshot } from '../../workbook/snapshot';
import { textWidth } from '../../workbook/text-width';
import { toCellData } from './cell-data';
import type { SheetLook, SheetNote } from './file-look';
import { toPixels } from './measures';
import { customOf } from './own-sheets';
import { plannedCellData } from './planned-sheet';

const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 20;
const WIDEST = 40;
const NOTE = { width: 240, height: 120 };
/** The name under which the grid keeps notes. */
const NOTES = 'SHEET_NOTE_PLUGIN';

type Cells = { [row: number]: { [column: number]: ICellData } };

/** A workbook as it was read, as the grid takes it; its looks are those of the file where they are known. */
export function toWorkbookData(snapshot: Snapshot, looks: Map<string, SheetLook>, id: string): IWorkbookData {
  const shown = snapshot.sheets.filter((sheet) => sheet.name !== SETTINGS_SHEET);
  const idOf = (index: number) => `sheet${index + 1}`;
  const notes = shown.map((sheet, index) => [idOf(index), notesData(idOf(index), looks.get(sheet.name)?.notes ?? [])]);
  return {
    id,
    name: snapshot.file,
    appVersion: '',
    locale: LocaleType.ZH_CN,
    styles: {},
    defaultStyle: { ff: '宋体', fs: 11 },
    sheetOrder: shown.map((_, index) => idOf(index)),
    sheets: Object.fromEntries(
      shown.map((sheet, index) => {
        const data = sheetData(sheet, looks.get(sheet.name)?.data, idOf(index), snapshot.date1904);
        return [idOf(index), sheet.key === undefined ? data : { ...data, custom: customOf(sheet.key) }];
      }),
    ),
    resources: [{ name: NOTES, data: JSON.stringify(Object.fromEntries(notes)) }],
    custom: Object.fromEntries(settingsOf(snapshot)),
  };
}

function sheetData(
  sheet: Sheet,
  look: Partial<IWorksheetData> | undefined,
  id: string,
  date1904: boolean,
): Partial<IWorksheetData> {
  const cellData = (look?.cellData ?? {}) as Cells;
  sheet.rows.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (!cell) return;
      const data = ((cellData[r] ??= {})[c] ??= {});
      Object.assign(data, toCellData(cell, date1904));
      if (!data.s && cell.format) data.s = { n: { pattern: cell.format } };
    }),
  );
  const rowData = { ...look?.rowData };
  for (const row of sheet.hiddenRows) rowData[row] = { ...rowData[row], hd: BooleanNumber.TRUE };
  const columnData = look ? { ...look.columnData } : columnsByText(sheet);
  for (const column of sheet.hiddenColumns) columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  return {
    ...look,
    id,
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    cellData,
    rowData,
    columnData,
    rowCount: Math.max(LEAST_ROWS, sheet.rowCount + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, sheet.columnCount + SPARE_COLUMNS),
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    })),
  };
}

/** Puts planned cells into a sheet that is not open yet, beside what it holds. */
export function addPlannedCells(
  { sheets }: IWorkbookData,
  { sheet: name, cells, columnWidths }: { sheet: string; cells: PlannedCell[]; columnWidths: Map<number, number> },
): void {
  const sheet = Object.values(sheets).find((each) => each.name === name);
  if (!sheet) return;
  const cellData = (sheet.cellData ??= {}) as Cells;
  for (const cell of cells) (cellData[cell.row] ??= {})[cell.column] = onOneLine(plannedCellData(cell));
  const last = Math.max(...cells.map((cell) => cell.column));
  sheet.columnCount = Math.max(sheet.columnCount ?? 0, last + 1 + SPARE_COLUMNS);
  const columnData = (sheet.columnData ??= {}) as { [column: number]: { w?: number } };
  for (const [column, width] of columnWidths) columnData[column] = { w: toPixels(width) };
}

/** The rows are as high as the file has them, which leaves room for one line. */
function onOneLine(data: ICellData): ICellData {
  if (typeof data.s !== 'object') return data;
  return { ...data, s: { ...data.s, tb: WrapStrategy.CLIP, vt: VerticalAlign.MIDDLE } };
}

/** Columns wide enough for most of what they hold, where the file does not say. */
function columnsByText(sheet: Sheet): { [column: number]: { w: number; hd?: BooleanNumber } } {
  const merged = new Set(sheet.merges.map(({ top, left }) => `${top},${left}`));
  const columns: { [column: number]: { w: number } } = {};
  for (let column = 0; column < sheet.columnCount; column++) {
    const widths = sheet.rows.map((row, r) =>
      merged.has(`${r},${column}`) ? 0 : textWidth(row?.[column]?.text ?? ''),
    );
    columns[column] = { w: toPixels(Math.min(WIDEST, Math.max(8, ...widths) + 2)) };
  }
  return columns;
}

function notesData(sheetId: string, notes: SheetNote[]) {
  const rows: { [row: number]: { [column: number]: object } } = {};
  for (const { row, column, text } of notes) {
    (rows[row] ??= {})[column] = { id: `${sheetId}-${row}-${column}`, row, col: column, note: text, ...NOTE };
  }
  return rows;
}
