import type { Grid, Line } from './grid';
import { speaksOfFact } from './heading-scores';
import type { Column, Table, TableWords } from './tables';

const SHORTEST_LIST = 3;
const MOST_ROWS = 500;

/**
 * Lists that have no heading: names of figures with their values beside them, once or several times across the sheet.
 */
export function unheadedLists(grid: Grid, words: TableWords): Table[] {
  const pairs = new Map<number, { values: Map<number, number>; rows: Set<Line> }>();
  for (const line of grid.lines.slice(0, MOST_ROWS)) {
    for (const [i, { text, cell, column }] of line.entries.entries()) {
      if (typeof cell.value !== 'string' || text.length > 40 || text.length < 2) continue;
      const value = line.entries[i + 1];
      if (!value || value.column > column + 3 || !speaksOfFact(nameIn(text), words.targets)) continue;
      if (typeof value.cell.value === 'string' && speaksOfFact(nameIn(value.text), words.targets)) continue;
      const pair = pairs.get(column) ?? { values: new Map<number, number>(), rows: new Set<Line>() };
      pairs.set(column, pair);
      pair.rows.add(line);
      pair.values.set(value.column, (pair.values.get(value.column) ?? 0) + 1);
    }
  }
  const columns: Column[] = [];
  const rows = new Set<Line>();
  for (const [index, pair] of [...pairs].sort((a, b) => a[0] - b[0])) {
    const [value] = [...pair.values].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (value === undefined || pair.rows.size < SHORTEST_LIST) continue;
    columns.push(column(index, 'indicator'), column(value, 'value'));
    for (const line of pair.rows) rows.add(line);
  }
  const first = Math.min(...[...rows].map((line) => line.row));
  if (!columns.length) return [];
  const last = Math.max(...[...rows].map((line) => line.row));
  const preamble = grid.lines.filter((line) => line.row < first);
  const body = grid.lines.filter((line) => line.row >= first && line.row <= last);
  return [{ grid, top: first, bottom: first, columns, rows: body, preamble }];
}

function nameIn(text: string): string {
  return text.replace(/[:：]$/, '');
}

function column(index: number, role: string): Column {
  return { index, path: [], leaf: '', measure: '', roles: [role] };
}
