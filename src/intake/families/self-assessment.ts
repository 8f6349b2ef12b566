import type { Condition, Fact, Item, Rulebook } from '../../rulebook/model';
import type { FactValue } from '../../scoring/item-score';
import { figureContext, type SheetContext } from '../answers';
import type { Entry, Line } from '../grid';
import { matchHeadings } from '../headings';
import { isSectionTitle, itemByLeadingNumber, itemByReference, itemByWords, sectionTitled } from '../items';
import type { Owner } from '../owner';
import { readProse } from '../prose/read-prose';
import { readProseSignals } from '../prose/signals';
import type { ProseVocabulary } from '../prose/vocabulary';
import { partsOf, sectionOfRow } from './section-rows';
import { SelfScores, type FormColumns } from './self-scores';
import { columnFor, columnsFor, rowKind, type Column, type Table } from '../tables';
import { bigrams, plainText, sharedPairs, splitHeading } from '../text';
import { readFigure, readNumber, shorten, type Figure } from '../values';

/** Figures, days and words such as 已完成 are no longer; sentences are. */
const SHORT_ANSWER = 12;

/** What the form says of one item, which may stand in more than one row. */
interface ItemRows {
  item: Item;
  rows: FormRow[];
}

interface FormRow {
  line: Line;
  entry: Entry | undefined;
  /** The one fact that the row is there for. */
  asked?: Fact;
}

/**
 * The form shaped like Annex 1: a row per item, its facts in sentences, the department's own score beside them. Returns
 * whether any row of it is one of the rulebook's.
 */
export function readSelfAssessment(
  context: SheetContext,
  table: Table,
  owner: () => Owner,
  prose: ProseVocabulary,
): boolean {
  const columns = formColumns(table);
  if (!table.rows.some((line) => itemOf(context, line, columns) ?? partsOfSection(context, line, columns)[0]))
    return false;
  const { unit } = owner();
  if (!unit) return true;
  const found = new Map<string, ItemRows>();
  const scores = new SelfScores(context, unit, columns);
  let last: Item | undefined;
  let before: RowBefore | undefined;
  let above = '';
  for (const line of table.rows) {
    const parts = partsOfSection(context, line, columns);
    if (parts.length) {
      for (const { item, row } of parts) {
        const rows = found.get(item.id) ?? { item, rows: [] };
        rows.rows.push(row);
        found.set(item.id, rows);
      }
      continue;
    }
    if (noteUndivided(context, line, columns, unit)) continue;
    const kind = rowKind(line);
    if (kind !== 'plain' && kind !== 'part') {
      scores.total(line, kind === 'subtotal');
      continue;
    }
    const named = kind === 'part' ? undefined : itemOf(context, line, columns, before);
    const under = named ?? last;
    const label =
      under && !wholeGoal(context, line, columns, under)
        ? figureNamed(context, line, columns, under, above)
        : undefined;
    const item = label ? under : named;
    if (!item) {
      noteStranger(context, line, columns, unit);
      continue;
    }
    if (item !== last) above = '';
    if (kind !== 'part' && label) above = label.leaf;
    const clause = columns.clause ? plainText(context.grid.textAt(line.row, columns.clause.index)) : '';
    before = { item, line, clauses: item === last ? [...(before?.clauses ?? []), clause] : [clause] };
    last = item;
    const entry = columns.progress && context.grid.at(line.row, columns.progress.index);
    const rows = found.get(item.id) ?? { item, rows: [] };
    rows.rows.push({ line, entry, ...(label ? { asked: label.fact } : {}) });
    found.set(item.id, rows);
    scores.add(line, item);
  }
  scores.record();
  if (columns.progress) {
    for (const rows of found.values()) readItem(context, rows, columns, columns.progress, unit, prose);
  }
  return true;
}

/** Such a form repeats the rulebook's words and has a column for what was done or for the department's own score. */
export function isSelfAssessment(context: SheetContext, table: Table): boolean {
  if (isFigureList(table)) return false;
  const columns = formColumns(table);
  if (columns.progress && reportsOnSections(context, table, columns)) return true;
  const words = columns.goal.length > 0 || columns.clause !== undefined || columns.item !== undefined;
  return words && (columns.self !== undefined || (columns.progress !== undefined && columns.clause !== undefined));
}

