import type { Source } from '../../assessment';
import { quarterEnd } from '../../assess/quarter';
import type { Rulebook } from '../../rulebook/model';
import { unitsNamedIn } from '../../rulebook/units';
import { cellAddress } from '../../workbook/address';
import type { Sheet, Snapshot } from '../../workbook/snapshot';

/** Where in a workbook it says so. */
export interface Where {
  /** The words that say it. */
  words: string;
  /** 文件名, 表名, or the cell. */
  place: string | Source;
}

const HEADING_ROWS = 8;
const LONGEST = 80;

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** What a workbook says about itself, most telling first: its name, its sheets' names, their first lines. */
function* said({ file, sheets }: Snapshot): Generator<Where> {
  yield { words: file.replace(/\.[^.]*$/, ''), place: '文件名' };
  const shown = sheets.filter((sheet) => !sheet.hidden);
  for (const { name } of shown) yield { words: name, place: '表名' };
  for (const sheet of shown) yield* linesOf(file, sheet);
}

function* linesOf(file: string, { name, rows }: Sheet): Generator<Where> {
  for (const [row, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      const words = cell?.text ?? '';
      if (words && words.length <= LONGEST) {
        yield { words, place: { file, sheet: name, cell: cellAddress(row, column) } };
      }
    }
  }
}

const DIGITS = '一二三四';

/** The number of the quarter that a text names: 第三季度, 三季度, Q3, 前三季度, 上半年, 全年. */
function namedQuarter(text: string): number | undefined {
  const named = /第?([一二三四1-4])季度|Q([1-4])(?!\d)/i.exec(text);
  if (named) {
    const digit = named[1] ?? named[2];
    return DIGITS.includes(digit) ? DIGITS.indexOf(digit) + 1 : Number(digit);
  }
  if (/上半年/.test(text)) return 2;
  return /全年|年终|年底|年度(?:考评|考核|总结|自评)/.test(text) ? 4 : undefined;
}

/** The quarter in which a text says that its data end: 截至9月30日, 截止2023年6月底, 1—9月. */
function quarterOfEnd(text: string): number | undefined {
  const until = /截[至止](?:到)?(?:20\d{2}[年./-])?(\d{1,2})(?:月|[./-]\d{1,2}(?!\d))/.exec(text);
  const months = /(?<!\d)1月?(?:份)?[-—–~～至到](\d{1,2})月/.exec(text);
  const month = Number((until ?? months)?.[1]);
  return month >= 1 && month <= 12 ? Math.ceil(month / 3) : undefined;
}

/** The quarter that a workbook says it is for, and where it says so; another year's is none. */
export function quarterSaid(
  { year }: Pick<Rulebook, 'year'>,
  snapshot: Snapshot,
): { quarter: string; where: Where } | undefined {
  for (const read of [namedQuarter, quarterOfEnd]) {
    for (const where of said(snapshot)) {
      const text = plain(where.words);
      const years: string[] = text.match(/20\d{2}(?=年|[./-])/g) ?? [];
      if (years.length && !years.includes(String(year))) continue;
      const number = read(text);
      if (number) return { quarter: `${year}Q${number}`, where };
    }
  }
  return undefined;
}

/** Where a workbook names a unit. */
export function unitSaid(rulebook: Rulebook, snapshot: Snapshot, unit: string): Where | undefined {
  const names = (words: string) => unitsNamedIn(rulebook, words).some(({ name }) => name === unit);
  let elsewhere: Where | undefined;
  for (const where of said(snapshot)) {
    if (!names(where.words)) continue;
    if (typeof where.place !== 'string') return where;
    elsewhere ??= where;
  }
  return elsewhere;
}

/** The quarter that most of several workbooks say they are for; undefined when none says it. */
export function quarterOfMost(
  rulebook: Rulebook,
  snapshots: Snapshot[],
): { quarter: string; files: number } | undefined {
  const counts = new Map<string, number>();
  for (const snapshot of snapshots) {
    const quarter = quarterSaid(rulebook, snapshot)?.quarter;
    if (quarter && quarterEnd(rulebook, quarter)) counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? 1 : -1));
  return most && { quarter: most[0], files: most[1] };
}
