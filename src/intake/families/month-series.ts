import type { SheetContext } from '../answers';
import { fingerprintOf } from '../headings';
import type { Table } from '../tables';
import { plainText } from '../text';

export interface Series {
  item: string;
  fact: string;
}

/** Which fact a monthly table feeds, by its group heading, its row's name, its title, the sheet's and the file's name. */
export function seriesOf(context: SheetContext, table: Table, near: string[], useTitle = true): Series | undefined {
  const { reading, grid } = context;
  const titles = useTitle ? [titleOf(table), grid.sheet.name, reading.snapshot.file] : [];
  for (const text of [...near, ...titles]) {
    const plain = plainText(text);
    if (!plain) continue;
    const answer = answerFor(reading.mapping, plain);
    if (answer === 'ignore') return undefined;
    if (answer) return answer;
    const fitting = reading.vocabulary.series.filter(
      (series) => series.words.some((word) => plain.includes(word)) && !series.not.some((word) => plain.includes(word)),
    );
    if (fitting.length === 1) return fitting[0];
  }
  if (!useTitle) return undefined;
  // A second table without a title goes on with what the one above it tells.
  const last = reading.months.at(-1);
  const above = titleOf(table) || last?.grid !== grid ? undefined : last.target;
  if (above) return { item: above.item.id, fact: above.fact.id };
  askSeries(context, table);
  return undefined;
}

function answerFor(mapping: SheetContext['reading']['mapping'], plain: string): Series | 'ignore' | undefined {
  const fingerprint = fingerprintOf({ leaf: plain, parents: [] });
  return Object.hasOwn(mapping, fingerprint) ? mapping[fingerprint] : undefined;
}

function askSeries(context: SheetContext, table: Table): void {
  const { reading, grid } = context;
  const title = titleOf(table) || grid.sheet.name;
  if (!/数据|汇聚|政务|上报|报送/.test(title)) return;
  const candidates = reading.vocabulary.series.map(({ item, fact }) => ({ item, fact, confidence: 0.3 }));
  const source = reading.source(grid, table.top, table.columns[0]?.index ?? 0);
  reading.askAbout(fingerprintOf({ leaf: plainText(title), parents: [] }), title, source, candidates);
}

export function titleOf(table: Table): string {
  return table.preamble
    .flatMap((line) => line.entries.map((entry) => entry.text))
    .filter((text) => text.length > 3)
    .join(' ');
}
