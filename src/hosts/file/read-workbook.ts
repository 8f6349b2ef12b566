import { read, type WorkBook } from '@e965/xlsx';
import type { Snapshot } from '../../workbook/snapshot';
import { NumberTexts } from './number-text';
import { checkPackage } from './check-package';
import { recognise } from './recognise';
import { toSheet } from './to-sheet';
import { damaged, UnreadableFile } from './unreadable';
import { readXls } from './xls';
import { Zip } from './zip';

/**
 * Reads the bytes of an .xlsx or .xls file, whatever its name says. Throws UnreadableFile, with a Chinese sentence
 * and a remedy, for what is no workbook, is damaged, protected by a password, or larger than any form could be.
 */
export function readWorkbook(bytes: Uint8Array, file: string): Snapshot {
  try {
    return recognise(bytes) === 'zip' ? readXlsx(bytes, file) : readXls(bytes, file);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged();
  }
}

function readXlsx(bytes: Uint8Array, file: string): Snapshot {
  const checked = checkPackage(new Zip(bytes));
  const book: WorkBook = read(checked.bytes, {
    type: 'array',
    dense: true,
    cellHTML: false,
    cellNF: true,
    cellText: false,
    xlfn: true,
  });
  const texts = new NumberTexts(checked.date1904);
  return {
    file,
    date1904: checked.date1904,
    sheets: checked.sheets.map((frame, i) => {
      const sheet = book.Sheets[i + 1];
      // The library drops a sheet that it stumbles over, without a word.
      if (!sheet) throw damaged();
      return toSheet(sheet, frame, texts);
    }),
  };
}
