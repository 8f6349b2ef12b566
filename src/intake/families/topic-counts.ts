import type { SheetContext } from '../answers';
import { claimCells } from '../claim-cells';
import type { Entry, Line } from '../grid';
import type { Owner } from '../owner';
import { countingPeriod, periodOf } from '../periods';
import { unitsAt } from '../row-units';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { factTarget } from '../targets';
import { plainText } from '../text';
import { unitAt } from '../unit-column';
import { unitColumns } from '../units-across';
import { readNumber, type Figure } from '../values';
import { isIndicatorList, readIndicators } from './indicators';
import { readUnitRows } from './unit-rows';

/** The cells of one unit under the topics of one group. */
interface Counts {
  unit: string;
  fact: string;
  cells: Entry[];
  /** So many topics stand without a figure or a stroke: nobody can tell whether they are the unit's. */
  blanks: number;
}

/**
 * Cases by topic: topics down and units across, units down and topics across, or a row per topic with its unit. How many
 * topics of each group fall short.
 */
export function readTopicCounts(context: SheetContext, table: Table, owner: () => Owner, tableNumber: number): void {
  const { lines, counts, others } = topicCounts(context, table);
  for (const one of counts) claimShort(context, one);
  // 是否纳入综合窗口 stands in a column of its own beside the topics.
  if (others) readUnitRows(context, { ...table, columns: others });
  for (const { column, name } of unitColumns(context, table))
    context.reading.mention(name, context.reading.source(context.grid, table.bottom, column.index));
  // 线下是否纳入综合窗口 stands in a row of its own under the topics.
  const rest = { ...table, rows: table.rows.filter((line) => !lines.has(line)) };
  if (rest.rows.length && isIndicatorList(context, rest)) readIndicators(context, rest, owner, tableNumber);
}

/** Such a table speaks of topics in its title and names their group over or beside them. */
export function isTopicCounts(context: SheetContext, table: Table): boolean {
  const { title } = context.reading.vocabulary.registers.topics;
  const above = [...table.preamble.flatMap(({ entries }) => entries.map(({ text }) => text)), context.grid.sheet.name];
  return (
    title.every((word) => above.some((text) => text.includes(word))) && topicCounts(context, table).counts.length > 1
  );
}

interface TopicCounts {
  lines: Set<Line>;
  counts: Counts[];
  /** The columns of a table with a row per unit that hold no cases of a topic. */
  others?: Column[];
}

function topicCounts(context: SheetContext, table: Table): TopicCounts {
  const across = unitColumns(context, table);
  if (across.length > 1) return downTheRows(context, table, across);
  const byColumn = acrossTheColumns(context, table);
  return byColumn.counts.length ? byColumn : topicByTopic(context, table);
}

function groupIn({ reading }: SheetContext, text: string): string | undefined {
  const { groups } = reading.vocabulary.registers.topics;
  const fitting = groups.filter(({ words }) => words.some((word) => text.includes(word)));
  return fitting.length === 1 ? fitting[0]?.fact : undefined;
}

/** 一、省级主题 over the rows of its topics, or in a column beside each. */
function downTheRows(
  context: SheetContext,
  { rows }: Table,
  across: { column: Column; unit: string }[],
): { lines: Set<Line>; counts: Counts[] } {
  const { grid } = context;
  const first = Math.min(...across.map(({ column }) => column.index));
  const lines = new Map<Line, string>();
  let group: string | undefined;
  for (const line of rows) {
    const names = line.entries.filter(({ column }) => column < first).map(({ text }) => plainText(text));
    const figures = across
      .map(({ column }) => grid.at(line.row, column.index)?.text ?? '')
      .filter((text) => text !== '');
    const own = names.map((name) => groupIn(context, name)).find((one) => one);
    if (!figures.length || line.entries.length === 1) group = own ?? group;
    else if (rowKind(line) === 'plain' && figures.every(isCount) && (own ?? group))
      lines.set(line, (own ?? group) as string);
  }
  const counts = across.flatMap(({ column, unit }) =>
    [...new Set(lines.values())].map((fact) => {
      const own = [...lines].filter(([, of]) => of === fact);
      return countsOf(
        unit,
        fact,
        own.map(([{ row }]) => grid.at(row, column.index)),
      );
    }),
  );
  return { lines: new Set(lines.keys()), counts };
}

