import { addressOf, parseArea } from './areas';
import { EVENT, type Book, type CellContent } from './book';
import { enter } from './entry';

/** Somebody at the keyboard of an Excel with a workbook open in it. */
export class Person {
  constructor(private readonly book: Book) {}

  type(sheetName: string, cell: string, entry: CellContent): void {
    const sheet = this.book.sheet(sheetName);
    const { top, left } = parseArea(cell)!;
    enter(sheet, top, left, entry);
    this.tell(EVENT.changed, sheetName, { address: cell, changeType: 'RangeEdited' });
  }

  deleteRow(sheetName: string, row: number): void {
    const sheet = this.book.sheet(sheetName);
    const last = Math.max(row, ...sheet.cells.keys());
    for (let at = row; at <= last; at++) {
      const below = sheet.cells.get(at + 1);
      if (below) sheet.cells.set(at, below);
      else sheet.cells.delete(at);
    }
    const address = addressOf({ top: row, left: 0, rows: 1, columns: 16_384 });
    this.tell(EVENT.changed, sheetName, { address, changeType: 'RowDeleted' });
  }

  rename(sheetName: string, to: string): void {
    this.book.sheet(sheetName).name = to;
  }

  addSheet(name: string): void {
    this.book.addSheet(name);
    this.tell(EVENT.added, name, {});
  }

  removeSheet(name: string): void {
    const sheet = this.book.sheet(name);
    this.book.removeSheet(sheet);
    this.book.onEvent({ type: EVENT.deleted, sheet, arguments: { worksheetId: sheet.id, source: 'Local' } });
  }

  private tell(type: number, sheetName: string, rest: Record<string, unknown>): void {
    const sheet = this.book.sheet(sheetName);
    const about = { source: 'Local', triggerSource: 'Unknown', worksheetId: sheet.id };
    this.book.onEvent({ type, sheet, arguments: { ...about, ...rest } });
  }
}
