import type { SheetContext } from './answers';
import type { Line } from './grid';
import { rowKind, type Column, type RowKind, type Table } from './tables';
import { readNumber, tidy } from './values';

interface Figured {
  value: number;
  counted: boolean;
}

/** A number in a cell, and whether a spreadsheet's SUM would see it. */
function numberAt(context: SheetContext, row: number, column: number): Figured | undefined {
  const entry = context.grid.at(row, column);
  if (!entry || entry.row !== row) return undefined;
  const { value } = entry.cell;
  if (typeof value === 'number') return { value, counted: true };
  if (typeof value !== 'string') return undefined;
  const number = readNumber(value);
  return number && !number.percent ? { value: number.value, counted: false } : undefined;
}

/** Adds up what may belong to a total: everything, and everything that is not kept as text. */
export class Sums {
  private all = 0;
  private counted = 0;
  private parts = 0;
  size = 0;

  add(number: Figured | undefined, isPart = false): void {
    if (!number) return;
    if (isPart) {
      this.parts += number.value;
      return;
    }
    this.size += 1;
    this.all += number.value;
    if (number.counted) this.counted += number.value;
  }

  /** Every sum that a stated total may rightly show. */
  values(): number[] {
    return [...new Set([this.all, this.counted, this.all + this.parts].map(tidy))];
  }
}

const RATE = /率|比|占|平均|工作日|时长|天数|时间|%|得分|排名|名次|日期|时间/;

/** Notes each figure of a 合计 or 小计 row with the sum of the rows that it covers, which may stand above or below it. */
export function addColumnTotals(context: SheetContext, table: Table, columns: Column[]): void {
  const kinds = table.rows.map(rowKind);
  if (!kinds.some((kind) => kind === 'total' || kind === 'subtotal')) return;
  const { reading, grid } = context;
  for (const column of columns) {
    if (RATE.test(column.path.join('')) || column.measure === '%') continue;
    const numbers = table.rows.map((line) => numberAt(context, line.row, column.index));
    for (const [i, kind] of kinds.entries()) {
      const number = numbers[i];
      const line = table.rows[i];
      if ((kind !== 'total' && kind !== 'subtotal') || !number || !line || !isWhole(context, line, column)) continue;
      const sums = [sumOf(kinds, numbers, i, -1), sumOf(kinds, numbers, i, 1)].filter((sum) => sum.size > 1);
      if (!sums.length) continue;
      if (isAverage(number.value, numbers, kinds)) continue;
      reading.totals.push({
        source: reading.source(grid, line.row, column.index),
        what: `“${column.path.join('/').replace(/\s+/g, '')}”各行`,
        stated: number.value,
        sums: sums.flatMap((sum) => sum.values()),
      });
    }
  }
}

/**
 * Notes the sums of columns of a register of which every row was counted; a column with words among its figures says
 * nothing of its sum.
 */
export function addRegisterTotals(context: SheetContext, table: Table, columns: (Column | undefined)[]): void {
  const { grid } = context;
  const figures = columns.filter((column): column is Column => {
    if (!column) return false;
    const texts = table.rows
      .filter((line) => rowKind(line) === 'plain')
      .map(({ row }) => grid.textAt(row, column.index));
    return texts.every((text) => text === '' || readNumber(text) !== undefined);
  });
  addColumnTotals(context, table, figures);
}

/** A figure among fractions, no larger than the largest of them: the mean of them, not their sum. */
function isAverage(stated: number, numbers: (Figured | undefined)[], kinds: RowKind[]): boolean {
  const values = numbers.flatMap((number, i) => (number && kinds[i] === 'plain' ? number.value : []));
  return values.some((value) => !Number.isInteger(value)) && stated <= Math.max(...values);
}

/** What the rows above (-1) or below (1) a total add up to; a 小计 reaches to the next sum, a 合计 over 小计 rows. */
function sumOf(kinds: RowKind[], numbers: (Figured | undefined)[], from: number, step: 1 | -1): Sums {
  const sums = new Sums();
  for (let i = from + step; i >= 0 && i < kinds.length; i += step) {
    if (kinds[i] === 'total' || (kinds[i] === 'subtotal' && kinds[from] === 'subtotal')) break;
    if (kinds[i] === 'plain' || kinds[i] === 'part') sums.add(numbers[i], kinds[i] === 'part');
  }
  return sums;
}

/** Only figures that are no percentages can be sums. */
function isWhole(context: SheetContext, line: Line, column: Column): boolean {
  return !context.grid.at(line.row, column.index)?.cell.format?.includes('%');
}

/** Notes the figure at the end of a row with the sums that it may be of the cells before it. */
export function addRowTotal(context: SheetContext, line: Line, parts: Column[][], total: Column, what: string): void {
  const { reading, grid } = context;
  const stated = numberAt(context, line.row, total.index);
  if (!stated) return;
  const sums = parts.flatMap((columns) => {
    const sum = new Sums();
    for (const column of columns) sum.add(numberAt(context, line.row, column.index));
    return sum.values();
  });
  reading.totals.push({ source: reading.source(grid, line.row, total.index), what, stated: stated.value, sums });
}
