import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { parseRangeAddress } from '../../workbook/address';
import type { CellChange, CellMark, OwnedSheet, Place, WorkbookHost } from '../../workbook/host';
import { noAddress, noSheet } from '../../workbook/refusals';
import type { CellRange, Snapshot } from '../../workbook/snapshot';
import { bringIntoView } from './bring-into-view';
import { valueData } from './cell-data';
import { changeOf } from './changes';
import { MARKS, putMarks, takeMarksBack } from './marks';
import { Mutations } from './mutations';
import { writeOwnSheets } from './own-sheets';
import { SheetReader } from './read-sheet';
import type { FUniver } from './start-univer';

/** The open workbook of a grid in the page, behind the port. */
export class GridHost implements WorkbookHost {
  readonly showsCharts = false;
  private readonly mutations: Mutations;

  constructor(
    private readonly univer: FUniver,
    private readonly workbook: FWorkbook,
  ) {
    this.mutations = new Mutations(workbook);
  }

  async read(): Promise<Snapshot> {
    const sheets = this.workbook.getSheets().map((sheet) => new SheetReader(sheet).read());
    return { file: this.workbook.getName(), date1904: false, sheets };
  }

  async writeSheets(sheets: OwnedSheet[]): Promise<void> {
    writeOwnSheets(this.workbook, this.mutations, sheets);
  }

  async select({ sheet: name, cell }: Place): Promise<void> {
    const sheet = this.sheetNamed(name);
    const range = blockOf(cell);
    if (sheet.isSheetHidden()) this.mutations.run(() => sheet.showSheet());
    const wasShown = this.workbook.getActiveSheet().getSheetId() === sheet.getSheetId();
    sheet.activate();
    const { top, left, bottom, right } = range;
    sheet.getRange(top, left, bottom - top + 1, right - left + 1).activate();
    bringIntoView(sheet, range, wasShown);
  }

  /** What is typed next goes into the selected cell. */
  focus(): void {
    this.workbook.getActiveSheet().getInject().get(ILayoutService).focus();
  }

  async onChange(listener: (change: CellChange) => void): Promise<() => Promise<void>> {
    // What the grid adjusts after rows were deleted and the like (formulas) comes with it, and is part of it.
    let larger: ReturnType<typeof setTimeout> | undefined;
    const watch = this.univer.onCommandExecuted((command, options) => {
      if (this.mutations.going || larger !== undefined) return;
      const change = changeOf(this.workbook, command, options);
      if (change?.range) return listener(change);
      if (!change) return;
      larger = setTimeout(() => {
        larger = undefined;
        listener(change);
      });
    });
    return async () => {
      clearTimeout(larger);
      watch.dispose();
    };
  }

  async getSetting(key: string): Promise<string | undefined> {
    return this.settings().get(key);
  }

  async setSetting(key: string, value: string | undefined): Promise<void> {
    const settings = this.settings();
    if (value === undefined) settings.delete(key);
    else settings.set(key, value);
    this.workbook.setCustomMetadata(Object.fromEntries(settings));
  }

  async setCells(changes: { place: Place; value: string | number | boolean }[]): Promise<void> {
    const cells = changes.map(({ place, value }) => {
      const { top, left } = blockOf(place.cell);
      return { cell: this.sheetNamed(place.sheet).getRange(top, left), value };
    });
    // Through the grid's own command: the person agreed to it and can undo it.
    this.mutations.run(() => {
      // Whatever stood there goes, a formula and text with looks of its own included.
      for (const { cell, value } of cells) cell.setValue({ f: null, si: null, p: null, ...valueData(value) });
    });
  }

  async mark(marks: CellMark[]): Promise<void> {
    // What is not there is told of before the marks of last time are gone.
    for (const { place } of marks) {
      this.sheetNamed(place.sheet);
      blockOf(place.cell);
    }
    await this.unmark();
    await this.setSetting(MARKS, putMarks(this.workbook, this.mutations, marks));
  }

  async unmark(): Promise<void> {
    const kept = await this.getSetting(MARKS);
    if (kept === undefined) return;
    takeMarksBack(this.workbook, this.mutations, kept);
    await this.setSetting(MARKS, undefined);
  }

  private settings(): Map<string, string> {
    return new Map(Object.entries(this.workbook.getCustomMetadata() ?? {}));
  }

  private sheetNamed(name: string): FWorksheet {
    const sheet = this.workbook.getSheetByName(name);
    if (!sheet) throw noSheet(name);
    return sheet;
  }
}

/** The block of an address, or the first of several. */
function blockOf(address: string): CellRange {
  const block = parseRangeAddress(address.split(',')[0]);
  if (!block) throw noAddress(address);
  return block;
}
