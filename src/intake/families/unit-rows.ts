import { recordAnswers, type Answer, type SheetContext } from '../answers';
import type { Entry, Line } from '../grid';
import { matchHeadings, type Heading, type Meaning } from '../headings';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { splitHeading } from '../text';
import { addColumnTotals } from '../totals';
import { percentScale, type PercentScale } from '../values';
import { unitAt } from '../unit-column';

const NOT_VALUES = ['seq', 'unit', 'remark', 'indicator', 'measure', 'total', 'evidence', 'month', 'quarter'];

/** A row per unit, a column per indicator, groups of columns under merged headings. */
export function readUnitRows(context: SheetContext, table: Table, tableNumber: number): void {
  const { grid } = context;
  const unitColumn = columnFor(table, 'unit');
  if (!unitColumn) return;
  const rows: { unit: string; line: Line }[] = [];
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const unit = unitAt(context, line, unitColumn, tableNumber);
    if (unit) rows.push({ unit, line });
  }
  const columns = table.columns.filter((column) => !column.roles.some((role) => NOT_VALUES.includes(role)));
  const lines = rows.map((row) => row.line);
  const meanings = placeColumns(context, table, columns, lines);
  const scales = new Map<number, PercentScale>();
  for (const column of meanings.keys()) {
    const cells = lines.flatMap((line) => grid.at(line.row, column.index)?.cell ?? []);
    scales.set(column.index, percentScale(cells));
  }
  const scaleOf = (answer: Answer): PercentScale => scales.get(answer.column) ?? 'unknown';
  for (const { unit, line } of rows) {
    const answers: Answer[] = [];
    for (const [column, { target, confidence, inverse }] of meanings) {
      answers.push({ target, confidence, inverse, row: line.row, column: column.index });
    }
    recordAnswers(context, unit, 'platform', answers, scaleOf);
  }
  addColumnTotals(context, table, columns);
}

type Placed = Pick<Answer, 'target' | 'confidence' | 'inverse'>;

/** What each column holds; columns in doubt become questions. */
export function placeColumns(
  context: SheetContext,
  table: Table,
  columns: Column[],
  lines: Line[],
): Map<Column, Placed> {
  const { reading, grid } = context;
  const headings = columns.map((column): Heading => {
    const samples: Entry[] = [];
    for (const line of lines.slice(0, 30)) {
      const entry = grid.at(line.row, column.index);
      if (entry && entry.text) samples.push(entry);
    }
    return { leaf: column.leaf, parents: parentsOf(column), measure: column.measure, samples };
  });
  const meanings: Meaning[] = matchHeadings(headings, reading.targets, reading.mapping);
  const placed = new Map<Column, Placed>();
  for (const [i, column] of columns.entries()) {
    const meaning = meanings[i];
    if (meaning?.kind === 'target') placed.set(column, meaning);
    if (meaning?.kind === 'doubtful' && headings[i]?.samples.length) {
      reading.ask(headings[i], column.path.join(' / '), reading.source(grid, table.bottom, column.index), meaning);
    }
  }
  return placed;
}

/** The headings above the lowest one, in plain text. */
export function parentsOf(column: Column): string[] {
  return column.path
    .slice(0, -1)
    .map((text) => splitHeading(text).plain)
    .filter((text) => text);
}
