import type { SheetContext } from '../answers';
import { claimCells } from '../claim-cells';
import type { Entry } from '../grid';
import { coverageIn } from '../notes';
import type { MonthsTold, Reading } from '../reading';
import type { Column, Table } from '../tables';
import { factTarget } from '../targets';
import { readNumber, shorten, type Figure } from '../values';
import { type Series, titleOf } from './month-series';

/** What the months of a unit tell: how many of those that are over have no data. */

/** Cells of one unit, a month each. */
export interface MonthCell {
  month: number;
  row: number;
  column: number;
}

const NOT_REPORTED = /^(未报|未报送|未汇聚|未上传|缺|缺报|漏报|无数据|未提供|×|✗|否|未)$/;

/** How many months of the year are over at the cut-off. */
function monthsElapsed(asOf: string, year: number): number {
  const [y = 0, m = 0, d = 0] = asOf.split('-').map(Number);
  if (y !== year) return y > year ? 12 : 0;
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return d >= lastDay ? m : m - 1;
}

/**
 * The last month that counts: up to the cut-off, or up to the month that the table says it covers. When it says nothing
 * and no unit has any data for the last months, the table was made before them.
 */
export function lastMonth(context: SheetContext, table: Table, rows: MonthCell[][]): number {
  const { reading, grid } = context;
  const elapsed = monthsElapsed(reading.asOf, reading.rulebook.year);
  const texts = [
    ...table.preamble.flatMap((line) => line.entries.map((entry) => entry.text)),
    grid.sheet.name,
    reading.snapshot.file,
  ];
  const hasData = (month: number): boolean =>
    rows.some((cells) => cells.some((cell) => cell.month === month && grid.textAt(cell.row, cell.column) !== ''));
  const lastWithData = (): number => {
    let last = 12;
    while (last > 0 && !hasData(last)) last -= 1;
    return last;
  };
  for (const text of texts) {
    const covered = coverageIn(text, reading.rulebook.year);
    if (!covered) continue;
    const whole = covered.day === undefined || covered.day >= 25 || hasData(covered.month);
    const said = whole ? covered.month : covered.month - 1;
    const last = lastWithData();
    if (said >= elapsed || last <= said) return Math.min(elapsed, said);
    noteStale(context, table, text, said, last);
    return Math.min(elapsed, last);
  }
  if (rows.length < 3) return elapsed;
  return Math.min(elapsed, lastWithData() || elapsed);
}

/** A title that was not brought up to date: what stands in the table counts. */
function noteStale({ reading, grid }: SheetContext, table: Table, text: string, said: number, last: number): void {
  const entry = table.preamble.flatMap(({ entries }) => entries).find((one) => one.text === text);
  reading.findings.push({
    code: 'stale-title',
    severity: 'warning',
    source: reading.source(grid, entry?.row ?? table.top, entry?.column ?? table.columns[0]?.index ?? 0),
    message: `“${shorten(text)}”写的是到${said}月，表中有到${last}月的数据，按表中的数据计。`,
    remedy: '请核对标题中的日期。',
  });
}

type MonthState = 'reported' | 'missing' | 'notDue';

function monthState(context: SheetContext, entry: Entry | undefined): MonthState {
  const { notes } = context;
  const text = entry?.text.normalize('NFKC').trim() ?? '';
  if (!text) return entry?.cell.error ? 'reported' : notes.blankMonth;
  if (/^[/／—–-]+$|不涉及|不适用/.test(text)) return 'notDue';
  if (NOT_REPORTED.test(text)) return 'missing';
  return readNumber(text)?.value === 0 ? notes.zeroMonth : 'reported';
}

/**
 * Why sums from January on do not tell the months that were sent in: one that does not grow may be a month without cases,
 * and is one where the sheet says that a month not sent in is left empty.
 */
export function standstill({ grid, notes }: SheetContext, cells: MonthCell[]): string | undefined {
  let before: number | undefined;
  for (const { month, row, column } of cells) {
    const entry = grid.at(row, column);
    const value = typeof entry?.cell.value === 'number' ? entry.cell.value : readNumber(entry?.text ?? '')?.value;
    if (value === undefined) continue;
    if (before !== undefined && (value < before || (value === before && !notes.saysBlankIsMissing)))
      return `累计到${month}月的数没有增加，看不出当月是没有办件还是没有汇聚。`;
    before = value;
  }
  return undefined;
}

