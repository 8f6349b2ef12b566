import { periodOf, quarterNamed, type Period } from './periods';
import { columnFor, type Table } from './tables';
import { plainText } from './text';

const RUN = /(?:0?1|一)月?(?:份)?[-—–~～至到]+(\d{1,2})月/;
const WHOLE = /全年|年度累计/;
const TO_DATE = /(上半年)|[前一1](?:季度)?[-—–~～至到]?([二三四234])(?:个)?季度/;
const QUARTER = /第?([一二三四1-4])季度/;
const MONTH = /(?<![\d-—–~至到])(\d{1,2})月(?!\d|日)/;

/** What part of the year a table is of, as its sheet's name or its title says. */
function periodOfTable({ grid, preamble }: Table): Period | undefined {
  const own = periodOf(grid.sheet.name);
  // 累计: up to when, the title may say.
  if (own && (own.kind !== 'toDate' || own.last > 0)) return own;
  const title = preamble.find(({ entries }) => entries.length === 1)?.entries[0]?.text ?? '';
  for (const text of [title, grid.sheet.name].map((one) => one.normalize('NFKC').replace(/\s/g, ''))) {
    const run = RUN.exec(text);
    if (run) return { kind: 'toDate', last: Number(run[1]) };
    if (WHOLE.test(text)) return { kind: 'whole', last: 12 };
    const toDate = TO_DATE.exec(text);
    if (toDate) return { kind: 'toDate', last: toDate[1] ? 6 : quarterNamed(toDate[2] ?? '') * 3 };
    if (QUARTER.test(text)) return { kind: 'part', last: 0 };
    const month = MONTH.exec(text);
    if (month) return { kind: 'part', last: Number(month[1]) };
  }
  return own;
}

/**
 * Tables of a part of the year beside one with the same columns and units that reaches further from January on: that one
 * counts. 9月 beside 1—9月, and 1—9月 beside 全年.
 */
export function partsBesideSums(tables: Table[]): Set<Table> {
  const kinds = new Map<string, { table: Table; period: Period }[]>();
  for (const table of tables) {
    const period = periodOfTable(table);
    if (!period || table.columns.length < 2) continue;
    const key = table.columns.map(({ path }) => path.join('/')).join('\n');
    kinds.set(key, [...(kinds.get(key) ?? []), { table, period }]);
  }
  const parts = [...kinds.values()].flatMap((same) => {
    const sums = same.filter(({ period }) => period.kind !== 'part');
    return same.filter(({ table, period }) =>
      sums.some((other) => reachesFurther(other.period, period) && hasRowsOf(other.table, table)),
    );
  });
  return new Set(parts.map(({ table }) => table));
}

function reachesFurther(one: Period, other: Period): boolean {
  return other.kind === 'part' || (lastMonth(one) > lastMonth(other) && lastMonth(other) > 0);
}

function lastMonth({ kind, last }: Period): number {
  return kind === 'whole' ? 12 : last;
}

/** Whether what most rows of the second are about stands in the first too. */
function hasRowsOf(whole: Table, part: Table): boolean {
  const column = columnFor(part, 'unit') ?? part.columns[0];
  const namesIn = ({ grid, rows }: Table): string[] =>
    rows.map(({ row }) => plainText(grid.textAt(row, column?.index ?? 0))).filter((name) => name !== '');
  const known = new Set(namesIn(whole));
  const names = namesIn(part);
  return names.filter((name) => known.has(name)).length * 2 > names.length;
}
