import { recordAnswers, scaleOfAnswers, type SheetContext } from '../answers';
import { claimCells } from '../claim-cells';
import type { Entry, Line } from '../grid';
import { fingerprintOf } from '../headings';
import { coverageIn } from '../notes';
import type { Owner } from '../owner';
import { periodOf } from '../periods';
import type { MonthsTold, Reading } from '../reading';
import { monthOf } from '../roles';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { factTarget } from '../targets';
import { plainText } from '../text';
import { addColumnTotals, addRowTotal } from '../totals';
import { unitAt } from '../unit-column';
import { readNumber, shorten, type Figure } from '../values';
import { readIndicators } from './indicators';
import { parentsOf, placeColumns, readUnitRows } from './unit-rows';

interface Series {
  item: string;
  fact: string;
}

/** Cells of one unit, a month each. */
interface MonthCell {
  month: number;
  row: number;
  column: number;
}

const NOT_REPORTED = /^(未报|未报送|未汇聚|未上传|缺|缺报|漏报|无数据|未提供|×|✗|否|未)$/;

/** 1月 to 12月 across, a row per unit; or months down the rows. Counts the months without data. */
export function readMonths(context: SheetContext, table: Table, owner: () => Owner, tableNumber: number): void {
  if (monthsAcross(table) >= 3) {
    readAcross(context, table, owner, tableNumber);
  } else {
    readDown(context, table, owner);
  }
}

/** Months stand in the heading, or down a column named 月份. */
export function isMonthly(context: SheetContext, table: Table): boolean {
  if (monthsAcross(table) >= 3) return !holdsRates(table);
  const column = columnFor(table, 'month');
  if (!column) return false;
  const months = table.rows.filter((line) => monthOf(context.grid.textAt(line.row, column.index)) !== undefined);
  return months.length >= 3;
}

/** How many different months stand in the heading: 9月 and 1-9月 over one figure after another are no monthly table. */
function monthsAcross(table: Table): number {
  const counts = table.columns.filter(({ path }) => !NO_COUNT.test(path.join('')));
  return new Set(counts.flatMap(({ month }) => month ?? [])).size;
}

/** Figures of which a month without one says nothing about what was sent in. */
const NO_COUNT = /率|比例|占比|压缩比|平均|得分|评分/;

