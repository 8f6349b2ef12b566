import type { Grid } from './grid';
import { periodOf } from './periods';

/** “12月”为年终数: what a heading means by a part of the year. */
const SAYS =
  /[“"'‘「]([^“”"'‘’「」]{2,8})[”"'’」]\s*(?:栏|列)?\s*(?:为|是|指|即|系|表示)\s*([^，,；;。、（(“"\s]{2,12})/g;

/**
 * Where a note says that a part of the year stands for the year or for what there is up to then, its headings show that.
 * Changes what shows in the grid's cells.
 */
export function readPeriodNotes(grid: Grid): void {
  const meant = new Map<string, string>();
  for (const { entries } of grid.lines) {
    for (const { cell, text } of entries) {
      if (typeof cell.value !== 'string' || !/[”"'’」]/.test(text)) continue;
      for (const [, named = '', as = ''] of text.matchAll(SAYS))
        if (periodOf(named)?.kind === 'part' && (periodOf(as)?.kind ?? 'part') !== 'part') meant.set(named, as);
    }
  }
  if (!meant.size) return;
  for (const { entries } of grid.lines) {
    for (const entry of entries) {
      const as = typeof entry.cell.value === 'string' ? meant.get(entry.text) : undefined;
      if (as === undefined) continue;
      entry.text = as;
      entry.cell = { ...entry.cell, value: as, text: as };
    }
  }
}
