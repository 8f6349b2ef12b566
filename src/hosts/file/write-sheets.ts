import { rangeAddress } from '../../workbook/address';
import { HostError, type OwnedSheet } from '../../workbook/host';
import type { PlannedSheet } from '../../workbook/planned-write';
import { quotedSheet } from '../../workbook/rename-sheets';
import { validSheetNames } from '../../workbook/sheet-name';
import type { CellContent } from './chart-xml';
import { setCharts } from './charts';
import { setContent, setFrame, type SheetNames } from './sheet-content';
import type { FileSheet, WorkbookFile } from './workbook-file';

const FILTER = '_xlnm._FilterDatabase';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** A sheet that is about to be written, and what it is called or will be. */
interface Target {
  owned: OwnedSheet;
  name: string;
  existing?: FileSheet;
}

/** Writes the product's sheets into a file: in place of those of last time, or behind all others. */
export function writeSheets(file: WorkbookFile, sheets: OwnedSheet[]): void {
  const { targets, names } = prepare(file, sheets);
  for (const target of targets) write(file, target, names);
  file.formulasChanged();
}

function prepare(file: WorkbookFile, sheets: OwnedSheet[]): { targets: Target[]; names: SheetNames } {
  const taken = [...file.sheetNames];
  const own = new Map(file.sheets.flatMap((sheet) => (sheet.key === undefined ? [] : [[sheet.key, sheet]])));
  const names = new Map([...own].map(([key, { name }]) => [key, name]));
  const targets = sheets.map((owned): Target => {
    const existing = own.get(owned.key);
    const name = existing?.name ?? validSheetNames([...taken, owned.sheet.name]).at(-1)!;
    if (!existing) taken.push(name);
    names.set(owned.sheet.name, name);
    if (existing) refuseProtected(file, existing);
    else if (file.isProtected) {
      throw new HostError('工作簿的结构受保护，不能写入工作表。请在“审阅”选项卡中撤销“保护工作簿”，再重试。');
    }
    return { owned, name, existing };
  });
  return { targets, names };
}

/** Says that a sheet's cells must not be changed, if so. */
export function refuseProtected(file: WorkbookFile, sheet: FileSheet): void {
  if (/\ssheet="(?:1|true|on)"/.test(file.sheetPart(sheet).get('sheetProtection') ?? '')) {
    throw new HostError(`工作表“${sheet.name}”受保护，不能写入。请在“审阅”选项卡中撤销工作表保护，再重试。`);
  }
}

function write(file: WorkbookFile, { owned: { key, sheet }, name, existing }: Target, names: SheetNames): void {
  const target = existing ?? file.addSheet(name, sheet.hidden ? 'hidden' : 'visible');
  const part = file.sheetPart(target);
  if (!existing) {
    file.setKey(target, key);
    setFrame(part, sheet);
  }
  const { repeatRows, repeatFrom } = sheet.print ?? {};
  // Where the rows are in the middle, they may be others than last time.
  if (repeatRows && (!existing || repeatFrom !== undefined)) {
    const first = (repeatFrom ?? 0) + 1;
    file.setName(PRINT_TITLES, target, `${quotedSheet(name)}!$${first}:$${first + repeatRows - 1}`);
  }
  setContent(part, sheet, file.styles, names);
  file.setName(FILTER, target, filterMeaning(sheet, name), true);
  setCharts(file, target, sheet.charts ?? [], contentOf(sheet));
}

function filterMeaning({ filter }: PlannedSheet, name: string): string | undefined {
  const block = filter && rangeAddress(filter).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return block && `${quotedSheet(name)}!${block}`;
}

/** The value of a planned cell, for what keeps a copy of it; a formula's is the one that it has now. */
function contentOf({ cells }: PlannedSheet): CellContent {
  return (row, column) => {
    const cell = cells.find((one) => one.row === row && one.column === column);
    return cell && (cell.value ?? (typeof cell.cached === 'object' ? null : cell.cached));
  };
}
