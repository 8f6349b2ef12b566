/**
 * A workbook that is to be written, in plain data: what the score workbook and the bulletin's companion consist of.
 * Rows and columns count from 0. Hosts write it; whoever plans it knows nothing of files.
 */

/** How a cell looks. The set is closed so that every sheet of the product looks alike. */
export type StyleName =
  'title' | 'heading' | 'text' | 'number' | 'percent' | 'date' | 'note' | 'quiet' | 'ok' | 'warn' | 'bad' | 'link';

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

/** A native column chart over a block of its sheet. */
export interface PlannedChart {
  title: string;
  /**
   * The block, corners inclusive: the names of the series in its first row, the categories in its first column, numbers
   * in the rest.
   */
  data: { top: number; left: number; bottom: number; right: number };
  /** Where the chart stands: its top left cell, and how many columns and rows it covers. */
  at: { row: number; column: number; rows: number; columns: number };
  /** Series on top of one another instead of side by side. */
  stacked: boolean;
  /** Where the axis ends; it starts at 0. */
  maximum?: number;
}

export interface PlannedSheet {
  name: string;
  /** Widths of the columns from the first on, in characters; undefined leaves a column as it is. */
  columnWidths?: (number | undefined)[];
  /** So many rows and columns stay in view. */
  frozenRows?: number;
  frozenColumns?: number;
  cells: PlannedCell[];
  /** A host that cannot show charts shows the figures alone, and keeps the charts for the copy that is saved. */
  charts?: PlannedChart[];
  /** Printed on A4 landscape, fitted to its width. */
  print?: {
    /** So many rows are repeated on every page that follows them, the first of them this one: 0 by default. */
    repeatRows?: number;
    repeatFrom?: number;
    /** A new page begins with each of these rows. */
    breakBefore?: number[];
    portrait?: boolean;
  };
  hidden?: boolean;
  /** An AutoFilter over this block, corners inclusive. */
  filter?: { top: number; left: number; bottom: number; right: number };
}

export interface PlannedWorkbook {
  sheets: PlannedSheet[];
  /** Shown in the file's properties. */
  title?: string;
}
