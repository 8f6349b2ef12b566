import type { Source } from '../../assessment';
import type { Item } from '../../rulebook/model';
import type { SheetContext } from '../answers';
import type { Line } from '../grid';
import { sectionTitled } from '../items';
import type { Reading } from '../reading';
import { shorten } from '../values';
import { findRow, sectionNamedBy } from './rows';
import type { FormColumns } from './scores';

/** Says it when a row is filled in and none of the rulebook's. */
export function noteStranger(context: SheetContext, line: Line, columns: FormColumns, unit: string): void {
  const { reading, grid } = context;
  const filled = [columns.progress, columns.self].some(
    (column) => column && grid.textAt(line.row, column.index) !== '',
  );
  const text = columns.goal.map((column) => grid.textAt(line.row, column.index)).find((one) => one !== '') ?? '';
  // A title whose merged cells were split says the same in every one.
  const isTitle = new Set(line.entries.map((entry) => entry.text)).size === 1;
  if (!filled || isTitle || line.entries.length < 3) return;
  const at = columns.goal[0] ?? columns.clause ?? columns.item;
  const { rivals } = findRow(context, line, columns);
  if (rivals.length) {
    const source = reading.source(grid, line.row, columns.progress?.index ?? at?.index ?? 0);
    noteWhichItem(reading, `“${shorten(text)}”这一行`, rivals, source, unit);
    return;
  }
  reading.findings.push({
    code: 'not-in-rulebook',
    severity: 'warning',
    source: reading.source(grid, line.row, at?.index ?? 0),
    message: text ? `“${shorten(text)}”与考评细则的任何一项都对不上。` : '这一行没有写明是考评细则的哪一项。',
    remedy: '请按考评细则原文填写“具体目标”或“评分标准”，或写明条款号。',
    unit,
  });
}

/** Says that words are about one of several items, and not of which; nothing of them was taken. */
export function noteWhichItem(reading: Reading, words: string, rivals: Item[], source: Source, unit: string): void {
  const named = rivals.map(({ number, title }) => `${number}“${title}”`);
  reading.findings.push({
    code: 'which-item',
    severity: 'warning',
    source,
    message: `${words}说的是${named.join('还是')}，分不清，没有采用。`,
    remedy: '请写明条款号，如“三、5”。',
    unit,
  });
}

/** Says it when a row reports on a whole section and nothing tells its items apart: then it speaks of none of them. */
export function noteUndivided(context: SheetContext, line: Line, columns: FormColumns, unit: string): boolean {
  const { grid, reading } = context;
  const entry = columns.progress && grid.at(line.row, columns.progress.index);
  if (!columns.progress || !entry || entry.text.length < 20) return false;
  if (sectionTitled(reading.rulebook, entry.text)) return false; // A banner over the rows below.
  const section = columns.clause || columns.item ? undefined : sectionNamedBy(context, line, columns);
  if (!section || section.items.length < 2) return false;
  reading.findings.push({
    code: 'section-undivided',
    severity: 'warning',
    source: reading.source(grid, line.row, columns.progress.index),
    message: `这一格写的是“${section.title}”整个部分的情况，分不出哪一句说的是哪一条，没有采用。`,
    remedy: '请按条款分段填写，每段以条款名称和冒号开头，或者每个条款单列一行。',
    unit,
  });
  return true;
}
