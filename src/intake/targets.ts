import type { Fact, Item, Rulebook } from '../rulebook/model';
import type { FactWords, Vocabulary } from '../rulebook/vocabulary';
import { itemsOf } from '../rulebook/rules';
import type { Candidate } from './heading-scores';
import { Memo } from '../rulebook/memo';
import { sectionInWords } from './items';
import { bigrams, plainText } from './text';

/** Something a heading can mean: a fact, a part of one, or a rate that only checks counts. */
export interface Target {
  item: Item;
  fact: Fact;
  words: Pick<FactWords, 'needs' | 'not' | 'inverse'>;
  /** Plain exact headings. */
  names: Set<string>;
  /** Exact headings that another item with the same figures claims first. */
  sharedNames: Set<string>;
  /** Which part of the fact, when it is put together from several headings. */
  part?: number;
  /** Any one of the parts makes the fact. */
  anyPart?: boolean;
  /** A rate of two counts of the item; then `fact` is the count that it belongs to. */
  rate?: { done: string; of: string };
}

export interface Targets {
  all: Target[];
  /** Targets by their exact names. */
  byName: Map<string, Target[]>;
  /** Targets by the first one or two characters of their names and of the words that their patterns begin with. */
  byBeginning: Map<string, Target[]>;
  /** Names that hold a given pair of neighbouring characters. */
  namesByPair: Map<string, string[]>;
  byItem: Map<string, Target[]>;
  /** Scores of headings that have been looked at, by their words. */
  scored: Memo<Candidate[]>;
  /** Items that names of groups and titles have been found to speak of. */
  pointed: Map<string, string[]>;
  decoyNames: Set<string>;
  decoyWords: string[];
  /** Per item, the plain words that point to it. */
  itemWords: Map<string, string[]>;
  /** Per item, the pairs of neighbouring characters in its text and in the words for its facts. */
  itemPairs: Map<string, Set<string>>;
  /** Pairs that say nothing of what a figure is about: 数量, 情况, 报送. */
  commonPairs: Set<string>;
  /** What is left of a name without the words that say nothing of what a figure is about. */
  bare: (name: string) => string;
  /** Items whose figures also answer another item. */
  sameAs: Map<string, string>;
  /** Whether a group is named as a section of many items (规范化), which says of none of them that it is meant. */
  isBroad: (group: string) => boolean;
}

/** A section of so few items is as good as any of them. */
const FEW_ITEMS = 4;

const known = new WeakMap<Vocabulary, { rulebook: Rulebook; targets: Targets }>();

/** What headings can mean under a rulebook and its vocabulary. */
export function targetsOf(rulebook: Rulebook, vocabulary: Vocabulary): Targets {
  const before = known.get(vocabulary);
  if (before?.rulebook === rulebook) return before.targets;
  const targets = buildTargets(rulebook, vocabulary);
  known.set(vocabulary, { rulebook, targets });
  return targets;
}

