import type { Condition, Fact, Item } from '../../rulebook/model';
import { figureContext, type SheetContext } from '../answers';
import type { Entry, Line } from '../grid';
import { readProseSignals } from '../prose/signals';
import { sectionTitled } from '../items';
import { bigrams, plainText, sharedPairs } from '../text';
import { readFigure, shorten, type Figure } from '../values';
import type { FormRow, ItemRows } from './rows';
import type { FormColumns } from './scores';
import { ANSWERS, claimTold, toldIn, type Told } from './told';

/** Reads what the rows of an item say of its facts; what they leave open is claimed as missing in the column `place`. */
export function readItem(
  context: SheetContext,
  { item, rows }: ItemRows,
  columns: FormColumns,
  place: number,
  unit: string,
): void {
  const { reading } = context;
  const known = new Map<string, Figure>();
  const seen = new Set<Entry>();
  for (const row of rows) {
    const { line, entry } = row;
    const at = { row: line.row, column: place };
    if (entry && seen.has(entry)) continue;
    if (entry) seen.add(entry);
    const asked = row.asked ? [row.asked] : factsOfSentence(context, item, line, columns, rows.length);
    for (const { fact, figure, raw, confidence } of factsIn(context, item, row, asked, columns)) {
      if (known.get(fact.id)?.state === 'value' && figure.state !== 'value') continue;
      known.set(fact.id, figure);
      claimTold(context, unit, item, { fact, figure, raw, confidence }, at, typeof entry?.cell.value === 'number');
    }
    if (entry) noteRates(context, item, entry, line, place, unit, known);
  }
  const penalties = item === reading.rulebook.bonus || item === reading.rulebook.deductions;
  if (penalties) return;
  for (const [i, fact] of item.facts.entries()) {
    if (known.has(fact.id) || fact.optional !== undefined || fact.absent !== undefined || !isNeeded(fact, known))
      continue;
    const at = rows[Math.min(i, rows.length - 1)];
    if (!at) continue;
    const missing: Told = { fact, figure: { state: 'missing' }, raw: at.entry?.text ?? '', confidence: 1 };
    claimTold(context, unit, item, missing, { row: at.line.row, column: place });
  }
}

const LONGEST_NAME = 30;
/** (2)1.抽查发现0次: the numbers of the clause, which an answer repeats. */
const OWN_NUMBER = /^\s*(?:[(（]\d[)）])?\s*(?:\d[.、．)）](?=\D|\d{1,2}月))?\s*/;
const FIRST_NUMBER = /^\s*(?:[(（]\d[)）])?\s*(\d)[.、．)）]/;

