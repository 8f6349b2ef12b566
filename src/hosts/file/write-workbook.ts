import type { Cell, CellValue, Worksheet, XlsxWriteOptions } from 'exceljs';
import { cellAddress } from '../../workbook/address';
import { cellText } from '../../workbook/cell-text';
import type { PlannedCell, PlannedSheet, PlannedValue, PlannedWorkbook } from '../../workbook/planned-write';
import { mergedHeights } from '../../workbook/merged-heights';
import { quotedSheet } from '../../workbook/rename-sheets';
import { validSheetNames } from '../../workbook/sheet-name';
import { toStoredFormula } from '../../workbook/stored-formula';
import { finishFile, type FinishedSheet, type Link } from './finish-file';
import { CellStyles } from './styles';

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
  const styles = new CellStyles();
  planned.sheets.forEach((sheet, i) => writeSheet(book.addWorksheet(names[i]), sheet, styles));
  const nameOf = (wish: string) => names[wishes.indexOf(wish)] ?? wish;
  // Packed as it is: finishFile opens it at once and compresses what it makes of it.
  const packed = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Partial<XlsxWriteOptions>);
  return finishFile(
    new Uint8Array(packed),
    planned.sheets.map((sheet, i) => ({
      number: i + 1,
      name: names[i],
      key: sheet.name,
      links: linksOf(sheet, nameOf),
      charts: sheet.charts ?? [],
      contentOf: contentOf(sheet),
    })),
  );
}

/** A sheet's links inside the workbook. */
export function linksOf({ cells }: PlannedSheet, nameOf: (wish: string) => string): Link[] {
  return cells.flatMap(({ link, row, column }) =>
    link ? [{ from: cellAddress(row, column), to: `${quotedSheet(nameOf(link.sheet))}!${link.cell}` }] : [],
  );
}

/** The value of a planned cell, for what keeps a copy of it; a formula's is the one that it has now. */
function contentOf({ cells }: PlannedSheet): FinishedSheet['contentOf'] {
  const values = new Map(
    cells.map(({ row, column, value, cached }) => [
      cellAddress(row, column),
      value ?? (typeof cached === 'object' ? null : cached),
    ]),
  );
  return (row, column) => values.get(cellAddress(row, column));
}

/** Puts a planned sheet's cells and looks into an empty one. */
export function writeSheet(sheet: Worksheet, planned: PlannedSheet, styles: CellStyles): void {
  planned.columnWidths?.forEach((width, i) => {
    if (width !== undefined) sheet.getColumn(i + 1).width = width;
  });
  for (const plannedCell of planned.cells) writeCell(sheet, plannedCell, styles);
  for (const [row, height] of mergedHeights(planned)) sheet.getRow(row + 1).height = height;
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

function writeCell(sheet: Worksheet, planned: PlannedCell, styles: CellStyles): void {
  const cell: Cell = sheet.getCell(planned.row + 1, planned.column + 1);
  if (planned.formula !== undefined) {
    const result = storedResult(planned.cached);
    cell.value = { formula: toStoredFormula(planned.formula), result } as CellValue;
  } else {
    cell.value = storedValue(planned.value);
  }
  const style = planned.style ?? (planned.link ? 'link' : undefined);
  if (style || planned.format) cell.style = styles.of(style, planned.format);
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

/** A text as a file can hold it: Excel reads _x0041_ as the letter A. */
function plainText(text: string): string {
  return cellText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
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
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
}
