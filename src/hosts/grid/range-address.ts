import type { CellRange } from '../../workbook/snapshot';

const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The block that "C5" or "C5:N5" names; undefined when the text is no such address. */
export function parseRangeAddress(address: string): CellRange | undefined {
  const match = ADDRESS.exec(address.trim());
  if (!match) return undefined;
  const [, fromColumn, fromRow, toColumn = fromColumn, toRow = fromRow] = match;
  const [a, b] = [Number(fromRow) - 1, Number(toRow) - 1];
  const [c, d] = [columnNumber(fromColumn), columnNumber(toColumn)];
  return { top: Math.min(a, b), left: Math.min(c, d), bottom: Math.max(a, b), right: Math.max(c, d) };
}
