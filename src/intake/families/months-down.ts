import { recordAnswers, scaleOfAnswers, type SheetContext } from '../answers';
import type { Line } from '../grid';
import type { Owner } from '../owner';
import { periodOf } from '../periods';
import { monthOf } from '../roles';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { addColumnTotals } from '../totals';
import { unitAt } from '../unit-column';
import { unitColumns, type UnitColumn } from '../units-across';
import { readIndicators } from './indicators';
import { parentsOf, placeColumns } from './unit-rows';
import { NO_COUNT } from './month-columns';
import { seriesOf } from './month-series';
import { type MonthCell, lastMonth, claimMonths, noteFigures } from './month-claims';

/** Months down the rows: a column per series, per unit, or beside a column of units. */
export function readDown(context: SheetContext, table: Table, owner: () => Owner): void {
  const { grid } = context;
  const monthColumn = columnFor(table, 'month');
  const unitColumn = columnFor(table, 'unit');
  if (!monthColumn) return;
  const lines = table.rows.filter((line) => monthOf(grid.textAt(line.row, monthColumn.index)) !== undefined);
  const named = unitColumns(context, table);
  if (named.length) {
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

/** Months down the rows, a column for each unit. */
function readUnitsAcross(
  context: SheetContext,
  table: Table,
  lines: Line[],
  monthColumn: Column,
  named: UnitColumn[],
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
  for (const { column, name, unit } of named) {
    reading.mention(name, reading.source(grid, table.bottom, column.index));
    noteFigures(context, cellsOf(column), unit);
    claimMonths(context, unit, series, cellsOf(column), cut);
  }
  addColumnTotals(
    context,
    table,
    named.map(({ column }) => column),
  );
}
