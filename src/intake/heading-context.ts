import type { Candidate } from './heading-scores';
import type { Heading } from './headings';
import type { Target, Targets } from './targets';
import { bigrams, sharedPairs } from './text';

/** What is said beside a heading weighs less than the group right above it. */
const OUTER = 0.8;
const TITLE = 0.6;

/** The items that a heading's surroundings point to, with their weight: a reference, the groups above it, the title. */
export function pointedItems(heading: Heading, targets: Targets): Map<string, number> {
  if (heading.item !== undefined) return new Map([[heading.item, 1]]);
  let weight = 1;
  for (const parent of [...heading.parents].reverse()) {
    const found = itemsIn(parent, targets);
    if (found.length) return new Map(found.map((item) => [item, weight]));
    weight = OUTER;
  }
  for (const text of heading.about ?? []) {
    const found = itemsIn(text, targets);
    if (found.length === 1) return new Map(found.map((item) => [item, TITLE]));
    if (found.length) break;
  }
  return new Map();
}

/** The items that a group's name or a title speaks of, by the longest of their words in it, else by their own text. */
function itemsIn(text: string, targets: Targets): string[] {
  const known = targets.pointed.get(text);
  if (known) return known;
  const lengths = new Map<string, number>();
  for (const [item, words] of targets.itemWords) {
    const length = Math.max(0, ...words.filter((word) => text.includes(word)).map((word) => word.length));
    if (length) lengths.set(item, length);
  }
  const longest = Math.max(0, ...lengths.values());
  let found = [...lengths].filter(([, length]) => length >= longest * 0.75).map(([item]) => item);
  if (!found.length && text.length >= 4) {
    const pairs = bigrams(text);
    const shares = [...targets.itemPairs].map(([item, own]) => ({ item, share: sharedPairs(pairs, own) / pairs.size }));
    const best = Math.max(...shares.map(({ share }) => share));
    if (best >= 0.75) found = shares.filter(({ share }) => share >= best - 0.1).map(({ item }) => item);
    if (found.length > 2) found = [];
  }
  if (targets.pointed.size > 5000) targets.pointed.clear();
  targets.pointed.set(text, found);
  return found;
}

/** 应设 and 已设 under 一窗通办: within an item few words tell which of its facts is meant. */
export function withinItem(heading: Heading, pointed: Map<string, number>, targets: Targets): Candidate[] {
  const { leaf } = heading;
  const found: Candidate[] = [];
  for (const [item, weight] of pointed) {
    const fits = new Map<Target, Fit>();
    for (const target of targets.byItem.get(item) ?? []) {
      if (target.words.not.some((word) => leaf.includes(word))) continue;
      const fit = fitOf(leaf, target);
      if (fit) fits.set(target, fit);
    }
    const whole = [...fits].filter(([, { gap }]) => gap !== undefined);
    const facts = new Set(whole.map(([target]) => keyOf(target)));
    const least = Math.min(...whole.map(([, { gap }]) => gap ?? Infinity));
    for (const [target, { gap, share }] of fits) {
      let score = 0.46 + 0.2 * share;
      if (gap !== undefined)
        score = facts.size === 1 ? 0.7 + 0.1 * weight : gap === least ? 0.64 + 0.06 * weight : 0.56;
      found.push({ target, score: target.fact.optional === undefined ? score : score - 0.05, exact: false });
    }
  }
  return found;
}

function keyOf({ fact, part, rate }: Target): string {
  return `${fact.id}/${part ?? ''}/${rate ? 'rate' : ''}`;
}

interface Fit {
  /** By how much the nearest name that contains the heading is longer. */
  gap?: number;
  /** How much of the heading is in the likest name, 0 to 1. */
  share: number;
}

/** How a heading fits the names of a target; undefined when half of it or more is in none of them. */
function fitOf(leaf: string, target: Target): Fit | undefined {
  const pairs = bigrams(leaf);
  let gap: number | undefined;
  let share = 0;
  for (const name of target.names) {
    if (name.includes(leaf)) gap = Math.min(gap ?? Infinity, name.length - leaf.length);
    else if (pairs.size) share = Math.max(share, sharedPairs(pairs, bigrams(name)) / pairs.size);
  }
  if (gap !== undefined) return { gap, share: 1 };
  return share >= 0.5 ? { share } : undefined;
}

/** Raises what the surroundings of headings, or surely placed neighbours, speak for. */
export function addContext(
  headings: Heading[],
  candidates: Candidate[][],
  pointed: Map<string, number>[],
  targets: Targets,
): void {
  const sureItems = candidates.map((list) => {
    const [best] = list;
    if (!best || best.score < 0.85) return undefined;
    const alone = list.every((other) => other.target.item === best.target.item || best.score - other.score >= 0.1);
    return alone ? best.target.item.id : undefined;
  });
  for (const [index, list] of candidates.entries()) {
    const neighbours = new Map<string, number>();
    for (const step of [-3, -2, -1, 1, 2, 3]) {
      const item = sureItems[index + step];
      if (item !== undefined) neighbours.set(item, Math.max(neighbours.get(item) ?? 0, 0.1 - 0.02 * Math.abs(step)));
    }
    const items = pointed[index] ?? new Map<string, number>();
    for (const candidate of list) {
      const { id } = candidate.target.item;
      const weight = items.get(id);
      if (weight !== undefined) candidate.score += 0.12 * weight;
      else if (items.size && !candidate.exact) candidate.score -= 0.08;
      candidate.score += neighbours.get(id) ?? 0;
      if (candidate.exact && isElsewhere(headings[index], id, items, neighbours, targets))
        candidate.score = Math.min(candidate.score, OUT_OF_PLACE);
      if (asksMark(headings[index], candidate.target, targets)) candidate.score = Math.max(candidate.score, 0.8);
    }
    list.sort((a, b) => b.score - a.score);
  }
}

/** A name that says nothing of what it is about, among figures of other items: it becomes a question. */
const OUT_OF_PLACE = 0.6;

/** 事项总数 is that of its own item only where nothing speaks for another. */
function isElsewhere(
  heading: Heading | undefined,
  item: string,
  pointed: Map<string, number>,
  neighbours: Map<string, number>,
  targets: Targets,
): boolean {
  if (!heading || heading.item === item || pointed.has(item) || neighbours.has(item)) return false;
  const isUnderOther = [...pointed.values()].some((weight) => weight >= OUTER);
  return (isUnderOther || neighbours.size > 0) && targets.bare(heading.leaf) === '';
}

/** 12345热线工作（3分）: points beside the words of an item that an office marks. */
function asksMark(heading: Heading | undefined, { item, fact }: Target, targets: Targets): boolean {
  if (heading?.measure !== '分' || fact.type !== 'mark') return false;
  const words = targets.itemWords.get(item.id) ?? [];
  return words.some((word) => heading.leaf.includes(word)) || heading.leaf.includes(fact.name.replace(/评分$/, ''));
}
