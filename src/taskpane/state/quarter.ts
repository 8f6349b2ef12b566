import { quarterEnd } from '../../assess/quarter';
import type { Rulebook } from '../../rulebook/model';
import type { Sheet, Snapshot } from '../../workbook/snapshot';

/** The rulebook's quarters, first to last. */
export function quarters({ year }: Rulebook): string[] {
  return [1, 2, 3, 4].map((number) => `${year}Q${number}`);
}

const NAMES = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** 第三季度(截至9月30日); the last is the whole year. */
export function quarterName(rulebook: Rulebook, quarter: string): string {
  const [, month, day] = quarterEnd(rulebook, quarter)!.split('-').map(Number);
  const number = Number(quarter.slice(-1));
  return number === 4 ? `${rulebook.year}年全年` : `${NAMES[number - 1]}（截至${month}月${day}日）`;
}

const DIGITS = '一二三四';
const HEADING_ROWS = 6;

/** The first lines of a sheet, where forms say what they are. */
function headingOf(sheet: Sheet): string {
  return sheet.rows
    .slice(0, HEADING_ROWS)
    .flatMap((row) => row?.map((cell) => cell?.text ?? '') ?? [])
    .filter((text) => text.length <= 80)
    .join(' ');
}

function quarterIn(text: string, year: number): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const named = /第?([一二三四1-4])季度|[Qq]([1-4])(?!\d)/.exec(plain);
  if (named) {
    const digit = named[1] ?? named[2];
    return `${year}Q${DIGITS.includes(digit) ? DIGITS.indexOf(digit) + 1 : digit}`;
  }
  return /上半年/.test(plain) ? `${year}Q2` : undefined;
}

/** The quarter that a workbook says it is for, by its file's name, its sheets' names and their headings. */
export function quarterOfWorkbook(rulebook: Rulebook, { file, sheets }: Snapshot): string | undefined {
  const shown = sheets.filter((sheet) => !sheet.hidden);
  for (const text of [file, ...shown.map((sheet) => sheet.name), ...shown.map(headingOf)]) {
    const quarter = quarterIn(text, rulebook.year);
    if (quarter) return quarter;
  }
  return undefined;
}
