import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import { readProse, type ProseFact } from '../../../src/intake/prose/read-prose';
import { parseProseVocabulary } from '../../../src/intake/prose/vocabulary';
import type { Item } from '../../../src/rulebook/model';

const FOLDER = path.join(__dirname, '../../../src/rulebook/yiliang-2023');

function yaml(file: string): unknown {
  return YAML.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
}

/** The items as the rulebook's files write them. */
export const items = new Map<string, Item>(
  fs
    .readdirSync(FOLDER)
    .filter((file) => /^(section-\d+|bonus|deductions)\.yaml$/.test(file))
    .flatMap((file) => {
      const data = yaml(file) as { items?: Item[] } & Item;
      return data.items ?? [data];
    })
    .map((item) => [item.id, item]),
);

export const vocabulary = parseProseVocabulary(yaml('vocabulary-prose.yaml'));
export const context = { year: 2023, vocabulary };

export function item(id: string): Item {
  const found = items.get(id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

export function read(id: string, text: string): ProseFact[] {
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
