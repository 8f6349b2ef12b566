import type { Unit } from '../rulebook/model';
import { shortUnit } from '../rulebook/short-units';
import { findUnit } from '../rulebook/units';
import type { Entry, Grid } from './grid';
import type { TableWords } from './tables';

/** So many names side by side, or under 单位, are names of units and no subjects. */
const FEWEST = 3;
const LOOKED_AT = 200;
/** What has a number in it, or is so long, heads no column of units. */
const NO_HEADING = /\d|.{20}/s;
/** So large a part of what stands under 单位 names one. */
const MOST = 0.6;

/**
 * 公安, 人社, 住建 side by side, or under 单位, are the offices of that name: shows them by their full names. Changes what shows
 * in the grid's cells.
 */
export function readShortUnits(grid: Grid, words: TableWords): void {
  for (const line of grid.lines) {
    let run: Entry[] = [];
    for (const entry of line.entries) {
      const last = run[run.length - 1];
      const isNext = last && entry.column <= last.column + 3;
      if (!unitOf(entry, words)) {
        nameAll(run, words);
        run = [];
      } else if (isNext ?? true) run.push(entry);
      else {
        nameAll(run, words);
        run = [entry];
      }
    }
    nameAll(run, words);
  }
  for (const [i, { entries }] of grid.lines.entries()) {
    for (const head of entries) {
      if (typeof head.cell.value !== 'string' || NO_HEADING.test(head.text)) continue;
      if (!words.roles.of(head.text).includes('unit')) continue;
      const below = grid.lines
        .slice(i + 1, i + LOOKED_AT)
        .flatMap(({ row }) => grid.own(row, head.column) ?? [])
        .filter(({ cell }) => typeof cell.value === 'string');
      const named = below.filter((entry) => unitOf(entry, words));
      if (named.length >= below.length * MOST) nameAll(named, words);
    }
  }
}

function unitOf({ cell, text }: Entry, { rulebook }: TableWords): Unit | undefined {
  if (typeof cell.value !== 'string' || text.length > 20) return undefined;
  return findUnit(rulebook, text) ?? shortUnit(rulebook, text);
}

function nameAll(entries: Entry[], words: TableWords): void {
  if (entries.length < FEWEST) return;
  const units = entries.map((entry) => unitOf(entry, words));
  if (new Set(units).size < FEWEST) return;
  for (const [i, entry] of entries.entries()) {
    const unit = units[i];
    if (!unit || findUnit(words.rulebook, entry.text)) continue;
    entry.text = unit.name;
    entry.cell = { ...entry.cell, value: unit.name, text: unit.name };
  }
}
