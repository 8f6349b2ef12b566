import {
  HostError,
  type CellChange,
  type CellMark,
  type OwnedSheet,
  type Place,
  type WorkbookHost,
} from '../../workbook/host';
import { noSheet, sheetHidden } from '../../workbook/refusals';
import type { CellValue, Snapshot } from '../../workbook/snapshot';
import { followChanges } from './cell-changes';
import { OwnDoings } from './own-doings';
import { readWorkbook } from './read-workbook';
import { readSavedFrame, type ReadFrame } from './saved-file';
import { inExcel } from './session';

/** The workbook that is open in Excel. What writes to it is loaded when it is used: the first view only reads. */
export class ExcelHost implements WorkbookHost {
  readonly showsCharts = true;
  private readonly own = new OwnDoings();

  /** @param readFrame finds merged areas in a file's bytes, since asking Excel for them empties its undo list */
  constructor(private readonly readFrame?: ReadFrame) {}

  read(): Promise<Snapshot> {
    const frame = this.readFrame ? readSavedFrame(this.readFrame) : Promise.resolve(undefined);
    return inExcel((context) => readWorkbook(context, frame));
  }

  async writeSheets(sheets: OwnedSheet[]): Promise<void> {
    const { writeSheets } = await import('./write-sheets');
    return this.own.during((note) => inExcel((context) => writeSheets(context, sheets, note)));
  }

  select({ sheet, cell }: Place): Promise<void> {
    return inExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
      await context.sync();
      if (worksheet.isNullObject) throw noSheet(sheet);
      if (worksheet.visibility !== Excel.SheetVisibility.visible) throw sheetHidden(sheet);
      worksheet.activate();
      // Excel selects one block; of several, the first is shown.
      worksheet.getRange(cell.split(',')[0]).select();
      await context.sync();
    });
  }

  onChange(listener: (change: CellChange) => void): Promise<() => Promise<void>> {
    return followChanges(this.own, listener);
  }

  getSetting(key: string): Promise<string | undefined> {
    return inExcel(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(key).load('value');
      await context.sync();
      return setting.isNullObject || typeof setting.value !== 'string' ? undefined : setting.value;
    });
  }

  setSetting(key: string, value: string | undefined): Promise<void> {
    return inExcel(async (context) => {
      const { settings } = context.workbook;
      if (value === undefined) settings.getItemOrNullObject(key).delete();
      else settings.add(key, value);
      await context.sync();
    });
  }

  async setCells(changes: { place: Place; value: NonNullable<CellValue> }[]): Promise<void> {
    const { setCells } = await import('./set-cells');
    return inExcel((context) => setCells(context, changes));
  }

  async mark(marks: CellMark[]): Promise<void> {
    const { mark } = await import('./marks');
    return inExcel((context) => mark(context, marks));
  }

  async unmark(): Promise<void> {
    const { unmark } = await import('./marks');
    return inExcel(unmark);
  }
}

/** Waits for Excel and opens the workbook that the add-in runs in; throws a sentence where that is not possible. */
export async function openExcel(readFrame?: ReadFrame): Promise<ExcelHost> {
  if (typeof Office === 'undefined')
    throw new HostError('没有连接到Excel。请在Excel中从“政务考评”选项卡打开考评窗格。');
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new HostError('本页只在Excel中使用。请从“政务考评”选项卡打开考评窗格。');
  // Excel with a perpetual licence may name too new a set: the library's own function says the rest.
  const knows = Office.context.requirements.isSetSupported('ExcelApi', '1.9');
  if (!knows || typeof Excel.Worksheet?.prototype.getRanges !== 'function') {
    throw new HostError('这一版Excel太旧，不能使用考评窗格。请使用Excel 2021或更新的版本。');
  }
  return new ExcelHost(readFrame);
}
