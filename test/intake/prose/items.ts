import { readProse, type ProseFact } from '../../../src/intake/prose/read-prose';
import { parseProseVocabulary } from '../../../src/intake/prose/vocabulary';
import rulebook from '../../../src/rulebook/default';
import type { Item } from '../../../src/rulebook/model';

/** Every item of the rulebook, bonus and deductions included. */
export const items = new Map<string, Item>(
  [...rulebook.sections.flatMap((section) => section.items), rulebook.bonus, rulebook.deductions].map((item) => [
    item.id,
    item,
  ]),
);

export const vocabulary = parseProseVocabulary(rulebook.proseVocabulary);
export const context = { year: rulebook.year, vocabulary };

export function item(id: string): Item {
  const found = items.get(id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

export function read(id: string, text: string): readonly ProseFact[] {
  return readProse(item(id), text, context);
}

/**
 * What is read for sure, in short: values as they are, other states by name. A fact that the text leaves open, or that
 * is too doubtful to take, is not there.
 */
export function sure(id: string, text: string): { [fact: string]: unknown } {
  const short: { [fact: string]: unknown } = {};
  for (const fact of read(id, text)) {
    if (fact.confidence >= 0.5) short[fact.fact] = fact.state === 'value' ? fact.value : fact.state;
  }
  return short;
}
