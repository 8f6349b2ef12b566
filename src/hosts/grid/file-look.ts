import { BooleanNumber, type ICellData, type IWorksheetData } from '@univerjs/core';
import type { Comment, Worksheet } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { toGridStyle } from './file-styles';
import { pointsToPixels, toPixels } from './measures';

/** How one sheet of a file looks: everything but what its cells hold. */
export interface SheetLook {
  data: Partial<IWorksheetData>;
  notes: SheetNote[];
}

export interface SheetNote {
  row: number;
  column: number;
  text: string;
}

/** Past this the looks of a file take longer to read than they are worth: sheets formatted down to the last row. */
const LARGEST_SHEETS = 16 * 1024 * 1024;
/** Parts that cells and their looks are made of. Pictures, macros and links are never unpacked. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?(workbook|styles|sharedStrings)\.xml(\.rels)?)$/i;
const SHEETS = /^xl\/(worksheets\/(_rels\/)?[\w.-]+\.xml(\.rels)?|comments[\w.-]*\.xml|theme\/[\w.-]+\.xml)$/i;
/** Lists that cost much and that the grid has no use for. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'picture',
  'drawing',
  'tableParts',
  'extLst',
];

/** The looks of the sheets of an .xlsx file, by name. None for other files and for those too large. */
export async function readLooks(bytes: Uint8Array): Promise<Map<string, SheetLook>> {
  const looks = new Map<string, SheetLook>();
  const needed = neededParts(bytes);
  if (!needed) return looks;
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(needed.buffer as ArrayBuffer, { ignoreNodes: IGNORED });
  book.eachSheet((sheet) => looks.set(sheet.name, lookOf(sheet)));
  return looks;
}

function neededParts(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const needed = NEEDED.test(name) || SHEETS.test(name);
      if (needed) size += originalSize;
      return needed && size <= LARGEST_SHEETS;
    },
  });
  return size <= LARGEST_SHEETS ? zipSync(parts, { level: 0 }) : undefined;
}

function lookOf(sheet: Worksheet): SheetLook {
  const data: Partial<IWorksheetData> = { cellData: {}, rowData: {}, columnData: {} };
  const notes: SheetNote[] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height) data.rowData![number - 1] = { h: pointsToPixels(row.height), ia: BooleanNumber.FALSE };
    const cells: { [column: number]: ICellData } = {};
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const style = toGridStyle(cell.style);
      if (style) cells[column - 1] = { s: style };
      const text = textOfNote(cell.note);
      if (text) notes.push({ row: number - 1, column: column - 1, text });
    });
    if (Object.keys(cells).length) data.cellData![number - 1] = cells;
  });
  for (const [index, column] of (sheet.columns ?? []).entries()) {
    if (column.width) data.columnData![index] = { w: toPixels(column.width) };
  }
  const view = sheet.views[0];
  if (view?.state === 'frozen') {
    const [xSplit, ySplit] = [view.xSplit ?? 0, view.ySplit ?? 0];
    data.freeze = { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 };
  }
  if (view?.showGridLines === false) data.showGridlines = BooleanNumber.FALSE;
  return { data, notes };
}

function textOfNote(note: string | Comment | undefined): string {
  if (typeof note === 'string') return note;
  return note?.texts?.map(({ text }) => text).join('') ?? '';
}
