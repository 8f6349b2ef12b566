import { findUnit } from '../../rulebook/units';
import type { Entry, Grid, Line } from '../grid';
import type { Column, Table, TableWords } from '../tables';
import { plainText } from '../text';
import { cellWords } from './cells';
import { isAimName } from './general-name';
import { itemsSpokenOf } from './item-finder';
import { settleForm } from './settle-columns';

/** No form has more lines. */
const MOST_LINES = 400;
/** A sheet of which so many lines name no item is no form. */
const PROBE = 60;
const FEWEST = 2;
const HEADING_LINES = 2;
const LONGEST_HEADING = 24;

/** Where the rows of a form begin and in which column they name its items. */
interface Body {
  lines: Line[];
  first: number;
}

/**
 * A form none of whose headings is known, or that has none: its rows are those whose cells repeat the rulebook or name its
 * items, and what stands right above them is its heading. undefined when nothing beside those names answers what they ask.
 */
export function formByContent(
  grid: Grid,
  words: TableWords,
  headingAt: (index: number) => Pick<Table, 'top' | 'columns'>,
): Table | undefined {
  const body = bodyOf(grid, words);
  if (!body) return undefined;
  const heading = headingAbove(grid, body.first, words);
  const { top, columns } = heading === undefined ? unheaded(body) : headingAt(heading);
  const firstRow = (grid.lines[body.first] as Line).row;
  const table: Table = {
    grid,
    top: Math.min(top, firstRow),
    bottom: heading === undefined ? firstRow : (grid.lines[heading] as Line).row,
    columns: withColumnsOf(columns, body),
    rows: body.lines,
    preamble: grid.lines.filter((line) => line.row < top),
  };
  settleForm(table, words);
  return table.isForm ? table : undefined;
}

function bodyOf(grid: Grid, words: TableWords): Body | undefined {
  const lines = grid.lines.slice(0, MOST_LINES);
  const naming = new Map<number, number[]>();
  for (const [i, line] of lines.entries()) {
    if (i === PROBE && !naming.size) return undefined;
    for (const entry of line.entries) {
      if (line.entries.length < 2 || isOnCard(line, words) || !namesItem(entry, words)) continue;
      naming.set(entry.column, [...(naming.get(entry.column) ?? []), i]);
    }
  }
  const [column, best] = [...naming].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const first = best?.[0];
  if (column === undefined || best === undefined || first === undefined || best.length < FEWEST) return undefined;
  // Where only every other line names an item, what was done stands under the name and not beside it.
  const body = lines.slice(first).filter(({ entries }) => entries.length > 1);
  const named = new Set(best.map((i) => (lines[i] as Line).row));
  const under = (row: number): number => grid.mergeAt(row, column)?.top ?? row;
  if (body.filter(({ row }) => named.has(row) || named.has(under(row))).length < body.length * 0.55) return undefined;
  const begin = beginOf(lines, first, column);
  return { lines: lines.slice(begin), first: begin };
}

const LONG_ANSWER = 40;

/** 工作情况 | a long report: rows right above the first that names an item, of which each says much under a name of its own. */
function beginOf(lines: Line[], first: number, column: number): number {
  let begin = first;
  while (begin > 0) {
    const { entries } = lines[begin - 1] as Line;
    const [name, answer] = entries.filter(({ cell }) => typeof cell.value === 'string');
    if (entries.length !== 2 || name?.column !== column || !answer || answer.text.length < LONG_ANSWER) break;
    begin -= 1;
  }
  return begin;
}

/** 目标 | 全程网办率93%, 完成 | 全程网办率94%: a line of a card, whose label says nothing of what it is about. */
function isOnCard({ entries: [label] }: Line, { hints }: TableWords): boolean {
  return label !== undefined && (isAimName(label.text) || (hints.progress ?? []).includes(plainText(label.text)));
}

function namesItem({ cell, text }: Entry, words: TableWords): boolean {
  if (typeof cell.value !== 'string' || text.length < 2) return false;
  const { item, goal, clause } = cellWords(words, text);
  if (item) return !isMerit(item.id, words);
  if (goal >= 0.6 || clause >= 0.6) return true;
  return text.length <= 30 && (itemsSpokenOf(words.rulebook, words.targets, text)[0]?.score ?? 0) >= 0.6;
}

function isMerit(id: string, { rulebook }: TableWords): boolean {
  return id === rulebook.bonus.id || id === rulebook.deductions.id;
}

/** The line right above the rows that holds nothing but short words in several columns. */
export function headingAbove(grid: Grid, first: number, words: TableWords): number | undefined {
  const below = grid.lines[first] as Line;
  for (let i = first - 1; i >= Math.max(0, first - HEADING_LINES); i -= 1) {
    const line = grid.lines[i] as Line;
    const isHeading =
      line.entries.length >= 2 &&
      line.entries.every(
        ({ cell, text }) => typeof cell.value === 'string' && text.length <= LONGEST_HEADING && !/[:：]./.test(text),
      ) &&
      line.entries.length * 2 > below.entries.length &&
      !line.entries.some(({ text }) => cellWords(words, text).item ?? findUnit(words.rulebook, text));
    if (isHeading) return i;
  }
  return undefined;
}

function unheaded({ lines }: Body): Pick<Table, 'top' | 'columns'> {
  return { top: lines[0]?.row ?? 0, columns: [] };
}

/** Columns that have no heading belong to the form as well. */
function withColumnsOf(columns: Column[], { lines }: Body): Column[] {
  const known = new Set(columns.map(({ index }) => index));
  const others = new Set(
    lines.filter(({ entries }) => entries.length > 1).flatMap(({ entries }) => entries.map(({ column }) => column)),
  );
  const added = [...others]
    .filter((index) => !known.has(index))
    .map((index): Column => ({ index, path: [], leaf: '', measure: '', roles: [] }));
  return [...columns, ...added].sort((a, b) => a.index - b.index);
}
