import { Memo } from '../../rulebook/memo';
import { clauseAt, findClauses, type Clause } from './clauses';
import { findDates, type DateToken } from './dates';
import { normalise, type Normalised } from './normalise';
import { findQuantities, type Quantity } from './quantities';

/** A text taken apart: its clauses, and the numbers and times in it. */
export interface Passage extends Normalised {
  clauses: Clause[];
  quantities: Quantity[];
  /** The same, by the clause that each stands in. */
  byClause: ReadonlyMap<Clause, Quantity[]>;
  dates: DateToken[];
  /** Places of proper names. */
  names: Stretch[];
  year: number;
}

export interface Stretch {
  start: number;
  end: number;
}

/** What stands before a verb of one character, which else is the end of a noun: 尚未报, 6月20日已报, but 季报. */
const BEFORE_VERB = '(?<=[未没有已均都曾前日号底才也\\d])';

/**
 * Every place where a word stands in a text, or in a clause's words when `offset` is where the clause starts. 报$ is the
 * verb that ends the clause; 市*局 leaves out the middle of a name.
 */
export function placesOf(text: string, word: string, offset = 0): Stretch[] {
  const places: Stretch[] = [];
  if (word.endsWith('$')) {
    const verb = word.slice(0, -1);
    const match = text.includes(verb) && new RegExp(`${BEFORE_VERB}${verb}(?=[了过]?(?:$|[(]))`).exec(text);
    return match ? [{ start: offset + match.index, end: offset + match.index + verb.length }] : places;
  }
  if (word.includes('*')) {
    for (const match of text.matchAll(nameLike(word))) {
      places.push({ start: offset + match.index, end: offset + match.index + match[0].length });
    }
    return places;
  }
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    places.push({ start: offset + at, end: offset + at + word.length });
  }
  return places;
}

/** What of a word a text must have as it is written, wherever the word stands in it. */
export function literalOf(word: string): string {
  const end = word.search(/[*$]/);
  return end < 0 ? word : word.slice(0, end);
}

const namesLike = new Map<string, RegExp>();

function nameLike(word: string): RegExp {
  let known = namesLike.get(word);
  if (!known) {
    known = new RegExp(word.replace('*', '[^，；。:、(县本我全市省\\d]{1,10}?'), 'g');
    namesLike.set(word, known);
  }
  return known;
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && a.end > b.start;
}

/** Longest passage that is read; a cell holds at most 32767 characters, and no statement needs nearly as many. */
const LONGEST = 8000;

const passages = new WeakMap<string[], Memo<Passage>>();
const MOST_PASSAGES = 256;

/** A text taken apart once, however many items it is held against. */
export function takeApart(original: string, year: number, properNames: string[]): Passage {
  let known = passages.get(properNames);
  if (!known) passages.set(properNames, (known = new Memo(MOST_PASSAGES)));
  return known.of(`${year} ${original}`, () => passageOf(original, year, properNames));
}

function passageOf(original: string, year: number, properNames: string[]): Passage {
  const { text, quote } = normalise(original.slice(0, LONGEST));
  const names = properNames.flatMap((name) => placesOf(text, name));
  const clauses = findClauses(text);
  const dates = findDates(text, year);
  const quantities = findQuantities(text, clauses, dates, names, year);
  const byClause = new Map<Clause, Quantity[]>();
  for (const quantity of quantities) {
    const clause = clauseAt(clauses, quantity);
    if (clause) byClause.set(clause, [...(byClause.get(clause) ?? NONE), quantity]);
  }
  return { text, quote, clauses, quantities, byClause, dates, names, year };
}

/** The clause's words with proper names blanked out, so that 明进暗不进 denies nothing. */
export function withoutNames(passage: Passage, clause: Clause): string {
  let words = clause.text;
  for (const name of passage.names) {
    if (name.start < clause.start || name.end > clause.end) continue;
    const [from, to] = [name.start - clause.start, name.end - clause.start];
    words = words.slice(0, from) + '□'.repeat(to - from) + words.slice(to);
  }
  return words;
}

const NONE: Quantity[] = [];

/** The numbers that stand in a clause. */
export function quantitiesIn({ byClause }: Passage, clause: Clause): Quantity[] {
  return byClause.get(clause) ?? NONE;
}

/** Whether a clause counts something. 12个月均 are the year. */
export function hasNumber(passage: Passage, clause: Clause): boolean {
  return quantitiesIn(passage, clause).some(
    ({ bound, unit, beside, whole }) => !bound && unit !== '%' && !(unit === '个月' && (beside || whole)),
  );
}

/** So many clauses back a subject may stand; further back it is no longer remembered. */
const MEMORY = 8;

/**
 * Earlier clauses of the same sentence, nearest first: what a clause without a subject of its own speaks of. What stands
 * in brackets there was said aside.
 */
export function contextOf(passage: Passage, clause: Clause): Clause[] {
  return passage.clauses
    .slice(Math.max(0, clause.index - MEMORY), clause.index)
    .filter(({ sentence, bracket }) => sentence === clause.sentence && (bracket < 0 || bracket === clause.bracket))
    .reverse();
}
