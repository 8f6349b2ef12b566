import { Tools, type IWorksheetData } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import type { OwnedSheet } from '../../workbook/host';
import { validSheetNames } from '../../workbook/sheet-name';
import type { Mutations } from './mutations';
import { plannedSheetData } from './planned-sheet';

/** In a sheet's custom data: the key of the product's sheet that it is. */
const KEY = 'ylKey';

/** The key of a sheet of the product's; undefined for the person's. */
export function keyOf(sheet: FWorksheet): string | undefined {
  return sheet.getCustomMetadata()?.[KEY];
}

/** What marks a sheet as the product's. */
export function customOf(key: string): { [name: string]: string } {
  return { [KEY]: key };
}

/** What to do to have things as they were. */
type Undo = () => void;

/**
 * Writes the product's sheets in place of those of last time. A formula that refers to one goes on referring to it,
 * since the sheet keeps its id, its place and its name.
 */
export function writeOwnSheets(workbook: FWorkbook, mutations: Mutations, sheets: OwnedSheet[]): void {
  const shown = workbook.getActiveSheet().getSheetId();
  const undos: Undo[] = [];
  try {
    for (const owned of sheets) undos.push(writeOne(workbook, mutations, owned));
  } catch (error) {
    for (const undo of undos.reverse()) undo();
    throw error;
  } finally {
    if (workbook.getActiveSheet().getSheetId() !== shown) workbook.setActiveSheet(shown);
  }
}

function writeOne(workbook: FWorkbook, mutations: Mutations, { key, sheet }: OwnedSheet): Undo {
  const existing = workbook.getSheets().find((each) => keyOf(each) === key);
  const id = existing?.getSheetId() ?? freeId(workbook);
  const name = existing?.getSheetName() ?? freeName(workbook, sheet.name);
  const data = { ...plannedSheetData(sheet, id, name), custom: customOf(key) };
  if (!existing) {
    mutations.insertSheet(data, workbook.getNumSheets());
    return () => mutations.removeSheet(sheetOf(workbook, id));
  }
  const before: IWorksheetData = Tools.deepClone(existing.getSheet().getConfig());
  const index = existing.getIndex();
  const swap = (next: Partial<IWorksheetData>) => {
    mutations.removeSheet(sheetOf(workbook, id));
    mutations.insertSheet({ ...next, id }, index);
  };
  swap(data);
  return () => swap(before);
}

function sheetOf(workbook: FWorkbook, id: string): FWorksheet {
  return workbook.getSheetBySheetId(id)!;
}

function freeId(workbook: FWorkbook): string {
  let number = workbook.getNumSheets() + 1;
  while (workbook.getSheetBySheetId(`sheet${number}`)) number += 1;
  return `sheet${number}`;
}

/** The wished name, or another when a sheet of the person's has it. */
function freeName(workbook: FWorkbook, wish: string): string {
  const taken = workbook.getSheets().map((sheet) => sheet.getSheetName());
  return validSheetNames([...taken, wish]).at(-1)!;
}