function buildTargets(rulebook: Rulebook, vocabulary: Vocabulary): Targets {
  const all: Target[] = [];
  const itemWords = new Map<string, string[]>();
  const sameAs = new Map<string, string>();
  for (const item of itemsOf(rulebook)) {
    const words = vocabulary.items[item.id];
    itemWords.set(item.id, (words?.words ?? []).map(plainText));
    if (words?.sameAs) sameAs.set(words.sameAs, item.id);
    for (const fact of item.facts) {
      const own = words?.facts[fact.id];
      all.push({
        item,
        fact,
        words: { needs: own?.needs ?? [], not: own?.not ?? [], inverse: own?.inverse ?? [] },
        names: plainNames([fact.name, ...(own?.names ?? [])]),
        sharedNames: plainNames(sharedNames(vocabulary, words?.sameAs, fact)),
      });
      own?.parts?.of.forEach((part, index) => {
        all.push({
          item,
          fact,
          words: { needs: part.needs, not: part.not, inverse: [] },
          names: plainNames(part.names),
          sharedNames: new Set(),
          part: index,
          anyPart: own.parts?.rule === 'any',
        });
      });
    }
    for (const { names, done, of } of words?.rates ?? []) {
      const fact = item.facts.find((one) => one.id === done);
      if (!fact) continue;
      const none = { needs: [], not: [], inverse: [] };
      all.push({ item, fact, words: none, names: plainNames(names), sharedNames: new Set(), rate: { done, of } });
    }
  }
  const byName = new Map<string, Target[]>();
  for (const target of all) {
    for (const name of target.names) byName.set(name, [...(byName.get(name) ?? []), target]);
  }
  const namesByPair = new Map<string, string[]>();
  for (const name of byName.keys()) {
    for (const pair of bigrams(name)) namesByPair.set(pair, [...(namesByPair.get(pair) ?? []), name]);
  }
  const byItem = new Map<string, Target[]>();
  for (const target of all) byItem.set(target.item.id, [...(byItem.get(target.item.id) ?? []), target]);
  const broad = new Memo<boolean>(5000);
  const decoys = vocabulary.decoys.map((word) => ({ open: word.startsWith('~'), word: plainText(word) }));
  return {
    all,
    byName,
    byBeginning: beginnings(all),
    namesByPair,
    byItem,
    scored: new Memo(5000),
    pointed: new Map(),
    decoyNames: new Set(decoys.filter((decoy) => !decoy.open).map((decoy) => decoy.word)),
    decoyWords: decoys.filter((decoy) => decoy.open).map((decoy) => decoy.word),
    itemWords,
    itemPairs: new Map([...byItem].map(([id, targetsOfItem]) => [id, pairsOf(targetsOfItem, itemWords.get(id) ?? [])])),
    commonPairs: new Set(vocabulary.common.flatMap((word) => [...bigrams(plainText(word))])),
    bare: withoutCommon(vocabulary.common.map(plainText)),
    sameAs,
    isBroad: (group) => broad.of(group, () => (sectionInWords(rulebook, [group])?.items.length ?? 0) > FEW_ITEMS),
  };
}

function beginnings(targets: Target[]): Map<string, Target[]> {
  const by = new Map<string, Target[]>();
  for (const target of targets) {
    const { names, sharedNames, words } = target;
    const first = [...words.needs, ...words.inverse].flatMap(([part = '']) => part.split('|'));
    for (const beginning of new Set([...names, ...sharedNames, ...first].map((word) => word.slice(0, 2))))
      by.set(beginning, [...(by.get(beginning) ?? []), target]);
  }
  return by;
}

function withoutCommon(words: string[]): (name: string) => string {
  const longest = [...words].sort((a, b) => b.length - a.length);
  const any = new RegExp(longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (name) => name.replace(any, '').replace(/[数量率]/g, '');
}

function pairsOf(targets: Target[], itemWords: string[]): Set<string> {
  const texts = targets.flatMap(({ item, words, names }) => [
    ...[item.title, item.goal, item.clause].map(plainText),
    ...names,
    ...words.needs.flat().flatMap((part) => part.split('|')),
    ...words.inverse.flat().flatMap((part) => part.split('|')),
  ]);
  return new Set([...texts, ...itemWords].flatMap((text) => [...bigrams(text)]));
}

function sharedNames(vocabulary: Vocabulary, from: string | undefined, fact: Fact): string[] {
  const words = from === undefined ? undefined : vocabulary.items[from]?.facts[fact.id];
  return words ? [fact.name, ...words.names] : [];
}

function plainNames(names: string[]): Set<string> {
  return new Set(names.map(plainText));
}

/** The target that stands for a whole fact. */
export function factTarget(targets: Targets, item: string, fact: string): Target | undefined {
  return targets.all.find(
    (target) => target.item.id === item && target.fact.id === fact && target.part === undefined && !target.rate,
  );
}
