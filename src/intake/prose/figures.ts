import type { Fact, Item } from '../../rulebook/model';
import { checkDate, checkQuantity, type Checked } from './check-value';
import { clauseAt, type Clause } from './clauses';
import type { DateToken } from './dates';
import { stretchOf, type Evidence } from './evidence';
import { contextOf, type Passage, type Stretch } from './passage';
import { findPhrase, type Found, type PartPlace } from './phrases';
import { ofAll } from './polarity';
import type { Quantity } from './quantities';
import type { FactPhrases, ItemPhrases, Phrase } from './vocabulary';

/**
 * Numbers and days to facts. Every number is weighed against every fact of its kind by the words near it; the best
 * pairs are taken first, so that each number goes to one fact only, and a number that belongs to something else
 * (工单86件) is not taken for a fact.
 */

type Mention = { kind: 'number'; at: Quantity } | { kind: 'date'; at: DateToken };

interface Candidate {
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

/** Measure words of counts; 人次, 天 and the like count something else. */
const COUNTED = '个 项 件 条 种 类 家 户 处 所 台 套 张 份 款 座 站 次 起 例 宗 轮 批 期 场 笔 回'.split(' ');
const DAYS = ['天', '日'];
/** The nearness of words that another number has to itself. */
const FAR = 0.3;
/** Below this the words are too far away to mean the number. */
const ENOUGH = 2;
/** Words that add nothing of their own: a clause of these and a number speaks of the clause before. */
const FILLER =
  /(?:我|本)(?:局|委|办|镇|乡|街道|单位|部门|中心|县)|占(?:全部|全局|总数|总量|应办)?(?:事项)?(?:\d+[项件个])?(?:事项|总数)?(?=的|\d|$|为|达|比)|全年|本年|今年|年内|目前|截至|共计|合计|总计|累计|共|总数|总量|数量|次数|个数|件数|数|分别|达到|达|实际|实现|完成|开展|发生|发现|为|是|有|计|已|均|仅有|仅|只有|只|建成|建设|了|:|\d{4}年度?|\d{1,2}月(?:\d{1,2}日)?|底|的|、/g;

const ANOTHER_DAY = /次日|翌日|第二[天日]|隔[天日]|随后|其后|之后|日后/;

const isDate = (fact: Fact): boolean => fact.type === 'date' || fact.type === 'dateOrNever';
const isNumber = (fact: Fact): boolean => fact.type !== 'bool' && !isDate(fact);

function unitsOf(fact: Fact, said: FactPhrases | undefined): string[] {
  if (said?.units) return said.units;
  if (fact.type === 'percent') return ['%', '比'];
  if (fact.type === 'mark') return ['分'];
  return fact.type === 'count' && COUNTED.includes(fact.unit) ? COUNTED : [fact.unit];
}

function fits(fact: Fact, said: FactPhrases | undefined, mention: Mention): boolean {
  if (mention.kind === 'date') return isDate(fact);
  if (!isNumber(fact)) return false;
  const { unit, selected, ratio } = mention.at;
  if (ratio && fact.type === 'count') return false;
  if (mention.at.handled && fact.unit !== '件') return false;
  // 3个事项不一致 counts no rounds.
  if (said?.counts === 'rounds' && unit === '个' && mention.at.ofThings) return false;
  const units = unitsOf(fact, said);
  // Days are not working days, and are asked about.
  if (DAYS.includes(unit)) return units.some((one) => one === unit || one.endsWith('工作日'));
  return unit === '' || units.includes(unit) || (selected && COUNTED.includes(unit));
}

/** Where the numbers next to one stand, in its clause and of its kind. */
interface Neighbours {
  /** Where the last one before it starts; -1 when there is none. */
  before: number;
  /** Where the first one after it ends; Infinity when there is none. */
  after: number;
}

/** null: it is the only one. */
function neighboursOf({ kind, at }: Mention, mentions: Mention[]): Neighbours | null {
  let [before, after] = [-1, Infinity];
  const others = mentions.filter((other) => other.at !== at && other.kind === kind);
  if (!others.length) return null;
  for (const other of others) {
    if (other.at.end <= at.start) before = Math.max(before, other.at.start);
    if (other.at.start >= at.end) after = Math.min(after, other.at.end);
  }
  return { before, after };
}

/** How near a part of a phrase stands to a number, 0..4. */
function nearness(passage: Passage, place: PartPlace, mention: Mention, others: Neighbours | null): number {
  if (place.back) return 1.2 / place.back;
  const at = mention.at;
  const before = place.end <= at.start;
  if (!before && place.start < at.end) return 0;
  const [from, to] = before ? [place.end, at.start] : [at.end, place.start];
  if (others && (before ? others.before >= from : others.after <= to)) return FAR;
  const gap = to - from;
  const near = before ? 4 - gap * 0.13 : 3.3 - gap * 0.18;
  if (near <= FAR) return FAR;
  const apart = others && passage.text.slice(from, to).includes('、') ? 1.5 : 0;
  return Math.max(FAR, near - apart);
}

function weigh(
  passage: Passage,
  found: Found,
  weak: boolean,
  mention: Mention,
  others: Neighbours | null,
): { score: number; places: PartPlace[]; own: boolean } | undefined {
  const best = found.map((places) => {
    let [nearest, most] = [places[0], -Infinity];
    for (const place of places) {
      const score = nearness(passage, place, mention, others);
      if (score > most) [nearest, most] = [place, score];
    }
    return { place: nearest, score: most };
  });
  // What happened on a day is its verb; a further day in between has it to itself.
  if (mention.kind === 'date' && best[best.length - 1].score <= FAR) return undefined;
  // 6月15日公布并于次日报送: the day of the second deed is not written.
  const deed = best[best.length - 1].place;
  if (mention.kind === 'date' && ANOTHER_DAY.test(passage.text.slice(mention.at.end, deed.start))) return undefined;
  const own = best.some(({ place, score }) => !place.back && score > FAR);
  const scores = best.map(({ score }) => score).sort((a, b) => b - a);
  const length = best.reduce((sum, { place }) => sum + (place.back ? 0 : place.end - place.start), 0);
  const score = scores[0] + scores.slice(1).reduce((sum, one) => sum + one, 0) / 2 + length * 0.05 - (weak ? 2.5 : 0);
  return { score, places: best.map(({ place }) => place), own };
}

/** Of 8个乡镇中已有7个 the first is how many there are, and no part. */
const isWhole = (mention: Mention): boolean => mention.kind === 'number' && mention.at.whole;

/** Whether the number before one in its clause is the whole that it is a part of. */
function followsWhole({ at }: Mention, mentions: Mention[]): boolean {
  const numbers = mentions.filter(({ kind, at: other }) => kind === 'number' && other.end <= at.start);
  return numbers
    .slice(-1)
    .some(({ at: other }) => 'whole' in other && 'unit' in at && other.whole && other.unit === at.unit);
}

/** A clause that names nothing itself and so speaks of the one before. */
function isBare(passage: Passage, clause: Clause, mention: Mention): boolean {
  const words = passage.text.slice(clause.start, mention.at.start) + passage.text.slice(mention.at.end, clause.end);
  return words.replace(FILLER, '') === '';
}

/** 计划7月10日公布, but not 按计划于6月28日公布. */
const PLANNED_BEFORE =
  /(?<![按照依据])(?:原定|(?<![按照依据])原?计划|拟|预计|预期|将[于在]|力争|争取|打算)[^，已]{0,6}$/;
const PLANNED_AFTER = /^[前日底]{0,2}(?:拟|计划|预计|将(?!其))/;

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
  const factOf = (one: Quantity): string | undefined => {
    const clause = clauseAt(passage.clauses, one);
    const mention: Mention = { kind: 'number', at: one };
    const others = neighboursOf(
      mention,
      parts.map((at): Mention => ({ kind: 'number', at })),
    );
    return item.facts.find((fact) => {
      const said = phrases.facts.get(fact.id);
      return (
        clause &&
        said &&
        fits(fact, said, mention) &&
        said.names.some((phrase) => {
          const found = phrase.weak ? undefined : findPhrase(passage, clause, phrase, said.not, true);
          const weighed = found && weigh(passage, found, false, mention, others);
          return weighed?.own && weighed.score >= ENOUGH && weighed.places.every(({ back }) => !back);
        })
      );
    })?.id;
  };
  return [...new Set(parts.map(({ partOf }) => partOf))].flatMap((total) => {
    const own = parts.filter(({ partOf }) => partOf === total);
    const facts = own.map(factOf);
    return facts.every((one) => one) && new Set(facts).size === own.length ? own : [];
  });
}

