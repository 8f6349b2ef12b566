import { CellValueType, numfmt, type ICellData } from '@univerjs/core';
import { isErrorText } from '../../workbook/error-text';
import type { Cell } from '../../workbook/snapshot';

const GENERAL = 'General';
/** Days between the first days of the two date systems that Excel knows. */
const DATE_1904 = 1462;

/** A cell as the grid holds it, without its looks. */
export function toCellData(cell: Cell, date1904 = false): ICellData {
  const data: ICellData = cell.formula === undefined || isBeyondGrid(cell.formula) ? {} : { f: `=${cell.formula}` };
  if (cell.error !== undefined) return { ...data, v: cell.error, t: CellValueType.STRING };
  if (cell.value !== null) Object.assign(data, valueData(cell.value));
  if (date1904 && typeof data.v === 'number' && isDateFormat(cell.format)) data.v += DATE_1904;
  return data;
}

/** Links to other files and names of tables: the grid knows neither, so the cell keeps the result that it has. */
function isBeyondGrid(formula: string): boolean {
  return formula.replace(/"[^"]*"/g, '').includes('[');
}

/** A value as the grid holds it: a text of digits stays a text. */
export function valueData(value: string | number | boolean): ICellData {
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const looksLikeNumber = value.trim() !== '' && Number.isFinite(Number(value));
  return { v: value, t: looksLikeNumber ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** A cell of the grid as the rest of the product knows it; undefined when it holds nothing. */
export function toCell(data: ICellData, formula: string | undefined, format: string | undefined): Cell | undefined {
  const cell: Cell = { value: null, text: '' };
  if (formula) cell.formula = formula.replace(/^=/, '');
  if (format && format !== GENERAL) cell.format = format;
  const value = valueOf(data);
  if (typeof value === 'string' && isErrorText(value)) {
    cell.error = cell.text = value;
  } else if (value !== null) {
    cell.value = value;
    cell.text = textOf(value, cell.format);
  } else if (cell.formula === undefined) {
    return undefined;
  }
  return cell;
}

function valueOf({ v, t, p }: ICellData): Cell['value'] {
  // Text with looks of its own inside the cell.
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n') || null;
  if (v === undefined || v === null || v === '') return null;
  if (t === CellValueType.BOOLEAN) return v === true || Number(v) === 1;
  if (t === CellValueType.NUMBER && Number.isFinite(Number(v))) return Number(v);
  return typeof v === 'number' || typeof v === 'boolean' ? v : String(v);
}

function textOf(value: string | number | boolean, format: string | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' || format === undefined) return String(value);
  try {
    return numfmt.format(format, value, { locale: 'zh-CN' });
  } catch {
    return String(value);
  }
}

function isDateFormat(format: string | undefined): boolean {
  try {
    return format !== undefined && numfmt.isDateFormat(format);
  } catch {
    return false;
  }
}
