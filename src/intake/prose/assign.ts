import type { Fact, Item } from '../../rulebook/model';
import { clauseAt } from './clauses';
import { stretchOf, type Evidence } from './evidence';
import { checkMention, type Inquiry, type Mention } from './mentions';
import { contextOf, type Passage, type Stretch } from './passage';
import type { PartPlace } from './phrases';

/** Of all that each number could be, the best; and which of those are doubtful beside the others. */

export interface Candidate {
  mention: Mention;
  /** undefined: the number is none of the item's facts. */
  fact: Fact | undefined;
  score: number;
  /** Words and number together. */
  stretch: Stretch;
  /** Words for it stand in the clause itself: some, or all. */
  own: boolean;
  whole: boolean;
  places: PartPlace[];
}

/** The best pairs first; a number is used once, and a fact's second, different number is kept as a contradiction. */
export function assign(passage: Passage, candidates: Candidate[]): Evidence[] {
  candidates.sort((a, b) => b.score - a.score);
  const used = new Set<Mention>();
  const byMention = new Map<Mention, Candidate[]>();
  for (const candidate of candidates) {
    byMention.set(candidate.mention, [...(byMention.get(candidate.mention) ?? []), candidate]);
  }
  const filled = new Map<string, Candidate>();
  const evidence: Evidence[] = [];
  for (const candidate of candidates) {
    const { mention, fact } = candidate;
    if (used.has(mention)) continue;
    const rival = byMention
      .get(mention)
      ?.find((other) => other.fact?.id !== fact?.id && (!other.fact || !filled.has(other.fact.id)));
    const previous = fact && filled.get(fact.id);
    // A fact that has its number lets a further one go to the next best fact, unless none wants it as much.
    if (previous && rival && candidate.score - rival.score < 1.5) continue;
    const isOnlyDue = previous?.mention.kind === 'date' && previous.mention.at.kind === 'limit';
    const isFurther = previous && fact?.type === 'count' && addsTo(passage, previous.mention, mention);
    if (previous && !candidate.whole && !isOnlyDue && !isFurther) continue;
    used.add(mention);
    if (!fact) continue;
    const doubtful = rival !== undefined && rival.fact !== undefined && Math.abs(candidate.score - rival.score) < 0.15;
    if (doubtful && !candidate.own) continue;
    if (!previous) filled.set(fact.id, candidate);
    const one = toEvidence(passage, candidate, doubtful ? 0.45 : 1);
    const told = fact.type === 'count' ? evidence.filter((other) => other.fact === fact.id) : [];
    if (isFurther && told.length === 1) {
      addUp(told[0], one);
      continue;
    }
    const again = told.find((other) => other.value === one.value);
    evidence.push(one);
    if (again && one.value !== 0) [one, again].forEach(doubtRepeated);
  }
  return evidence;
}

/** 三季度又发现1次: beside what was told before. */
const FURTHER =
  /(?:又|再次?|另外?有?|还)(?:被|有)?(?:发现|出现|发生|新增|查出|接到|收到|缺席|缺会|迟报|逾期|不一致)?了?$/;

/** Whether a count comes on top of one told before it: 一季度1次，三季度又发现1次. */
function addsTo(passage: Passage, one: Mention, other: Mention): boolean {
  const [first, next] = one.at.start < other.at.start ? [one, other] : [other, one];
  const wordsBefore = ({ at }: Mention): string =>
    passage.text.slice(clauseAt(passage.clauses, at)?.start ?? at.start, at.start);
  return FURTHER.test(wordsBefore(next)) && !/其中/.test(wordsBefore(next)) && !OF_THE_WHOLE.test(wordsBefore(first));
}

function addUp(first: Evidence, next: Evidence): void {
  if (typeof first.value === 'number' && typeof next.value === 'number') first.value += next.value;
  Object.assign(first, stretchOf([first, next]), { confidence: Math.min(first.confidence, next.confidence, 0.8) });
}

/** Words for a part of the year or for one of several lists, that a figure may be of. */
const OF_A_PART = /[上下]半年|季度|\d月|(?:指南|清单|事项|业务|项目|部分)$/;

