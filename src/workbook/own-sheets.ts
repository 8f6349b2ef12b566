import type { Snapshot } from './snapshot';

/** The workbook without the sheets that the product wrote: what people filled in. */
export function withoutOwnSheets(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter((sheet) => sheet.key === undefined);
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
