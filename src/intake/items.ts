import type { Item, Rulebook } from '../rulebook/model';
import { itemsOf } from '../scoring/compile';
import { bigrams, plainText, sharedPairs } from './text';

interface Profile {
  item: Item;
  goal: Set<string>;
  clause: Set<string>;
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
    order,
  }));
  profiles.set(rulebook, made);
  return made;
}

const SECTIONS = '一二三四五六七八九十';

/** The item that a reference names: 3.5, 三、5, 二、13.(2), 1.1.（2）; undefined for anything else. */
export function itemByReference(rulebook: Rulebook, text: string): Item | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s|第|条|项|款/g, '')
    .replace(/^\(([一二三四五六七八九十])\)/, '$1、');
  const match = /^([一二三四五六七八九十]|\d{1,2})(?:[、.．-]+(\d{1,2}))?(?:[、.．-]*\(?(\d{1,2})\)?)?[.、]?$/.exec(
    plain,
  );
  if (!match) return undefined;
  const section = SECTIONS.indexOf(match[1] ?? '') + 1 || Number(match[1]);
  const id = [section, match[2], match[3]].filter((part) => part !== undefined).join('.');
  return itemsOf(rulebook).find((item) => item.id === id);
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
    const byGoal = Math.max(
      overlap(goalPairs, profile.goal),
      0.9 * overlap(goalPairs, bigrams(plainText(profile.item.title))),
    );
    const byClause = overlap(clausePairs, profile.clause);
    const evidence =
      goalPairs.size >= 3 && clausePairs.size >= 3 ? (byGoal * 3 + byClause * 2) / 5 : Math.max(byGoal, byClause);
    return { profile, score: evidence };
  });
  scored.sort((a, b) => b.score - a.score || nextFirst(a.profile.order, b.profile.order, last));
  const best = scored[0];
  return best && best.score >= 0.6 ? best.profile.item : undefined;
}

function nextFirst(a: number, b: number, last: number): number {
  const distance = (order: number): number => (order > last ? order - last : 1000 + order);
  return distance(a) - distance(b);
}
