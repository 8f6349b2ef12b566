import { findUnit } from '../rulebook/units';
import type { Line } from './grid';
import type { Column, Table, TableWords } from './tables';

/** So many rows tell what a column holds. */
export const LOOKED_AT = 40;

/** The texts in the first rows of a column. */
export function textsIn(table: Table, column: Column): string[] {
  const texts: string[] = [];
  for (const line of table.rows.slice(0, LOOKED_AT)) {
    const text = ownText(table, line, column);
    if (text) texts.push(text);
  }
  return texts;
}

/** The text that shows in a column of a line; empty for a number. */
export function ownText(table: Table, line: Line, column: Column): string {
  const entry = table.grid.at(line.row, column.index);
  return entry && typeof entry.cell.value === 'string' ? entry.text : '';
}

export function isMostly(texts: string[], holds: (text: string) => boolean): boolean {
  if (!texts.length) return false;
  return texts.filter(holds).length * 2 > texts.length;
}

/** A unit, or several that a row speaks of: 县水务局、县交运局. */
export function isUnit(text: string, { rulebook }: TableWords): boolean {
  return findUnit(rulebook, text) !== undefined || text.split(/[、，,；;\n]/).every((name) => findUnit(rulebook, name));
}

/** The name of a figure without the number of its row. */
export function withoutNumber(text: string): string {
  return text
    .replace(/^\s*(其中\s*[:：]?)?\s*[(（]?([\d一二三四五六七八九十]{1,3})[)）]?[.、．:：]\s*/, '')
    .replace(/[:：]$/, '');
}
