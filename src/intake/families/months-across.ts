import type { SheetContext } from '../answers';
import { speaksOfFact } from '../heading-scores';
import { periodOf } from '../periods';
import type { Line } from '../grid';
import type { Owner } from '../owner';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { addColumnTotals, addRowTotal } from '../totals';
import { unitAt } from '../unit-column';
import { readIndicators } from './indicators';
import { notePartsOnly, placeColumns, readUnitRows } from './unit-rows';
import { NO_COUNT, monthGroups, groupOf, isSum, totalsOf } from './month-columns';
import { seriesOf, titleOf, type Series } from './month-series';
import {
  type MonthCell,
  lastMonth,
  standstill,
  claimMonths,
  noteFigures,
  isCumulative,
  noteCumulative,
} from './month-claims';

/** Months across: a row per unit or per series, several series side by side. */
export function readAcross(context: SheetContext, table: Table, owner: () => Owner, tableNumber: number): void {
  const { grid } = context;
  const unitColumn = columnFor(table, 'unit');
  const labelColumn =
    columnFor(table, 'indicator') ?? table.columns.find((column) => isLabelColumn(column, unitColumn));
  const labelOf = ({ row }: Line): string => (labelColumn ? grid.textAt(row, labelColumn.index) : '');
  // 受理办件 above 其中：汇聚至省平台: what was sent in counts, where a row of its own tells it.
  const isCollected = (line: Line): boolean => /汇聚|归集/.test(labelOf(line));
  const lines = table.rows.filter(
    (line) => rowKind(line) === 'plain' || (rowKind(line) === 'part' && isCollected(line)),
  );
  const named = new Map<Line, string | undefined>();
  const unitOf = (line: Line): string | undefined => {
    if (!unitColumn) return owner().unit;
    if (!named.has(line)) named.set(line, unitAt(context, line, unitColumn, labelColumn ? undefined : tableNumber));
    return named.get(line);
  };
  if (unitColumn && !labelColumn && readYearOfUnits(context, table, unitColumn, tableNumber)) return;
  const groups = monthGroups(table);
  const hasSingleMonths = groups.some((columns) => columns.some(({ cumulative }) => !cumulative));
  const ofYear = new Set(lines.filter((line) => labelColumn && isOfYear(context, table, labelOf(line))));
  const keyOf = (line: Line, { item, fact }: Series): string => `${unitOf(line)}\n${item}\n${fact}`;
  const collected = new Set(
    lines.filter(isCollected).flatMap((line) => {
      const own = seriesOf(context, table, [labelOf(line)], false);
      return own ? [keyOf(line, own)] : [];
    }),
  );
  for (const columns of groups) {
    let isOurs = false;
    const cut = lastMonth(
      context,
      table,
      lines.map((line) => columns.map((column) => cellOf(line, column))),
    );
    const totals = totalsOf(table, columns, context.reading.rulebook.year);
    for (const line of lines) {
      const label = labelOf(line);
      if (ofYear.has(line)) continue;
      const series = seriesOf(context, table, [groupOf(columns[0] as Column), label]);
      if (series && collected.size && !isCollected(line) && collected.has(keyOf(line, series))) continue;
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
  if (ofYear.size) readRowsOfYear(context, table, owner, tableNumber, labelColumn, [...ofYear]);
}

/** 评价覆盖率, 宣传次数 among rows of cases by the month: what counts is the figure of the year, and not which months have one. */
function isOfYear(context: SheetContext, table: Table, label: string): boolean {
  if (NO_COUNT.test(label)) return true;
  return !seriesOf(context, table, [label], false) && speaksOfFact(label, context.reading.targets);
}

/** A row per unit of which the title names the figure, and is no series: 全年 beside its months. Returns whether it is one. */
function readYearOfUnits(context: SheetContext, table: Table, unit: Column, tableNumber: number): boolean {
  const { grid, reading } = context;
  const titles = [titleOf(table), grid.sheet.name, reading.snapshot.file];
  const groups = monthGroups(table);
  const [months] = groups;
  if (!months || groups.length > 1 || seriesOf(context, table, [groupOf(months[0] as Column), ...titles], false))
    return false;
  const totals = totalsOf(table, months, reading.rulebook.year).map(({ total }) => total);
  const total =
    totals.find(({ leaf }) => periodOf(leaf)?.kind === 'whole') ?? (totals.length === 1 ? totals[0] : undefined);
  const whole: Column = { ...(total ?? (months[0] as Column)), path: ['全年'], leaf: '全年', roles: [] };
  const lines = table.rows.filter((line) => rowKind(line) === 'plain');
  if (!placeColumns(context, table, [whole], lines).size) return false;
  if (total) readUnitRows(context, { ...table, columns: [unit, whole] }, tableNumber);
  else notePartsOnly(context, months[0] as Column, table.bottom);
  return true;
}

/** 评价覆盖率 beside the months: figures of the year in columns of their own. */
function readBesides(context: SheetContext, table: Table): void {
  const columns = table.columns.filter((column) => column.month === undefined && !isSum(column));
  readUnitRows(context, { ...table, columns });
}

function readRowsOfYear(
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

function isLabelColumn(column: Column, unitColumn: Column | undefined): boolean {
  const isOther = column.roles.some((role) => ['seq', 'unit', 'measure', 'total', 'remark'].includes(role));
  return column.month === undefined && !isOther && column !== unitColumn && column.index < 4;
}

function cellOf(line: Line, column: Column): MonthCell {
  return { month: column.month ?? 0, row: line.row, column: column.index };
}
