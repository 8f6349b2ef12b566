import { SHEETS } from './sheet-names';
import type { Sheet, Snapshot } from '../workbook/snapshot';

const TITLES: string[] = Object.values(SHEETS);
/** The first heading of each of our sheets. */
const HEADINGS = ['单位', '名次', '程度', '编号', '条目'];
const HEADING_ROWS = 4;

/**
 * A sheet that the product wrote. Its key tells; where another program has lost that, its title and its headings do. A
 * name alone tells nothing: a department may well call a sheet 检查结果.
 */
function isOwn({ key, rows }: Sheet): boolean {
  if (key !== undefined) return TITLES.includes(key);
  const title = rows[0]?.[0]?.text ?? '';
  if (!TITLES.some((own) => title === own || title.endsWith(` ${own}`))) return false;
  return rows.slice(1, HEADING_ROWS).some((row) => HEADINGS.includes(row?.[0]?.text ?? ''));
}

/** The workbook without the sheets that the product wrote: what people filled in. */
export function withoutOwnSheets(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter((sheet) => !isOwn(sheet));
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
