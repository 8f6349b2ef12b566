import type { CellRange } from './snapshot';

/** Column letters from a column number counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address from a row and a column counted from 0. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** "C5" for one cell, "C5:N5" for a block. */
export function rangeAddress(range: CellRange): string {
  const from = cellAddress(range.top, range.left);
  const to = cellAddress(range.bottom, range.right);
  return from === to ? from : `${from}:${to}`;
}

/** Row and column, counted from 0, of one cell's A1 address; undefined for what is none. */
export function parseCellAddress(address: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
  return match ? { row: Number(match[2]) - 1, column: columnNumber(match[1]) } : undefined;
}

/** The block that "C5" or "C5:N5" names, written with $ or not; undefined for what is no such address. */
export function parseRangeAddress(address: string): CellRange | undefined {
  const corners = address.replace(/\$/g, '').split(':').map(parseCellAddress);
  const [from, to = from] = corners;
  if (!from || !to || corners.length > 2 || corners.includes(undefined)) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
