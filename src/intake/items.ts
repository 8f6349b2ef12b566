import { findItem } from '../rulebook/item-reference';
import type { Item, Rulebook } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { bigrams, plainText, sharedPairs } from './text';

interface Profile {
  item: Item;
  goal: Set<string>;
  clause: Set<string>;
  title: Set<string>;
  order: number;
}

const profiles = new WeakMap<Rulebook, Profile[]>();

function profilesOf(rulebook: Rulebook): Profile[] {
  const known = profiles.get(rulebook);
  if (known) return known;
  const made = itemsOf(rulebook).map((item, order) => ({
    item,
    goal: bigrams(plainText(item.goal)),
    clause: bigrams(plainText(item.clause)),
    title: bigrams(plainText(item.title)),
    order,
  }));
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
    reference = plain.replace(/[第条项款]/g, '').replace(/-/g, '.');
  }
  const found = findItem(rulebook, reference);
  return 'item' in found ? found.item : undefined;
}

/** How much of the shorter of two texts is in the other. */
function overlap(a: Set<string>, b: Set<string>): number {
  const small = Math.min(a.size, b.size);
  return small < 3 ? 0 : sharedPairs(a, b) / small;
}

/**
 * The item whose words a row of the form repeats. Goal and clause both speak; where two items share their words
 * (6.1 and 6.2), the one that follows the row before is meant.
 */
export function itemByWords(
  rulebook: Rulebook,
  goal: string,
  clause: string,
  after: Item | undefined,
): Item | undefined {
  const goalPairs = bigrams(plainText(goal));
  const clausePairs = bigrams(plainText(clause));
  const list = profilesOf(rulebook);
  const last = list.find(({ item }) => item === after)?.order ?? -1;
  const scored = list.map((profile) => {
    const inGoal = overlap(goalPairs, profile.goal) * (goalPairs.size < SHORT ? 0.7 : 1);
    const byGoal = Math.max(inGoal, overlap(goalPairs, profile.title) * (goalPairs.size < SHORT ? 1 : 0.9));
    const byClause = overlap(clausePairs, profile.clause);
    const evidence =
      goalPairs.size >= 3 && clausePairs.size >= 3 ? (byGoal * 3 + byClause * 2) / 5 : Math.max(byGoal, byClause);
    return { profile, score: evidence };
  });
  scored.sort((a, b) => b.score - a.score || nextFirst(a.profile.order, b.profile.order, last));
  const [best, next] = scored;
  if (!best || best.score < 0.6) return undefined;
  const isTie = next !== undefined && best.score - next.score < 0.05;
  return isTie && Math.max(goalPairs.size, clausePairs.size) < SHORT ? undefined : best.profile.item;
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
