import { SETTINGS_SHEET, settingsOf, settingsRows } from '../../workbook/settings-sheet';
import type { PlannedSheet } from '../../workbook/planned-write';
import type { Snapshot } from '../../workbook/snapshot';
import { setContent } from './sheet-content';
import type { WorkbookFile } from './workbook-file';

/** Changes one of the settings that a file keeps on a sheet which Excel's menus never show. */
export function setSetting(file: WorkbookFile, snapshot: Snapshot, key: string, value: string | undefined): void {
  const settings = settingsOf(snapshot);
  if (value === undefined) settings.delete(key);
  else settings.set(key, value);
  const there = file.sheets.find(({ name }) => name === SETTINGS_SHEET);
  if (!there && settings.size === 0) return;
  const sheet = there ?? file.addSheet(SETTINGS_SHEET, 'veryHidden');
  const cells = settingsRows(settings).flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, value: text })),
  );
  const planned: PlannedSheet = { name: SETTINGS_SHEET, cells };
  setContent(file.sheetPart(sheet), planned, file.styles, new Map());
}