/** A list of figures that also shows the items and what they score: nothing in it is told in sentences. */
function isFigureList(table: Table): boolean {
  if (columnFor(table, 'goal') ?? columnFor(table, 'clause')) return false;
  const indicator = columnsFor(table, 'indicator').find(({ roles }) => !roles.includes('value'));
  const value = columnsFor(table, 'value').find((column) => column !== indicator);
  if (!indicator || !value) return false;
  const cells = table.rows.map(({ row }) => table.grid.at(row, value.index)).filter((entry) => entry?.text);
  const short = cells.filter((entry) => (entry?.text.length ?? 0) <= SHORT_ANSWER);
  return cells.length > 0 && short.length * 10 >= cells.length * 9;
}

function formColumns(table: Table): FormColumns {
  const progress = columnFor(table, 'progress');
  return {
    goal: goalColumns(table, progress),
    section: [...columnsFor(table, 'section'), ...columnsFor(table, 'group')],
    clause: columnFor(table, 'clause'),
    item: columnFor(table, 'item'),
    seq: columnFor(table, 'seq'),
    progress,
    self: columnFor(table, 'self') ?? columnFor(table, 'score'),
    evidence: columnFor(table, 'evidence'),
  };
}

/** The columns of tasks: those named so, else that of sections, else one of names before what was done. */
function goalColumns(table: Table, progress: Column | undefined): Column[] {
  for (const role of ['goal', 'section']) {
    const columns = columnsFor(table, role).filter((column) => !column.roles.includes('progress'));
    if (columns.length) return columns;
  }
  if (!progress || !columnFor(table, 'self')) return [];
  return columnsFor(table, 'indicator')
    .filter((column) => column.index < progress.index && !column.roles.includes('progress'))
    .slice(0, 1);
}

/** A row per section needs no other column than those of sections and of what was done. */
function reportsOnSections(context: SheetContext, table: Table, columns: FormColumns): boolean {
  return table.rows.slice(0, 20).some((line) => partsOfSection(context, line, columns).length > 0);
}

/** A row that reports on a whole section in one cell: what it says of each item. Its score is that of the section. */
function partsOfSection(
  { grid, reading }: SheetContext,
  line: Line,
  columns: FormColumns,
): { item: Item; row: FormRow }[] {
  const entry = columns.progress && grid.at(line.row, columns.progress.index);
  if (!entry || typeof entry.cell.value !== 'string' || entry.text.length < 20) return [];
  const texts = [...new Set([...columns.section, ...columns.goal].map(({ index }) => grid.textAt(line.row, index)))];
  const section = sectionOfRow(reading, texts);
  if (!section) return [];
  return partsOf(section, entry.text).map(({ item, text }) => ({
    item,
    row: { line, entry: { ...entry, text, cell: { ...entry.cell, value: text } } },
  }));
}

/** Says it when a row reports on a whole section and nothing tells its items apart: then it speaks of none of them. */
function noteUndivided({ grid, reading }: SheetContext, line: Line, columns: FormColumns, unit: string): boolean {
  const entry = columns.progress && grid.at(line.row, columns.progress.index);
  if (!columns.progress || !entry || entry.text.length < 20) return false;
  const texts = [...new Set([...columns.section, ...columns.goal].map(({ index }) => grid.textAt(line.row, index)))];
  if (sectionTitled(reading.rulebook, entry.text)) return false; // A banner over the rows below.
  const section = columns.clause || columns.item ? undefined : sectionOfRow(reading, texts);
  if (!section || section.items.length < 2) return false;
  reading.findings.push({
    code: 'section-undivided',
    severity: 'warning',
    source: reading.source(grid, line.row, columns.progress.index),
    message: `这一格写的是“${section.title}”整个部分的情况，分不出哪一句说的是哪一条，没有采用。`,
    remedy: '请按条款分段填写，每段以条款名称和冒号开头，或者每个条款单列一行。',
    unit,
  });
  return true;
}

/** The item of the row above, and the clauses that its rows have shown. */
interface RowBefore {
  item: Item;
  line: Line;
  clauses: string[];
}

