import type { Fact, Item, Rulebook, Section } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import type { SheetContext } from '../answers';
import type { Entry, Line } from '../grid';
import { matchHeadings } from '../headings';
import {
  isSectionTitle,
  itemByLeadingNumber,
  itemByReference,
  itemByWords,
  sectionInWords,
  sectionTitled,
} from '../items';
import type { Column } from '../tables';
import { plainText, splitHeading } from '../text';
import { isGeneralName } from './general-name';
import { findItem, type Found } from './item-finder';
import type { FormColumns } from './scores';
import { LOCAL_NUMBER, partsOf, sectionOfRow, type ItemPart } from './sections';

/** What the form says of one item, which may stand in more than one row. */
export interface ItemRows {
  item: Item;
  rows: FormRow[];
}

export interface FormRow {
  line: Line;
  entry: Entry | undefined;
  /** The one fact that the row is there for. */
  asked?: Fact;
}

/** The item of the row above, and the clauses that its rows have shown. */
export interface RowBefore {
  item: Item;
  line: Line;
  clauses: string[];
}

/** The item that a row is about: the one that it names, else the one that the writer's own words speak of. */
export function itemOf(
  context: SheetContext,
  line: Line,
  columns: FormColumns,
  before?: RowBefore,
  section?: Section,
): Item | undefined {
  return (
    itemNamed(context, line, columns, before, section) ??
    (hasAnything(context, line, columns) && nameOf(context, line, columns) !== ''
      ? findRow(context, line, columns, before?.item).item
      : undefined)
  );
}

/** The words of a row's task, as its columns have them. */
export function nameOf({ grid }: SheetContext, line: Line, columns: FormColumns): string {
  const places = [...columns.goal, ...(columns.clause ? [columns.clause] : [])];
  return [...new Set(places.map(({ index }) => grid.textAt(line.row, index)))].join(' ').trim();
}

/** The item whose number or words a row has, `section` being the one it stands under; a row that names none may go on with the one before. */
export function itemNamed(
  context: SheetContext,
  line: Line,
  columns: FormColumns,
  before: RowBefore | undefined,
  section?: Section,
): Item | undefined {
  const { grid, reading } = context;
  const last = before?.item;
  const textAt = (column: Column | undefined): string => (column ? grid.textAt(line.row, column.index) : '');
  const goals = [...new Set(columns.goal.map((column) => grid.addressAt(line.row, column.index)))];
  const texts = goals.map((_, i) => textAt(columns.goal[i])).filter((text) => text);
  const goal = [...new Set(columns.goal.map(textAt))]
    .filter((text) => !isSectionTitle(reading.rulebook, text) && !isGeneralName(reading, text))
    .join('');
  const clause = textAt(columns.clause);
  const ownSeq = textAt(columns.seq);
  const reference = columns.item && grid.at(line.row, columns.item.index)?.cell.value;
  const references = [
    typeof reference === 'number' ? reference : textAt(columns.item),
    /[.、．]/.test(ownSeq) && typeof grid.at(line.row, columns.seq?.index ?? -1)?.cell.value === 'string' ? ownSeq : '',
    ...texts.filter((text) => text.length <= 12),
  ];
  const chapter =
    sectionInWords(
      reading.rulebook,
      [...columns.section, ...columns.goal].map(({ index }) => grid.textAt(line.row, index)),
    ) ?? section;
  for (const one of references) {
    const item = one === '' ? undefined : itemWithin(reading.rulebook, chapter, one);
    if (item) return item;
  }
  if (!hasAnything(context, line, columns)) return undefined;
  if (!goal && !clause) return undefined;
  if (before && sharesGoal(context, line, columns, before, goal))
    return itemBySubNumber(reading.rulebook, before.item, [clause, textAt(columns.progress)]) ?? last;
  const mayStay = goal === '' && before !== undefined && !before.clauses.includes(plainText(clause));
  return (
    itemByWords(reading.rulebook, goal, clause, last, mayStay) ??
    itemByLeadingNumber(reading.rulebook, goal, last) ??
    itemByEither(reading.rulebook, [...new Set(texts)])
  );
}

