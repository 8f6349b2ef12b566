import { columnFor, columnsFor, type Column, type Table } from '../tables';
import type { FormColumns } from './scores';

/** Figures, days and words such as 已完成 are no longer; sentences are. */
const SHORT_ANSWER = 12;

/** A list of figures that also shows the items and what they score: nothing in it is told in sentences. */
export function isFigureList(table: Table): boolean {
  if (columnFor(table, 'goal') ?? columnFor(table, 'clause')) return false;
  const indicator = columnsFor(table, 'indicator').find(({ roles }) => !roles.includes('value'));
  const value = columnsFor(table, 'value').find((column) => column !== indicator);
  if (!indicator || !value) return false;
  const cells = table.rows.map(({ row }) => table.grid.at(row, value.index)).filter((entry) => entry?.text);
  const short = cells.filter((entry) => (entry?.text.length ?? 0) <= SHORT_ANSWER);
  return cells.length > 0 && short.length * 10 >= cells.length * 9;
}

/** The columns of a form, by what they are for. */
export function formColumns(table: Table): FormColumns {
  const progress = columnFor(table, 'progress');
  return {
    goal: goalColumns(table, progress),
    section: [...columnsFor(table, 'section'), ...columnsFor(table, 'group')],
    clause: columnFor(table, 'clause'),
    item: columnFor(table, 'item'),
    seq: columnFor(table, 'seq'),
    progress,
    self: columnFor(table, 'self') ?? columnFor(table, 'score'),
    evidence: columnFor(table, 'evidence'),
    state: columnFor(table, 'state'),
  };
}

/** The columns of tasks: those named so, else that of sections, else one of names before what was done. */
function goalColumns(table: Table, progress: Column | undefined): Column[] {
  for (const role of ['goal', 'section']) {
    const columns = columnsFor(table, role).filter((column) => !column.roles.includes('progress'));
    if (columns.length) return columns;
  }
  if (!progress || !columnFor(table, 'self')) return [];
  return columnsFor(table, 'indicator')
    .filter((column) => column.index < progress.index && !column.roles.includes('progress'))
    .slice(0, 1);
}
