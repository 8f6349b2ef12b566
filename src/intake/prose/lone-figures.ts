import type { Fact } from '../../rulebook/model';
import { toEvidence } from './assign';
import { clauseAt } from './clauses';
import type { Evidence } from './evidence';
import { fits, isBare, isDate, isNumber, type Inquiry, type Mention } from './mentions';
import { findPhrase } from './phrases';
import { ENOUGH, weigh } from './weigh';

/** The only day, percentage or number of a text, under an item that asks for one. */

/** 已于7月3日公布: the only day, of a deed that no word lays on anyone else, is that of the one who reports. */
export function dayInGeneralWords(
  { passage, item, phrases, mentions, clauseOf }: Inquiry,
  evidence: Evidence[],
): Evidence[] {
  const told = evidence.filter(({ fact }) => item.facts.some((one) => one.id === fact && isDate(one)));
  const isTold = ({ at }: Mention): boolean => told.some(({ start, end }) => start < at.end && end > at.start);
  const [mention, ...more] = mentions.filter((one) => one.kind === 'date' && !isTold(one));
  const clause = mention && clauseOf(mention);
  if (!clause || more.length) return [];
  const days = item.facts.filter((fact) => isDate(fact) && !told.some((one) => one.fact === fact.id));
  const speaks = (fact: Fact, isWeak: boolean): boolean => {
    const said = phrases.facts.get(fact.id);
    const own = said?.names.filter(({ weak }) => weak === isWeak) ?? [];
    return own.some((phrase) => {
      const found = findPhrase(passage, clause, phrase, said!.not, true);
      return found && weigh(passage, found, false, mention, null)?.own;
    });
  };
  const [fact, ...others] = days.filter((one) => speaks(one, true));
  if (!fact || others.length || days.some((other) => other !== fact && speaks(other, false))) return [];
  return [toEvidence(passage, { mention, fact, score: ENOUGH, stretch: mention.at, own: true }, 1)];
}

/**
 * 50件完成49件，98%: the only percentage of the text, which nothing names, under an item that asks for one only; 均100%
 * answers for all that the item asks for.
 */
export function lonePercent({ passage, item, phrases, mentions, clauseOf }: Inquiry, evidence: Evidence[]): Evidence[] {
  const asked = item.facts.filter((fact) => fact.type === 'percent' && !fact.optional);
  const [mention, ...more] = mentions.filter(({ kind, at }) => kind === 'number' && at.unit === '%');
  const clause = mention && clauseOf(mention);
  if (!clause || more.length || asked.some(({ id }) => evidence.some(({ fact }) => fact === id))) return [];
  if (!isBare(passage, clause, mention)) return [];
  if (phrases.ignore.some((phrase) => findPhrase(passage, clause, phrase, [], true))) return [];
  if (asked.length !== 1 && !/均|都/.test(clause.text)) return [];
  return asked.map((fact) => toEvidence(passage, { mention, fact, score: 0, stretch: clause, own: false }, 1));
}

/** 0次。 under an item that asks for one number only. */
export function loneFigure({ passage, item, phrases, mentions }: Inquiry): Evidence[] {
  const asked = item.facts.filter((fact) => isNumber(fact) && !fact.optional);
  const numbers = mentions.filter(({ kind }) => kind === 'number');
  if (asked.length !== 1 || numbers.length !== 1) return [];
  const [fact] = asked;
  const [mention] = numbers;
  const clause = clauseAt(passage.clauses, mention.at);
  if (!fits(fact, phrases.facts.get(fact.id), mention) || !clause || !isBare(passage, clause, mention)) return [];
  // Full marks and the like may stand beside it, nothing else.
  const beside = new Set(passage.quantities.filter((one) => one.beside).map((one) => clauseAt(passage.clauses, one)));
  if (passage.clauses.some((other) => other !== clause && !beside.has(other))) return [];
  return [toEvidence(passage, { mention, fact, score: 0, stretch: mention.at, own: false }, 0.9)];
}
