/**
 * A workbook that is to be written, in plain data: what the score workbook and the bulletin's companion consist of.
 * Rows and columns count from 0. Hosts write it; whoever plans it knows nothing of files.
 */

/** How a cell looks. The set is closed so that every sheet of the product looks alike. */
export type StyleName =
  'title' | 'heading' | 'text' | 'number' | 'percent' | 'date' | 'note' | 'ok' | 'warn' | 'bad' | 'link';

/** What a cell shows: a value, or a formula with the value it has now. */
export type PlannedValue = string | number | boolean | null;

export interface PlannedCell {
  row: number;
  column: number;
  /** Always taken as it is: a text that begins with "=" stays a text. */
  value?: PlannedValue;
  /** Without the leading "=". Only this field makes a formula; YL functions are written YL.SCORE(…). */
  formula?: string;
  /** The formula's result now, for viewers that cannot compute it: a value or an error such as { error: '#N/A' }. */
  cached?: PlannedValue | { error: string };
  style?: StyleName;
  /** A number format code that overrides the style's. */
  format?: string;
  /** A click leads to this cell of this workbook. */
  link?: { sheet: string; cell: string };
  /** The block that this cell, its top left one, is merged over: rows and columns, at least 1 each. */
  span?: { rows: number; columns: number };
}

export interface PlannedSheet {
  name: string;
  /** Widths of the columns from the first on, in characters; undefined leaves a column as it is. */
  columnWidths?: (number | undefined)[];
  /** So many rows and columns stay in view. */
  frozenRows?: number;
  frozenColumns?: number;
  cells: PlannedCell[];
  /** Printed on A4 landscape, fitted to its width, with these first rows repeated on every page. */
  print?: { repeatRows?: number; portrait?: boolean };
  hidden?: boolean;
  /** An AutoFilter over this block, corners inclusive. */
  filter?: { top: number; left: number; bottom: number; right: number };
}

export interface PlannedWorkbook {
  sheets: PlannedSheet[];
  /** Shown in the file's properties. */
  title?: string;
}
