import type { CellRange } from '../../workbook/snapshot';
import { GRID } from './limits';
import { UnreadableFile } from './unreadable';

/** Row and column of "C5", counted from 0. Throws on what is no address, or lies outside the grid. */
export function parseAddress(address: string): { row: number; column: number } {
  let column = 0;
  let row = 0;
  let i = 0;
  for (; i < address.length; i++) {
    const letter = address.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const letters = i;
  for (; i < address.length; i++) {
    const digit = address.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) throw noAddress(address);
    row = row * 10 + digit;
  }
  if (letters === 0 || letters === address.length || row === 0) throw noAddress(address);
  if (column > GRID.columns || row > GRID.rows) throw noAddress(address);
  return { row: row - 1, column: column - 1 };
}

/** The block of "A1:C5" or "A1". */
export function parseRange(range: string): CellRange {
  const [from, to = from] = range.split(':').map(parseAddress);
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** What cannot be a place in a sheet. */
export function noAddress(address: string): UnreadableFile {
  return new UnreadableFile(
    `文件中的单元格位置“${address.slice(0, 20)}”不存在（工作表到XFD1048576为止）。`,
    '请用Excel或WPS打开原文件并另存一份，再重新报送。',
  );
}
