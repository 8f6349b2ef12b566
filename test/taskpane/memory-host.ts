import type { CellChange, CellMark, OwnedSheet, Place, WorkbookHost } from '../../src/workbook/host';
import type { Cell, CellRange, Sheet, Snapshot } from '../../src/workbook/snapshot';

type Value = string | number | boolean | null;

function rangeOf(address: string): CellRange {
  const corner = (text: string) => {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(text)!;
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(digits) - 1, column };
  };
  const [from, to = from] = address.split(':').map(corner);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function cellOf(value: Value): Cell | undefined {
  return value === null ? undefined : { value, text: String(value) };
}

/** A workbook in memory behind the host port, with a person who edits it: enough for the pane, and no more. */
export class MemoryHost implements WorkbookHost {
  showsCharts = true;
  reads = 0;
  selected?: Place;
  marks: CellMark[] = [];
  readonly settings = new Map<string, string>();
  /** Set to make the next write fail. */
  failure?: Error;
  private readonly listeners = new Set<(change: CellChange) => void>();
  private readonly owned = new Map<string, string>();

  constructor(private snapshot: Snapshot) {}

  read(): Promise<Snapshot> {
    this.reads += 1;
    return Promise.resolve(structuredClone(this.snapshot));
  }

  /** A person types into a cell. */
  edit(sheet: string, cell: string, value: Value): void {
    this.put(sheet, cell, value);
    const change = { sheet, range: rangeOf(cell), cells: [[cellOf(value)]] };
    this.listeners.forEach((listener) => listener(change));
  }

  /** A person deletes rows: nobody can say which cells changed. */
  editUnknown(sheet: string): void {
    this.listeners.forEach((listener) => listener({ sheet }));
  }

  /** Changes a cell without anybody hearing of it, as a recalculation does. */
  put(sheet: string, cell: string, value: Value): void {
    const { top, left } = rangeOf(cell);
    const target = this.sheet(sheet);
    while (target.rows.length <= top) target.rows.push([]);
    target.rows[top][left] = cellOf(value);
    target.rowCount = Math.max(target.rowCount, top + 1);
    target.columnCount = Math.max(target.columnCount, left + 1);
  }

  textAt(sheet: string, cell: string): string {
    const { top, left } = rangeOf(cell);
    return this.sheet(sheet).rows[top]?.[left]?.text ?? '';
  }

  sheetNames(): string[] {
    return this.snapshot.sheets.map(({ name }) => name);
  }

  async writeSheets(sheets: OwnedSheet[]): Promise<void> {
    this.fail();
    for (const { key, sheet: planned } of sheets) {
      const name = this.owned.get(key) ?? planned.name;
      const rows: Sheet['rows'] = [];
      for (const { row, column, value, cached } of planned.cells) {
        while (rows.length <= row) rows.push([]);
        rows[row][column] = cellOf((value ?? (typeof cached === 'object' ? null : cached) ?? null) as Value);
      }
      const columnCount = Math.max(0, ...rows.map((row) => row.length));
      const empty = { hidden: false, merges: [], hiddenRows: [], hiddenColumns: [] };
      const written: Sheet = { name, key, rows, rowCount: rows.length, columnCount, ...empty };
      const index = this.snapshot.sheets.findIndex((sheet) => sheet.name === name);
      if (index >= 0) this.snapshot.sheets[index] = written;
      else this.snapshot.sheets.push(written);
      this.owned.set(key, name);
    }
  }

  async select(place: Place): Promise<void> {
    this.sheet(place.sheet);
    this.selected = place;
  }

  async onChange(listener: (change: CellChange) => void): Promise<() => Promise<void>> {
    this.listeners.add(listener);
    return async () => void this.listeners.delete(listener);
  }

  async getSetting(key: string): Promise<string | undefined> {
    return this.settings.get(key);
  }

  async setSetting(key: string, value: string | undefined): Promise<void> {
    if (value === undefined) this.settings.delete(key);
    else this.settings.set(key, value);
  }

  async setCells(changes: { place: Place; value: string | number | boolean }[]): Promise<void> {
    this.fail();
    for (const { place, value } of changes) this.put(place.sheet, place.cell, value);
  }

  async mark(marks: CellMark[]): Promise<void> {
    this.fail();
    this.marks = marks;
  }

  async unmark(): Promise<void> {
    this.marks = [];
  }

  private fail(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
  }

  private sheet(name: string): Sheet {
    const found = this.snapshot.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }
}
