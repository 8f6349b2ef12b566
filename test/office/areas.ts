import type { Area } from './book';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

function letters(column: number): string {
  let text = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

function column(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A block from an address without its sheet: C5, C5:D9, A:C, 2:3; undefined for what is none. */
export function parseArea(address: string): Area | undefined {
  const plain = address.replaceAll('$', '').trim();
  const cells = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(plain);
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  const rows = /^(\d+):(\d+)$/.exec(plain);
  const block = (top: number, left: number, bottom: number, right: number): Area => ({
    ...{ top, left, rows: bottom - top + 1, columns: right - left + 1 },
  });
  if (columns) return block(0, column(columns[1]), LAST_ROW - 1, column(columns[2]));
  if (rows) return block(+rows[1] - 1, 0, +rows[2] - 1, LAST_COLUMN - 1);
  if (!cells) return undefined;
  const [, left, top, right = left, bottom = top] = cells;
  return block(+top - 1, column(left), +bottom - 1, column(right));
}

export function addressOf({ top, left, rows, columns }: Area): string {
  const first = letters(left) + (top + 1);
  return rows === 1 && columns === 1 ? first : `${first}:${letters(left + columns - 1)}${top + rows}`;
}

export function contains(area: Area, row: number, at: number): boolean {
  return row >= area.top && row < area.top + area.rows && at >= area.left && at < area.left + area.columns;
}

export function overlap(a: Area, b: Area): boolean {
  return a.top < b.top + b.rows && b.top < a.top + a.rows && a.left < b.left + b.columns && b.left < a.left + a.columns;
}
