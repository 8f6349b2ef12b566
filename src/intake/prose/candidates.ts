import type { Fact, Item } from '../../rulebook/model';
import type { Candidate } from './assign';
import type { Clause } from './clauses';
import { stretchOf } from './evidence';
import { fits, followsWhole, isBare, isWhole, type Inquiry, type Mention } from './mentions';
import { contextOf, type Passage } from './passage';
import { findPhrase, numberBehind, type Found } from './phrases';
import type { Quantity } from './quantities';
import type { ItemPhrases, Phrase } from './vocabulary';
import { ENOUGH, neighboursOf, weigh, type Neighbours } from './weigh';

/**
 * All that each number or day of a text could be, by the words for it.
 *
 * @param taken - numbers that are settled already
 */
export function candidatesIn(inquiry: Inquiry, taken: Set<Mention>): Candidate[] {
  const { passage, item, phrases, totals, mentions, clauseOf } = inquiry;
  const inClause = new Map<Clause, Mention[]>();
  for (const mention of mentions) {
    const clause = clauseOf(mention);
    if (clause) inClause.set(clause, [...(inClause.get(clause) ?? []), mention]);
  }
  const wordsFor = new Map(item.facts.map((fact) => [fact, wordsOf(passage, item, fact, phrases)]));
  const ignored = phrases.ignore.map((phrase): Words => ({ phrase, not: [] }));
  const placesOf = finder(passage);
  const candidates: Candidate[] = [];
  for (const mention of mentions) {
    const clause = clauseOf(mention);
    if (!clause || taken.has(mention)) continue;
    let neighbours: Neighbours | null | undefined;
    const consider = (fact: Fact | undefined, words: Words, weak = words.phrase.weak): void => {
      const found = placesOf(words, clause);
      if (!found) return;
      if (neighbours === undefined) neighbours = neighboursOf(mention, inClause.get(clause) ?? []);
      const weighed = weigh(passage, found, weak, mention, neighbours);
      if (!weighed) return;
      if (
        words.alone &&
        (weighed.places.some(({ back }) => back) || !isBare(passage, clause, mention, ...weighed.places))
      )
        return;
      const bare = !weighed.own && isBare(passage, clause, mention) && !/^其中/.test(clause.text);
      if (!bare && (!weighed.own || weighed.score < ENOUGH)) return;
      // What happened on a day is said beside it, not in a clause before.
      if (!bare && mention.kind === 'date' && weighed.places[weighed.places.length - 1].back > 0) return;
      if (bare && mention.kind === 'number' && contextHasNumber(passage, clause, mention.at, inClause)) return;
      // A number without a measure word counts only right beside its words.
      if (fact && mention.kind === 'number' && mention.at.unit === '' && weighed.score < 3.2) return;
      const stretch = stretchOf([...weighed.places, mention.at]);
      const whole = weighed.places.every(({ back }) => back === 0);
      candidates.push({
        mention,
        fact,
        score: weighed.score,
        stretch,
        own: weighed.own,
        whole,
        places: weighed.places,
      });
    };
    const isPart = totals.size > 0 && followsWhole(mention, inClause.get(clause) ?? []);
    for (const fact of item.facts) {
      const said = phrases.facts.get(fact.id);
      if (!said || !fits(fact, said, mention)) continue;
      // 6类证照中有5类: the first is the whole, and the second is not.
      if (isWhole(mention) ? !totals.has(fact.id) : isPart && totals.has(fact.id)) continue;
      for (const words of wordsFor.get(fact) ?? []) consider(fact, words, words.phrase.weak && !isWhole(mention));
    }
    for (const words of ignored) consider(undefined, words);
  }
  return candidates.map((one) => withoutClaimed(one, candidates));
}

/** Words that a number may stand beside, and the longer ones that they are no words of. */
interface Words {
  phrase: Phrase;
  not: string[];
  /** Names of the item's other facts. */
  others?: string[];
  /** They count only where the clause says nothing else. */
  alone?: boolean;
}

function wordsOf(passage: Passage, item: Item, fact: Fact, phrases: ItemPhrases): Words[] {
  const said = phrases.facts.get(fact.id);
  if (!said) return [];
  if (said.exact.length && numberBehind(passage, said.exact, 0))
    return said.exact.map((phrase) => ({ phrase, not: said.not }));
  const [{ not }, others] = [said, namesOfOthers(item, fact)];
  return [
    ...said.names.map((phrase) => ({ phrase, not, others })),
    ...said.alone.map((phrase) => ({ phrase, not, others, alone: true })),
    { phrase: { parts: [[fact.name]], weak: false, denies: false }, not: [] },
  ];
}

/** Looks for words around a clause, once for all the numbers in it: a clause may have hundreds. */
function finder(passage: Passage): (words: Words, clause: Clause) => Found | undefined {
  const known = new Map<Words, Map<Clause, Found | undefined>>();
  return (words, clause) => {
    let byClause = known.get(words);
    if (!byClause) known.set(words, (byClause = new Map()));
    if (!byClause.has(clause))
      byClause.set(clause, findPhrase(passage, clause, words.phrase, words.not, true, words.others));
    return byClause.get(clause);
  };
}

/** 已关联行政许可指南数 is not 行政许可指南总数, though it holds its words. */
function namesOfOthers(item: Item, fact: Fact): string[] {
  return item.facts.filter((other) => other !== fact && !fact.name.includes(other.name)).map(({ name }) => name);
}

/** 宣传3次，共5次: the second number does not speak of the clause before, which has its own; a rate of it may: 45项，占75%. */
function contextHasNumber(
  passage: Passage,
  clause: Clause,
  { unit }: Quantity,
  inClause: Map<Clause, Mention[]>,
): boolean {
  const [previous] = contextOf(passage, clause);
  const numbers = (previous && inClause.get(previous)) ?? [];
  return numbers.some(({ kind, at }) => kind === 'number' && (unit !== '%' || at.unit === '%'));
}

/**
 * 共享6个，涉密系统1个: what the clause itself calls something else is no 共享 of the clause before. Words that both take
 * (行政许可…，即办件比例80%) do not part them.
 */
function withoutClaimed(one: Candidate, all: Candidate[]): Candidate {
  if (!one.fact || one.whole) return one;
  const isOther = all.some(
    (other) =>
      other.mention === one.mention &&
      other.fact !== one.fact &&
      other.whole &&
      other.places.some((place) => !one.places.some((own) => own.start <= place.start && own.end >= place.end)),
  );
  return isOther ? { ...one, score: one.score - 1.2 } : one;
}