/** 自评情况 | 达标，未发现问题: so few words under a name that says nothing are of no item. */
const FEWEST_WORDS = 12;

/** The item that a row in the writer's own words speaks of, by the name of its task and what was done. */
export function findRow(context: SheetContext, line: Line, columns: FormColumns, after?: Item): Found {
  const { grid, reading, prose } = context;
  const goals = [...new Set(columns.goal.map(({ index }) => grid.textAt(line.row, index)))];
  const goal = goals.filter((text) => !isGeneralName(reading, text)).join(' ');
  const clause = columns.clause ? grid.textAt(line.row, columns.clause.index) : '';
  const text = columns.progress ? grid.textAt(line.row, columns.progress.index) : '';
  const { rulebook, targets } = reading;
  const isBare = goal === '' && clause === '' && text.length < FEWEST_WORDS && !/[\d０-９]/.test(text);
  if (isBare || sectionTitled(rulebook, goal)) return { item: undefined, rivals: [] };
  return findItem({ rulebook, targets, prose }, { label: `${goal} ${clause}`.trim(), text, after });
}

/** 服务规范化 | 7 is 二、7: a number goes on from the section that stands beside it, unless it bears the section's own. */
function itemWithin(rulebook: Rulebook, section: Section | undefined, reference: string | number): Item | undefined {
  const whole = itemByReference(rulebook, reference);
  const text = String(reference).normalize('NFKC').trim();
  if (!section || !LOCAL_NUMBER.test(text)) return whole;
  if (whole && section.items.includes(whole) && !text.includes('(')) return whole;
  return itemByReference(rulebook, `${section.id}.${text}`) ?? whole;
}

/** 十、扣分 | 扣分: columns that say the same of one item, each in words of its own. */
function itemByEither(rulebook: Rulebook, texts: string[]): Item | undefined {
  const items = texts.map((text) => itemByWords(rulebook, text, '', undefined));
  return items.length > 1 && new Set(items).size === 1 ? items[0] : undefined;
}

/** (3)应承接143项 under 1.深入推进政务服务事项标准化: the third of the items that one merged title is over. */
function itemBySubNumber(rulebook: Rulebook, { id }: Item, texts: string[]): Item | undefined {
  const [section, title, part] = id.split('.');
  const number = texts.map((text) => /^\s*[(（](\d)[)）]/.exec(text)?.[1]).find((one) => one);
  return part === undefined || number === undefined
    ? undefined
    : itemsOf(rulebook).find((item) => item.id === `${section}.${title}.${number}`);
}

/** Whether a row shows the goal of the row above, which one merged cell holds for both: then its clause is a further one. */
function sharesGoal(
  { grid, reading }: SheetContext,
  line: Line,
  columns: FormColumns,
  before: RowBefore,
  goal: string,
): boolean {
  const places = [...columns.goal, columns.item].filter((column) => column !== undefined);
  const isMerged = places.every(
    ({ index }) => grid.addressAt(line.row, index) === grid.addressAt(before.line.row, index),
  );
  return isMerged && goal !== '' && itemByWords(reading.rulebook, goal, '', undefined) === before.item;
}

/** Banners repeat the words of a section, but have nothing in the columns to fill in. */
function hasAnything(context: SheetContext, line: Line, columns: FormColumns): boolean {
  return (
    (line.entries.length > 1 || goesOnBelow(context, line, columns)) &&
    [columns.progress, columns.self, columns.clause].some((column) => {
      const entry = column && context.grid.at(line.row, column.index);
      return entry !== undefined && entry.column === column?.index && entry.text !== '';
    })
  );
}

/** A further paragraph beside a task whose cell reaches down to it. */
function goesOnBelow({ grid }: SheetContext, { row, entries }: Line, { goal, progress }: FormColumns): boolean {
  return (
    entries[0]?.column === progress?.index &&
    goal.some(({ index }) => {
      const merge = grid.mergeAt(row, index);
      return merge !== undefined && merge.top < row;
    })
  );
}

