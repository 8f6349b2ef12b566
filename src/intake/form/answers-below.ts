import type { SheetContext } from '../answers';
import type { Entry, Line } from '../grid';
import type { Table } from '../tables';
import { plainText } from '../text';
import type { FormColumns } from './scores';

/** So many rows of a form are answers to the row above them, where it has no column for what was done. */
const FEWEST = 3;
const PART = 0.25;

/**
 * The answers of a form that has a row for each task and below it one for what was done: 编号 | 考评内容 | 自评分, then
 * 自评情况 | …. By the line that holds them; empty for any other form.
 */
export function answersBelow(context: SheetContext, table: Table, columns: FormColumns): ReadonlyMap<Line, Entry> {
  const answers = new Map<Line, Entry>();
  if (columns.progress) return answers;
  for (const line of table.rows) {
    const [label, answer, ...others] = line.entries.filter(({ text }) => text !== '');
    if (label && answer && !others.length && asksWhatWasDone(context, label)) answers.set(line, answer);
  }
  return answers.size >= FEWEST && answers.size >= table.rows.length * PART ? answers : new Map<Line, Entry>();
}

function asksWhatWasDone({ reading }: SheetContext, { text }: Entry): boolean {
  return (reading.vocabulary.roles.progress ?? []).includes(plainText(text));
}
