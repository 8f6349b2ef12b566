import type { Fact, Item } from '../../rulebook/model';
import { figureContext, type SheetContext } from '../answers';
import { findItem } from '../form/item-finder';
import { claimTold, toldIn, withoutBound, type Told } from '../form/told';
import type { Entry, Line } from '../grid';
import { matchHeadings } from '../headings';
import { itemByReference } from '../items';
import type { Owner } from '../owner';
import { readProse } from '../prose/read-prose';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { plainText, splitHeading } from '../text';
import { percentScale, readFigure } from '../values';

const EXISTS = /^(?:是否)?(?:存在|发生|出现|有此)(?:与否|情况|情形|问题|该情形|此情形)?$|^有无(?:问题|情形|此情形)?$/;
const YES = /^(?:是|有|存在|√|✓|y)$/i;
const NO = /^(?:否|无|没有|不存在|未发生|×|✗|n)$/i;
const FIGURE = /次数|数值|数量|件数|个数|数据/;
/** A task is described in so many words. */
const SHORTEST = 5;

interface Columns {
  situation: Column;
  exists: Column;
  figure: Column | undefined;
  words: Column | undefined;
  item: Column | undefined;
}

/** A check of oneself against what costs points: a row for each failing, whether there was any, how often, and what is said of it. */
export function isFailingCheck(context: SheetContext, table: Table): boolean {
  return columnsOf(context, table) !== undefined;
}

/** Reads each row for the fact that its failing is about: the figure, else what is said, else whether there was any. */
export function readFailingCheck(context: SheetContext, table: Table, owner: () => Owner): void {
  const columns = columnsOf(context, table);
  const { unit } = columns ? owner() : { unit: undefined };
  if (!columns || !unit) return;
  let last: Item | undefined;
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const item = itemOf(context, line, columns, last);
    last = item ?? last;
    if (item) readRow(context, line, columns, item, unit);
  }
}

function columnsOf({ grid }: SheetContext, table: Table): Columns | undefined {
  // 自评得分 beside the tasks: a form. 次数 may look like scores.
  const scores = table.columns.some(({ roles, leaf }) => roles.includes('self') && /[分评]/.test(leaf));
  if (columnFor(table, 'unit') || scores) return undefined;
  const textsOf = ({ index }: Column): string[] =>
    table.rows.map(({ row }) => grid.textAt(row, index)).filter((text) => text !== '');
  const isYesOrNo = (text: string): boolean => YES.test(text) || NO.test(text);
  const exists = table.columns.find((column) => {
    const texts = EXISTS.test(plainText(column.leaf)) ? textsOf(column) : [];
    return texts.length >= 3 && texts.filter(isYesOrNo).length * 10 >= texts.length * 8;
  });
  if (!exists) return undefined;
  const item = columnFor(table, 'item');
  const before = table.columns.filter((column) => column.index < exists.index && column !== item);
  const situation = [...before].reverse().find((column) => {
    const texts = textsOf(column);
    return texts.filter((text) => text.length >= SHORTEST).length * 2 > texts.length;
  });
  const after = table.columns.filter((column) => column.index > exists.index);
  const figure = after.find(({ leaf }) => FIGURE.test(leaf));
  const words = after.find((column) => column !== figure && !column.roles.includes('evidence'));
  return situation && { situation, exists, figure, words, item };
}

function itemOf(context: SheetContext, line: Line, columns: Columns, last: Item | undefined): Item | undefined {
  const { reading, grid, prose } = context;
  const reference = columns.item ? grid.textAt(line.row, columns.item.index) : '';
  const named = reference && itemByReference(reading.rulebook, reference);
  if (named) return named;
  const label = grid.textAt(line.row, columns.situation.index);
  const text = columns.words ? grid.textAt(line.row, columns.words.index) : '';
  const { rulebook, targets } = reading;
  return label ? findItem({ rulebook, targets, prose }, { label, text, after: last }).item : undefined;
}

function readRow(context: SheetContext, line: Line, columns: Columns, item: Item, unit: string): void {
  const { grid } = context;
  const situation = grid.textAt(line.row, columns.situation.index);
  const entryOf = (column: Column | undefined): Entry | undefined => column && grid.at(line.row, column.index);
  const fact = factNamed(context, item, situation);
  const known = new Set<string>();
  const claim = (told: Told, column: Column): void => {
    if (known.has(told.fact.id)) return;
    known.add(told.fact.id);
    claimTold(context, unit, item, told, { row: line.row, column: column.index });
  };
  const figure = entryOf(columns.figure);
  if (figure?.text && columns.figure && fact && fact.type !== 'bool') {
    const scale = percentScale([figure.cell]);
    const read = readFigure(figure.cell, figure.text, fact, figureContext(context, scale));
    claim({ fact, figure: read, raw: figure.text, confidence: 0.9 }, columns.figure);
  }
  const words = entryOf(columns.words);
  if (words?.text && columns.words)
    for (const told of toldIn(context, item, '', words.text))
      if (told.figure.state !== 'missing' || told.fact === fact) claim(told, columns.words);
  const day = onlyDay(item);
  // 6月底前未报送服务清单 | 7月11日才报: what the day is of, the failing says.
  if (words?.text && columns.words && day && !known.has(day.id))
    for (const told of toldIn(context, item, '', `${day.name}：${words.text}`))
      if (told.fact === day && told.figure.state === 'value') claim({ ...told, raw: words.text }, columns.words);
  const answer = entryOf(columns.exists)?.text.trim() ?? '';
  for (const told of answered(context, item, fact, situation, answer)) claim(told, columns.exists);
}

function onlyDay({ facts }: Item): Fact | undefined {
  const days = facts.filter(({ type }) => type === 'date' || type === 'dateOrNever');
  return days.length === 1 ? days[0] : undefined;
}

/** The fact that a failing is about: 监管行为数据覆盖率不达80% is about the rate. */
function factNamed({ reading }: SheetContext, item: Item, situation: string): Fact | undefined {
  const { plain, measure } = splitHeading(withoutBound(situation));
  const heading = { leaf: plain, parents: [], measure, samples: [], item: item.id };
  const [meaning] = matchHeadings([heading], reading.targets, {});
  if (meaning?.kind === 'target' && meaning.target.item === item) return meaning.target.fact;
  const [best] = meaning?.kind === 'doubtful' ? meaning.candidates : [];
  if (best?.target.item === item) return best.target.fact;
  const counted = item.facts.filter(({ type, optional }) => type === 'count' && optional === undefined);
  return counted.length === 1 ? counted[0] : undefined;
}

/** What 否 beside 没有明确办结时限 says: no count, and the opposite of what the failing says. 是 leaves open how often. */
function answered(
  { reading, prose }: SheetContext,
  item: Item,
  fact: Fact | undefined,
  situation: string,
  answer: string,
): Told[] {
  const isSo = YES.test(answer);
  if (!isSo && !NO.test(answer)) return [];
  if (fact?.type === 'count')
    return [{ fact, figure: isSo ? { state: 'missing' } : { state: 'value', value: 0 }, raw: answer, confidence: 0.8 }];
  const said = readProse(item, situation, { year: reading.rulebook.year, vocabulary: prose });
  return said.flatMap(({ fact: id, value, confidence }): Told[] => {
    const own = item.facts.find((one) => one.id === id);
    if (own?.type !== 'bool' || typeof value !== 'boolean' || confidence < 0.5) return [];
    return [{ fact: own, figure: { state: 'value', value: isSo ? value : !value }, raw: answer, confidence: 0.8 }];
  });
}
