import type { Sheet, Snapshot } from '../workbook/snapshot';
import { SHEETS } from './sheet-names';

const TITLES = new Set<string>(Object.values(SHEETS));
/** What the first column of each of our sheets is headed by. */
const HEADINGS = ['单位', '名次', '程度', '编号', '条目'];
const HEADING_ROWS = 4;

/** A sheet that the product wrote, by its title and headings: a department may call a sheet of its own 检查结果. */
function isOwn({ rows }: Sheet): boolean {
  const first = (row: Sheet['rows'][number]) => row?.[0]?.text ?? '';
  return TITLES.has(first(rows[0])) && rows.slice(1, HEADING_ROWS).some((row) => HEADINGS.includes(first(row)));
}

/** The workbook without the sheets of a score workbook, which only repeat what other workbooks say. */
export function withoutScoreSheets(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter((sheet) => !isOwn(sheet));
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
