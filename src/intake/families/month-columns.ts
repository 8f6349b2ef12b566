import { monthOf } from '../roles';
import type { Column, Table } from '../tables';
import { isOfAnotherYear } from '../text';
import { readNumber } from '../values';
import { parentsOf } from './unit-rows';

/** The columns of a table with months across: which belong together, and which are their sums. */

/** Figures of which a month without one says nothing about what was sent in. */
export const NO_COUNT = /率|比例|占比|压缩比|平均|得分|评分/;

/** How many different months stand in the heading: 9月 and 1-9月 over one figure after another are no monthly table. */
export function monthsAcross(table: Table): number {
  const counts = table.columns.filter(({ path }) => !NO_COUNT.test(path.join('')));
  return new Set(counts.flatMap(({ month }) => month ?? [])).size;
}

/** Most of the figures under the months are fractions: no numbers of cases, whatever the title says. */
export function holdsRates({ columns, rows, grid }: Table): boolean {
  let [figures, rates] = [0, 0];
  for (const { index } of columns.filter(({ month }) => month !== undefined)) {
    for (const { row } of rows) {
      const cell = grid.at(row, index)?.cell;
      const value = typeof cell?.value === 'number' ? cell.value : readNumber(cell?.text ?? '')?.value;
      if (value === undefined) continue;
      figures += 1;
      if (!Number.isInteger(value) || /%/.test(`${cell?.format ?? ''}${cell?.text ?? ''}`.normalize('NFKC')))
        rates += 1;
    }
  }
  return rates * 2 > figures;
}

/** Month columns that belong together: one series per name beside the months, and a new one when they start again. */
export function monthGroups(table: Table): Column[][] {
  const groups: Column[][] = [];
  const open = new Map<string, Column[]>();
  for (const column of withFirstMonths(table.columns)) {
    if (column.month === undefined || isSum(column)) continue;
    const name = groupOf(column);
    const group = open.get(name);
    const last = group?.[group.length - 1]?.month;
    if (group && last !== undefined && column.month > last) {
      group.push(column);
    } else {
      const started = [column];
      open.set(name, started);
      groups.push(started);
    }
  }
  return groups.filter((group) => group.length >= 3);
}

/** 1月 right before 1-2月 is the first of the sums from January on. */
function withFirstMonths(columns: Column[]): Column[] {
  return columns.map((column, i) =>
    column.month === 1 && columns[i + 1]?.cumulative && columns[i + 1]?.month === 2
      ? { ...column, cumulative: true }
      : column,
  );
}

/** What a month's column holds, by the headings that are no month; quarters and half-years are no groups of their own. */
export function groupOf(column: Column): string {
  const leaf =
    !column.cumulative &&
    monthOf(column.path[column.path.length - 1] ?? '') === undefined &&
    !/^\d+$/.test(column.leaf);
  return [...parentsOf(column), ...(leaf ? [column.leaf] : []), ...(column.cumulative ? ['累计'] : [])]
    .filter((text) => !/季度|半年|月/.test(text))
    .join('');
}

/** 小计, 一季度, 上半年合计 beside the months. */
export function isSum(column: Column): boolean {
  if (column.cumulative) return false;
  return (
    column.roles.includes('total') ||
    /(小计|合计|总计|累计|[一二三四1-4]季度|[上下]半年|全年)(数|量)?$/.test(column.leaf)
  );
}

/**
 * The sums of the year beside a group of months, each with the months that it may add up: those since the sum before it, or
 * all. What is a sum from January on already is no part of another.
 */
export function totalsOf(table: Table, months: Column[], year: number): { total: Column; parts: Column[][] }[] {
  if (months.every(({ cumulative }) => cumulative)) return [];
  const first = months[0]?.index ?? 0;
  const later = table.columns.filter(
    (column) => column.month !== undefined && !months.includes(column) && !isSum(column) && column.index > first,
  );
  const end = later[0]?.index ?? Infinity;
  let from = first;
  return table.columns
    .filter((column) => isSum(column) && column.index > first && column.index < end)
    .filter(({ path }) => !isOfAnotherYear(path.join(' '), year))
    .map((total) => {
      const before = months.filter((month) => month.index < total.index);
      const since = before.filter((month) => month.index >= from);
      from = total.index;
      const isPart = /小计|季度/.test(total.leaf);
      return { total, parts: (isPart ? [since] : [before, since]).filter((parts) => parts.length > 1) };
    })
    .filter(({ parts }) => parts.length > 0);
}
