import type { CellObject, WorkSheet } from '@e965/xlsx';
import { fromStoredFormula } from '../../workbook/stored-formula';
import type { Cell, CellRange, Sheet } from '../../workbook/snapshot';
import type { NumberTexts } from './number-text';

/** What the library's sheet does not carry, or carries under another name. */
export interface SheetFrame {
  name: string;
  key?: string;
  hidden: boolean;
  merges: CellRange[];
  isHiddenRow(row: number): boolean;
  isHiddenColumn(column: number): boolean;
  /** The words of an error that is newer than the library. */
  errorAt?(row: number, column: number): string | undefined;
}

/** The library gives errors as the numbers that the binary format has for them. */
const ERRORS = new Map<unknown, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/**
 * Turns a sheet parsed in dense mode into ours. The declared dimension is not looked at: only cells count.
 * A cell without a value, an error or a formula is not stored, and an empty text is no value. Hidden rows are listed
 * where they hold something, hidden columns up to the last that does.
 */
export function toSheet(parsed: WorkSheet, frame: SheetFrame, texts: NumberTexts): Sheet {
  const data = ((parsed as { '!data'?: CellObject[][] })['!data'] ?? []) as (CellObject[] | undefined)[];
  const rows: Sheet['rows'] = [];
  const hiddenRows: number[] = [];
  let columnCount = 0;
  forEachStored(data, (parsedRow, row) => {
    const cells: (Cell | undefined)[] = [];
    forEachStored(parsedRow, (parsedCell, column) => {
      const error = parsedCell.t === 'e' ? (ERRORS.get(parsedCell.v) ?? frame.errorAt?.(row, column)) : undefined;
      const cell = toCell(parsedCell, error, texts);
      if (cell) cells[column] = cell;
    });
    if (cells.length === 0) return;
    rows[row] = cells;
    if (frame.isHiddenRow(row)) hiddenRows.push(row);
    columnCount = Math.max(columnCount, cells.length);
  });
  return {
    name: frame.name,
    ...(frame.key !== undefined && { key: frame.key }),
    hidden: frame.hidden,
    rows,
    rowCount: rows.length,
    columnCount,
    merges: frame.merges,
    hiddenRows,
    hiddenColumns: numbersBelow(columnCount, frame.isHiddenColumn),
  };
}

function toCell(parsed: CellObject, error: string | undefined, texts: NumberTexts): Cell | undefined {
  const cell: Cell = { value: null, text: '' };
  const format = parsed.z === undefined ? 'General' : String(parsed.z);
  if (parsed.f !== undefined) cell.formula = fromStoredFormula(parsed.f);
  if (format !== 'General') cell.format = format;
  if (cell.formula !== undefined && isPicture(cell.formula)) return cell;
  const value = parsed.v;
  if (parsed.t === 'e') {
    cell.error = cell.text = error ?? '#VALUE!';
  } else if (typeof value === 'string' && value !== '') {
    cell.value = cell.text = value;
  } else if (typeof value === 'boolean') {
    cell.value = value;
    cell.text = value ? 'TRUE' : 'FALSE';
  } else if (typeof value === 'number' && Number.isFinite(value)) {
    cell.value = value;
    cell.text = texts.text(value, format);
  } else if (cell.formula === undefined) {
    return undefined;
  }
  return cell;
}

/** WPS keeps a picture in a cell as this formula; its cached text is the formula again, not a value. */
function isPicture(formula: string): boolean {
  return /^DISPIMG\(/i.test(formula);
}

/** Visits what an array holds without walking its holes, which may be a million for a lone cell far away. */
function forEachStored<T>(array: (T | undefined)[], visit: (item: T, index: number) => void): void {
  if (array.length <= 256) {
    for (let i = 0; i < array.length; i++) if (array[i] !== undefined) visit(array[i] as T, i);
  } else {
    for (const key of Object.keys(array)) if (array[+key] !== undefined) visit(array[+key] as T, +key);
  }
}

function numbersBelow(end: number, wanted: (n: number) => boolean): number[] {
  const numbers: number[] = [];
  for (let n = 0; n < end; n++) if (wanted(n)) numbers.push(n);
  return numbers;
}
