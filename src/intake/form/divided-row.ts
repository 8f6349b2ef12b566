import type { Item } from '../../rulebook/model';
import type { SheetContext } from '../answers';
import type { Line } from '../grid';
import { sectionTitled } from '../items';
import { noteWhichItem } from './strangers';
import { shorten } from '../values';
import { divide, strayIn, type Division } from './divide';
import { findItem } from './item-finder';
import { itemNamed, nameOf, rowsOfParts, sectionNamedBy, type FormRow, type ItemRows, type RowBefore } from './rows';
import type { FormColumns } from './scores';
import { claimTold, toldIn } from './told';

interface Place {
  row: number;
  column: number;
}

/** A shorter text reports on one thing. */
const SHORTEST = 40;
const STILL_TO_COME = /^[^，。]{0,6}(?:打算|计划|思路|安排|建议)[^，。]{0,4}$/;

/**
 * A row that reports in running words on several items, as those of a whole section or under a name that says nothing of
 * any (工作情况): what it says of each, and what it is not clear about is noted. None where it speaks of one item only.
 */
export function partsInWords(
  context: SheetContext,
  line: Line,
  columns: FormColumns,
  unit: string,
  before?: RowBefore,
): { item: Item; row: FormRow }[] {
  const { grid, reading, prose } = context;
  const entry = columns.progress && grid.at(line.row, columns.progress.index);
  if (!entry || typeof entry.cell.value !== 'string' || entry.text.length < SHORTEST) return [];
  if (sectionTitled(reading.rulebook, entry.text)) return []; // A banner over the rows below.
  const finder = { rulebook: reading.rulebook, targets: reading.targets, prose };
  const name = nameOf(context, line, columns);
  const section = columns.clause || columns.item ? undefined : sectionNamedBy(context, line, columns);
  if (!section) {
    if (STILL_TO_COME.test(name) || !/[。；;\n]./.test(entry.text)) return [];
    if (itemNamed(context, line, columns, before)) return [];
  }
  const division = divide(finder, entry.text, { among: section?.items });
  const named = section ? undefined : findItem(finder, { label: name, text: '' }).item;
  if (division.parts.length < 2 || division.parts.some(({ item }) => item === named)) return [];
  noteDivision(context, entry, division, unit);
  return rowsOfParts(line, entry, division.parts);
}

/** What the report on one item says of others that the form has no report on: taken, and told. */
export function readStrays(context: SheetContext, rows: ItemRows, unit: string, known: (item: Item) => boolean): void {
  const { reading, prose } = context;
  const finder = { rulebook: reading.rulebook, targets: reading.targets, prose };
  for (const { entry } of rows.rows) {
    if (!entry || typeof entry.cell.value !== 'string' || entry.text.length < SHORTEST) continue;
    const parts = strayIn(finder, entry.text, rows.item, known);
    for (const { item, text } of parts)
      for (const told of toldIn(context, item, '', text))
        if (told.figure.state === 'value') claimTold(context, unit, item, told, entry);
    if (parts.length)
      noteDivision(context, entry, { parts: [{ item: rows.item, text: '' }, ...parts], unclear: [] }, unit);
  }
}

/** Says of which items a text was taken to speak, and which of its words could be about more than one. */
function noteDivision(context: SheetContext, at: Place, division: Division, unit: string): void {
  const { reading, grid } = context;
  reading.findings.push({
    code: 'divided-by-words',
    severity: 'info',
    source: reading.source(grid, at.row, at.column),
    message: `这一格连着写了几项内容，按文字看说的是${division.parts.map(({ item }) => item.number).join('、')}。`,
    remedy: '请核对；有没读到的，请按条款分段填写，每段以条款号或条款名称和冒号开头。',
    unit,
  });
  noteUnclear(context, at, division, unit);
}

/** Says which words of a text could be about more than one item. */
export function noteUnclear({ reading, grid }: SheetContext, at: Place, { unclear }: Division, unit: string): void {
  const source = reading.source(grid, at.row, at.column);
  for (const { text, rivals } of unclear) noteWhichItem(reading, `“${shorten(text)}”`, rivals, source, unit);
}
