import type { WorkbookFrame } from '../../workbook/snapshot';
import { checkPackage } from './check-package';
import { Zip } from './zip';

/** Reads only the frame of an .xlsx file; throws UnreadableFile as readWorkbook does. */
export function readFrame(bytes: Uint8Array): WorkbookFrame {
  const { date1904, sheets } = checkPackage(new Zip(bytes));
  return { date1904, sheets: sheets.map(({ name, merges }) => ({ name, merges })) };
}
