import { periodOf, type Period } from './periods';
import type { Table } from './tables';

const RUN = /(?:0?1|一)月?(?:份)?[-—–~～至到]+(\d{1,2})月/;
const WHOLE = /全年|年度累计|上半年|[前一1][-—至]?[二三四234]季度/;
const QUARTER = /第?([一二三四1-4])季度/;
const MONTH = /(?<![\d-—–~至到])(\d{1,2})月(?!\d|日)/;

/** What part of the year a table is of, as its sheet's name or its title says. */
function periodOfTable({ grid, preamble }: Table): Period | undefined {
  const own = periodOf(grid.sheet.name);
  if (own) return own;
  const title = preamble.find(({ entries }) => entries.length === 1)?.entries[0]?.text ?? '';
  for (const text of [title, grid.sheet.name].map((one) => one.normalize('NFKC').replace(/\s/g, ''))) {
    const run = RUN.exec(text);
    if (run) return { kind: 'toDate', last: Number(run[1]) };
    if (WHOLE.test(text)) return { kind: 'toDate', last: 0 };
    if (QUARTER.test(text)) return { kind: 'part', last: 0 };
    const month = MONTH.exec(text);
    if (month) return { kind: 'part', last: Number(month[1]) };
  }
  return undefined;
}

/**
 * Tables of a month or quarter beside one with the same columns that reaches from January on: that one counts, and the
 * figures of a single month are no figures of the year.
 */
export function partsBesideSums(tables: Table[]): Set<Table> {
  const kinds = new Map<string, { sum: boolean; parts: Table[] }>();
  for (const table of tables) {
    const period = periodOfTable(table);
    if (!period || table.columns.length < 2) continue;
    const key = table.columns.map(({ path }) => path.join('/')).join('\n');
    const known = kinds.get(key) ?? { sum: false, parts: [] };
    kinds.set(key, known);
    if (period.kind === 'part') known.parts.push(table);
    else known.sum = true;
  }
  return new Set([...kinds.values()].flatMap(({ sum, parts }) => (sum ? parts : [])));
}
