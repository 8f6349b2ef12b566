import type { Item } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import { readProse } from '../prose/read-prose';
import { oneByOne } from '../prose/respectively';
import { isOfAnotherYear } from '../text';
import { findItem, itemsNamed, itemsSpokenOf, NUMBERS, type Finder, type Spoken } from './item-finder';
import { itemTitling, type ItemPart } from './sections';

/** What a division goes by besides the text. */
export interface Around {
  /** The items that the text can be about; all of them when not given. */
  among?: readonly Item[] | undefined;
  /** The item that what stands before is about. */
  after?: Item | undefined;
}

export interface Division {
  parts: ItemPart[];
  /** Words that tell something of one of several items, and do not say of which. */
  unclear: { text: string; rivals: [Item, Item] }[];
}

/** What is still to come, of another year or of a wider area: it goes for the whole sentence, which is then left whole. */
const SCOPED = /力争|争取|确保|计划(?!于)|拟(?!定)|预计|下一?步|打算|明年|(?:去|上|往)年|同期|全[国省市](?:平均)?/;
/** No report in a cell is longer, and time must not grow with what is none. */
const LONGEST = 10_000;
/** Words that speak less of an item are not about it. */
const SPEAKS = 0.4;
/** So much more must they speak of one item than of another that could be meant as well. */
const CLEARLY = 0.25;
const SOMEWHAT = 0.1;
const FEWEST = 4;

/**
 * A report on several items in one text, without titles or numbers to tell them apart: each clause goes to the one item that
 * can read it and that its words speak of, else to the item that the clauses before are about.
 */
export function divide(finder: Finder, text: string, { among, after }: Around = {}): Division {
  const parts = new Map<Item, string>();
  const { rulebook, targets } = finder;
  const unclear: Division['unclear'] = [];
  let current = after;
  const add = (item: Item, words: string): void => {
    parts.set(item, (parts.get(item) ?? '') + words);
    current = item;
  };
  const items = among ?? itemsOf(rulebook);
  if (text.length > LONGEST) return { parts: [], unclear };
  for (const sentence of oneByOne(text).split(/(?<=[。；;\n])/)) {
    const titled = itemTitling(items, sentence);
    if (titled) {
      add(titled, sentence);
      continue;
    }
    const about = namesSomething(sentence)
      ? findItem(finder, { label: '', text: sentence, after: current, among }).item
      : undefined;
    const turns = about && !(current && tells(finder, current, sentence) && !clearly(finder, sentence, about, current));
    if (turns) current = about;
    const isWhole = SCOPED.test(sentence) || isOfAnotherYear(sentence, rulebook.year);
    for (const [i, clause] of (isWhole ? [sentence] : sentence.split(/(?<=，)|(?<=,)(?!\d)/)).entries()) {
      const spoken = itemsSpokenOf(rulebook, targets, clause.replace(NUMBERS, '')).filter(
        ({ item }) => among?.includes(item) ?? true,
      );
      const best = namesSomething(clause)
        ? spoken.find(({ item, score }) => score >= SPEAKS && tells(finder, item, clause))
        : undefined;
      const own = spoken.find(({ item }) => item === current);
      const isOwn = current !== undefined && tells(finder, current, clause);
      const rival = spoken.find(({ item }) => item !== best?.item);
      if (current && (!best || best.item === current)) add(current, clause);
      else if (!best) continue;
      // What the sentence as a whole speaks of binds its first clause less than what came before.
      else if (turns && i === 0 && best.score - (rival?.score ?? 0) >= SOMEWHAT) add(best.item, clause);
      else if (current && isOwn && best.score - (own?.score ?? 0) < CLEARLY) add(current, clause);
      else if (best.score - (rival?.score ?? 0) >= CLEARLY && !(isOwn && i > 0)) add(best.item, clause);
      else unclear.push({ text: clause, rivals: [best.item, isOwn ? (current as Item) : (rival as Spoken).item] });
    }
  }
  return { parts: [...parts].map(([item, words]) => ({ item, text: words })), unclear };
}

/**
 * The sentences of a report on one item that tell nothing of it, but surely something of another: 线上线下同标准办理 under
 * 网上办事服务. Items that have a report of their own (`known`) are left out.
 */
export function strayIn(finder: Finder, text: string, own: Item, known: (item: Item) => boolean): ItemPart[] {
  if (text.length > LONGEST) return [];
  const { bonus, deductions, year } = finder.rulebook;
  const isOpen = (item: Item): boolean => item !== own && item !== bonus && item !== deductions && !known(item);
  const parts = new Map<Item, string>();
  for (const sentence of oneByOne(text).split(/(?<=[。；;\n])/)) {
    if (!namesSomething(sentence) || isOfAnotherYear(sentence, year)) continue;
    if (SCOPED.test(sentence) || sentence.includes('全县')) continue;
    const clue = { label: '', text: sentence };
    if (!itemsNamed(finder, clue).some(({ item }) => isOpen(item)) || tells(finder, own, sentence)) continue;
    const { item } = findItem(finder, clue);
    if (item && isOpen(item) && tells(finder, item, sentence)) parts.set(item, (parts.get(item) ?? '') + sentence);
  }
  return [...parts].map(([item, words]) => ({ item, text: words }));
}

/** 10月26日报送, 企业692户: too few words to tell by themselves what they are about. */
function namesSomething(words: string): boolean {
  return words.replace(/[\d０-９.．%％年月日个项件次户条\s，,。；;]/g, '').length >= FEWEST;
}

/** Whether words speak so much more of one item than of another. */
function clearly({ rulebook, targets }: Finder, words: string, one: Item, other: Item): boolean {
  const spoken = itemsSpokenOf(rulebook, targets, words.replace(NUMBERS, ''));
  const of = (item: Item): number => spoken.find((some) => some.item === item)?.score ?? 0;
  return of(one) - of(other) >= CLEARLY;
}

/** Whether a text, read as a report on an item, tells any of its facts for sure. */
function tells({ rulebook, prose }: Finder, item: Item, text: string): boolean {
  const told = readProse(item, text, { year: rulebook.year, vocabulary: prose });
  return told.some(({ confidence, state }) => confidence >= 0.5 && state === 'value');
}
