import type { Item, Rulebook } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import { Memo } from '../../rulebook/memo';
import type { Targets } from '../targets';
import { readProse } from '../prose/read-prose';
import type { ProseVocabulary } from '../prose/vocabulary';
import { bigrams, plainText } from '../text';

/** An item that a text speaks of, and how much of what the text says is that item's, 0 to 1. */
export interface Spoken {
  item: Item;
  score: number;
}

interface Index {
  rulebook: Rulebook;
  items: Item[];
  /** Per pair of characters: how telling it is, and how much it belongs to each item that has it. */
  pairs: Map<string, { telling: number; in: [at: number, weight: number][] }>;
  /** What texts that come again were found to speak of. */
  spoken: Memo<Spoken[]>;
}

/** Words that name an item or its figures say more than those of its long goal. */
const NAME = 1;
const FIGURE = 0.85;
const TEXT = 0.45;
/** A pair that the rulebook does not have is no evidence, but makes the rest weigh less. */
const STRANGE = 0.5;
const REMEMBERED = 1000;

const indexes = new WeakMap<Targets, Index>();

function indexOf(rulebook: Rulebook, targets: Targets): Index {
  const before = indexes.get(targets);
  if (before?.rulebook === rulebook) return before;
  const items = itemsOf(rulebook);
  const weights = new Map<string, Map<number, number>>();
  const add = (at: number, text: string, weight: number): void => {
    for (const pair of bigrams(plainText(text))) {
      const own = weights.get(pair) ?? new Map<number, number>();
      weights.set(pair, own);
      own.set(at, Math.max(own.get(at) ?? 0, weight));
    }
  };
  for (const [at, item] of items.entries()) {
    for (const name of [item.title, ...(targets.itemWords.get(item.id) ?? [])]) add(at, name, NAME);
    for (const { names } of targets.byItem.get(item.id) ?? []) for (const name of names) add(at, name, FIGURE);
    for (const text of [item.goal, item.clause]) add(at, text, TEXT);
  }
  const pairs: Index['pairs'] = new Map();
  for (const [pair, own] of weights) {
    const spread = [...own.values()].reduce((sum, weight) => sum + weight, 0);
    pairs.set(pair, { telling: Math.log(1 + items.length / Math.max(1, spread)), in: [...own] });
  }
  const made = { rulebook, items, pairs, spoken: new Memo<Spoken[]>(REMEMBERED) };
  indexes.set(targets, made);
  return made;
}

/** The items that a text speaks of, the likeliest first. */
export function itemsSpokenOf(rulebook: Rulebook, targets: Targets, text: string): readonly Spoken[] {
  const index = indexOf(rulebook, targets);
  return index.spoken.of(text, () => spokenBy(text, index));
}

function spokenBy(text: string, { items, pairs }: Index): Spoken[] {
  const scores = items.map(() => 0);
  let all = 0;
  for (const pair of bigrams(plainText(text))) {
    const known = pairs.get(pair);
    all += known?.telling ?? STRANGE;
    for (const [at, weight] of known?.in ?? []) scores[at] = (scores[at] as number) + weight * (known?.telling ?? 0);
  }
  if (!all) return [];
  return items
    .map((item, at) => ({ item, score: (scores[at] as number) / all }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

export interface Finder {
  rulebook: Rulebook;
  targets: Targets;
  prose: ProseVocabulary;
}

/** What is weighed to tell which item a row or a paragraph is about. */
export interface Clue {
  /** What stands beside the text to say what it is about: a task's name, a question. */
  label: string;
  text: string;
  /** The item of the row before. */
  after?: Item | undefined;
  /** The items that it can be; all of them when not given. */
  among?: readonly Item[] | undefined;
}

export type Found = { item: Item; rivals: [] } | { item: undefined; rivals: Item[] };

const LABEL = 1.2;
/** What an item's own reading explains of the text. */
const EXPLAINED = 0.5;
const NEXT = 0.03;
const ENOUGH = 0.5;
const MARGIN = 0.1;
const CLOSE = 0.4;
const MOST_NAMED = 4;

/**
 * The item that a label and the text beside it speak of: the one whose words they have, and whose facts explain most of the
 * text. Rivals are given where none can be told for sure.
 */
export function findItem(finder: Finder, clue: Clue): Found {
  const { rulebook, prose } = finder;
  let best: Spoken | undefined;
  let second: Spoken | undefined;
  for (const { item, score: byWords } of itemsNamed(finder, clue)) {
    // However much of the text an item explained, it and those after it would not come near the best.
    if (best && best.score - (byWords + EXPLAINED) >= MARGIN) break;
    const score = byWords + EXPLAINED * explainedBy(item, clue.text, rulebook.year, prose);
    if (!best || score > best.score) [best, second] = [{ item, score }, best];
    else if (!second || score > second.score) second = { item, score };
  }
  if (!best || best.score < ENOUGH) return { item: undefined, rivals: [] };
  if (second && best.score - second.score < MARGIN) return { item: undefined, rivals: [best.item, second.item] };
  return { item: best.item, rivals: [] };
}

/** The items that findItem chooses from, by their words alone, the likeliest first. */
export function itemsNamed({ rulebook, targets }: Finder, { label, text, after, among }: Clue): Spoken[] {
  const scores = new Map<Item, number>();
  const add = (words: string, weight: number): void => {
    for (const { item, score } of itemsSpokenOf(rulebook, targets, words.replace(NUMBERS, '')))
      scores.set(item, (scores.get(item) ?? 0) + score * weight);
  };
  add(label, LABEL);
  add(text, 1);
  const items = itemsOf(rulebook);
  const next = after && items[items.indexOf(after) + 1];
  if (next && scores.has(next)) scores.set(next, (scores.get(next) ?? 0) + NEXT);
  const ranked = [...scores].filter(([item]) => among?.includes(item) ?? true).sort((a, b) => b[1] - a[1]);
  const most = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, score]) => score >= most - CLOSE)
    .slice(0, MOST_NAMED)
    .map(([item, score]) => ({ item, score }));
}

export const NUMBERS = /[\d０-９.．%％]+/g;

/** How much of a text is told when it is read as a report on an item. */
function explainedBy(item: Item, text: string, year: number, prose: ProseVocabulary): number {
  if (text.length < 2) return 0;
  const told = readProse(item, text, { year, vocabulary: prose }).filter(({ confidence }) => confidence >= 0.5);
  const quotes = new Set(told.map(({ quote }) => quote));
  return Math.min(1, [...quotes].reduce((sum, quote) => sum + quote.length, 0) / Math.min(text.length, 120));
}
