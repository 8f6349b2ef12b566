import type { Fact, Item, ReadableRulebook, Reading, Rulebook } from './model';

/** What a rulebook holds for people and for reading workbooks; scores do not rest on it, and cells do not carry it. */
const OF_RULEBOOK = ['groups', 'sections', 'bonus', 'deductions', 'readings', 'vocabulary', 'proseVocabulary'] as const;
const OF_ITEM = ['goal', 'methods', 'task', 'examples', 'readings'] as const;
const OF_READING = ['quotes', 'note'] as const;

/** An item without the words around its rules. */
export type ItemRules = Omit<Item, (typeof OF_ITEM)[number]>;
export type ReadingRules = Omit<Reading, (typeof OF_READING)[number]>;

/** The part of a rulebook that scores rest on. Every Rulebook is one. */
export interface Rules extends Omit<Rulebook, (typeof OF_RULEBOOK)[number]> {
  sections: { id: string; items: ItemRules[] }[];
  bonus: ItemRules;
  deductions: ItemRules;
  readings: ReadingRules[];
}

function without<T extends object, K extends keyof T>(whole: T, left: readonly K[]): Omit<T, K> {
  const entries = Object.entries(whole).filter(([key]) => !left.includes(key as K));
  return Object.fromEntries(entries) as Omit<T, K>;
}

const itemRules = (item: Item): ItemRules => without(item, OF_ITEM);

/** Leaves of a rulebook what scores rest on. */
export function rulesOf(rulebook: ReadableRulebook): Rules {
  return {
    ...without(rulebook, OF_RULEBOOK),
    sections: rulebook.sections.map(({ id, items }) => ({ id, items: items.map(itemRules) })),
    bonus: itemRules(rulebook.bonus),
    deductions: itemRules(rulebook.deductions),
    readings: rulebook.readings.map((reading) => without(reading, OF_READING)),
  };
}

/** All items by the document's order: sections 1 to 8, then bonus and deductions. */
export function itemsOf<I>(rules: { sections: { items: I[] }[]; bonus: I; deductions: I }): I[] {
  return [...rules.sections.flatMap((section) => section.items), rules.bonus, rules.deductions];
}

/** Whether a fact's value is a day. */
export function isDate({ type }: Pick<Fact, 'type'>): boolean {
  return type === 'date' || type === 'dateOrNever';
}

/** A fact of an item, both by their ids; undefined when there is none. */
export function factOf(rules: Rules, item: string, fact: string): Fact | undefined {
  return itemsOf(rules)
    .find(({ id }) => id === item)
    ?.facts.find(({ id }) => id === fact);
}
