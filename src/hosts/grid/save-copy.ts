import { BooleanNumber, type ICellData, type IStyleData, type IWorkbookData, type Nullable } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import type { CellValue, Worksheet } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { rangeAddress } from '../../workbook/address';
import { cellText } from '../../workbook/cell-text';
import { ownName } from '../../workbook/own-name';
import type { PlannedChart } from '../../workbook/planned-write';
import { quotedSheet } from '../../workbook/rename-sheets';
import { SETTINGS_SHEET, settingsRows } from '../../workbook/settings-sheet';
import type { Cell } from '../../workbook/snapshot';
import { toStoredFormula } from '../../workbook/stored-formula';
import { toFileStyle } from './file-styles';
import { pixelsToPoints, toCharacters } from './measures';
import { chartsOf, keyOf } from './own-sheets';
import { SheetReader } from './read-sheet';

/** What Excel takes as an error in a cell; newer ones are kept as what they stand for there. */
const STORED_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'];

interface SheetCharts {
  /** The sheet's name. */
  name: string;
  charts: PlannedChart[];
  contentOf(row: number, column: number): Cell['value'];
}

/** Draws charts into a file, each over cells of its sheet. */
export type AddCharts = (file: Uint8Array, sheets: SheetCharts[]) => Uint8Array;

/** The workbook in the grid as the bytes of an .xlsx file. */
export async function saveCopy(workbook: FWorkbook, addCharts: AddCharts): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = book.lastModifiedBy = '';
  const looks = workbook.save();
  for (const sheet of workbook.getSheets()) {
    const saved = book.addWorksheet(sheet.getSheetName(), { state: sheet.isSheetHidden() ? 'hidden' : 'visible' });
    writeLook(saved, looks, sheet.getSheetId());
    writeCells(saved, new SheetReader(sheet));
    for (const { row, col, note } of sheet.getNotes()) saved.getCell(row + 1, col + 1).note = note;
  }
  const settings = new Map<string, string>(Object.entries(workbook.getCustomMetadata() ?? {}));
  if (settings.size) {
    const sheet = book.addWorksheet(SETTINGS_SHEET, { state: 'veryHidden' });
    for (const row of settingsRows(settings)) sheet.addRow(row);
  }
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  finish(parts, ownNames(workbook));
  const charts = workbook.getSheets().flatMap(chartsIn);
  return charts.length ? addCharts(zipSync(parts), charts) : zipSync(parts);
}

function chartsIn(sheet: FWorksheet): SheetCharts[] {
  const charts = chartsOf(sheet);
  if (!charts.length) return [];
  const { rows } = new SheetReader(sheet).read();
  return [{ name: sheet.getSheetName(), charts, contentOf: (row, column) => rows[row]?.[column]?.value ?? null }];
}

function writeCells(sheet: Worksheet, reader: SheetReader): void {
  reader.read().rows.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (!cell) return;
      const target = sheet.getCell(r + 1, c + 1);
      // Only the first cell of a merged block can hold anything.
      if (target.isMerged && target.master !== target) return;
      const spill = cell.formula === undefined ? undefined : reader.spill(r, c);
      target.value = storedValue(cell, spill && rangeAddress(spill));
    }),
  );
}

function storedValue({ value, error, formula }: Cell, spill: string | undefined): CellValue {
  const result = (
    error === undefined ? plain(value) : { error: STORED_ERRORS.includes(error) ? error : '#VALUE!' }
  ) as CellValue;
  if (formula === undefined) return result;
  const stored = { formula: toStoredFormula(formula), result: result ?? undefined };
  return (spill ? { ...stored, shareType: 'array', ref: spill } : stored) as CellValue;
}

/** A value as a file can hold it, with nothing that Excel would read as an escape. */
function plain(value: Cell['value']): Cell['value'] {
  return typeof value === 'string' ? cellText(value).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : value;
}

function writeLook(sheet: Worksheet, { sheets, styles }: IWorkbookData, id: string): void {
  const { cellData = {}, rowData = {}, columnData = {}, mergeData = [], freeze, showGridlines } = sheets[id];
  const styleOf = (style: Nullable<IStyleData | string>) => (typeof style === 'string' ? styles[style] : style);
  for (const [index, column] of Object.entries(columnData)) {
    const target = sheet.getColumn(Number(index) + 1);
    if (column?.w) target.width = toCharacters(column.w);
    if (column?.hd === BooleanNumber.TRUE) target.hidden = true;
  }
  for (const [row, cells] of Object.entries(cellData)) {
    for (const [column, cell] of Object.entries(cells ?? {}) as [string, Nullable<ICellData>][]) {
      const style = styleOf(cell?.s);
      if (style) sheet.getCell(Number(row) + 1, Number(column) + 1).style = toFileStyle(style);
    }
  }
  for (const [index, row] of Object.entries(rowData)) {
    const target = sheet.getRow(Number(index) + 1);
    const height = row?.ia === BooleanNumber.TRUE ? row.ah : row?.h;
    if (height) target.height = pixelsToPoints(height);
    if (row?.hd === BooleanNumber.TRUE) target.hidden = true;
  }
  for (const { startRow, startColumn, endRow, endColumn } of mergeData) {
    sheet.mergeCells(startRow + 1, startColumn + 1, endRow + 1, endColumn + 1);
  }
  const frozen = freeze && (freeze.xSplit > 0 || freeze.ySplit > 0);
  const view = { showGridLines: showGridlines !== BooleanNumber.FALSE };
  sheet.views = [frozen ? { ...view, state: 'frozen', xSplit: freeze.xSplit, ySplit: freeze.ySplit } : view];
}

/** A hidden name for each sheet of the product's, as in every file of ours: so it is known again, whatever it is called. */
function ownNames(workbook: FWorkbook): string {
  const names = workbook.getSheets().flatMap((sheet) => {
    const key = keyOf(sheet);
    if (key === undefined) return [];
    const place = `${quotedSheet(sheet.getSheetName())}!$1:$1048576`;
    return [`<definedName name="${escapeXml(ownName(key))}" hidden="1">${escapeXml(place)}</definedName>`];
  });
  return names.length ? `<definedNames>${names.join('')}</definedNames>` : '';
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/**
 * Adds the names, and keeps Excel from computing everything anew as it opens the file: without the add-in that would
 * show #NAME?.
 */
function finish(parts: Record<string, Uint8Array>, names: string): void {
  const workbook = 'xl/workbook.xml';
  const xml = strFromU8(parts[workbook]).replace(/calcId="\d+"/, 'calcId="191029"');
  parts[workbook] = strToU8(xml.replace('</sheets>', () => `</sheets>${names}`));
}
