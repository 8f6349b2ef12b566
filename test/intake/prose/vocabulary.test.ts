import { parseProseVocabulary } from '../../../src/intake/prose/vocabulary';
import { items, vocabulary } from './items';

test('every fact of every item can be spoken of, and nothing else', () => {
  for (const [id, item] of items) {
    expect([id, ...(vocabulary.items.get(id)?.facts.keys() ?? [])]).toEqual([id, ...item.facts.map((fact) => fact.id)]);
  }
});

test('facts that phrases refer to exist', () => {
  for (const [id, { facts, rates }] of vocabulary.items) {
    const known = items.get(id)!.facts.map((fact) => fact.id);
    for (const { all } of facts.values()) if (all) expect(known).toContain(all.of);
    for (const { done, of } of rates) expect(known).toEqual(expect.arrayContaining([done, of]));
  }
});

test('a slip in the vocabulary is refused', () => {
  const base = { words: {}, names: [], ignore: [] };
  expect(() => parseProseVocabulary({ ...base, items: { '1.3': { facts: { score: { nams: [] } } } } })).toThrow();
  expect(() =>
    parseProseVocabulary({ ...base, items: { '1.3': { facts: { score: { names: ['<上级> 公布'] } } } } }),
  ).toThrow('上级');
});
