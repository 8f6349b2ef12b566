import { Tools, type IWorksheetData } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { HostError, type OwnedSheet } from '../../workbook/host';
import type { PlannedChart } from '../../workbook/planned-write';
import { targetsOf, type Target } from '../../workbook/own-targets';
import type { SheetNames } from '../../workbook/rename-sheets';
import type { Mutations } from './mutations';
import { plannedSheetData } from './planned-sheet';

/** In a sheet's custom data: the key of the product's sheet that it is. */
const KEY = 'ylKey';
/** And the charts that were planned for it, which a saved copy gets. */
const CHARTS = 'ylCharts';

/** The key of a sheet of the product's; undefined for the person's. */
export function keyOf(sheet: FWorksheet): string | undefined {
  return sheet.getCustomMetadata()?.[KEY];
}

/** The charts that belong to a sheet and cannot be seen in the grid. */
export function chartsOf(sheet: FWorksheet): PlannedChart[] {
  const kept = sheet.getCustomMetadata()?.[CHARTS];
  return kept === undefined ? [] : (JSON.parse(kept) as PlannedChart[]);
}

/** What marks a sheet as the product's. */
export function customOf(key: string, charts: PlannedChart[] = []): { [name: string]: string } {
  return { [KEY]: key, ...(charts.length && { [CHARTS]: JSON.stringify(charts) }) };
}

/** What to do to have things as they were. */
type Undo = () => void;

/** A sheet of the product's as it is. */
interface Existing {
  name: string;
  sheet: FWorksheet;
}

/**
 * Writes the product's sheets in place of those of last time. A formula that refers to one goes on referring to it,
 * since the sheet keeps its id, its place and its name.
 */
export function writeOwnSheets(workbook: FWorkbook, mutations: Mutations, sheets: OwnedSheet[]): void {
  const shown = workbook.getActiveSheet().getSheetId();
  const all = workbook.getSheets().map((sheet): Existing => ({ name: sheet.getSheetName(), sheet }));
  const own = new Map(
    all.flatMap((each) => {
      const key = keyOf(each.sheet);
      return key === undefined ? [] : [[key, each] as const];
    }),
  );
  const taken = all.map(({ name }) => name);
  const { targets, names } = targetsOf(sheets, taken, own);
  const undos: Undo[] = [];
  try {
    for (const target of targets) writeOne(workbook, mutations, target, names, undos);
  } catch {
    for (const undo of undos.reverse()) undo();
    throw new HostError('没有写成，表格保持原样。请重试；仍然不行的，请另存副本后重新打开。');
  } finally {
    if (workbook.getActiveSheet().getSheetId() !== shown) workbook.setActiveSheet(shown);
  }
}

function writeOne(
  workbook: FWorkbook,
  mutations: Mutations,
  { owned: { key, sheet }, name, existing }: Target<Existing>,
  names: SheetNames,
  undos: Undo[],
): void {
  const id = existing?.sheet.getSheetId() ?? freeId(workbook);
  const data = { ...plannedSheetData(sheet, id, name, names), custom: customOf(key, sheet.charts) };
  const remove = () => mutations.removeSheet(workbook.getSheetBySheetId(id)!);
  if (!existing) {
    mutations.insertSheet(data, workbook.getNumSheets());
    undos.push(remove);
    return;
  }
  const before: IWorksheetData = Tools.deepClone(existing.sheet.getSheet().getConfig());
  const index = existing.sheet.getIndex();
  remove();
  undos.push(() => mutations.insertSheet({ ...before, id }, index));
  mutations.insertSheet(data, index);
  undos.push(remove);
}

function freeId(workbook: FWorkbook): string {
  let number = workbook.getNumSheets() + 1;
  while (workbook.getSheetBySheetId(`sheet${number}`)) number += 1;
  return `sheet${number}`;
}
