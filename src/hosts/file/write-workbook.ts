import type { Cell, CellValue, Worksheet } from 'exceljs';
import { cellAddress } from '../../workbook/address';
import type { PlannedCell, PlannedSheet, PlannedValue, PlannedWorkbook } from '../../workbook/planned-write';
import { validSheetNames } from '../../workbook/sheet-name';
import { toStoredFormula } from '../../workbook/stored-formula';
import { finishFile } from './finish-file';
import { cellStyle } from './styles';

/** What Excel can hold in one cell. */
const LONGEST_TEXT = 32_767;
const A4 = 9;

/** Writes a planned workbook as the bytes of an .xlsx file. */
export async function writeWorkbook(planned: PlannedWorkbook): Promise<Uint8Array> {
  // Loaded only when something is written: it is the largest library of all.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = book.lastModifiedBy = '';
  book.title = planned.title ?? '';
  const wishes = planned.sheets.map((sheet) => sheet.name);
  const names = validSheetNames(wishes);
  planned.sheets.forEach((sheet, i) => writeSheet(book.addWorksheet(names[i]), sheet));
  const nameOf = (wish: string) => names[wishes.indexOf(wish)] ?? wish;
  return finishFile(
    new Uint8Array(await book.xlsx.writeBuffer()),
    planned.sheets.map((sheet) =>
      sheet.cells.flatMap(({ link, row, column }) =>
        link ? [{ from: cellAddress(row, column), to: `'${nameOf(link.sheet)}'!${link.cell}` }] : [],
      ),
    ),
  );
}

function writeSheet(sheet: Worksheet, planned: PlannedSheet): void {
  planned.columnWidths?.forEach((width, i) => {
    if (width !== undefined) sheet.getColumn(i + 1).width = width;
  });
  for (const plannedCell of planned.cells) writeCell(sheet, plannedCell);
  if (planned.frozenRows || planned.frozenColumns) {
    sheet.views = [{ state: 'frozen', ySplit: planned.frozenRows ?? 0, xSplit: planned.frozenColumns ?? 0 }];
  }
  if (planned.hidden) sheet.state = 'hidden';
  if (planned.filter) {
    const { top, left, bottom, right } = planned.filter;
    sheet.autoFilter = { from: { row: top + 1, column: left + 1 }, to: { row: bottom + 1, column: right + 1 } };
  }
  if (planned.print) setUpPrint(sheet, planned.print);
}

function writeCell(sheet: Worksheet, planned: PlannedCell): void {
  const cell: Cell = sheet.getCell(planned.row + 1, planned.column + 1);
  if (planned.formula !== undefined) {
    const result = storedResult(planned.cached);
    cell.value = { formula: toStoredFormula(planned.formula), result } as CellValue;
  } else {
    cell.value = storedValue(planned.value);
  }
  const style = planned.style ?? (planned.link ? 'link' : undefined);
  if (style) cell.style = cellStyle(style);
  if (planned.format) cell.numFmt = planned.format;
  if (planned.span && (planned.span.rows > 1 || planned.span.columns > 1)) {
    const { rows, columns } = planned.span;
    sheet.mergeCells(planned.row + 1, planned.column + 1, planned.row + rows, planned.column + columns);
  }
}

function storedResult(cached: PlannedCell['cached']): CellValue | undefined {
  if (cached === undefined || cached === null) return undefined;
  return typeof cached === 'object' ? (cached as CellValue) : storedText(cached);
}

function storedValue(value: PlannedValue | undefined): CellValue {
  return value === undefined || value === null || value === '' ? null : storedText(value);
}

function storedText(value: string | number | boolean): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : ({ error: '#NUM!' } as CellValue);
  return typeof value === 'string' ? plainText(value) : value;
}

/** A text as a file can hold it: no control characters, no accidental escapes, not too long. */
function plainText(text: string): string {
  const allowed = text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '');
  const note = (left: number) => `……(文字超过单元格上限,以下 ${left} 字从略)`;
  const shortened =
    allowed.length <= LONGEST_TEXT
      ? allowed
      : allowed.slice(0, LONGEST_TEXT - 40) + note(allowed.length - LONGEST_TEXT + 40);
  // Excel reads _x0041_ as the letter A.
  return shortened.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function setUpPrint(sheet: Worksheet, print: NonNullable<PlannedSheet['print']>): void {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: print.portrait ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
  });
  if (print.repeatRows) sheet.pageSetup.printTitlesRow = `1:${print.repeatRows}`;
  sheet.headerFooter.oddFooter = '&C第 &P 页,共 &N 页';
}