/** 梳理40项，已实现35项: what was done of what was told before. */
const ACHIEVED = /^(?:目前|截至目前|现|实际)?已(?:经)?(?:实现|完成|落实|达到|做到|办理)$/;

/** 承诺制8项，其中有实际办件的5项: where those with cases count. */
const HANDLED = /^(?:其中|全年|年内|今年)*[，:]?(?:已|有)(?:实际|产生|发生)?的?办件的?(?:事项)?(?:有|为)?$/;

/** 告知承诺4项，今年均无办件: none of them was handled. */
const UNHANDLED = /^(?:全年|年内|今年)?(?:均|都|尚|暂)?(?:无|没有|未(?:产生|发生|有))(?:实际)?(?:的)?办件/;

/** What counts only where it was handled, and was not. */
export function dropUnhandled(passage: Passage, item: Item, evidence: Evidence[]): void {
  for (const told of evidence) {
    const fact = item.facts.find(({ id }) => id === told.fact);
    const clause = clauseAt(passage.clauses, told);
    const next = clause && passage.clauses[clause.index + 1];
    if (!fact?.name.includes('办件') || next?.sentence !== clause?.sentence || !UNHANDLED.test(next?.text ?? ''))
      continue;
    Object.assign(told, stretchOf([told, next!]), { value: 0 });
  }
}

/** 累计2起，三季度1起: the first figure is the whole, whatever parts are told behind it. */
const OF_THE_WHOLE = /累计|全年|共|合计|总计|平均/;

/** 清单不一致2次，工程建设清单1次: a further figure of the same measure, that nothing else explains, makes the first one a part. */
export function doubtParts(
  { passage, mentions, clauseOf }: Inquiry,
  candidates: Candidate[],
  evidence: Evidence[],
): void {
  for (const mention of mentions) {
    const clause = clauseOf(mention);
    if (mention.kind !== 'number' || mention.at.unit === '' || !clause) continue;
    const { at } = mention;
    const explained =
      candidates.some((one) => one.mention === mention && one.whole) ||
      evidence.some(({ start, end }) => start < at.end && end > at.start);
    const before = passage.text.slice(clause.start, at.start);
    const isAchieved = ACHIEVED.test(before);
    const isHandled = HANDLED.test(before);
    if (explained || !(isAchieved || isHandled || OF_A_PART.test(before))) continue;
    const [previous] = contextOf(passage, clause);
    if (!previous || (clause.text.includes('其中') && !isHandled) || (!isAchieved && OF_THE_WHOLE.test(previous.text)))
      continue;
    const first = candidates.find(
      (one) =>
        one.fact &&
        one.mention.kind === 'number' &&
        one.mention.at.unit === at.unit &&
        clauseOf(one.mention) === previous,
    );
    const told =
      first &&
      evidence.find(
        ({ fact, end, start }) =>
          fact === first.fact!.id && start <= first.mention.at.start && end >= first.mention.at.end,
      );
    if (!told || told.state !== 'value') continue;
    if (isHandled) {
      if (first!.fact!.name.includes('办件') && Number(told.value) >= at.value)
        Object.assign(told, stretchOf([told, clause]), { value: at.value });
      continue;
    }
    told.confidence = Math.min(told.confidence, 0.45);
    told.problem ??= isAchieved
      ? '后面还有已经完成的数量，分不清应当用哪一个，请核对。'
      : '后面还有同类数据，分不清是否应当合计，请核对。';
  }
}

/** 名称不一致1项，类型不一致1项: said twice, or two that make a sum? */
function doubtRepeated(evidence: Evidence): void {
  evidence.confidence = 0.45;
  evidence.problem = '同一项数据写了两次，分不清是重复还是分项，请核对。';
}

export function toEvidence(
  passage: Passage,
  { mention, fact, score, stretch, own }: Omit<Candidate, 'whole' | 'places'>,
  share: number,
): Evidence {
  const { certainty, ...checked } = checkMention(passage, fact!, mention);
  const sure = own ? (score >= 3.5 ? 0.95 : score >= 2.7 ? 0.85 : 0.7) : 0.65;
  return { fact: fact!.id, ...checked, ...stretch, confidence: sure * certainty * share };
}