/** Most of the figures under the months are fractions: no numbers of cases, whatever the title says. */
function holdsRates({ columns, rows, grid }: Table): boolean {
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
function monthGroups(table: Table): Column[][] {
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
function groupOf(column: Column): string {
  const leaf =
    !column.cumulative &&
    monthOf(column.path[column.path.length - 1] ?? '') === undefined &&
    !/^\d+$/.test(column.leaf);
  return [...parentsOf(column), ...(leaf ? [column.leaf] : []), ...(column.cumulative ? ['累计'] : [])]
    .filter((text) => !/季度|半年|月/.test(text))
    .join('');
}

/** 小计, 一季度, 上半年合计 beside the months. */
function isSum(column: Column): boolean {
  if (column.cumulative) return false;
  return (
    column.roles.includes('total') ||
    /(小计|合计|总计|累计|[一二三四1-4]季度|[上下]半年|全年)(数|量)?$/.test(column.leaf)
  );
}

function readAcross(context: SheetContext, table: Table, owner: () => Owner, tableNumber: number): void {
  const { grid } = context;
  const unitColumn = columnFor(table, 'unit');
  const labelColumn =
    columnFor(table, 'indicator') ?? table.columns.find((column) => isLabelColumn(column, unitColumn));
  const lines = table.rows.filter((line) => rowKind(line) === 'plain');
  const named = new Map<Line, string | undefined>();
  const unitOf = (line: Line): string | undefined => {
    if (!unitColumn) return owner().unit;
    if (!named.has(line)) named.set(line, unitAt(context, line, unitColumn, labelColumn ? undefined : tableNumber));
    return named.get(line);
  };
  const groups = monthGroups(table);
  const hasSingleMonths = groups.some((columns) => columns.some(({ cumulative }) => !cumulative));
  for (const columns of groups) {
    let isOurs = false;
    const cut = lastMonth(
      context,
      table,
      lines.map((line) => columns.map((column) => cellOf(line, column))),
    );
    const totals = totalsOf(table, columns);
    for (const line of lines) {
      const label = labelColumn ? grid.textAt(line.row, labelColumn.index) : '';
      if (NO_COUNT.test(label)) continue;
      const series = seriesOf(context, table, [groupOf(columns[0] as Column), label]);
      const name = unitColumn ? grid.textAt(line.row, unitColumn.index) : label;
      const cells = columns.map((column) => cellOf(line, column));

      if (columns.every((column) => column.cumulative)) {
        if (name && name !== titleOf(table)) noteCumulative(context, name, cells);
        // A sum that was not brought up to date is a month that was not sent in, where no column tells of that month alone.
        if (hasSingleMonths) continue;
      }
      const unit = series && unitOf(line);
      if (!series || (unitColumn && !name)) continue;
      isOurs = true;
      noteFigures(context, cells, name);
      const isSum = columns.every(({ cumulative }) => cumulative);
      if (unit) claimMonths(context, unit, series, cells, cut, isSum ? standstill(context, cells) : undefined);
      for (const { total, parts } of totals) addRowTotal(context, line, parts, total, `“${name}”各月`);
      if (isCumulative(table, columns) && !columns.every(({ cumulative }) => cumulative))
        noteCumulative(context, name, cells);
    }
    if (isOurs) addColumnTotals(context, table, [...columns, ...totals.map(({ total }) => total)]);
  }
  if (unitColumn) readBesides(context, table);
  if (!labelColumn) return;
  const rates = lines.filter(({ row }) => NO_COUNT.test(grid.textAt(row, labelColumn.index)));
  if (rates.length) readRatesOfYear(context, table, owner, tableNumber, labelColumn, rates);
}

/** 评价覆盖率 beside the months: figures of the year in columns of their own. */
function readBesides(context: SheetContext, table: Table): void {
  const columns = table.columns.filter((column) => column.month === undefined && !isSum(column));
  readUnitRows(context, { ...table, columns });
}

/** Rows of rates among rows of counts by the month: their figure for the year. */
function readRatesOfYear(
  context: SheetContext,
  table: Table,
  owner: () => Owner,
  tableNumber: number,
  label: Column,
  rows: Line[],
): void {
  const columns = table.columns.map((column) =>
    column.index === label.index ? { ...column, roles: ['indicator'] } : column,
  );
  readIndicators(context, { ...table, columns, rows }, owner, tableNumber);
}

/** The sums beside a group of months, each with the months that it may add up: those since the sum before it, or all. */
function totalsOf(table: Table, months: Column[]): { total: Column; parts: Column[][] }[] {
  const first = months[0]?.index ?? 0;
  const later = table.columns.filter(
    (column) => column.month !== undefined && !months.includes(column) && !isSum(column) && column.index > first,
  );
  const end = later[0]?.index ?? Infinity;
  let from = first;
  return table.columns
    .filter((column) => isSum(column) && column.index > first && column.index < end)
    .map((total) => {
      const before = months.filter((month) => month.index < total.index);
      const since = before.filter((month) => month.index >= from);
      from = total.index;
      const isPart = /小计|季度/.test(total.leaf);
      return { total, parts: (isPart ? [since] : [before, since]).filter((parts) => parts.length > 1) };
    })
    .filter(({ parts }) => parts.length > 0);
}

function isLabelColumn(column: Column, unitColumn: Column | undefined): boolean {
  const isOther = column.roles.some((role) => ['seq', 'unit', 'measure', 'total', 'remark'].includes(role));
  return column.month === undefined && !isOther && column !== unitColumn && column.index < 4;
}

function cellOf(line: Line, column: Column): MonthCell {
  return { month: column.month ?? 0, row: line.row, column: column.index };
}

function readDown(context: SheetContext, table: Table, owner: () => Owner): void {
  const { grid } = context;
  const monthColumn = columnFor(table, 'month');
  const unitColumn = columnFor(table, 'unit');
  if (!monthColumn) return;
  const lines = table.rows.filter((line) => monthOf(grid.textAt(line.row, monthColumn.index)) !== undefined);
  const named = unitsAcross(context, table);
  if (named.length > 1) {
    readUnitsAcross(context, table, lines, monthColumn, named);
    const units = named.map(({ column }) => column);
    readRowsBelow(context, table, owner, monthColumn, units);
    return;
  }
  const byUnit = new Map<string, Line[]>();
  for (const line of lines) {
    const unit = unitColumn ? unitAt(context, line, unitColumn) : owner().unit;
    if (unit) byUnit.set(unit, [...(byUnit.get(unit) ?? []), line]);
  }
  const columns = table.columns.filter(
    (column) => !column.roles.some((role) => ['seq', 'unit', 'month', 'remark', 'total'].includes(role)),
  );
  const others: Column[] = [];
  for (const column of columns) {
    const heading = [...parentsOf(column), column.leaf].join('');
    others.push(column);
    if (NO_COUNT.test(heading) || column.measure === '%') continue;
    const series = seriesOf(context, table, columns.length === 1 ? [heading] : [heading, ''], columns.length === 1);
    if (!series) continue;
    others.pop();
    const rowsOf = (unit: string): MonthCell[] =>
      (byUnit.get(unit) ?? []).map((line) => ({
        month: monthOf(grid.textAt(line.row, monthColumn.index)) ?? 0,
        row: line.row,
        column: column.index,
      }));
    const cut = lastMonth(context, table, [...byUnit.keys()].map(rowsOf));
    for (const unit of byUnit.keys()) {
      const cells = rowsOf(unit);
      noteFigures(context, cells, unit);
      claimMonths(context, unit, series, cells, cut);
    }
  }
  readYear(context, table, owner, monthColumn, others);
  const figures = columns.slice(0, 1);
  if (!unitColumn && figures.length) readRowsBelow(context, table, owner, monthColumn, figures);
}

/** 评价覆盖率 in a row of its own under the months: a figure of the year. */
function readRowsBelow(
  context: SheetContext,
  table: Table,
  owner: () => Owner,
  monthColumn: Column,
  figures: Column[],
): void {
  const nameAt = ({ row }: Line): string => context.grid.textAt(row, monthColumn.index);
  const last = table.rows.reduce((found, line, i) => (monthOf(nameAt(line)) === undefined ? found : i), -1);
  const rows = table.rows
    .slice(last + 1)
    .filter((line) => rowKind(line) === 'plain' && line.entries.length > 1 && !isYear(nameAt(line)));
  if (!rows.length) return;
  const values = figures.map((column) => ({ ...column, roles: ['value'] }));
  readIndicators(context, { ...table, columns: [{ ...monthColumn, roles: ['indicator'] }, ...values], rows }, owner);
}

/** 全年, 1-12月累计, 合计 under the months. */
function isYear(text: string): boolean {
  const period = periodOf(text);
  return period !== undefined && period.kind !== 'part';
}

/** Figures beside those that are counted by the month: what stands for them in the row of the year. */
function readYear(
  context: SheetContext,
  table: Table,
  owner: () => Owner,
  monthColumn: Column,
  columns: Column[],
): void {
  const { grid } = context;
  const line = table.rows.find(({ row }) => isYear(grid.textAt(row, monthColumn.index)));
  if (!line || columnFor(table, 'unit')) return;
  const figures = columns.filter((column) => grid.textAt(line.row, column.index) !== '');
  const placed = placeColumns(context, table, figures, [line]);
  const { unit } = placed.size ? owner() : { unit: undefined };
  if (!unit) return;
  const answers = [...placed].map(([column, meaning]) => ({ ...meaning, row: line.row, column: column.index }));
  const scale = scaleOfAnswers(grid, answers);
  recordAnswers(context, unit, 'department', answers, () => scale);
}

function unitsAcross(context: SheetContext, table: Table): { column: Column; unit: string }[] {
  return table.columns.flatMap((column) => {
    const unit = context.reading.unitNamed(column.path[column.path.length - 1] ?? '');
    return unit ? [{ column, unit }] : [];
  });
}

/** Months down the rows, a column for each unit. */
function readUnitsAcross(
  context: SheetContext,
  table: Table,
  lines: Line[],
  monthColumn: Column,
  named: { column: Column; unit: string }[],
): void {
  const { reading, grid } = context;
  const series = seriesOf(context, table, []);
  if (!series) return;
  const cellsOf = (column: Column): MonthCell[] =>
    lines.map(({ row }) => ({ month: monthOf(grid.textAt(row, monthColumn.index)) ?? 0, row, column: column.index }));
  const cut = lastMonth(
    context,
    table,
    named.map(({ column }) => cellsOf(column)),
  );
  for (const { column, unit } of named) {
    reading.mention(column.path[column.path.length - 1] ?? '', reading.source(grid, table.bottom, column.index));
    noteFigures(context, cellsOf(column), unit);
    claimMonths(context, unit, series, cellsOf(column), cut);
  }
  addColumnTotals(
    context,
    table,
    named.map(({ column }) => column),
  );
}

/** Which fact a monthly table feeds, by its group heading, its row's name, its title, the sheet's and the file's name. */
function seriesOf(context: SheetContext, table: Table, near: string[], useTitle = true): Series | undefined {
  const { reading, grid } = context;
  const titles = useTitle ? [titleOf(table), grid.sheet.name, reading.snapshot.file] : [];
  for (const text of [...near, ...titles]) {
    const plain = plainText(text);
    if (!plain) continue;
    const answer = answerFor(reading.mapping, plain);
    if (answer === 'ignore') return undefined;
    if (answer) return answer;
    const fitting = reading.vocabulary.series.filter(
      (series) => series.words.some((word) => plain.includes(word)) && !series.not.some((word) => plain.includes(word)),
    );
    if (fitting.length === 1) return fitting[0];
  }
  if (!useTitle) return undefined;
  // A second table without a title goes on with what the one above it tells.
  const last = reading.months.at(-1);
  const above = titleOf(table) || last?.grid !== grid ? undefined : last.target;
  if (above) return { item: above.item.id, fact: above.fact.id };
  askSeries(context, table);
  return undefined;
}

function answerFor(mapping: SheetContext['reading']['mapping'], plain: string): Series | 'ignore' | undefined {
  const fingerprint = fingerprintOf({ leaf: plain, parents: [] });
  return Object.hasOwn(mapping, fingerprint) ? mapping[fingerprint] : undefined;
}

function askSeries(context: SheetContext, table: Table): void {
  const { reading, grid } = context;
  const title = titleOf(table) || grid.sheet.name;
  if (!/数据|汇聚|政务|上报|报送/.test(title)) return;
  const candidates = reading.vocabulary.series.map(({ item, fact }) => ({ item, fact, confidence: 0.3 }));
  const source = reading.source(grid, table.top, table.columns[0]?.index ?? 0);
  reading.askAbout(fingerprintOf({ leaf: plainText(title), parents: [] }), title, source, candidates);
}

function titleOf(table: Table): string {
  return table.preamble
    .flatMap((line) => line.entries.map((entry) => entry.text))
    .filter((text) => text.length > 3)
    .join(' ');
}

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
function lastMonth(context: SheetContext, table: Table, rows: MonthCell[][]): number {
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

/** Why sums from January on do not tell the months that were sent in: one that does not grow may be a month without cases. */
function standstill({ grid }: SheetContext, cells: MonthCell[]): string | undefined {
  let before: number | undefined;
  for (const { month, row, column } of cells) {
    const entry = grid.at(row, column);
    const value = typeof entry?.cell.value === 'number' ? entry.cell.value : readNumber(entry?.text ?? '')?.value;
    if (value === undefined) continue;
    if (before !== undefined && value <= before)
      return `累计到${month}月的数没有增加，看不出当月是没有办件还是没有汇聚。`;
    before = value;
  }
  return undefined;
}

function claimMonths(
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
function noteFigures(context: SheetContext, cells: MonthCell[], name: string): void {
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

function isCumulative(table: Table, columns: Column[]): boolean {
  return /累计/.test(titleOf(table)) || columns.every((column) => column.path.some((text) => text.includes('累计')));
}

function noteCumulative(context: SheetContext, name: string, cells: MonthCell[]): void {
  const { reading, grid } = context;
  const steps = cells.flatMap(({ month, row, column }) => {
    const value = grid.at(row, column)?.cell.value;
    return typeof value === 'number' ? [{ name: `${month}月`, value, source: reading.source(grid, row, column) }] : [];
  });
  reading.cumulative.push({ what: `“${name}”累计数`, steps });
}