/** All evidence from numbers and days. */
export function readFigures(passage: Passage, item: Item, phrases: ItemPhrases): Evidence[] {
  const totals = new Set([...phrases.facts.values()].flatMap(({ all }) => (all ? [all.of] : [])));
  // A whole of which the item asks nothing (16个主题中2个) must not stand between a number and its words.
  const mentions = usable(passage, item, phrases).filter((mention) => totals.size > 0 || !isWhole(mention));
  const clauses = new Map(mentions.map((mention) => [mention, clauseAt(passage.clauses, mention.at)]));
  const clauseOf = (mention: Mention): Clause | undefined => clauses.get(mention);
  const settledTogether = together(passage, item, phrases, mentions, clauseOf);
  const evidence = settledTogether.evidence;

  const inClause = new Map<Clause, Mention[]>();
  for (const mention of mentions) {
    const clause = clauseOf(mention);
    if (clause) inClause.set(clause, [...(inClause.get(clause) ?? []), mention]);
  }
  const wordsFor = new Map(item.facts.map((fact) => [fact, wordsOf(item, fact, phrases)]));
  const ignored = phrases.ignore.map((phrase): Words => ({ phrase, not: [] }));
  const placesOf = finder(passage);
  const candidates: Candidate[] = [];
  for (const mention of mentions) {
    const clause = clauseOf(mention);
    if (!clause || settledTogether.taken.has(mention)) continue;
    let neighbours: Neighbours | null | undefined;
    const consider = (fact: Fact | undefined, words: Words, weak = words.phrase.weak): void => {
      const found = placesOf(words, clause);
      if (!found) return;
      if (neighbours === undefined) neighbours = neighboursOf(mention, inClause.get(clause) ?? []);
      const weighed = weigh(passage, found, weak, mention, neighbours);
      if (!weighed) return;
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
  evidence.push(
    ...assign(
      passage,
      candidates.map((one) => withoutClaimed(one, candidates)),
    ),
  );
  doubtParts(passage, candidates, clauses, evidence);
  evidence.push(...dayInGeneralWords(passage, item, phrases, mentions, clauseOf, evidence));
  evidence.push(...totalsInGeneralWords(passage, item, phrases, mentions, totals, clauseOf, evidence));
  evidence.push(...wholesOf(passage, item, phrases, mentions, evidence));
  evidence.push(...allOfThem(passage, item, phrases, mentions, evidence));
  evidence.push(...pairs(passage, item, phrases, mentions, clauseOf, evidence));
  evidence.push(...lonePercent(passage, item, phrases, mentions, clauseOf, evidence));
  if (!evidence.length) evidence.push(...loneFigure(passage, item, phrases, mentions));
  return evidence;
}

/** Words that a number may stand beside, and the longer ones that they are no words of. */
interface Words {
  phrase: Phrase;
  not: string[];
}

function wordsOf(item: Item, fact: Fact, phrases: ItemPhrases): Words[] {
  const said = phrases.facts.get(fact.id);
  if (!said) return [];
  const not = [...said.not, ...namesOfOthers(item, fact)];
  return [...said.names.map((phrase) => ({ phrase, not })), { phrase: { parts: [[fact.name]], weak: false }, not: [] }];
}

/** Looks for words around a clause, once for all the numbers in it: a clause may have hundreds. */
function finder(passage: Passage): (words: Words, clause: Clause) => Found | undefined {
  const known = new Map<Words, Map<Clause, Found | undefined>>();
  return (words, clause) => {
    let byClause = known.get(words);
    if (!byClause) known.set(words, (byClause = new Map()));
    if (!byClause.has(clause)) byClause.set(clause, findPhrase(passage, clause, words.phrase, words.not, true));
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

/** The best pairs first; a number is used once, and a fact's second, different number is kept as a contradiction. */
function assign(passage: Passage, candidates: Candidate[]): Evidence[] {
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
const HANDLED = /^(?:其中)?[，:]?(?:已|有)(?:实际|产生|发生)?的?办件的?(?:事项)?(?:有|为)?$/;

/** 累计2起，三季度1起: the first figure is the whole, whatever parts are told behind it. */
const OF_THE_WHOLE = /累计|全年|共|合计|总计|平均/;

/** 清单不一致2次，工程建设清单1次: a further figure of the same measure, that nothing else explains, makes the first one a part. */
function doubtParts(
  passage: Passage,
  candidates: Candidate[],
  clauses: Map<Mention, Clause | undefined>,
  evidence: Evidence[],
): void {
  for (const mention of clauses.keys()) {
    const clause = clauses.get(mention);
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
        clauses.get(one.mention) === previous,
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

function check(passage: Passage, fact: Fact, mention: Mention): Checked {
  if (mention.kind === 'number') return checkQuantity(fact, mention.at);
  return checkDate(fact, mention.at, passage.quote(mention.at.start, mention.at.end));
}

function toEvidence(
  passage: Passage,
  { mention, fact, score, stretch, own }: Omit<Candidate, 'whole' | 'places'>,
  share: number,
): Evidence {
  const { certainty, ...checked } = check(passage, fact!, mention);
  const sure = own ? (score >= 3.5 ? 0.95 : score >= 2.7 ? 0.85 : 0.7) : 0.65;
  return { fact: fact!.id, ...checked, ...stretch, confidence: sure * certainty * share };
}

/** No item has so many facts. */
const MOST_TOGETHER = 20;

/**
 * Several facts in one breath: 应承接、已承接事项分别为126项、124项, 应承接/已承接/已实施:126/124/124 or 办事指南、权责清单问题均为0次.
 * Numbers after 分别 that do not match the things named before it are left alone.
 */
function together(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  clauseOf: (mention: Mention) => Clause | undefined,
): { evidence: Evidence[]; taken: Set<Mention> } {
  const evidence: Evidence[] = [];
  const taken = new Set<Mention>();
  for (const match of passage.text.matchAll(/分别|(?<!平)均(?:为|是|达到?|发现|有)?(?=\d)|\d+(?:\/\d+){2,}/g)) {
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

/** 全局事项66项，承接66项: words too general to win otherwise name the whole that nothing else names. */
function totalsInGeneralWords(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  totals: Set<string>,
  clauseOf: (mention: Mention) => Clause | undefined,
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

/** 已于7月3日公布: the only day, of a deed that no word lays on anyone else, is that of the one who reports. */
function dayInGeneralWords(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  clauseOf: (mention: Mention) => Clause | undefined,
  evidence: Evidence[],
): Evidence[] {
  const [mention, ...more] = mentions.filter(({ kind }) => kind === 'date');
  const clause = mention && clauseOf(mention);
  if (!clause || more.length) return [];
  const days = item.facts.filter(isDate);
  if (days.some(({ id }) => evidence.some((one) => one.fact === id))) return [];
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

/** 已关联10个/共59个: the number behind the stroke is the whole of the one before. */
function wholesOf(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  evidence: Evidence[],
): Evidence[] {
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
function pairs(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  clauseOf: (mention: Mention) => Clause | undefined,
  evidence: Evidence[],
): Evidence[] {
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
    // 1200/1000 and nothing else, under an item that has one rate.
    const isAlone = mentions.length === 1 && passage.clauses.length === 1 && isBare(passage, clause, mention);
    const rates =
      isAlone && phrases.rates.length === 1
        ? parts.filter(({ done }) => done === phrases.rates[0]?.done)
        : parts.filter(({ words, done }) => [...words, ...(phrases.facts.get(done)?.names ?? [])].some(isNamed));
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
    const isTurned = placeOfName(rate.of) < placeOfName(rate.done);
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
function allOfThem(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  evidence: Evidence[],
): Evidence[] {
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

/**
 * 50件完成49件，98%: the only percentage of the text, which nothing names, under an item that asks for one only; 均100%
 * answers for all that the item asks for.
 */
function lonePercent(
  passage: Passage,
  item: Item,
  phrases: ItemPhrases,
  mentions: Mention[],
  clauseOf: (mention: Mention) => Clause | undefined,
  evidence: Evidence[],
): Evidence[] {
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
function loneFigure(passage: Passage, item: Item, phrases: ItemPhrases, mentions: Mention[]): Evidence[] {
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
