import type { PlannedWorkbook } from '../../workbook/planned-write';
import { blankWorkbook } from './blank-workbook';
import { WorkbookFile } from './workbook-file';
import { writeSheets } from './write-sheets';

/** Writes a planned workbook as the bytes of an .xlsx file of its own; each sheet is known by the name it was planned with. */
export async function writeWorkbook({ title, sheets }: PlannedWorkbook): Promise<Uint8Array> {
  const file = new WorkbookFile(blankWorkbook(title), true);
  writeSheets(
    file,
    sheets.map((sheet) => ({ key: sheet.name, sheet })),
  );
  return file.bytes();
}
