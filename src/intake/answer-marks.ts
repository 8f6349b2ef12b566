import type { Entry, Grid } from './grid';

const MARK = /^[√✓✔☑●■vV]$/;

/** 是 | 否, 有 | 无, 已完成 | 未完成, 达标 | 不达标: the second says no to the first. */
function isOpposite(yes: string, no: string): boolean {
  if ((yes === '是' && no === '否') || (yes === '有' && (no === '无' || no === '没有'))) return true;
  return yes !== '' && ['未', '不', '没'].some((not) => no === not + yes.replace(/^已/, ''));
}

const wordOf = ({ cell, text }: Entry): string => (typeof cell.value === 'string' ? text.replace(/\s+/g, '') : '');

/** The answers that columns side by side stand for, by column, where a line has such headings. */
function answersIn(entries: Entry[]): Map<number, string> {
  const answers = new Map<number, string>();
  for (const [i, second] of entries.entries()) {
    const first = entries[i - 1];
    if (!first || second.column !== first.column + 1) continue;
    const [yes, no] = [wordOf(first), wordOf(second)];
    if (isOpposite(yes, no)) answers.set(first.column, yes).set(second.column, no);
  }
  return answers;
}

/**
 * A mark in one of two columns headed by answers says that answer: √ under 否 is 否. Without this it would be taken for yes.
 * Changes what shows in the grid's cells.
 */
export function readAnswerMarks(grid: Grid): void {
  let answers = new Map<number, string>();
  for (const { entries } of grid.lines) {
    const heads = answersIn(entries);
    if (heads.size) {
      answers = heads;
      continue;
    }
    if (!answers.size) continue;
    for (const entry of entries) {
      const answer = answers.get(entry.column);
      if (answer === undefined || !MARK.test(wordOf(entry))) continue;
      entry.text = answer;
      entry.cell = { ...entry.cell, value: answer, text: answer };
    }
  }
}
