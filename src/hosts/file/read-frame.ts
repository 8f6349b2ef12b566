import type { CellRange } from '../../workbook/snapshot';
import { checkPackage } from './package';
import { Zip } from './zip';

/** What a workbook's bytes tell that an open workbook does not. */
export interface WorkbookFrame {
  date1904: boolean;
  sheets: { name: string; merges: CellRange[] }[];
}

/** Reads only the frame of an .xlsx file; throws UnreadableFile as readWorkbook does. */
export function readFrame(bytes: Uint8Array): WorkbookFrame {
  const { date1904, sheets } = checkPackage(new Zip(bytes));
  return { date1904, sheets: sheets.map(({ name, merges }) => ({ name, merges })) };
}
