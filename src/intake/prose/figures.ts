import type { Item } from '../../rulebook/model';
import { assign, doubtParts, dropUnhandled } from './assign';
import { candidatesIn } from './candidates';
import { clauseAt, type Clause } from './clauses';
import type { DateToken } from './dates';
import { stretchOf, type Evidence } from './evidence';
import { dayInGeneralWords, loneFigure, lonePercent } from './lone-figures';
import { kindsTogether } from './kinds';
import { fits, isWhole, type Inquiry, type Mention } from './mentions';
import { allOfThem, pairs, totalsInGeneralWords, wholesOf } from './parts-and-wholes';
import type { Passage } from './passage';
import { findPhrase } from './phrases';
import type { Quantity } from './quantities';
import { together } from './together';
import type { ItemPhrases } from './vocabulary';
import { ENOUGH, neighboursOf, weigh, type Neighbours } from './weigh';

/**
 * All evidence from numbers and days. Every number is weighed against every fact of its kind by the words near it; the
 * best pairs are taken first, so that each number goes to one fact only, and a number that belongs to something else
 * (工单86件) is not taken for a fact.
 */
export function readFigures(passage: Passage, item: Item, phrases: ItemPhrases): Evidence[] {
  const totals = new Set([...phrases.facts.values()].flatMap(({ all }) => (all ? [all.of] : [])));
  // A whole of which the item asks nothing (16个主题中2个) must not stand between a number and its words.
  const mentions = usable(passage, item, phrases).filter((mention) => totals.size > 0 || !isWhole(mention));
  const clauses = new Map(mentions.map((mention) => [mention, clauseAt(passage.clauses, mention.at)]));
  const clauseOf = (mention: Mention): Clause | undefined => clauses.get(mention);
  const inquiry: Inquiry = { passage, item, phrases, totals, mentions, clauseOf };
  const { evidence, taken } = together(inquiry);
  evidence.push(...kindsTogether(inquiry, taken));
  const candidates = candidatesIn(inquiry, taken);
  evidence.push(...assign(passage, candidates));
  doubtParts(inquiry, candidates, evidence);
  dropUnhandled(passage, item, evidence);
  addKinds(inquiry, evidence);
  for (const further of [dayInGeneralWords, totalsInGeneralWords, wholesOf, allOfThem, pairs, lonePercent]) {
    evidence.push(...further(inquiry, evidence));
  }
  if (!evidence.length) evidence.push(...loneFigure(inquiry));
  return evidence;
}

/** 1个中心和12个站: as many as of all kinds together; what is told of fewer kinds than there are is in doubt. */
function addKinds({ passage, phrases }: Inquiry, evidence: Evidence[]): void {
  for (const [id, { sum }] of phrases.facts) {
    const told = evidence.filter(({ fact, state }) => fact === id && state === 'value');
    const kindOf = ({ start, end }: Evidence): string | undefined =>
      sum.find((kind) => passage.text.slice(start, end + LONGEST_KIND).includes(kind));
    const kinds = new Set(told.map(kindOf));
    const [first, ...others] = told;
    if (!first || !others.length || kinds.size < told.length || kinds.has(undefined)) continue;
    if (told.some(({ start, end }) => /共|合计|总/.test(passage.text.slice(start, end)))) continue;
    Object.assign(first, stretchOf(told), { value: told.reduce((all, { value }) => all + Number(value), 0) });
    evidence.splice(0, evidence.length, ...evidence.filter((one) => !others.includes(one)));
    const parts = evidence.filter(({ fact }) => phrases.facts.get(fact)?.all?.of === id);
    if (parts.length < told.length)
      for (const part of parts)
        Object.assign(part, { confidence: 0.45, problem: '只写了其中一部分场所，请核对合计数。' });
  }
}

const LONGEST_KIND = 12;

/** 计划7月10日公布, but not 按计划于6月28日公布. */
const PLANNED_BEFORE =
  /(?<![按照依据])(?:原定|(?<![按照依据])原?计划|拟|预计|预期|将[于在]|力争|争取|打算)[^，已]{0,6}$/;
/** 6月25日将服务清单报送县政务局 is done: 将 stands before what was sent. */
const PLANNED_AFTER =
  /^[前日底]{0,2}(?:拟|计划|预计|将(?!其|(?!进一步|继续|尽快|按|在|陆续|抓紧|全)[\u4e00-\u9fff《》()、]{2,20}?(?:报送|抄送|上报|报|提交|公布|印发|发布)))/;

/** A day on which something is still to be done. */
function isPlanned(passage: Passage, { start, end }: DateToken): boolean {
  const clause = clauseAt(passage.clauses, { start, end });
  return (
    PLANNED_BEFORE.test(passage.text.slice(clause?.start ?? start, start)) ||
    PLANNED_AFTER.test(passage.text.slice(end, clause?.end ?? end))
  );
}

function usable(passage: Passage, item: Item, phrases: ItemPhrases): Mention[] {
  const named = new Set(partsWithNames(passage, item, phrases));
  const summed = new Set([...named].map(({ partOf }) => partOf));
  return [
    ...passage.quantities
      .filter((one) => named.has(one) || (!one.beside && !one.bound && !summed.has(one)))
      .map((at): Mention => ({ kind: 'number', at })),
    ...passage.dates
      .filter(
        (date) => (date.kind === 'day' || date.kind === 'month' || date.kind === 'limit') && !isPlanned(passage, date),
      )
      .map((at): Mention => ({ kind: 'date', at })),
  ];
}

/** 核发材料7项，电子证照4项，合计11项: parts of a sum that are each a fact of their own; of those the sum is none. */
function partsWithNames(passage: Passage, item: Item, phrases: ItemPhrases): Quantity[] {
  const parts = passage.quantities.filter(({ partOf }) => partOf);
  /** How well the words for a fact belong to a number, all of which stand in its clause. */
  const scoreOf = (id: string, mention: Mention, clause: Clause, others: Neighbours | null): number => {
    const { names = [], not = [] } = phrases.facts.get(id) ?? {};
    const scores = names.map((phrase) => {
      const found = phrase.weak ? undefined : findPhrase(passage, clause, phrase, not, true);
      const weighed = found && weigh(passage, found, false, mention, others);
      return weighed?.own && weighed.places.every(({ back }) => !back) ? weighed.score : 0;
    });
    return Math.max(0, ...scores);
  };
  const factOf = (one: Quantity): string | undefined => {
    const clause = clauseAt(passage.clauses, one);
    const mention: Mention = { kind: 'number', at: one };
    const others = neighboursOf(
      mention,
      parts.map((at): Mention => ({ kind: 'number', at })),
    );
    const [best] = item.facts
      .map((fact) => ({
        id: fact.id,
        score:
          clause && fits(fact, phrases.facts.get(fact.id), mention) ? scoreOf(fact.id, mention, clause, others) : 0,
      }))
      .sort((a, b) => b.score - a.score);
    return best && best.score >= ENOUGH ? best.id : undefined;
  };
  return [...new Set(parts.map(({ partOf }) => partOf))].flatMap((total) => {
    const own = parts.filter(({ partOf }) => partOf === total);
    const facts = own.map(factOf);
    return facts.every((one) => one) && new Set(facts).size === own.length ? own : [];
  });
}
