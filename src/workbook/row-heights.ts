import { LOOKS } from './looks';
import type { PlannedSheet } from './planned-write';
import { textWidth } from './text-width';

const USUAL_WIDTH = 8.43;
/** What spreadsheets allow. */
const HIGHEST = 409;
/** Of a line of text, by the size of its letters. */
const LINE = 1.4;

/** How high a row is to be. */
export interface RowHeight {
  points: number;
  /** The text that decides stands in a merged block, to which spreadsheets do not fit rows by themselves. */
  fixed: boolean;
}

/** Heights of the rows in which a text takes more than one line, or stands in a merged block. */
export function rowHeights({ cells, columnWidths = [] }: PlannedSheet): Map<number, RowHeight> {
  const heights = new Map<number, RowHeight>();
  for (const { row, column, value, cached, span, style } of cells) {
    const look = style && LOOKS[style];
    const text = value ?? cached;
    if (typeof text !== 'string' || !look?.wrap || (span?.rows ?? 1) > 1) continue;
    const columns = span?.columns ?? 1;
    let room = 0;
    for (let at = column; at < column + columns; at++) room += columnWidths[at] ?? USUAL_WIDTH;
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (room * 0.95))), 0);
    const before = heights.get(row);
    const points = Math.min(HIGHEST, Math.max(before?.points ?? 0, Math.round(lines * look.size * LINE)));
    if (lines > 1 || columns > 1) heights.set(row, { points, fixed: columns > 1 || (before?.fixed ?? false) });
  }
  return heights;
}
