import { findItem } from '../rulebook/item-reference';
import type { Item, Rulebook, Section } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { Memo } from '../rulebook/memo';
import { bigrams, likeness, PairIndex, plainText, sharedPairs } from './text';

/** The words of all items, in the rulebook's order, and what texts that come again and again share with them. */
interface Profiles {
  items: Item[];
  goals: PairIndex;
  clauses: PairIndex;
  titles: PairIndex;
  known: { goals: Memo<Goal>; clauses: Memo<Clause>; sections: Memo<{ section?: Section }> };
}

/** A text as a goal: how many pairs it has, and its share of each item's goal and title. */
interface Goal {
  size: number;
  inGoals: number[];
  inTitles: number[];
}

interface Clause {
  size: number;
  inClauses: number[];
}

const REMEMBERED = 1000;

const profiles = new WeakMap<Rulebook, Profiles>();

function profilesOf(rulebook: Rulebook): Profiles {
  const known = profiles.get(rulebook);
  if (known) return known;
  const items = itemsOf(rulebook);
  const index = (words: (item: Item) => string): PairIndex =>
    new PairIndex(items.map((item) => bigrams(plainText(words(item)))));
  const made = {
    items,
    goals: index((item) => item.goal),
    clauses: index((item) => item.clause),
    titles: index((item) => item.title),
    known: {
      goals: new Memo<Goal>(REMEMBERED),
      clauses: new Memo<Clause>(REMEMBERED),
      sections: new Memo<{ section?: Section }>(REMEMBERED),
    },
  };
  profiles.set(rulebook, made);
  return made;
}

/** A few words name an item by its title; as words of a longer goal they may belong to any. */
const SHORT = 14;
const REFERENCE = /^第?[\d零一二三四五六七八九十、.。()第条项款-]+$/;

/**
 * The item that a reference names: 3.5, 三、5, 二、13.(2), 1.1.（2）; undefined for anything else, and for a number
 * that could be two items (2.1 typed as a number may be 2.10).
 */
export function itemByReference(rulebook: Rulebook, reference: string | number): Item | undefined {
  if (typeof reference === 'string') {
    const plain = reference.normalize('NFKC').replace(/\s/g, '');
    if (!REFERENCE.test(plain)) return undefined;
    // 二5 and 一-1-① are 二、5 and 一、1.(1).
    reference = plain
      .replace(/[第条项款]/g, '')
      .replace(/-/g, '.')
      .replace(/^([一二三四五六七八])\.?(?=\d)/, '$1、');
  }
  const found = findItem(rulebook, reference);
  if ('item' in found) return found.item;
  // 八、1.: one of the rows of an item that has several.
  const parent = typeof reference === 'string' && /^(.+?)[.、(]\d[)]?\.?$/.exec(reference)?.[1];
  const whole = parent ? findItem(rulebook, parent) : undefined;
  return whole && 'item' in whole && whole.item.goal.includes('\n') ? whole.item : undefined;
}

const NUMBERED =
  /^\s*[(（【]?(\d{1,2}(?:[.．]\d{1,2}){1,2}|[一二三四五六七八][、.．]\s*\d{1,2}(?:[.．]?\s*[（(]\d[)）])?)[)）】]?\s*[.．、:：]?\s*(?=[^\d\s%％.．])/;

/** The item whose number stands before a name, and the name without it: 3.5 承诺时限压缩比. */
export function itemBefore(rulebook: Rulebook, text: string): { item?: Item; rest: string } {
  const match = NUMBERED.exec(text);
  const item = match && itemByReference(rulebook, match[1] ?? '');
  return match && item ? { item, rest: text.slice(match[0].length) } : { rest: text };
}

/** How much of the shorter of two texts is in the other. */
function overlap(a: Set<string>, b: Set<string>): number {
  const small = Math.min(a.size, b.size);
  return small < 3 ? 0 : sharedPairs(a, b) / small;
}

/** The same of a text and each of several. */
function overlaps(pairs: Set<string>, index: PairIndex): number[] {
  return index.sharedWith(pairs).map((shared, i) => {
    const small = Math.min(pairs.size, index.sizes[i] as number);
    return small < 3 ? 0 : shared / small;
  });
}

/** The section whose title a text is. */
export function sectionTitled(rulebook: Rulebook, text: string): Section | undefined {
  return profilesOf(rulebook).known.sections.of(text, () => {
    const plain = plainText(text.replace(/[(（]\s*\d+\s*分\s*[)）]/, ''));
    if (plain.length < 6 || plain.length > 80) return {};
    return { section: rulebook.sections.find(({ title }) => likeness(plain, plainText(title)) >= 0.75) };
  }).section;
}

/** Whether a text is the title of a section with several items, and so names none of them. */
export function isSectionTitle(rulebook: Rulebook, text: string): boolean {
  return (sectionTitled(rulebook, text)?.items.length ?? 0) > 1;
}

/** An item's title and the first words of each line of its goal, in plain text. */
interface Head {
  title: string;
  goals: string[];
}

const heads = new WeakMap<Item, Head>();

function headOf(item: Item): Head {
  let head = heads.get(item);
  if (!head) {
    const goals = item.goal.split('\n').map((goal) => plainText(goal).replace(/^\d+/, '').slice(0, 40));
    heads.set(item, (head = { title: plainText(item.title), goals }));
  }
  return head;
}

