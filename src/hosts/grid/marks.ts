import { Tools, type IStyleData } from '@univerjs/core';
import type { ISheetNote } from '@univerjs/preset-sheets-note';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { parseRangeAddress } from '../../workbook/address';
import { HostError, type CellMark } from '../../workbook/host';
import { cellsIn } from '../../workbook/areas';
import { MARK_FILLS } from '../../workbook/marks';
import type { CellChanges, Mutations } from './mutations';

/** The workbook's setting that keeps what marked cells looked like before. */
export const MARKS = 'yl.marks';

const NOTE = { width: 260, height: 140 };

/** What a cell was like before it got a fill, or a note; null: it had none. */
interface Before {
  sheet: string;
  row: number;
  column: number;
  fill?: IStyleData['bg'] | null;
  note?: ISheetNote | null;
}

/** Changes of fills, by the names of their sheets. */
type Fills = Map<string, CellChanges>;

/**
 * Puts a fill on the cells of each mark and a note on the first of them; gives what is needed to take them back, as text. When one cannot be put on, none is.
 */
export function putMarks(workbook: FWorkbook, mutations: Mutations, marks: CellMark[]): string {
  const before: Before[] = [];
  const fills: Fills = new Map();
  const put = () => {
    for (const { place, severity, note } of marks) {
      const sheet = workbook.getSheetByName(place.sheet)!;
      const blocks = place.cell.split(',').flatMap((address) => parseRangeAddress(address) ?? []);
      const cells = blocks.flatMap(cellsIn);
      for (const { row, column } of cells) {
        const fill = sheet.getSheet().getCellStyle(row, column)?.bg ?? null;
        before.push({ sheet: place.sheet, row, column, fill });
        addFill(fills, place.sheet, row, column, { rgb: `#${MARK_FILLS[severity]}` });
      }
      const [{ row, column }] = cells;
      const cell = sheet.getRange(row, column);
      const own = cell.getNote();
      before.push({ sheet: place.sheet, row, column, note: own ? Tools.deepClone(own) : null });
      const words = own ? `${own.note}\n${note}` : note;
      cell.createOrUpdateNote({ id: own?.id ?? `mark-${row}-${column}`, row, col: column, note: words, ...NOTE });
    }
    setFills(workbook, mutations, fills);
  };
  try {
    mutations.run(put);
  } catch {
    takeMarksBack(workbook, mutations, JSON.stringify(before));
    throw new HostError('没有标记成功，单元格保持原样，请重试。');
  }
  return JSON.stringify(before);
}

/** Takes every mark back; a sheet that is gone took its marks along. */
export function takeMarksBack(workbook: FWorkbook, mutations: Mutations, kept: string): void {
  const fills: Fills = new Map();
  mutations.run(() => {
    // The last first: two marks may be on one cell.
    for (const { sheet: name, row, column, fill, note } of readBefore(kept).reverse()) {
      const sheet = workbook.getSheetByName(name);
      if (!sheet) continue;
      if (fill !== undefined) addFill(fills, name, row, column, fill);
      const cell = sheet.getRange(row, column);
      if (note) cell.createOrUpdateNote(note);
      else if (note === null && cell.getNote()) cell.deleteNote();
    }
    setFills(workbook, mutations, fills);
  });
}

function addFill(fills: Fills, sheet: string, row: number, column: number, bg: IStyleData['bg']): void {
  const changes = fills.get(sheet) ?? {};
  (changes[row] ??= {})[column] = { s: { bg } };
  fills.set(sheet, changes);
}

function setFills(workbook: FWorkbook, mutations: Mutations, fills: Fills): void {
  for (const [sheet, changes] of fills) mutations.setCells(workbook.getSheetByName(sheet)!, changes);
}

/** The workbook may come from anywhere: only what can be read as marks is. */
function readBefore(kept: string): Before[] {
  try {
    const read: unknown = JSON.parse(kept);
    return Array.isArray(read)
      ? read.filter((each) => Number.isInteger(each?.row) && Number.isInteger(each?.column))
      : [];
  } catch {
    return [];
  }
}
