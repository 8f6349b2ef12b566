import type { CellRange } from './snapshot';

/** Few blocks that cover exactly the given cells: runs along rows, put together with equal runs below. */
export function blocksOf(cells: Iterable<{ row: number; column: number }>): CellRange[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const columns = rows.get(row);
    if (columns) columns.push(column);
    else rows.set(row, [column]);
  }
  const blocks: CellRange[] = [];
  let above = new Map<string, CellRange>();
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const runs = new Map<string, CellRange>();
    for (const [left, right] of runsOf(rows.get(row)!)) {
      const key = `${left} ${right}`;
      const block = above.get(key);
      if (block?.bottom === row - 1) {
        block.bottom = row;
        runs.set(key, block);
      } else {
        const begun = { top: row, left, bottom: row, right };
        blocks.push(begun);
        runs.set(key, begun);
      }
    }
    above = runs;
  }
  return blocks;
}

function runsOf(columns: number[]): [left: number, right: number][] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && column <= last[1] + 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** Blocks of whole rows, each of at most so many cells. */
export function rowChunks({ top, left, bottom, right }: CellRange, most: number): CellRange[] {
  const height = Math.max(1, Math.floor(most / (right - left + 1)));
  const chunks: CellRange[] = [];
  for (let row = top; row <= bottom; row += height) {
    chunks.push({ top: row, left, bottom: Math.min(bottom, row + height - 1), right });
  }
  return chunks;
}

/** The cells of a block, row by row. */
export function cellsIn({ top, left, bottom, right }: CellRange): { row: number; column: number }[] {
  const columns = Array.from({ length: right - left + 1 }, (_, i) => left + i);
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
}

export function cellCount({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}