function itemOf(context: SheetContext, line: Line, columns: FormColumns, before?: RowBefore): Item | undefined {
  const { grid, reading } = context;
  const last = before?.item;
  const textAt = (column: Column | undefined): string => (column ? grid.textAt(line.row, column.index) : '');
  const goals = [...new Set(columns.goal.map((column) => grid.addressAt(line.row, column.index)))];
  const texts = goals.map((_, i) => textAt(columns.goal[i])).filter((text) => text);
  const goal = [...new Set(columns.goal.map(textAt))]
    .filter((text) => !isSectionTitle(reading.rulebook, text))
    .join('');
  const clause = textAt(columns.clause);
  const ownSeq = textAt(columns.seq);
  const reference = columns.item && grid.at(line.row, columns.item.index)?.cell.value;
  const references = [
    typeof reference === 'number' ? reference : textAt(columns.item),
    /[.、．]/.test(ownSeq) && typeof grid.at(line.row, columns.seq?.index ?? -1)?.cell.value === 'string' ? ownSeq : '',
    ...texts.filter((text) => text.length <= 12),
  ];
  for (const one of references) {
    const item = one === '' ? undefined : itemByReference(reading.rulebook, one);
    if (item) return item;
  }
  if (!hasAnything(context, line, columns)) return undefined;
  if (!goal && !clause) return undefined;
  if (before && sharesGoal(context, line, columns, before, goal)) return last;
  const mayStay = goal === '' && before !== undefined && !before.clauses.includes(plainText(clause));
  return (
    itemByWords(reading.rulebook, goal, clause, last, mayStay) ??
    itemByLeadingNumber(reading.rulebook, goal, last) ??
    itemByEither(reading.rulebook, [...new Set(texts)])
  );
}

/** 十、扣分 | 扣分: columns that say the same of one item, each in words of its own. */
function itemByEither(rulebook: Rulebook, texts: string[]): Item | undefined {
  const items = texts.map((text) => itemByWords(rulebook, text, '', undefined));
  return items.length > 1 && new Set(items).size === 1 ? items[0] : undefined;
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
    line.entries.length > 1 &&
    [columns.progress, columns.self, columns.clause].some((column) => {
      const entry = column && context.grid.at(line.row, column.index);
      return entry !== undefined && entry.column === column?.index && entry.text !== '';
    })
  );
}

/** Whether a row's goal is an item's own words, and no single figure of it. */
function wholeGoal(context: SheetContext, line: Line, columns: FormColumns, item: Item): boolean {
  const goal = goalText(context, line, columns);
  return goal.length > 20 || plainText(goal).includes(plainText(item.title));
}

function goalText(context: SheetContext, line: Line, columns: FormColumns): string {
  return [...new Set(columns.goal.map((column) => context.grid.textAt(line.row, column.index)))].join('');
}

