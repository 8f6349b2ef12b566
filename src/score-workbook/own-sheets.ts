import type { Sheet, Snapshot } from '../workbook/snapshot';
import { SHEETS } from './sheet-names';

/** The first heading of each of our sheets. */
const HEADINGS = ['单位', '名次', '程度', '编号', '条目'];
const HEADING_ROWS = 4;
/** At the end of the key of a sheet that was kept of a quarter. */
const KEPT_OF = /\d{4}年第[一二三四]季度$/;

/**
 * A sheet that the product wrote. Its key tells; where another program has lost that, its title and its headings do. A
 * name alone tells nothing: a department may well call a sheet 检查结果.
 */
export function isOwn(sheet: Sheet): boolean {
  const owns = Object.values<string>(SHEETS);
  return sheet.key === undefined
    ? owns.some((own) => isTitled(sheet, own))
    : owns.includes(sheet.key.replace(KEPT_OF, ''));
}

function isTitled({ rows }: Sheet, own: string): boolean {
  const title = rows[0]?.[0]?.text ?? '';
  if (title !== own && !title.endsWith(` ${own}`)) return false;
  return rows.slice(1, HEADING_ROWS).some((row) => HEADINGS.includes(row?.[0]?.text ?? ''));
}

/** One of our sheets in a workbook, whatever it is called; undefined when it is not there. */
export function ownSheet({ sheets }: Snapshot, own: (typeof SHEETS)[keyof typeof SHEETS]): Sheet | undefined {
  return (
    sheets.find(({ key }) => key === own) ?? sheets.find((sheet) => sheet.key === undefined && isTitled(sheet, own))
  );
}

/** The workbook without the sheets that the product wrote: what people filled in. */
export function withoutOwnSheets(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter((sheet) => !isOwn(sheet));
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
