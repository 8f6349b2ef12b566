import { toEvidence } from './assign';
import { checkQuantity } from './check-value';
import { clauseAt } from './clauses';
import { stretchOf, type Evidence } from './evidence';
import { fits, isBare, type Inquiry } from './mentions';
import { contextOf } from './passage';
import { findPhrase } from './phrases';
import { ofAll } from './polarity';
import type { Phrase } from './vocabulary';
import { ENOUGH, weigh } from './weigh';

/** A part or a whole that no words of its own name, told by the other of the two. */

/** 全局事项66项，承接66项: words too general to win otherwise name the whole that nothing else names. */
export function totalsInGeneralWords(
  { passage, item, phrases, mentions, totals, clauseOf }: Inquiry,
  evidence: Evidence[],
): Evidence[] {
  return item.facts.flatMap((fact): Evidence[] => {
    const said = phrases.facts.get(fact.id);
    if (!said || !totals.has(fact.id) || evidence.some((one) => one.fact === fact.id)) return [];
    const named = mentions.filter((mention) => {
      const clause = clauseOf(mention);
      const free = !evidence.some(({ start, end }) => start < mention.at.end && end > mention.at.start);
      if (!clause || !free || !fits(fact, said, mention)) return false;
      const isNear = (phrase: Phrase, not: string[]): boolean => {
        const found = findPhrase(passage, clause, phrase, not, true);
        const weighed = found && weigh(passage, found, false, mention, null);
        return weighed !== undefined && weighed.own && weighed.score >= ENOUGH + 1;
      };
      return (
        said.names.some((phrase) => isNear(phrase, said.not)) && !phrases.ignore.some((phrase) => isNear(phrase, []))
      );
    });
    const [mention] = named;
    if (!mention || named.length > 1) return [];
    return [toEvidence(passage, { mention, fact, score: ENOUGH, stretch: mention.at, own: true }, 1)];
  });
}

/** 已关联10个/共59个: the number behind the stroke is the whole of the one before. */
export function wholesOf({ item, phrases, mentions, passage }: Inquiry, evidence: Evidence[]): Evidence[] {
  return mentions.flatMap((part, i): Evidence[] => {
    const next = mentions[i + 1];
    const told = evidence.find(({ end, state }) => state === 'value' && end === part.at.end);
    const of = told && phrases.facts.get(told.fact)?.all?.of;
    const fact = item.facts.find(({ id }) => id === of);
    if (!fact || !next || evidence.some((one) => one.fact === of)) return [];
    if (!/^[/(,]?(?:总数|应有|应)?(?:\/|共计?|总共)$/.test(passage.text.slice(part.at.end, next.at.start))) return [];
    if (!fits(fact, phrases.facts.get(fact.id), next)) return [];
    return [toEvidence(passage, { mention: next, fact, score: 3, stretch: next.at, own: true }, 1)];
  });
}

/** 进驻309/315, 承接率124/126: a part and its whole, of which nothing else is told. */
export function pairs({ passage, item, phrases, mentions, clauseOf }: Inquiry, evidence: Evidence[]): Evidence[] {
  const isTold = (id: string): boolean => evidence.some(({ fact }) => fact === id);
  const parts = [
    ...phrases.rates,
    ...[...phrases.facts].flatMap(([done, { all, names }]) => (all ? [{ words: names, done, of: all.of }] : [])),
  ].filter(({ done, of }) => !isTold(done) && !isTold(of));
  return mentions.flatMap((mention): Evidence[] => {
    const clause = clauseOf(mention);
    if (!clause || mention.kind !== 'number' || !mention.at.pair) return [];
    const numbers = mention.at.pair;
    // 关联率97.5%(39/40): in brackets, behind what it makes up.
    const [before] = clause.bracket >= 0 && isBare(passage, clause, mention) ? contextOf(passage, clause) : [];
    const isNamed = (phrase: Phrase): boolean => {
      const here = findPhrase(passage, clause, phrase, [], true);
      if (here && weigh(passage, here, phrase.weak, mention, null)?.own) return true;
      const there = before && findPhrase(passage, before, phrase, [], true);
      return there !== undefined && there.every((places) => places.some(({ back }) => !back));
    };
    const namesOf = (id: string): Phrase[] => phrases.facts.get(id)?.names ?? [];
    // 1200/1000 and nothing else, under an item that has one rate.
    const isAlone = mentions.length === 1 && passage.clauses.length === 1 && isBare(passage, clause, mention);
    const rates =
      isAlone && phrases.rates.length === 1
        ? parts.filter(({ done }) => done === phrases.rates[0]?.done)
        : parts.filter(({ words, done, of }) => [...words, ...namesOf(done), ...namesOf(of)].some(isNamed));
    const [rate] = rates;
    if (!rate || rates.some(({ done }) => done !== rate.done)) return [];
    const placeOfName = (id: string): number =>
      Math.min(
        ...(phrases.facts.get(id)?.names ?? []).flatMap((phrase) =>
          (findPhrase(passage, clause, phrase, phrases.facts.get(id)?.not ?? [], true) ?? []).flatMap((places) =>
            places.filter(({ back, end }) => !back && end <= mention.at.start).map(({ start }) => start),
          ),
        ),
      );
    // 应进驻/已进驻:98/97 names the whole first.
    const isTurned = placeOfName(rate.of) < placeOfName(rate.done) && placeOfName(rate.done) < Infinity;
    const ids = isTurned ? [rate.of, rate.done] : [rate.done, rate.of];
    const isPart = phrases.facts.get(rate.done)?.all?.of === rate.of;
    if (isPart && numbers[ids.indexOf(rate.done)] > numbers[ids.indexOf(rate.of)]) return [];
    return ids.flatMap((id, i) => {
      const fact = item.facts.find((one) => one.id === id);
      if (!fact) return [];
      const { certainty, ...checked } = checkQuantity(fact, {
        ...mention.at,
        value: numbers[i],
        unit: '',
        nothing: false,
      });
      return [{ fact: id, ...checked, ...stretchOf([clause, mention.at]), confidence: 0.8 * certainty }];
    });
  });
}

/** 8个乡镇政务外网全覆盖: as many are reached as there are. */
export function allOfThem({ passage, item, phrases, mentions }: Inquiry, evidence: Evidence[]): Evidence[] {
  return mentions.flatMap((mention): Evidence[] => {
    const clause = clauseAt(passage.clauses, mention.at);
    const told = evidence.find(
      ({ start, end, state }) => state === 'value' && start <= mention.at.start && end >= mention.at.end,
    );
    const of = told && phrases.facts.get(told.fact)?.all?.of;
    const fact = item.facts.find(({ id }) => id === of);
    if (!told || !clause || !fact || evidence.some((one) => one.fact === of)) return [];
    if (clause.text.includes('其中') || !ofAll(passage.text.slice(mention.at.end, clause.end))) return [];
    if (!fits(fact, phrases.facts.get(fact.id), mention)) return [];
    return [toEvidence(passage, { mention, fact, score: 2.7, stretch: clause, own: true }, 1)];
  });
}
