import type { Fact, Item } from '../../rulebook/model';
import { toEvidence } from './assign';
import { clauseAt, type Clause } from './clauses';
import { stretchOf, type Evidence } from './evidence';
import { fits, type Inquiry, type Mention } from './mentions';
import type { Passage, Stretch } from './passage';
import { findPhrase } from './phrases';
import type { ItemPhrases } from './vocabulary';

/** No item has so many facts. */
const MOST_TOGETHER = 20;

/**
 * Several facts in one breath: 应承接、已承接事项分别为126项、124项, 应承接/已承接/已实施:126/124/124 or 办事指南、权责清单问题均为0次.
 * Numbers after 分别 that do not match the things named before it are left alone.
 */
export function together({ passage, item, phrases, mentions, clauseOf }: Inquiry): {
  evidence: Evidence[];
  taken: Set<Mention>;
} {
  const evidence: Evidence[] = [];
  const taken = new Set<Mention>();
  for (const match of passage.text.matchAll(/分别|(?:(?<!平)均|都)(?:为|是|达到?|发现|有)?(?=\d)|\d+(?:\/\d+){2,}/g)) {
    const respective = match[0] === '分别' || match[0].includes('/');
    const at = mentions.findIndex((mention) => mention.at.start >= match.index);
    const first = mentions[at];
    const clause = clauseAt(passage.clauses, { start: match.index, end: match.index });
    const home = first && clauseOf(first);
    if (!clause || !home || home.sentence !== clause.sentence) continue;
    const all = mentions
      .slice(at, respective ? at + MOST_TOGETHER : at + 1)
      .filter((mention) => mention.kind === first.kind && clauseOf(mention)?.sentence === clause.sentence)
      .filter(({ at: { end } }) => !match[0].includes('/') || end <= match.index + match[0].length);
    const named = namedBefore(passage, item, phrases, clause, match.index, all);
    const near = all.filter((mention) => clauseOf(mention) === home);
    const figures = near.length === named.length ? near : all;
    const facts = named.length > figures.length && respective ? named.filter(({ fact }) => !fact.optional) : named;
    if (facts.length < 2 && (respective || !facts.some(({ place }) => standsInList(passage, place, match.index))))
      continue;
    figures.forEach((mention) => taken.add(mention));
    if (respective && facts.length !== figures.length) continue;
    if (facts.some(({ fact }, i) => !fits(fact, phrases.facts.get(fact.id), figures[respective ? i : 0]))) continue;
    facts.forEach(({ fact, place }, index) => {
      const mention = figures[respective ? index : 0];
      const stretch = stretchOf([place, mention.at]);
      evidence.push(toEvidence(passage, { mention, fact, score: 3, stretch, own: true }, 1));
    });
  }
  return { evidence, taken };
}

/** Where the list begins that a clause ends: 已承接、已实施、已发布均为102项. */
function startOfList(passage: Passage, clause: Clause): number {
  let first = clause;
  while (first.index > 0 && passage.text[first.start - 1] === '、') first = passage.clauses[first.index - 1];
  return first.start;
}

/** 整改完成率、按时整改率均为100%: what is named first of a list has the number too. */
function standsInList(passage: Passage, place: Stretch, before: number): boolean {
  return /^[^，]{0,4}[、和及与]/.test(passage.text.slice(place.end, before));
}

/** Facts named in a clause before a place, in the order of their words. */
function namedBefore(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  clause: Clause,
  before: number,
  mentions: Mention[],
): { fact: Fact; place: Stretch }[] {
  const named: { fact: Fact; place: Stretch }[] = [];
  const listStart = startOfList(passage, clause);
  for (const fact of item.facts) {
    const said = phrases.facts.get(fact.id);
    if (!said || !mentions.some((mention) => fits(fact, said, mention))) continue;
    const places = said.names
      .filter(({ weak }) => !weak)
      .map((phrase) => findPhrase(passage, clause, phrase, said.not, true))
      .filter((found) => found?.every((parts) => parts.some(({ start }) => start < before)))
      .filter((found) => found?.some((parts) => parts.some(({ start }) => start >= listStart)))
      .map((found) => stretchOf(found!.map(([place]) => place)));
    if (places.length) named.push({ fact, place: places.reduce((a, b) => (b.start < a.start ? b : a)) });
  }
  return named.sort((a, b) => a.place.start - b.place.start);
}