/** An answer without its number: before a figure only the clause's own is one, and 0.05次 is a figure whole. */
function withoutNumber(text: string, clause: string): string {
  const [whole = '', number] = FIRST_NUMBER.exec(text) ?? [];
  const isOwn = number !== undefined && number === FIRST_NUMBER.exec(clause)?.[1];
  return isOwn ? text.slice(whole.length) : text.replace(OWN_NUMBER, '');
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

const SLASH = /^[/／—–-]+$/;

function factsIn(
  context: SheetContext,
  item: Item,
  { line, entry }: FormRow,
  asked: Fact[],
  columns: FormColumns,
): Told[] {
  const { grid } = context;
  const needed = asked;
  const text = entry?.text ?? '';
  const whole = (figure: Figure): Told[] => needed.map((fact) => ({ fact, figure, raw: text, confidence: 0.95 }));
  if (!text || SLASH.test(text)) {
    const [score, state] = [columns.self, columns.state].map((one) => (one ? grid.textAt(line.row, one.index) : ''));
    const isSlash = SLASH.test(text) || SLASH.test(score as string);
    const none = /不涉及|不适用/.test(`${score} ${state}`) || (isSlash && context.notes.slash === 'notApplicable');
    return none ? whole({ state: 'notApplicable' }) : [];
  }
  const only = needed.length === 1 ? needed[0] : undefined;
  if (only && (typeof entry?.cell.value !== 'string' || isPlainFigure(text))) {
    const scale = only.type === 'percent' && /[%％]/.test(measureOf(context, line)) ? 'points' : 'unknown';
    const figure = readFigure(entry?.cell, text, only, figureContext(context, scale));
    return [{ fact: only, figure, raw: text, confidence: 0.95 }];
  }
  const clause = columns.clause ? grid.textAt(line.row, columns.clause.index) : '';
  const found = toldIn(context, item, shortGoal(context, item, line, columns), text);
  // 已按时报送 | 76.5%: an answer to the row's question, which has its words.
  const costs = only && (only.better === 'no' || (only.better === 'less' && only.type === 'count'));
  const answers =
    only && (!costs || ANSWERS.test(text)) && !found.some(({ fact }) => fact === only)
      ? toldIn(context, item, '', `${only.name}：${withoutNumber(text, clause)}`)
      : [];
  const known = new Set(found.filter(({ figure }) => figure.state !== 'missing').map(({ fact }) => fact));
  const byNumber = answersByNumber(context, item, needed, text).filter(({ fact }) => !known.has(fact));
  const numbered = new Set(byNumber.map(({ fact }) => fact));
  return [
    ...found.filter(({ fact }) => !numbered.has(fact)),
    ...answers.filter(({ fact }) => fact === only).map((one) => ({ ...one, raw: text })),
    ...byNumber,
  ];
}

const NUMBERED_ANSWER = /(?:^|[；;。\n])\s*[(（]?(\d)[)）、.．]\s*([^；;。\n]{1,12})(?=$|[；;。\n])/g;

/** 1、…；2、0次；3、6月14日报送: short answers under the numbers of the 评分标准, each to the one fact that its sentence asks for. */
function answersByNumber(context: SheetContext, item: Item, asked: Fact[], text: string): Told[] {
  return [...text.normalize('NFKC').matchAll(NUMBERED_ANSWER)].flatMap(([, number, answer = '']): Told[] => {
    const criteria = item.criteria.filter(({ clause }) => /^\s*(\d+)/.exec(clause)?.[1] === number);
    const rules = criteria.map(({ rule }) => JSON.stringify(rule)).join();
    const [fact, ...others] = asked.filter(({ id }) => rules.includes(`"${id}"`));
    if (!fact || others.length) return [];
    return toldIn(context, item, '', `${fact.name}：${answer}`).filter((one) => one.fact === fact);
  });
}

/** The name of a row's task, where it is no more than a name: it may say what a short answer is about. */
function shortGoal({ grid, reading }: SheetContext, item: Item, line: Line, columns: FormColumns): string {
  const goals = [...new Set(columns.goal.map(({ index }) => grid.textAt(line.row, index)))];
  const goal = goals.find((text) => text.length <= LONGEST_NAME && !sectionTitled(reading.rulebook, text)) ?? '';
  return plainText(goal) === plainText(item.title) ? '' : goal;
}

/** 36, 96.5%, 3次 and the like, with nothing else in the cell. */
function isPlainFigure(text: string): boolean {
  return /^\s*[\d０-９.．]+\s*[%％]?\s*$/.test(text);
}

/** The measure that a row gives beside its figure. */
function measureOf({ grid }: SheetContext, line: Line): string {
  return line.entries.map(({ column }) => grid.textAt(line.row, column)).find((text) => /^[%％]$/.test(text)) ?? '';
}

function noteRates(
  context: SheetContext,
  item: Item,
  entry: Entry,
  line: Line,
  place: number,
  unit: string,
  known: Map<string, Figure>,
): void {
  const { reading, grid } = context;
  if (typeof entry.cell.value !== 'string') return;
  for (const signal of readProseSignals(item, entry.text, { year: reading.rulebook.year, vocabulary: context.prose })) {
    const done = known.get(signal.done)?.value;
    const of = known.get(signal.of)?.value;
    if (typeof done !== 'number' || typeof of !== 'number') continue;
    const nameOf = (id: string): string => item.facts.find((fact) => fact.id === id)?.name ?? id;
    reading.rates.push({
      source: reading.source(grid, line.row, place),
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
