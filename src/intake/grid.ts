import type { Cell, CellRange, Sheet } from '../workbook/snapshot';
import { cellAddress, rangeAddress } from '../workbook/address';

/** One cell that holds something, with its place. */
export interface Entry {
  row: number;
  column: number;
  cell: Cell;
  /** What people see, trimmed; empty for a cell that holds only spaces. */
  text: string;
}

export interface Line {
  row: number;
  entries: Entry[];
}

/** Merged cells beyond this many are taken as single cells: no sheet that people fill in comes near. */
const MERGED_CELLS = 2_000_000;
const WIDTH = 16384;

/** A sheet as intake walks it: only the cells that hold something, merged cells answered by their first. */
export class Grid {
  readonly lines: Line[] = [];
  readonly sheet: Sheet;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** The entries of each row at the places of their columns. */
  private readonly byRow: (Entry | undefined)[][] = [];
  private readonly merged = new Map<number, CellRange>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.hiddenRows = new Set(sheet.hiddenRows);
    this.hiddenColumns = new Set(sheet.hiddenColumns);
    sheet.rows.forEach((cells, row) => {
      const entries: Entry[] = [];
      const byColumn: (Entry | undefined)[] = [];
      cells?.forEach((cell, column) => {
        if (!cell || (cell.value === null && !cell.error && !cell.formula)) return;
        const entry = { row, column, cell, text: shownText(cell) };
        byColumn[column] = entry;
        if (entry.text !== '' || cell.error) entries.push(entry);
      });
      if (byColumn.length) this.byRow[row] = byColumn;
      if (entries.length) this.lines.push({ row, entries });
    });
    this.indexMerges(sheet);
  }

  private indexMerges(sheet: Sheet): void {
    let budget = MERGED_CELLS;
    for (const merge of sheet.merges) {
      const range = {
        top: merge.top,
        left: merge.left,
        bottom: Math.min(merge.bottom, sheet.rowCount - 1),
        right: Math.min(merge.right, sheet.columnCount - 1),
      };
      const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
      if (size <= 1 || size > budget) continue;
      budget -= size;
      for (let row = range.top; row <= range.bottom; row += 1) {
        for (let column = range.left; column <= range.right; column += 1) this.merged.set(row * WIDTH + column, range);
      }
    }
  }

  /** The merged block that a place lies in. */
  mergeAt(row: number, column: number): CellRange | undefined {
    return this.merged.get(row * WIDTH + column);
  }

  /** The cell at a place itself, whatever is merged. */
  own(row: number, column: number): Entry | undefined {
    return this.byRow[row]?.[column];
  }

  /** The cell that shows at a place: for a merged block its first cell. */
  at(row: number, column: number): Entry | undefined {
    const merge = this.mergeAt(row, column);
    return merge ? this.own(merge.top, merge.left) : this.own(row, column);
  }

  /** The text that shows at a place; empty where nothing does. */
  textAt(row: number, column: number): string {
    return this.at(row, column)?.text ?? '';
  }

  /** The address of what shows at a place: of a merged block its first cell. */
  addressAt(row: number, column: number): string {
    const merge = this.mergeAt(row, column);
    return merge ? cellAddress(merge.top, merge.left) : cellAddress(row, column);
  }

  isHidden(row: number, column: number): boolean {
    return this.sheet.hidden || this.hiddenRows.has(row) || this.hiddenColumns.has(column);
  }
}

function shownText(cell: Cell): string {
  if (typeof cell.value === 'string') return cell.value.trim();
  if (cell.value === null) return '';
  return cell.text.trim() || String(cell.value);
}

/** Cells as comma-separated ranges, runs in one column or one row drawn together: F4,F17:F18. */
export function joinCells(places: { row: number; column: number }[]): string {
  const ranges: CellRange[] = [];
  for (const { row, column } of places) {
    const last = ranges[ranges.length - 1];
    if (last && last.left === last.right && column === last.left && row === last.bottom + 1) last.bottom = row;
    else if (last && last.top === last.bottom && row === last.top && column === last.right + 1) last.right = column;
    else ranges.push({ top: row, left: column, bottom: row, right: column });
  }
  return ranges.map(rangeAddress).join(',');
}
