import { findUnit } from '../rulebook/units';
import { isMostly, isUnit, LOOKED_AT, textsIn, withoutNumber } from './column-texts';
import type { Line } from './grid';
import { columnAt } from './heading-rows';
import { speaksOfFact } from './heading-scores';
import type { Column, Table, TableWords } from './tables';

/** Tables side by side, each with figures of its own for units or names of its own, are as many tables. */
export function splitSideBySide(table: Table, words: TableWords): Table[] {
  return splitByUnits(table, words) ?? splitLists(table, words) ?? [table];
}

function splitByUnits(table: Table, words: TableWords): Table[] | undefined {
  const { columns } = table;
  const units = [...columns.keys()].filter((i) => isUnits(table, columns[i] as Column, words));
  const starts = units.map((at, i) => startOf(table, at, units[i - 1] ?? -1));
  const [first, ...others] = starts;
  if (
    first === undefined ||
    !others.length ||
    !others.every((start, i) => startsAnew(table, units[i + 1] as number, start))
  )
    return undefined;
  const blocks = starts.map((start, i) => columns.slice(i ? start : 0, starts[i + 1]));
  const hasFigures = blocks.every((block) =>
    block.some(
      (column) => !column.roles.some((role) => ['seq', 'unit', 'remark'].includes(role)) && column.leaf !== '',
    ),
  );
  if (!hasFigures || !(differ(table, units) || beginApart(table, units, words))) return undefined;
  return takeApart(table, blocks, words);
}

function takeApart(table: Table, blocks: Column[][], words: TableWords): Table[] {
  return blocks.map((block) => {
    const own = withOwnHeading(table, block, words);
    const preamble = table.preamble.map((line) => overBlock(line, block));
    return {
      ...own,
      rows: own.rows.map((line) => inBlock(line, block)).filter(({ entries }) => entries.length),
      preamble,
    };
  });
}

/** 指标 | 今年 | | 项 | 数: lists of figures with an empty column between them, each under headings of its own. */
function splitLists(table: Table, words: TableWords): Table[] | undefined {
  const { columns } = table;
  const starts = [0, ...[...columns.keys()].filter((at) => isAfterGap(table, at))];
  const blocks = starts.map((start, i) => columns.slice(start, starts[i + 1]));
  const isList = ([names, ...others]: Column[]): boolean =>
    names !== undefined &&
    others.length > 0 &&
    isMostly(textsIn(table, names), (text) => speaksOfFact(withoutNumber(text), words.targets));
  return blocks.length > 1 && blocks.every(isList) ? takeApart(table, blocks, words) : undefined;
}

/** So many columns may stand left of the units of a table beside another: 序号, 分中心. */
const MOST_BEFORE_UNITS = 2;

/** Where a table begins: with the numbers of its rows, or after the gap a little left of its units. */
function startOf(table: Table, unit: number, before: number): number {
  for (let at = unit; at > before + 1 && unit - at <= MOST_BEFORE_UNITS; at -= 1) if (isAfterGap(table, at)) return at;
  return table.columns[unit - 1]?.roles.includes('seq') ? unit - 1 : unit;
}

/** Nothing stands in the columns right before it, neither a heading nor anything below. */
function isAfterGap({ columns, rows, grid }: Table, at: number): boolean {
  const [before, own] = [columns[at - 1], columns[at]];
  if (!before || !own || before.index >= own.index - 1) return false;
  return rows.slice(0, LOOKED_AT).every(({ row }) => grid.textAt(row, own.index - 1) === '');
}

/** One of several tables side by side: its heading may have fewer rows than its neighbour's, and its first rows begin beside that. */
function withOwnHeading(table: Table, block: Column[], words: TableWords): Table {
  const { grid, top } = table;
  let { bottom } = table;
  const beginsAt = (row: number): boolean =>
    block.some(({ index }) => findUnit(words.rulebook, grid.own(row, index)?.text ?? '') !== undefined);
  while (bottom > top && beginsAt(bottom)) bottom -= 1;
  if (bottom === table.bottom) return { ...table, columns: block };
  return {
    ...table,
    bottom,
    columns: block.map(({ index }) => columnAt(grid, index, top, bottom, words)),
    rows: [...grid.lines.filter(({ row }) => row > bottom && row <= table.bottom), ...table.rows],
  };
}

function isUnits(table: Table, column: Column, words: TableWords): boolean {
  const texts = textsIn(table, column).filter((text) => !/^(?:合计|小计|总计|平均)/.test(text));
  return isMostly(texts, (text) => isUnit(text, words));
}

/** A new table begins with numbers of rows, after a gap, or with the heading that the first one begins with. */
function startsAnew(table: Table, unit: number, start: number): boolean {
  const { columns } = table;
  const first = columns.find(({ roles }) => roles.includes('unit'));
  return start < unit || isAfterGap(table, start) || columns[start]?.leaf === first?.leaf;
}

/** 单位全称 and 单位简称 say the same row by row; tables side by side do not. */
function differ({ rows, grid, columns }: Table, units: number[]): boolean {
  return rows.some(({ row }) => new Set(units.map((at) => grid.textAt(row, columns[at]?.index ?? 0))).size > 1);
}

/** A unit stands in a row that is part of the heading for its neighbour. */
function beginApart({ grid, top, bottom, columns }: Table, units: number[], { rulebook }: TableWords): boolean {
  const heading = grid.lines.filter(({ row }) => row > top && row <= bottom);
  return heading.some(({ row }) =>
    units.some((at) => findUnit(rulebook, grid.own(row, columns[at]?.index ?? 0)?.text ?? '')),
  );
}

/** What stands above one of several tables side by side, and what stands above all of them. */
function overBlock(line: Line, block: Column[]): Line {
  const own = inBlock(line, block);
  return own.entries.length && line.entries.length > 1 ? own : line;
}

/** What stands in a line under one of several tables: 合计 beside it makes no sum of its row. */
function inBlock(line: Line, block: Column[]): Line {
  const [left, right] = [block[0]?.index ?? 0, block[block.length - 1]?.index ?? 0];
  return { ...line, entries: line.entries.filter(({ column }) => column >= left && column <= right) };
}
