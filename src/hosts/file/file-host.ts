import { HostError, type CellMark, type OwnedSheet, type Place, type WorkbookHost } from '../../workbook/host';
import { SETTINGS_SHEET, settingsOf } from '../../workbook/settings-sheet';
import type { CellValue, Snapshot } from '../../workbook/snapshot';
import { blankWorkbook } from './blank-workbook';
import { mark, unmark } from './marks';
import { sheetNamed } from './places';
import { readWorkbook } from './read-workbook';
import { select } from './select';
import { setCells } from './set-cells';
import { setSetting } from './settings';
import { UnreadableFile } from './unreadable';
import { WorkbookFile } from './workbook-file';
import { writeSheets } from './write-sheets';

/** Where the bytes of a workbook are kept. */
export interface FileStore {
  /** undefined: there is no file yet. */
  load(): Uint8Array | undefined;
  /** All or nothing: on a failure, what was there is there still. */
  save(bytes: Uint8Array): void;
}

/**
 * An .xlsx file behind the port. Each call takes the file as it is, changes what is to be changed, and keeps it as a whole
 * or not at all; parts of the file that nobody here understands are kept bit by bit.
 */
export class FileHost implements WorkbookHost {
  readonly showsCharts = true;

  /** @param title that a new file has in its properties */
  constructor(
    private readonly name: string,
    private readonly store: FileStore,
    private readonly title?: string,
  ) {}

  async read(): Promise<Snapshot> {
    const snapshot = this.snapshot();
    return { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => name !== SETTINGS_SHEET) };
  }

  async writeSheets(sheets: OwnedSheet[]): Promise<void> {
    this.change((file) => writeSheets(file, sheets));
  }

  /** Gives sheets of the product's their keys again, which another program has taken from them. */
  async claimSheets(sheets: { name: string; key: string }[]): Promise<void> {
    if (sheets.length === 0) return;
    this.change((file) => {
      for (const { name, key } of sheets) file.setKey(sheetNamed(file, name), key);
    });
  }

  async select(place: Place): Promise<void> {
    this.change((file) => select(file, place));
  }

  /** Nobody changes cells of a file while it lies there: there is nothing to tell. */
  async onChange(): Promise<() => Promise<void>> {
    return async () => undefined;
  }

  async getSetting(key: string): Promise<string | undefined> {
    return settingsOf(this.snapshot()).get(key);
  }

  async setSetting(key: string, value: string | undefined): Promise<void> {
    this.change((file) => setSetting(file, this.snapshot(), key, value));
  }

  async setCells(changes: { place: Place; value: NonNullable<CellValue> }[]): Promise<void> {
    this.change((file) => setCells(file, changes, this.snapshot()));
  }

  async mark(marks: CellMark[]): Promise<void> {
    this.change((file) => mark(file, marks));
  }

  async unmark(): Promise<void> {
    this.change(unmark);
  }

  private snapshot(): Snapshot {
    const bytes = this.store.load();
    if (!bytes) return { file: this.name, date1904: false, sheets: [] };
    return inSentences(() => readWorkbook(bytes, this.name));
  }

  private change(change: (file: WorkbookFile) => void): void {
    const bytes = this.store.load();
    const changed = inSentences(() => {
      const file = new WorkbookFile(bytes ?? blankWorkbook(this.title), !bytes);
      change(file);
      return file.bytes();
    });
    this.store.save(changed);
  }
}

/** What is wrong with a file is, for whoever writes to it, something that the host cannot do. */
function inSentences<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof UnreadableFile ? new HostError(error.message) : error;
  }
}