/** 省级主题 over the names of its topics, a row per unit. */
function acrossTheColumns(context: SheetContext, table: Table): TopicCounts {
  const { grid, reading } = context;
  const unitColumn = table.columns.find(({ roles }) => roles.includes('unit'));
  if (!unitColumn) return { lines: new Set(), counts: [] };
  const columns = table.columns.flatMap((column) => {
    const fact = groupIn(context, column.path.slice(0, -1).join(''));
    return fact && !/计$/.test(column.leaf) ? [{ column, fact }] : [];
  });
  const lines = table.rows.filter((line) => rowKind(line) === 'plain');
  const counts = lines.flatMap((line) => {
    const unit = unitAt(context, line, unitColumn) ?? reading.unitNamed(grid.textAt(line.row, unitColumn.index));
    if (!unit) return [];
    return [...new Set(columns.map(({ fact }) => fact))].map((fact) => {
      const own = columns.filter((one) => one.fact === fact);
      return countsOf(
        unit,
        fact,
        own.map(({ column }) => grid.at(line.row, column.index)),
      );
    });
  });
  const others = table.columns.filter((column) => !columns.some((one) => one.column === column));
  return { lines: new Set(table.rows), counts: counts.filter(({ cells }) => cells.length > 1), others };
}

/** A row per topic: the unit that leads it, its group, and its cases of the whole year. */
function topicByTopic(context: SheetContext, table: Table): { lines: Set<Line>; counts: Counts[] } {
  const { grid } = context;
  const lines = table.rows.filter((line) => rowKind(line) === 'plain' && line.entries.length > 2);
  const holds = ({ index }: Column, fits: (text: string) => boolean): boolean => {
    const texts = lines.map(({ row }) => grid.textAt(row, index)).filter((text) => text !== '');
    return texts.length > 0 && texts.every(fits);
  };
  const unitColumn = columnFor(table, 'unit');
  const group = table.columns.find((column) => holds(column, (text) => groupIn(context, text) !== undefined));
  const cases = ofWholeYear(table.columns.filter((column) => !column.roles.includes('seq') && holds(column, isCount)));
  if (!unitColumn || !group || !cases) return { lines: new Set(), counts: [] };
  const own = new Map<string, { unit: string; fact: string; entries: (Entry | undefined)[] }>();
  let fact: string | undefined;
  for (const line of lines) {
    fact = groupIn(context, grid.textAt(line.row, group.index)) ?? fact;
    for (const unit of fact ? unitsAt(context, line, unitColumn) : []) {
      const key = `${unit}\n${fact}`;
      const before = own.get(key) ?? { unit, fact: fact as string, entries: [] };
      own.set(key, { ...before, entries: [...before.entries, grid.at(line.row, cases.index)] });
    }
  }
  const counts = [...own.values()].map((one) => countsOf(one.unit, one.fact, one.entries));
  return { lines: new Set(table.rows), counts };
}

/** The only column of figures, or that which reaches furthest from January on. */
function ofWholeYear(figures: Column[]): Column | undefined {
  if (figures.length === 1) return figures[0];
  return countingPeriod(
    figures.flatMap((of) => {
      const period = periodOf(of.path[of.path.length - 1] ?? '');
      return period ? [{ period, of }] : [];
    }),
  );
}

function countsOf(unit: string, fact: string, entries: (Entry | undefined)[]): Counts {
  const cells = entries.flatMap((entry) => (entry && isCount(entry.text) ? [entry] : []));
  return { unit, fact, cells, blanks: entries.length - cells.length };
}

const NOT_ITS_OWN = /^[/／—–-]+$|不涉及/;

function isCount(text: string): boolean {
  return NOT_ITS_OWN.test(text) || readNumber(text)?.percent === false;
}

function claimShort(context: SheetContext, { unit, fact, cells, blanks }: Counts): void {
  const { reading, grid } = context;
  const { item, least } = reading.vocabulary.registers.topics;
  const target = factTarget(reading.targets, item, fact);
  const own = cells.filter(({ text }) => text !== '' && !NOT_ITS_OWN.test(text));
  if (!target || !own.length) return;
  const short = own.filter(({ text }) => (readNumber(text)?.value ?? 0) < least);
  const figure: Figure = blanks
    ? { state: 'missing', code: 'unreadable', problem: `有${blanks}个主题空白，看不出办理量。` }
    : { state: 'value', value: short.length };
  claimCells(reading, grid, { unit, voice: 'platform', confidence: 0.9 }, target, cells, figure);
}
