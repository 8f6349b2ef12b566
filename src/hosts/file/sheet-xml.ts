import type { CellRange } from '../../workbook/snapshot';
import { parseRange } from './grid-reference';
import { LIMITS, GRID } from './limits';
import type { Budget } from './budget';
import { checkRows, placeKey } from './sheet-rows';
import { damaged, tooLarge } from './unreadable';
import { elements, inside, isTrue } from './xml';

/** A worksheet part, checked and cut down: rows with values for the library to parse, the rest in plain data. */
export interface CheckedSheet {
  sheetData: string;
  merges: CellRange[];
  isHiddenRow(row: number): boolean;
  isHiddenColumn(column: number): boolean;
  errorAt(row: number, column: number): string | undefined;
}

/** Checks one worksheet part. */
export function checkSheet(xml: string, budget: Budget): CheckedSheet {
  const data = inside(xml, 'sheetData');
  if (data === undefined) throw damaged();
  const dataAt = xml.search(/<(?:[\w.-]+:)?sheetData[\s/>]/);
  const before = xml.slice(0, dataAt);
  const after = xml.slice(dataAt + data.length);
  const rows = checkRows(data, budget);
  const hiddenColumns = hiddenColumnsOf(before);
  const merges = elements(after, 'mergeCell', LIMITS.merges).map((merge) => parseRange(merge.get('ref') ?? ''));
  budget.spend('merges', merges.length);
  return {
    sheetData: rows.xml,
    merges,
    isHiddenRow: (row) => rows.hidden.has(row),
    isHiddenColumn: (column) => hiddenColumns[column] === 1,
    errorAt: (row, column) => rows.errors.get(placeKey(row, column)),
  };
}

/** 1 for each column that is hidden. Some programs list a column more than once, none does without end. */
function hiddenColumnsOf(xml: string): Uint8Array {
  const hidden = new Uint8Array(GRID.columns);
  let listed = 0;
  for (const column of elements(xml, 'col', GRID.columns)) {
    const from = Number(column.get('min')) - 1;
    const to = Math.min(Number(column.get('max')), GRID.columns);
    if (!(from >= 0 && to > from)) continue;
    listed += to - from;
    if (listed > GRID.columns * 64) throw tooLarge();
    if (isTrue(column.get('hidden')) || Number(column.get('width') ?? 1) === 0) hidden.fill(1, from, to);
  }
  return hidden;
}
