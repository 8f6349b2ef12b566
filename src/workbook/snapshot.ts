/**
 * A workbook as it was read once from a host, in plain data: nothing in it refers back to the host.
 * Rows and columns count from 0. Hosts fill it in; intake reads it.
 */

/** What a cell holds. Dates stay the serial number Excel keeps; `format` says that it is a date. */
export type CellValue = string | number | boolean | null;

export interface Cell {
  /** The value, or the cached result of a formula. null for an empty or error cell. */
  value: CellValue;
  /** What the grid shows, as far as the host knows it; otherwise the value as text. */
  text: string;
  /** Without the leading "=". */
  formula?: string;
  /** The number format code, when it is not General. */
  format?: string;
  /** An Excel error such as "#REF!"; value is then null. */
  error?: string;
}

/** Corners of a block of cells, all inclusive. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  /** Of a sheet that the product wrote: its key, whatever people call it now. undefined: the person's own sheet. */
  key?: string;
  hidden: boolean;
  /** Sparse: rows[r]?.[c] is undefined where nothing is stored. */
  rows: (Cell | undefined)[][];
  /** One more than the last row and column that hold anything. */
  rowCount: number;
  columnCount: number;
  merges: CellRange[];
  hiddenRows: number[];
  hiddenColumns: number[];
}

/** What only the bytes of a workbook's file tell: an open workbook cannot be asked without disturbing the person. */
export interface WorkbookFrame {
  date1904: boolean;
  sheets: { name: string; merges: CellRange[] }[];
}

export interface Snapshot {
  /** The file's name without its folder; for an open workbook, the workbook's name. */
  file: string;
  /** 1904 date system: serial numbers are 1462 days short of the 1900 system's. */
  date1904: boolean;
  sheets: Sheet[];
}
