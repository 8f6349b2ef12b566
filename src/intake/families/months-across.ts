import type { SheetContext } from '../answers';
import type { Line } from '../grid';
import type { Owner } from '../owner';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { addColumnTotals, addRowTotal } from '../totals';
import { unitAt } from '../unit-column';
import { readIndicators } from './indicators';
import { readUnitRows } from './unit-rows';
import { NO_COUNT, monthGroups, groupOf, isSum, totalsOf } from './month-columns';
import { seriesOf, titleOf } from './month-series';
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
    const totals = totalsOf(table, columns, context.reading.rulebook.year);
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

function isLabelColumn(column: Column, unitColumn: Column | undefined): boolean {
  const isOther = column.roles.some((role) => ['seq', 'unit', 'measure', 'total', 'remark'].includes(role));
  return column.month === undefined && !isOther && column !== unitColumn && column.index < 4;
}

function cellOf(line: Line, column: Column): MonthCell {
  return { month: column.month ?? 0, row: line.row, column: column.index };
}
