import { SHEETS } from '../../score-workbook/sheet-names';
import { SETTLEMENTS } from './settlement-sheet';
import type { Sheet, Snapshot } from '../../workbook/snapshot';

const NAMES = new Set<string>([...Object.values(SHEETS), SETTLEMENTS]);
/** The headings that only sheets of ours have, whatever a person calls the sheet. */
const HEADINGS = ['单位', '名次', '程度', '编号', '条目'];
const HEADING_ROWS = 4;

/** A sheet that the product wrote: its name or, when it was renamed, its title and headings tell. */
function isOwn(sheet: Sheet): boolean {
  if (NAMES.has(sheet.name)) return true;
  const title = sheet.rows[0]?.[0]?.text ?? '';
  if (!NAMES.has(title)) return false;
  return sheet.rows.slice(1, HEADING_ROWS).some((row) => HEADINGS.includes(row?.[0]?.text ?? ''));
}

/** The workbook without the sheets that the product wrote: what people filled in. */
export function withoutOwnSheets(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter((sheet) => !isOwn(sheet));
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
