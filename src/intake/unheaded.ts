import { headingAbove } from './form/find-form';
import type { Grid } from './grid';
import { speaksOfFact } from './heading-scores';
import type { Table, TableWords } from './tables';

const FEWEST = 3;
const MOST_LINES = 300;
/** A sheet of which so many lines name no figure is no list. */
const PROBE = 60;

/**
 * A list of figures whose headings are in nobody's words but the writer's: names of figures one under another, and right above
 * them a line of short words. undefined where there is no such line.
 */
export function listByContent(grid: Grid, words: TableWords, tableAt: (index: number) => Table): Table | undefined {
  const lines = grid.lines.slice(0, MOST_LINES);
  const naming = new Map<number, number[]>();
  for (const [i, { entries }] of lines.entries()) {
    if (i === PROBE && !naming.size) return undefined;
    for (const { cell, text, column } of entries) {
      if (typeof cell.value !== 'string' || entries.length < 2 || text.length > 40) continue;
      if (speaksOfFact(nameIn(text), words.targets)) naming.set(column, [...(naming.get(column) ?? []), i]);
    }
  }
  const [best = [], second = []] = [...naming.values()].sort((a, b) => b.length - a.length);
  const first = best[0];
  // Names side by side are several lists without a heading of their own.
  if (first === undefined || best.length < FEWEST || second.length >= 2) return undefined;
  const heading = headingAbove(grid, first, words);
  if (heading === undefined || best.includes(heading)) return undefined;
  const table = tableAt(heading);
  return { ...table, rows: lines.slice(first), preamble: lines.filter((line) => line.row < table.top) };
}

function nameIn(text: string): string {
  return text
    .replace(/^\s*(其中\s*[:：]?)?\s*[(（]?[\d一二三四五六七八九十]{1,3}[)）]?[.、．:：]\s*/, '')
    .replace(/[:：]$/, '');
}
