import { recordAnswers, scaleOfAnswers, type Answer, type SheetContext } from '../answers';
import type { Line } from '../grid';
import type { Owner } from '../owner';
import { itemByReference } from '../items';
import { columnFor, type Column, type Table } from '../tables';
import { plainText } from '../text';
import { placeColumns } from './unit-rows';

const MEASURE_ROW = /^(计量单位|单位|指标单位|量纲)$/;
const VALUE_ROW =
  /^(数值|数据|合计|全年|本年|完成(?:值|数|情况)?$|填报(?:值|数)?$|实际(?:值|数|完成)?|实绩|全年数|年度合计|本单位|我局)/;

/** Indicators across, one unit's values in a row under them. */
export function readFactRow(context: SheetContext, table: Table, owner: () => Owner): void {
  const { grid } = context;
  const label = columnFor(table, 'indicator');
  const rows = table.rows.filter((line) => line.entries.length > 1 && !isMeasureRow(line, table));
  const values =
    rows.length === 1 ? rows[0] : rows.find((line) => VALUE_ROW.test(plainText(line.entries[0]?.text ?? '')));
  if (!values) return;
  const columns = table.columns
    .filter(
      (column) =>
        column !== label && !column.roles.some((role) => ['seq', 'remark', 'quarter', 'month'].includes(role)),
    )
    .map((column) => underReference(context, table, column));
  const placed = placeColumns(context, table, columns, [values]);
  const { unit } = placed.size ? owner() : { unit: undefined };
  if (!unit) return;
  const answers = [...placed].map(([column, meaning]): Answer => ({
    ...meaning,
    row: values.row,
    column: column.index,
  }));
  const scale = scaleOfAnswers(grid, answers);
  recordAnswers(context, unit, 'department', answers, () => scale);
}

/** 2.5 over 应进驻事项: the item whose number stands in the line right above the heading. */
function underReference({ reading, grid }: SheetContext, { top }: Table, column: Column): Column {
  const above = top > 0 ? grid.textAt(top - 1, column.index) : '';
  return above && itemByReference(reading.rulebook, above) ? { ...column, path: [above, ...column.path] } : column;
}

/** Any table of known indicators without units or names of rows. */
export function isFactRow(table: Table): boolean {
  return table.columns.length >= 2 && table.rows.length > 0;
}

function isMeasureRow(line: Line, table: Table): boolean {
  const first = line.entries[0]?.text ?? '';
  if (MEASURE_ROW.test(plainText(first))) return true;
  return (
    line.entries.every(({ cell, text }) => typeof cell.value === 'string' && text.length <= 4 && !/\d/.test(text)) &&
    table.rows.length > 1
  );
}
