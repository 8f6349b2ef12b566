/**
 * How much a file may hold. A department's form is some 100 kB; these bounds are far above that and low enough that no
 * small file, however made, takes more than about two seconds and 300 MB. One that really is as full as they allow takes
 * longer: 440,000 cells of different texts some 12 s and 570 MB.
 */
export const LIMITS = {
  /** Bytes of an .xlsx file: it may carry photographs, which are never unpacked. */
  zipFile: 100 * 1024 * 1024,
  /** Bytes of an .xls file, all of which is parsed. */
  xlsFile: 20 * 1024 * 1024,
  /** Parts of the package, pictures included. */
  entries: 20_000,
  /** Unpacked bytes of the parts that are read, together. */
  unpacked: 64 * 1024 * 1024,
  /** Unpacked bytes of the shared texts, which take ten times that once parsed. */
  strings: 20 * 1024 * 1024,
  /** How many times larger than packed a large part may become: sheets stay under 100. */
  ratio: 400,
  /** Sheets in a workbook. */
  sheets: 1_000,
  /** Cells that hold something, in all sheets together. */
  cells: 450_000,
  /** Places from column A to each row's last cell, in all sheets together: what arrays of the rows take. */
  places: 4_000_000,
  /** Links between parts. */
  relations: 10_000,
  /** Cell styles: Excel itself stops at 65,490. */
  styles: 70_000,
  /** Characters of shared formulas, written out. */
  sharedFormulas: 12 * 1024 * 1024,
  /** Characters of number formats, once for each number that is shown by one. */
  formatWork: 6 * 1024 * 1024,
  /** Merged areas, in all sheets together. */
  merges: 100_000,
};

/** What an Excel sheet can be at most. */
export const GRID = { rows: 1_048_576, columns: 16_384 };
