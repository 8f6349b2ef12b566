import ExcelJS from 'exceljs';
import { textWidth } from '../../src/workbook/text-width';

export type Cell = string | number | Date | { text: number } | undefined;
type Place = [top: number, left: number, bottom: number, right: number];

/** A workbook that says nothing about who made it and when. */
export function newWorkbook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = book.lastModifiedBy = '';
  book.created = book.modified = new Date(Date.UTC(2023, 9, 8));
  return book;
}

const LINE_HEIGHT = 13.5;
/** The tallest row that Excel allows. */
const TALLEST = 409;

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** A sheet that is filled from the top, in the dress of an office table. */
export class Table {
  readonly sheet: ExcelJS.Worksheet;
  private next = 1;

  constructor(
    book: ExcelJS.Workbook,
    name: string,
    private readonly widths: number[],
  ) {
    this.sheet = book.addWorksheet(name, {
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    });
    this.sheet.columns = widths.map((width) => ({ width }));
  }

  /** A line over the whole width: a title, or a note. */
  line(text: string, { size = 11, bold = false } = {}): void {
    const row = this.next++;
    this.merge([row, 1, row, this.widths.length]);
    const cell = this.sheet.getCell(row, 1);
    cell.value = text;
    cell.font = { name: size > 12 ? '方正小标宋简体' : '宋体', size, bold };
    cell.alignment = { horizontal: size > 12 ? 'center' : 'left', vertical: 'middle', wrapText: true };
    if (size > 12) this.sheet.getRow(row).height = 30;
    else this.fit(row);
  }

  heading(...cells: Cell[]): number {
    const row = this.row(...cells);
    this.sheet.getRow(row).eachCell((cell) => {
      cell.font = { name: '黑体', size: 10 };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    });
    return row;
  }

  row(...cells: Cell[]): number {
    const row = this.next++;
    for (let column = 1; column <= this.widths.length; column++) {
      const value = cells[column - 1];
      const cell = this.sheet.getCell(row, column);
      cell.border = BORDER;
      cell.font = { name: '宋体', size: 10 };
      cell.alignment = { vertical: 'middle', wrapText: true };
      if (value === undefined || value === '') continue;
      // A figure that somebody typed as text.
      if (typeof value === 'object' && 'text' in value) cell.value = String(value.text);
      else cell.value = value;
      if (value instanceof Date) cell.numFmt = value.getUTCHours() ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd';
    }
    this.fit(row);
    return row;
  }

  format(row: number, columns: { [column: number]: string }): void {
    for (const [column, format] of Object.entries(columns)) {
      const cell = this.sheet.getCell(row, Number(column));
      if (typeof cell.value === 'number') cell.numFmt = format;
    }
  }

  formula(row: number, column: number, formula: string, result: number): void {
    this.sheet.getCell(row, column).value = { formula, result };
  }

  merge([top, left, bottom, right]: Place): void {
    if (top !== bottom || left !== right) this.sheet.mergeCells(top, left, bottom, right);
    for (let row = top; row <= bottom; row++) this.fit(row);
  }

  /** Makes a row as high as its longest text; Excel does not do that for a file that it did not write. */
  private fit(row: number): void {
    const lines = this.widths.map((width, index) => {
      const cell = this.sheet.getCell(row, index + 1);
      if (typeof cell.value !== 'string' || cell.master !== cell) return 1;
      if (this.sheet.findCell(row + 1, index + 1)?.master === cell) return 1;
      let room = width;
      for (let column = index + 2; this.sheet.findCell(row, column)?.master === cell; column++) {
        room += this.widths[column - 1];
      }
      return cell.value.split('\n').reduce((count, line) => count + Math.ceil((textWidth(line) + 1) / (room - 1)), 0);
    });
    this.sheet.getRow(row).height = Math.min(TALLEST, Math.max(...lines) * LINE_HEIGHT + 4);
  }

  freeze(rows: number): void {
    this.sheet.views = [{ state: 'frozen', ySplit: rows }];
  }
}

/** Month and day of 2023, and the time of day if there is one, as Excel keeps them. */
export function on(month: number, day: number, hour = 0, minute = 0): Date {
  return new Date(Date.UTC(2023, month - 1, day, hour, minute));
}
