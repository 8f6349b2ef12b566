import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { Book } from './book';
import { Desktop } from './desktop';

/** Excel with a workbook open in it, from the bytes of a file. */
export function openFile(bytes: Uint8Array, name: string): Desktop {
  const book = new Book();
  book.name = name;
  for (const sheet of readWorkbook(bytes, name).sheets) {
    const opened = book.addSheet(sheet.name);
    if (sheet.hidden) opened.visibility = 'Hidden';
    opened.hiddenRows = new Set(sheet.hiddenRows);
    opened.hiddenColumns = new Set(sheet.hiddenColumns);
    opened.merges = sheet.merges.map(({ top, left, bottom, right }) => ({
      ...{ top, left, rows: bottom - top + 1, columns: right - left + 1 },
    }));
    sheet.rows.forEach((cells, row) =>
      cells?.forEach((cell, column) => {
        if (!cell) return;
        Object.assign(opened.at(row, column), {
          value: cell.value ?? cell.error ?? '',
          format: cell.format ?? 'General',
          ...(cell.formula !== undefined && { formula: `=${cell.formula}` }),
        });
      }),
    );
  }
  const desktop = new Desktop(book);
  desktop.file = bytes;
  return desktop;
}
