import { Tools, type IStyleData, type Nullable } from '@univerjs/core';
import type { ISheetNote } from '@univerjs/preset-sheets-note';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { HostError, type CellMark } from '../../workbook/host';
import type { CellChanges, Mutations } from './mutations';
import { parseRangeAddress } from './range-address';

/** The workbook's setting that keeps what marked cells looked like before. */
export const MARKS = 'yl.marks';

const FILLS: Record<CellMark['severity'], string> = { error: '#FBD5D5', warning: '#FFE9A8', info: '#D6E6F7' };
const NOTE = { width: 260, height: 140 };

/** A marked cell as it was before. */
interface Before {
  sheet: string;
  row: number;
  column: number;
  fill?: IStyleData['bg'];
  note?: ISheetNote;
}

/**
 * Puts a fill and a note on each cell; gives what is needed to take them back, as text. When one cannot be put on, none is.
 */
export function putMarks(workbook: FWorkbook, mutations: Mutations, marks: CellMark[]): string {
  const before: Before[] = [];
  const fills = new Map<FWorksheet, CellChanges>();
  const put = () => {
    for (const { place, severity, note } of marks) {
      const sheet = workbook.getSheetByName(place.sheet);
      const range = parseRangeAddress(place.cell.split(',')[0]);
      if (!sheet || !range) continue;
      const { top: row, left: column } = range;
      const cell = sheet.getRange(row, column);
      const own = cell.getNote();
      before.push({
        sheet: place.sheet,
        row,
        column,
        ...(fillOf(sheet, row, column) && { fill: fillOf(sheet, row, column) }),
        ...(own && { note: Tools.deepClone(own) }),
      });
      addFill(fills, sheet, row, column, { rgb: FILLS[severity] });
      const words = own ? `${own.note}\n${note}` : note;
      cell.createOrUpdateNote({ id: own?.id ?? `mark-${row}-${column}`, row, col: column, note: words, ...NOTE });
    }
    for (const [sheet, changes] of fills) mutations.setCells(sheet, changes);
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
  const fills = new Map<FWorksheet, CellChanges>();
  mutations.run(() => {
    for (const { sheet: name, row, column, fill, note } of readBefore(kept)) {
      const sheet = workbook.getSheetByName(name);
      if (!sheet) continue;
      addFill(fills, sheet, row, column, fill ?? null);
      const cell = sheet.getRange(row, column);
      if (note) cell.createOrUpdateNote(note);
      else if (cell.getNote()) cell.deleteNote();
    }
    for (const [sheet, changes] of fills) mutations.setCells(sheet, changes);
  });
}

function fillOf(sheet: FWorksheet, row: number, column: number): Nullable<IStyleData['bg']> {
  return sheet.getSheet().getCellStyle(row, column)?.bg;
}

function addFill(
  fills: Map<FWorksheet, CellChanges>,
  sheet: FWorksheet,
  row: number,
  column: number,
  bg: IStyleData['bg'],
) {
  const known = [...fills.keys()].find((each) => each.getSheetId() === sheet.getSheetId()) ?? sheet;
  const changes = fills.get(known) ?? {};
  (changes[row] ??= {})[column] = { s: { bg } };
  fills.set(known, changes);
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
