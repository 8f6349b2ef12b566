import type { Item, Rulebook } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import { itemByReference, sectionTitled } from '../items';
import { Memo } from '../../rulebook/memo';
import type { Targets } from '../targets';
import { bigrams, likeness, PairIndex, plainText } from '../text';

/**
 * What the words of a cell are to the rulebook. The shares say how much of the cell's own words stand in one item's goal
 * or clause, 0 to 1; a cell of few words has none, since any text holds a few.
 */
export interface CellWords {
  goal: number;
  clause: number;
  /** The item whose goal, clause, title or number it is. */
  item?: Item;
  is?: 'title' | 'section' | 'reference' | 'method';
}

interface Wordings {
  rulebook: Rulebook;
  items: Item[];
  goals: PairIndex;
  clauses: PairIndex;
  /** Plain titles and other short names of items; a name of two items is none. */
  names: Map<string, Item | undefined>;
  /** The plain goals, without their numbers. */
  heads: { head: string; item: Item }[];
  methods: string[];
  known: Memo<CellWords>;
}

/** Fewer pairs of characters than these are no evidence of being copied from anywhere. */
const ENOUGH_PAIRS = 10;
/** From here on a cell repeats the rulebook. */
export const COPIED = 0.75;
const REMEMBERED = 5000;

const wordings = new WeakMap<Targets, Wordings>();

export interface RulebookWords {
  rulebook: Rulebook;
  targets: Targets;
}

function wordingsOf({ rulebook, targets }: RulebookWords): Wordings {
  const before = wordings.get(targets);
  if (before?.rulebook === rulebook) return before;
  const items = itemsOf(rulebook);
  const index = (words: (item: Item) => string): PairIndex =>
    new PairIndex(items.map((item) => bigrams(plainText(words(item)))));
  const names = new Map<string, Item | undefined>();
  for (const item of items) {
    for (const name of [item.title, ...(targets.itemWords.get(item.id) ?? [])].map(plainText))
      names.set(name, names.has(name) && names.get(name) !== item ? undefined : item);
  }
  const made: Wordings = {
    rulebook,
    items,
    goals: index((item) => `${item.title}\n${item.goal}`),
    clauses: index((item) => item.clause),
    names,
    heads: items.flatMap((item) =>
      item.goal.split('\n').map((goal) => ({ head: plainText(withoutNumber(goal)), item })),
    ),
    methods: [...new Set(items.flatMap(({ methods }) => methods.split(/\s+/)).map(methodWord))]
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length),
    known: new Memo(REMEMBERED),
  };
  wordings.set(targets, made);
  return made;
}

/** The words of a cell held against the rulebook's; the same cell comes again and again. */
export function cellWords(words: RulebookWords, text: string): CellWords {
  const wordings = wordingsOf(words);
  return wordings.known.of(text, () => weigh(wordings, text));
}

const NONE: CellWords = { goal: 0, clause: 0 };

function weigh(words: Wordings, text: string): CellWords {
  const { rulebook, items } = words;
  const reference = text.length <= 14 ? itemByReference(rulebook, text) : undefined;
  if (reference) return { ...NONE, is: 'reference', item: reference };
  const plain = plainText(text);
  if (plain.length < 2) return NONE;
  if ((sectionTitled(rulebook, text)?.items.length ?? 0) > 1) return { ...NONE, is: 'section' };
  if (isMethod(words, text)) return { ...NONE, is: 'method' };
  const title = titled(words, text);
  if (title) return { ...NONE, is: 'title', item: title };
  const pairs = bigrams(plain);
  if (pairs.size < ENOUGH_PAIRS) return NONE;
  const goal = bestOf(words.goals, pairs);
  const clause = bestOf(words.clauses, pairs);
  const best = goal.share >= clause.share ? goal : clause;
  const item = best.share >= COPIED ? items[best.at] : undefined;
  return { goal: goal.share, clause: clause.share, ...(item ? { item } : {}) };
}

function bestOf(index: PairIndex, pairs: Set<string>): { at: number; share: number } {
  let at = -1;
  let most = 0;
  for (const [i, shared] of index.sharedWith(pairs).entries()) {
    if (shared <= most) continue;
    most = shared;
    at = i;
  }
  return { at, share: most / pairs.size };
}

function methodWord(text: string): string {
  return plainText(text.replace(/情况/g, ''));
}

/** 抽查 日常掌握情况: nothing but ways of inspection. */
function isMethod({ methods }: Wordings, text: string): boolean {
  const plain = text.length <= 30 ? methodWord(text) : '';
  const rest = methods.reduce((left, method) => left.replaceAll(method, ''), plain);
  return plain !== '' && rest.length * 4 <= plain.length;
}

const NUMBER =
  /^\s*[(（]?(?:\d{1,2}(?:[.．]\d{1,2}){1,2}|[\d一二三四五六七八九十]{1,3})\s*(?:[.、．)）])?\s*(?:[(（]\s*\d{1,2}\s*[)）])?\s*[.、．:：]?\s*/;
const POINTS = /[(（]\s*(?:满分)?\s*\d+(?:\.\d+)?\s*分\s*[)）]/g;

function withoutNumber(text: string): string {
  return text
    .replace(POINTS, '')
    .replace(/^\s*12345/, '〇')
    .replace(NUMBER, '')
    .replace(/^〇/, '12345');
}

/** 2.深化推进“一网通办”（1分）: an item's title, or the first words of its goal, whatever number and points stand about it. */
function titled({ names, heads }: Wordings, text: string): Item | undefined {
  const plain = plainText(withoutNumber(text));
  if (plain.length < 2 || plain.length > 40) return undefined;
  const named = names.get(plain);
  if (named || plain.length < 4) return named;
  const begun = heads.filter(({ head }) => head.startsWith(plain)).map(({ item }) => item);
  if (begun.length) return new Set(begun).size === 1 ? begun[0] : undefined;
  const alike = [...names].filter(([name, item]) => item && name.length >= 6 && likeness(name, plain) >= 0.8);
  return alike.length === 1 ? alike[0]?.[1] : undefined;
}