/** A row under its item that names one figure: 其中：已承接 | 37. */
function figureNamed(
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

function noteStranger(context: SheetContext, line: Line, columns: FormColumns, unit: string): void {
  const { reading, grid } = context;
  const filled = [columns.progress, columns.self].some(
    (column) => column && grid.textAt(line.row, column.index) !== '',
  );
  const text = columns.goal.map((column) => grid.textAt(line.row, column.index)).find((one) => one !== '') ?? '';
  // A title whose merged cells were split says the same in every one.
  const isTitle = new Set(line.entries.map((entry) => entry.text)).size === 1;
  if (!filled || isTitle || line.entries.length < 3) return;
  const at = columns.goal[0] ?? columns.clause ?? columns.item;
  reading.findings.push({
    code: 'not-in-rulebook',
    severity: 'warning',
    source: reading.source(grid, line.row, at?.index ?? 0),
    message: text ? `“${shorten(text)}”与考评细则的任何一项都对不上。` : '这一行没有写明是考评细则的哪一项。',
    remedy: '请按考评细则原文填写“具体目标”或“评分标准”，或写明条款号。',
    unit,
  });
}

function readItem(
  context: SheetContext,
  { item, rows }: ItemRows,
  columns: FormColumns,
  progress: Column,
  unit: string,
  prose: ProseVocabulary,
): void {
  const { reading } = context;
  const known = new Map<string, Figure>();
  const seen = new Set<Entry>();
  for (const row of rows) {
    const { line, entry } = row;
    if (entry && seen.has(entry)) continue;
    if (entry) seen.add(entry);
    const asked = row.asked ? [row.asked] : factsOfSentence(context, item, line, columns, rows.length);
    for (const { fact, figure, raw, confidence } of factsIn(context, item, row, asked, columns, prose)) {
      if (known.get(fact.id)?.state === 'value' && figure.state !== 'value') continue;
      known.set(fact.id, figure);
      claim(context, unit, item, fact, figure, line, progress, raw, confidence, entry);
    }
    if (entry) noteRates(context, item, entry, line, progress, unit, known, prose);
  }
  const penalties = item === reading.rulebook.bonus || item === reading.rulebook.deductions;
  if (penalties) return;
  for (const [i, fact] of item.facts.entries()) {
    if (known.has(fact.id) || fact.optional !== undefined || fact.absent !== undefined || !isNeeded(fact, known))
      continue;
    const at = rows[Math.min(i, rows.length - 1)];
    if (!at) continue;
    claim(context, unit, item, fact, { state: 'missing' }, at.line, progress, at.entry?.text ?? '', 1, at.entry);
  }
}

interface FactFound {
  fact: Fact;
  figure: Figure;
  raw: string;
  confidence: number;
}

/** The facts of the one sentence of the 评分标准 that a row repeats, where an item has a row for each. */
function factsOfSentence(context: SheetContext, item: Item, line: Line, columns: FormColumns, rows: number): Fact[] {
  const needed = item.facts.filter((fact) => fact.optional === undefined);
  if (rows < 2 || !columns.clause) return needed;
  const words = bigrams(plainText(context.grid.textAt(line.row, columns.clause.index)));
  if (words.size < 3) return needed;
  const fitting = item.criteria
    .map((criterion) => ({ criterion, share: sharedPairs(words, bigrams(plainText(criterion.clause))) / words.size }))
    .sort((a, b) => b.share - a.share);
  const best = fitting[0];
  if (!best || best.share < 0.6 || best.share - (fitting[1]?.share ?? 0) < 0.1) return needed;
  const rule = JSON.stringify(best.criterion.rule);
  const facts = needed.filter((fact) => rule.includes(`"${fact.id}"`));
  return facts.length ? facts : needed;
}

function factsIn(
  context: SheetContext,
  item: Item,
  { line, entry }: FormRow,
  asked: Fact[],
  columns: FormColumns,
  prose: ProseVocabulary,
): FactFound[] {
  const { reading, grid } = context;
  const needed = asked;
  const text = entry?.text ?? '';
  const whole = (figure: Figure): FactFound[] => needed.map((fact) => ({ fact, figure, raw: text, confidence: 0.95 }));
  if (!text) {
    const score = columns.self ? grid.textAt(line.row, columns.self.index) : '';
    const none = /不涉及|不适用/.test(score) || (/^[/／—–-]+$/.test(score) && context.notes.slash === 'notApplicable');
    return none ? whole({ state: 'notApplicable' }) : [];
  }
  if (/^[/／—–-]+$/.test(text)) return context.notes.slash === 'notApplicable' ? whole({ state: 'notApplicable' }) : [];
  const only = needed.length === 1 ? needed[0] : undefined;
  if (only && (typeof entry?.cell.value !== 'string' || isPlainFigure(text))) {
    const scale = only.type === 'percent' && /[%％]/.test(measureOf(context, line)) ? 'points' : 'unknown';
    const figure = readFigure(entry?.cell, text, only, figureContext(context, scale));
    return [{ fact: only, figure, raw: text, confidence: 0.95 }];
  }
  const said = (words: string) => readProse(item, words, { year: reading.rulebook.year, vocabulary: prose });
  const found = said(text);
  // 已按时报送 | 76.5%: an answer to the row's question, which has its words.
  const answers = only && !found.some(({ fact }) => fact === only.id) ? said(`${only.name}：${text}`) : [];
  found.push(...answers.filter(({ fact }) => fact === only?.id).map((one) => ({ ...one, quote: text })));
  return found.flatMap(({ fact: id, state, value, quote, problem, confidence }): FactFound[] => {
    const fact = item.facts.find((one) => one.id === id);
    if (!fact) return [];
    if (confidence < 0.5 && state === 'value') return [{ fact, figure: doubtful(fact, quote), raw: quote, confidence }];
    const figure: Figure = {
      state,
      ...(value === undefined ? {} : { value }),
      ...problemOf(fact, state, value, quote, problem),
    };
    return [{ fact, figure, raw: quote, confidence }];
  });
}

/** 36, 96.5%, 3次 and the like, with nothing else in the cell. */
function isPlainFigure(text: string): boolean {
  return /^\s*[\d０-９.．]+\s*[%％]?\s*$/.test(text);
}

/** The measure that a row gives beside its figure. */
function measureOf({ grid }: SheetContext, line: Line): string {
  return line.entries.map(({ column }) => grid.textAt(line.row, column)).find((text) => /^[%％]$/.test(text)) ?? '';
}

function doubtful(fact: Fact, quote: string): Figure {
  return { state: 'missing', code: 'unreadable', problem: `“${shorten(quote)}”说的是不是“${fact.name}”，拿不准。` };
}

/** Names the trouble with a value that prose reading refused, in the words of the checks. */
function problemOf(
  fact: Fact,
  state: string,
  value: FactValue | undefined,
  quote: string,
  problem: string | undefined,
): Pick<Figure, 'code' | 'problem'> {
  if (state !== 'rejected') return problem === undefined ? {} : { problem };
  const number = typeof value === 'number' ? value : readNumber(quote.replace(/^[^\d\-－０-９]*/, ''))?.value;
  const says = problem ?? `“${quote}”不可能。`;
  if (fact.type === 'date' || fact.type === 'dateOrNever') return { code: 'bad-date', problem: says };
  if (number !== undefined && number < 0) return { code: 'negative-figure', problem: says };
  if (fact.type === 'percent') return { code: 'percent-over-100', problem: says };
  if (fact.type === 'mark') return { code: 'mark-over-max', problem: says };
  return { code: number !== undefined && !Number.isInteger(number) ? 'fractional-count' : 'unreadable', problem: says };
}

function claim(
  context: SheetContext,
  unit: string,
  item: Item,
  fact: Fact,
  figure: Figure,
  line: Line,
  column: Column,
  raw: string,
  confidence: number,
  entry: Entry | undefined,
): void {
  const { reading, grid } = context;
  reading.claim(
    {
      unit,
      voice: 'department',
      confidence,
      source: reading.source(grid, line.row, column.index),
      raw,
      linkable: typeof entry?.cell.value === 'number',
    },
    item,
    fact,
    figure,
    { hidden: grid.isHidden(line.row, column.index), rounded: fact.type === 'percent' },
  );
}

function noteRates(
  context: SheetContext,
  item: Item,
  entry: Entry,
  line: Line,
  progress: Column,
  unit: string,
  known: Map<string, Figure>,
  prose: ProseVocabulary,
): void {
  const { reading, grid } = context;
  if (typeof entry.cell.value !== 'string') return;
  for (const signal of readProseSignals(item, entry.text, { year: reading.rulebook.year, vocabulary: prose })) {
    const done = known.get(signal.done)?.value;
    const of = known.get(signal.of)?.value;
    if (typeof done !== 'number' || typeof of !== 'number') continue;
    const nameOf = (id: string): string => item.facts.find((fact) => fact.id === id)?.name ?? id;
    reading.rates.push({
      source: reading.source(grid, line.row, progress.index),
      name: shorten(signal.quote),
      rate: signal.value,
      done: { name: nameOf(signal.done), value: done },
      of: { name: nameOf(signal.of), value: of },
      item: item.id,
      unit,
    });
  }
}

/** Whether a fact is asked for, given what is known of the item's other facts; what is not known counts as holding. */
function isNeeded(fact: Fact, known: Map<string, Figure>): boolean {
  return fact.neededWhen === undefined || mayHold(fact.neededWhen, known);
}

function mayHold(condition: Condition, known: Map<string, Figure>): boolean {
  if ('fact' in condition && 'is' in condition) {
    const value = known.get(condition.fact)?.value;
    return value === undefined || value === condition.is;
  }
  return true;
}
