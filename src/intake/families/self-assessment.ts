import type { Item, Section } from '../../rulebook/model';
import type { SheetContext } from '../answers';
import { answersBelow } from '../form/answers-below';
import { formColumns, isFigureList } from '../form/columns';
import { partsInWords, readStrays } from '../form/divided-row';
import { readItem } from '../form/item';
import {
  figureNamed,
  itemOf,
  partsOfSection,
  reportsOnSections,
  wholeGoal,
  type ItemRows,
  type RowBefore,
} from '../form/rows';
import { followReferences } from '../form/same-as';
import { SelfScores } from '../form/scores';
import { sectionAt, sectionOfTable } from '../form/sections';
import { noteStranger, noteUndivided } from '../form/strangers';
import type { Owner } from '../owner';
import { rowKind, type Table } from '../tables';
import { plainText } from '../text';

/**
 * The form shaped like Annex 1: a row per item, its facts in sentences, the department's own score beside them. Returns
 * whether any row of it is one of the rulebook's.
 */
export function readSelfAssessment(context: SheetContext, table: Table, owner: () => Owner): boolean {
  const columns = formColumns(table);
  if (!table.rows.some((line) => itemOf(context, line, columns) ?? partsOfSection(context, line, columns)[0]))
    return false;
  const { unit } = owner();
  if (!unit) return true;
  noteDoubts(context, table);
  const below = answersBelow(context, table, columns);
  const found = new Map<string, ItemRows>();
  const scores = new SelfScores(context, unit, columns);
  let last: Item | undefined;
  let before: RowBefore | undefined;
  let above = '';
  let section: Section | undefined = sectionOfTable(context.reading.rulebook, table);
  for (const line of table.rows) {
    const answer = below.get(line);
    if (answer) {
      if (last) found.get(last.id)?.rows.push({ line, entry: answer });
      continue;
    }
    section = sectionAt(context.reading.rulebook, line, section);
    const titled = partsOfSection(context, line, columns);
    const parts = titled.length ? titled : partsInWords(context, line, columns, unit, before);
    if (parts.length) {
      for (const { item, row } of parts) {
        const rows = found.get(item.id) ?? { item, rows: [] };
        rows.rows.push(row);
        found.set(item.id, rows);
      }
      continue;
    }
    if (noteUndivided(context, line, columns, unit)) continue;
    const kind = rowKind(line);
    if (kind !== 'plain' && kind !== 'part') {
      scores.total(line, kind === 'subtotal');
      continue;
    }
    const named = kind === 'part' ? undefined : itemOf(context, line, columns, before, section);
    const under = named ?? last;
    const label =
      under && !wholeGoal(context, line, columns, under)
        ? figureNamed(context, line, columns, under, above)
        : undefined;
    const item = label ? under : named;
    if (!item) {
      noteStranger(context, line, columns, unit);
      continue;
    }
    if (item !== last) above = '';
    if (kind !== 'part' && label) above = label.leaf;
    const clause = columns.clause ? plainText(context.grid.textAt(line.row, columns.clause.index)) : '';
    before = { item, line, clauses: item === last ? [...(before?.clauses ?? []), clause] : [clause] };
    last = item;
    const entry = columns.progress && context.grid.at(line.row, columns.progress.index);
    const rows = found.get(item.id) ?? { item, rows: [] };
    if (!below.size) rows.rows.push({ line, entry, ...(label ? { asked: label.fact } : {}) });
    found.set(item.id, rows);
    scores.add(line, item);
  }
  scores.record();
  followReferences(context.reading.rulebook, found);
  const [answer] = below.values();
  const place = columns.progress?.index ?? answer?.column;
  if (place !== undefined) for (const rows of found.values()) readItem(context, rows, columns, place, unit);
  for (const rows of found.values()) readStrays(context, rows, unit, ({ id }) => found.has(id));
  return true;
}

/** Such a form repeats the rulebook's words and has a column for what was done or for the department's own score. */
export function isSelfAssessment(context: SheetContext, table: Table): boolean {
  if (table.isForm) return true;
  if (isFigureList(table)) return false;
  const columns = formColumns(table);
  if (columns.progress && reportsOnSections(context, table.rows, columns)) return true;
  const words = columns.goal.length > 0 || columns.clause !== undefined || columns.item !== undefined;
  return words && (columns.self !== undefined || (columns.progress !== undefined && columns.clause !== undefined));
}

/** Says which columns were taken for another thing than their heading says, and which say more of what was done. */
function noteDoubts({ reading, grid }: SheetContext, { doubts = [], bottom }: Table): void {
  for (const { column, role } of doubts) {
    const name = column.path.join('/').replace(/\s+/g, '') || '没有列名的一列';
    const what =
      role === 'besides'
        ? '也写有完成情况，这一列没有采用'
        : role === 'progress'
          ? '按内容当作完成情况读取'
          : '写的是考评细则的原文，没有当作完成情况读取';
    reading.findings.push({
      code: 'column-by-content',
      severity: 'warning',
      source: reading.source(grid, bottom, column.index),
      message: `“${name}”${what}。`,
      remedy: '请核对；如不对，请改正列名，完成情况只填在一列。',
    });
  }
}