export function claimMonths(
  context: SheetContext,
  unit: string,
  series: Series,
  cells: MonthCell[],
  cut: number,
  unclear?: string,
): void {
  const { reading, grid } = context;
  const target = factTarget(reading.targets, series.item, series.fact);
  const counted = cells
    .filter((cell) => cell.month <= cut)
    .map((cell) => ({ ...cell, isMissing: monthState(context, grid.at(cell.row, cell.column)) === 'missing' }));
  if (!target || !counted.length) return;
  reading.months.push({ unit, target, grid, cells: counted, ...(unclear !== undefined && { unclear }) });
}

/**
 * Counts the months without data of each unit, when all tables are read: those of the first and the second half of the
 * year, one under another, are one series.
 */
export function claimMonthsTold(reading: Reading): void {
  const known = new Map<string, MonthsTold[]>();
  for (const told of reading.months) {
    const { unit, target, grid, cells } = told;
    const key = [unit, target.item.id, target.fact.id, grid.sheet.name].join('\n');
    const all = known.get(key) ?? [];
    known.set(key, all);
    const part = told.unclear === undefined && all.find((one) => one.unclear === undefined && goesOn(one, told));
    if (part) {
      const fresh = cells.filter(({ month }) => part.cells.every((one) => one.month !== month));
      part.cells = [...part.cells, ...fresh].sort((a, b) => a.month - b.month);
    } else all.push({ ...told });
  }
  for (const { unit, target, grid, cells, unclear } of [...known.values()].flat()) {
    const figure: Figure =
      unclear === undefined
        ? { state: 'value', value: cells.filter(({ isMissing }) => isMissing).length }
        : { state: 'missing', code: 'unreadable', problem: unclear };
    claimCells(reading, grid, { unit, voice: 'platform', confidence: 0.95 }, target, cells, figure);
  }
}

/** It tells of other months, and nothing else of those that both tell of. */
function goesOn(one: MonthsTold, other: MonthsTold): boolean {
  const missing = new Map(one.cells.map(({ month, isMissing }) => [month, isMissing]));
  return (
    other.cells.some(({ month }) => !missing.has(month)) &&
    other.cells.every(({ month, isMissing }) => !missing.has(month) || missing.get(month) === isMissing)
  );
}

/** Figures that cannot be a number of cases. */
export function noteFigures(context: SheetContext, cells: MonthCell[], name: string): void {
  const { reading, grid } = context;
  for (const { month, row, column } of cells) {
    const entry = grid.at(row, column);
    if (!entry) continue;
    const about = { source: reading.source(grid, row, column), what: `“${name}”${month}月`, raw: entry.text };
    if (entry.cell.error) {
      reading.loose.push({ ...about, code: 'formula-error', problem: `公式错误${entry.cell.error}` });
      continue;
    }
    const text = typeof entry.cell.value === 'string' ? readNumber(entry.cell.value) : undefined;
    const value = typeof entry.cell.value === 'number' ? entry.cell.value : text?.value;
    if (value === undefined) continue;
    if (value < 0) reading.loose.push({ ...about, code: 'negative-figure', value });
    else if (!Number.isInteger(value) && !entry.cell.format?.includes('%'))
      reading.loose.push({ ...about, code: 'fractional-count', value });
    else if (text?.bare) reading.loose.push({ ...about, code: 'text-number', value });
  }
}

export function isCumulative(table: Table, columns: Column[]): boolean {
  return /累计/.test(titleOf(table)) || columns.every((column) => column.path.some((text) => text.includes('累计')));
}

export function noteCumulative(context: SheetContext, name: string, cells: MonthCell[]): void {
  const { reading, grid } = context;
  const steps = cells.flatMap(({ month, row, column }) => {
    const value = grid.at(row, column)?.cell.value;
    return typeof value === 'number' ? [{ name: `${month}月`, value, source: reading.source(grid, row, column) }] : [];
  });
  reading.cumulative.push({ what: `“${name}”累计数`, steps });
}
