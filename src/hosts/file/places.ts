import { noAddress, noSheet, sheetProtected } from '../../workbook/refusals';
import { parseRange } from './grid-reference';
import { UnreadableFile } from './unreadable';
import type { FileSheet, WorkbookFile } from './workbook-file';

/** The sheet of a name, or a sentence that it is not there. */
export function sheetNamed(file: WorkbookFile, name: string): FileSheet {
  const sheet = file.sheets.find((each) => each.name === name);
  if (!sheet) throw noSheet(name);
  return sheet;
}

/** The first cell of an address such as C5, C5:D9 or C5,D9. */
export function firstCell(address: string): { row: number; column: number } {
  try {
    const { top, left } = parseRange(address.split(',')[0]);
    return { row: top, column: left };
  } catch (error) {
    throw error instanceof UnreadableFile ? noAddress(address) : error;
  }
}

/** Says that a sheet's cells must not be changed, if so. */
export function refuseProtected(file: WorkbookFile, sheet: FileSheet): void {
  if (/\ssheet="(?:1|true|on)"/.test(file.sheetPart(sheet).get('sheetProtection') ?? '')) {
    throw sheetProtected(sheet.name);
  }
}
