import { rangeAddress } from '../../workbook/address';
import type { OwnedSheet } from '../../workbook/host';
import { targetsOf, type Target } from '../../workbook/own-targets';
import type { PlannedSheet } from '../../workbook/planned-write';
import { structureProtected } from '../../workbook/refusals';
import { quotedSheet, type SheetNames } from '../../workbook/rename-sheets';
import type { CellContent } from './chart-xml';
import { setCharts } from './charts';
import { refuseProtected } from './places';
import { setContent, setFrame } from './sheet-content';
import type { FileSheet, WorkbookFile } from './workbook-file';

const FILTER = '_xlnm._FilterDatabase';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Writes the product's sheets into a file: in place of those of last time, or behind all others. */
export function writeSheets(file: WorkbookFile, sheets: OwnedSheet[]): void {
  const own = new Map(file.sheets.flatMap((sheet) => (sheet.key === undefined ? [] : [[sheet.key, sheet]])));
  const { targets, names } = targetsOf(sheets, file.sheetNames, own);
  for (const { existing } of targets) {
    if (existing) refuseProtected(file, existing);
    else if (file.isProtected) throw structureProtected();
  }
  for (const target of targets) write(file, target, names);
  file.formulasChanged();
}

function write(
  file: WorkbookFile,
  { owned: { key, sheet }, name, existing }: Target<FileSheet>,
  names: SheetNames,
): void {
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