/** The item of a list whose title, or the beginning of whose goal, the first words of a paragraph are. */
export function itemByHead(items: readonly Item[], head: string): Item | undefined {
  const plain = plainText(head);
  if (plain.length < 4) return undefined;
  const pairs = bigrams(plain);
  const scored = items.map((item) => {
    const { title, goals } = headOf(item);
    const inGoal = Math.max(...goals.map((goal) => sharedPairs(pairs, bigrams(goal)) / pairs.size));
    return { item, score: plain.startsWith(title) ? 1.1 : Math.max(inGoal, likeness(plain, title)) };
  });
  const [best, next] = scored.sort((x, y) => y.score - x.score);
  return best && best.score >= 0.75 && best.score - (next?.score ?? 0) >= 0.1 ? best.item : undefined;
}

/**
 * The item whose words a row of the form repeats. Goal and clause both speak; where two items share their words
 * (6.1 and 6.2), the one that follows the row before is meant; with `mayStay` the item of the row before itself, since a
 * row may hold one sentence of an item's clause.
 */
export function itemByWords(
  rulebook: Rulebook,
  goal: string,
  clause: string,
  after: Item | undefined,
  mayStay = false,
): Item | undefined {
  const { items, goals, clauses, titles, known } = profilesOf(rulebook);
  const last = after ? items.indexOf(after) : -1;
  const { size, inGoals, inTitles } = known.goals.of(goal, () => {
    const pairs = bigrams(plainText(goal));
    return { size: pairs.size, inGoals: overlaps(pairs, goals), inTitles: overlaps(pairs, titles) };
  });
  const { size: clauseSize, inClauses } = known.clauses.of(clause, () => {
    const pairs = bigrams(plainText(clause));
    return { size: pairs.size, inClauses: overlaps(pairs, clauses) };
  });
  const isShort = size < SHORT;
  const scored = items.map((item, order) => {
    const byGoal = Math.max(
      (inGoals[order] as number) * (isShort ? 0.7 : 1),
      (inTitles[order] as number) * (isShort ? 1 : 0.9),
    );
    const byClause = inClauses[order] as number;
    const evidence = size >= 3 && clauseSize >= 3 ? (byGoal * 3 + byClause * 2) / 5 : Math.max(byGoal, byClause);
    return { item, order, score: evidence };
  });
  scored.sort((a, b) => b.score - a.score || nextFirst(a.order, b.order, mayStay ? last - 1 : last));
  const [best, next] = scored;
  if (!best || best.score < 0.6) return titled(items, goal) ?? onlyByClause(items, inClauses, clauseSize);
  const isTie = next !== undefined && best.score - next.score < 0.05;
  return isTie && Math.max(size, clauseSize) < SHORT ? undefined : best.item;
}

/** 十、扣分: too few words to weigh, but they are an item's title. */
function titled(items: Item[], goal: string): Item | undefined {
  const plain = plainText(goal.normalize('NFKC').replace(/^[(]?[一二三四五六七八九十\d]{1,3}[)]?[、.]?/, ''));
  return plain === '' ? undefined : items.find((item) => plainText(item.title) === plain);
}

/** A goal in the writer's own words beside a clause that is one item's, word for word. */
function onlyByClause(items: Item[], inClauses: number[], size: number): Item | undefined {
  if (size < SHORT) return undefined;
  const close = items.filter((_, order) => (inClauses[order] as number) >= 0.9);
  return close.length === 1 ? close[0] : undefined;
}

const LEADING = /^\s*(\d{1,2})\s*[.、．]\s*(?:[（(]\s*(\d)\s*[)）])?/;

/** The item that a row means by its number within the section of the row before: 13.（1）帮办代办窗口. */
export function itemByLeadingNumber(rulebook: Rulebook, goal: string, after: Item | undefined): Item | undefined {
  const match = LEADING.exec(goal.normalize('NFKC'));
  const section = after?.id.split('.')[0];
  if (!match || section === undefined) return undefined;
  const item = itemByReference(rulebook, [section, match[1], match[2]].filter((part) => part).join('.'));
  const words = bigrams(plainText(goal.slice(match[0].length)));
  return item && overlap(words, bigrams(plainText(item.goal))) >= 0.5 ? item : undefined;
}

function nextFirst(a: number, b: number, last: number): number {
  const distance = (order: number): number => (order > last ? order - last : 1000 + order);
  return distance(a) - distance(b);
}

/** So much of a short name must stand in one section's title, and so much less in any other. */
const IN_TITLE = 0.7;
const APART = 0.3;

/** The section that short words speak of: 事项标准化, 便利化, 数据汇聚. */
export function sectionInWords(rulebook: Rulebook, texts: string[]): Section | undefined {
  for (const text of new Set(texts)) {
    const words = bigrams(plainText(text.replace(/[(（]\s*\d{1,2}\s*分\s*[)）]/, '')));
    if (!words.size || words.size > 9) continue;
    const [best, next] = rulebook.sections
      .map((section) => ({ section, share: sharedPairs(words, bigrams(plainText(section.title))) / words.size }))
      .sort((a, b) => b.share - a.share);
    if (best && best.share >= IN_TITLE && best.share - (next?.share ?? 0) >= APART) return best.section;
  }
  return undefined;
}
