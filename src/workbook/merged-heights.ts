import { LOOKS } from './looks';
import type { PlannedSheet } from './planned-write';

const USUAL_WIDTH = 8.43;
/** Of a line of text, by the size of its letters. */
const LINE = 1.4;

/** How many letters' width a text takes: Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

/**
 * Heights, in points, of rows in which a text wraps inside a merged block: spreadsheets fit rows to their texts by
 * themselves, but not to merged ones.
 */
export function mergedHeights({ cells, columnWidths = [] }: PlannedSheet): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, value, span, style } of cells) {
    const look = style && LOOKS[style];
    if (!span || span.columns < 2 || span.rows > 1 || typeof value !== 'string' || !look?.wrap) continue;
    let room = 0;
    for (let at = column; at < column + span.columns; at++) room += columnWidths[at] ?? USUAL_WIDTH;
    const lines = value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (room * 0.95))), 0);
    heights.set(row, Math.min(409, Math.max(heights.get(row) ?? 0, lines * look.size * LINE)));
  }
  return heights;
}
