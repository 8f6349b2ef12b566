import type { Cell, CellRange, Snapshot } from './snapshot';
import type { PlannedSheet } from './planned-write';

/*
 * For whoever writes a host: sheets of the product are told by a hidden defined name (own-name.ts), and read() gives
 * their keys in Sheet.key. Marks need no picture of before where they lie over the cells instead of in them, as
 * conditional formats do. test/hosts/contract.ts says the rest.
 */

/**
 * The one door to whatever holds the workbook: Excel, a grid in a page, the bytes of a file. A host decides nothing; it
 * reads, writes what was planned, and says when cells changed. The same tests run over every host.
 */
export interface WorkbookHost {
  /** Whether charts are seen in the workbook as it is; otherwise only in a copy that is saved. */
  readonly showsCharts: boolean;

  /** Reads the whole workbook. Reading leaves the workbook, the selection and the undo history as they are. */
  read(): Promise<Snapshot>;

  /**
   * Writes sheets that the product owns. A sheet written before is found by its key, also after a person renamed it, and
   * its content and our charts on it are replaced; a new one is added at the end. Sheets and charts of the person's are
   * never touched: when a sheet has the wished name, ours gets another. When anything fails, what was there before is
   * there again.
   */
  writeSheets(sheets: OwnedSheet[]): Promise<void>;

  /** Goes to a cell or block ("C7", "C7:D9") and shows it. */
  select(place: Place): Promise<void>;

  /** Calls back when a person (not the product) changed cells; gives a function that ends it. */
  onChange(listener: (change: CellChange) => void): Promise<() => Promise<void>>;

  /** Settings kept inside the workbook; undefined when never set. */
  getSetting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string | undefined): Promise<void>;

  /** Changes cells of the person's, one by one agreed to by the person (safe fixes). */
  setCells(changes: { place: Place; value: string | number | boolean }[]): Promise<void>;

  /**
   * Puts marks on the person's own cells: a fill and a note each. unmark takes every mark back and leaves the cells
   * exactly as they were, also in another session. Marks of an earlier call go first.
   */
  mark(marks: CellMark[]): Promise<void>;
  unmark(): Promise<void>;
}

export interface Place {
  /** The sheet's name. */
  sheet: string;
  /** A1 address of a cell or block. */
  cell: string;
}

/** A sheet of the product's: the key stays the same whatever the sheet is called. */
export interface OwnedSheet {
  key: string;
  sheet: PlannedSheet;
}

export interface CellChange {
  sheet: string;
  /** Where; the cells as they are now, row by row. undefined when more changed than cells (rows deleted, sheet renamed):
   * then the workbook must be read anew. */
  range?: CellRange;
  cells?: (Cell | undefined)[][];
}

export interface CellMark {
  place: Place;
  /** How grave: decides the fill. */
  severity: 'error' | 'warning' | 'info';
  /** The note's text. */
  note: string;
}

/** What a host cannot do, as a Chinese sentence with a way on: the workbook is protected, the file is read-only. */
export class HostError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'HostError';
  }
}