/** Whether a row's goal is an item's own words, and no single figure of it. */
export function wholeGoal(context: SheetContext, line: Line, columns: FormColumns, item: Item): boolean {
  const goal = goalText(context, line, columns);
  return goal.length > 20 || plainText(goal).includes(plainText(item.title));
}

function goalText(context: SheetContext, line: Line, columns: FormColumns): string {
  return [...new Set(columns.goal.map((column) => context.grid.textAt(line.row, column.index)))].join('');
}

/** A row under its item that names one figure: 其中：已承接 | 37. */
export function figureNamed(
  context: SheetContext,
  line: Line,
  columns: FormColumns,
  item: Item,
  above: string,
): { fact: Fact; leaf: string } | undefined {
  const { reading, grid } = context;
  const entry = columns.progress && grid.at(line.row, columns.progress.index);
  if (!entry || entry.text.length > 20) return undefined;
  const text = goalText(context, line, columns)
    .normalize('NFKC')
    .replace(/^\s*其中[:：,，]?\s*/, '');
  const { plain, measure } = splitHeading(text);
  if (plain.length < 2) return undefined;
  const headings = [above ? [above] : [], []].map((parents) => ({
    leaf: plain,
    parents,
    measure,
    samples: [entry],
    item: item.id,
  }));
  for (const heading of headings) {
    const [meaning] = matchHeadings([heading], reading.targets, {});
    if (meaning?.kind !== 'target' || meaning.inverse || meaning.target.rate || meaning.target.part !== undefined)
      continue;
    return { fact: meaning.target.fact, leaf: plain };
  }
  return undefined;
}

/** A row per section needs no other column than those of sections and of what was done. */
export function reportsOnSections(context: SheetContext, lines: Line[], columns: FormColumns): boolean {
  return lines.slice(0, 20).some((line) => partsOfSection(context, line, columns).length > 0);
}

/** The section that a row's columns of sections and tasks name, when they name no single item of it. */
export function sectionNamedBy({ grid, reading }: SheetContext, line: Line, columns: FormColumns): Section | undefined {
  const texts = [...columns.section, ...columns.goal].map(({ index }) => grid.textAt(line.row, index));
  return sectionOfRow(reading, [...new Set(texts)]);
}

/** 加减分, 九、加分和扣分: two items that one cell reports on, each in words of its own. */
const BONUS_AND_DEDUCTIONS = /^.{0,6}(?:加[减扣]分|加分.{0,3}扣分).{0,4}$/;

/** A row that reports on a whole section in one cell: what it says of each item. Its score is that of the section. */
export function partsOfSection(
  context: SheetContext,
  line: Line,
  columns: FormColumns,
): { item: Item; row: FormRow }[] {
  const { grid, reading } = context;
  const entry = columns.progress && grid.at(line.row, columns.progress.index);
  if (!entry || typeof entry.cell.value !== 'string' || entry.text.length < 20) return [];
  const { bonus, deductions } = reading.rulebook;
  const names = [...columns.section, ...columns.goal].map(({ index }) => grid.textAt(line.row, index));
  if (names.some((name) => BONUS_AND_DEDUCTIONS.test(name)))
    return rowsOfParts(
      line,
      entry,
      [bonus, deductions].map((item) => ({ item, text: entry.text })),
    );
  const section = sectionNamedBy(context, line, columns);
  if (!section) return [];
  return rowsOfParts(line, entry, partsOf(reading, section, entry.text));
}

/** What one cell says of several items, each as a row that says nothing else. */
export function rowsOfParts(line: Line, entry: Entry, parts: ItemPart[]): { item: Item; row: FormRow }[] {
  return parts.map(({ item, text }) => ({
    item,
    row: { line, entry: { ...entry, text, cell: { ...entry.cell, value: text } } },
  }));
}
