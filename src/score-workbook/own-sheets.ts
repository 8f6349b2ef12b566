import type { OwnedSheet } from '../workbook/host';
import type { PlannedSheet } from '../workbook/planned-write';
import type { Sheet, Snapshot } from '../workbook/snapshot';
import { SHEETS } from './sheet-names';

type Own = (typeof SHEETS)[keyof typeof SHEETS];

/** The first heading of each of our sheets; the columns of 核定 are the office's to order. */
const FIRST_HEADINGS: Record<Own, string[]> = {
  得分表: ['名次'],
  考评数据: ['单位'],
  检查结果: ['程度'],
  口径: ['编号'],
  核定: ['单位', '条目'],
  通报: ['数字'],
  通报数据: ['序号'],
};
const HEADING_ROWS = 4;
/** At the end of the key of a sheet that was kept of a quarter. */
const KEPT_OF = /\d{4}年第[一二三四]季度$/;

/**
 * A sheet that the product wrote. Its key tells; where another program has lost that, its title and its headings do. A
 * name alone tells nothing: a department may well call a sheet 检查结果.
 */
export function isOwn(sheet: Sheet): boolean {
  const owns = Object.values(SHEETS);
  if (sheet.key === undefined) return owns.some((own) => isTitled(sheet, own));
  const key = sheet.key.replace(KEPT_OF, '');
  return owns.some((own) => own === key);
}

/** The key of a sheet of ours that another program has taken it from; undefined for all others. */
export function lostKey(sheet: Sheet): string | undefined {
  if (sheet.key !== undefined) return undefined;
  const own = Object.values(SHEETS).find((title) => isTitled(sheet, title));
  return own && own + (KEPT_OF.exec(sheet.name)?.[0] ?? '');
}

function isTitled({ rows }: Sheet, own: Own): boolean {
  const title = rows[0]?.[0]?.text ?? '';
  if (title !== own && !title.endsWith(` ${own}`)) return false;
  return rows.slice(1, HEADING_ROWS).some((row) => FIRST_HEADINGS[own].includes(row?.[0]?.text ?? ''));
}

/** One of our sheets in a workbook, whatever it is called; undefined when it is not there. */
export function ownSheet({ sheets }: Snapshot, own: Own): Sheet | undefined {
  return (
    sheets.find(({ key }) => key === own) ?? sheets.find((sheet) => sheet.key === undefined && isTitled(sheet, own))
  );
}

/** Planned sheets for a host to write: each is found again by the name that it goes by first. */
export function owned(sheets: PlannedSheet[]): OwnedSheet[] {
  return sheets.map((sheet) => ({ key: sheet.name, sheet }));
}

/** The workbook without the sheets that the product wrote: what people filled in. */
export function withoutOwnSheets(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter((sheet) => !isOwn(sheet));
  return sheets.length === snapshot.sheets.length ? snapshot : { ...snapshot, sheets };
}
