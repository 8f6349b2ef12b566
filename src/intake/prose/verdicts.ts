import type { Fact, Item } from '../../rulebook/model';
import { clauseAt, type Clause } from './clauses';
import { stretchOf, type Evidence } from './evidence';
import { hasNumber, quantitiesIn, type Passage } from './passage';
import { chineseNumber } from './numerals';
import { readMonths } from './months';
import { findPhrase, isDeniedBefore, numberBehind } from './phrases';
import { answerOf, ofAll } from './polarity';
import { answerIn, saidOf, type Said } from './statements';
import type { FactPhrases, ItemPhrases, Phrase, Statement } from './vocabulary';

/**
 * Facts that are said in words: yes and no, 未发现 for 0, 已全部共享 for as many as there are, 未报送 for never.
 */
export function readVerdicts(passage: Passage, item: Item, phrases: ItemPhrases, figures: Evidence[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const fact of item.facts) {
    const said = phrases.facts.get(fact.id);
    if (!said) continue;
    const known = figures.filter((one) => one.fact === fact.id);
    evidence.push(...labels(passage, fact, said));
    if (fact.type === 'bool') evidence.push(...yesNo(passage, fact, said));
    else if (isDate(fact)) evidence.push(...never(passage, item, phrases, fact, known));
    else {
      const told = said.counts === 'rounds' ? rounds(passage, fact, said) : [];
      evidence.push(...told);
      if (said.counts === 'events' && !known.length) evidence.push(...events(passage, fact, said));
      if (said.counts === 'months') evidence.push(...readMonths(passage, fact, said));
      evidence.push(
        // 第一轮无问题，第二轮发现不一致: told round by round.
        ...(told.length ? [] : zero(passage, fact, said, known, othersOf(phrases, said))),
        ...whole(passage, fact, said, known),
        ...(known.length && fact.type === 'count' ? [] : nothingToDo(passage, fact, said)),
      );
      if (!known.length) evidence.push(...allOnTime(passage, fact, said.punctual));
      if (said.short && !known.length) evidence.push(...lacking(passage, fact, said.short, said.not));
      if (said.share && !known.length) evidence.push(...shareOf(passage, fact, said.share));
      if (said.all && !known.length) evidence.push(...asManyAs(passage, fact, said, phrases, figures));
      if (said.once && !known.length) evidence.push(...once(passage, fact, said));
    }
  }
  const own = evidence.filter((one) => !one.back || !evidence.some((other) => speaksOfOther(one, other)));
  return own.filter((one) => !own.some((other) => isOnlyMentioned(one, other)));
}

/** 查询机故障，不能查询: what is said outright stands over what is only mentioned. */
function isOnlyMentioned(one: Evidence, other: Evidence): boolean {
  return (
    one.fact === other.fact &&
    typeof one.value === 'boolean' &&
    typeof other.value === 'boolean' &&
    one.at !== undefined &&
    one.confidence < 0.7 &&
    other.confidence >= 0.8
  );
}

/**
 * 用水已同步过户，用气未同步过户: the second 同步过户 has its own subject and says nothing of 用水; so it is where the subject
 * stands in a clause between: 用水已实现，电力因系统未打通，暂未实现.
 */
function speaksOfOther(one: Evidence, other: Evidence): boolean {
  return other.fact !== one.fact && other.at === one.at && (other.back ?? 0) < (one.back ?? 0);
}

function placed({ start, end, at, back }: Said): Pick<Evidence, 'start' | 'end' | 'at' | 'back'> {
  return { start, end, at, back };
}

function isDate(fact: Fact): boolean {
  return fact.type === 'date' || fact.type === 'dateOrNever';
}

/** 平均跑动次数：待定; 被投诉次数：无; 示范创建工作方案：有. The label names the fact, the answer is a word. */
function labels(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  const evidence: Evidence[] = [];
  for (const clause of passage.clauses) {
    if (clause.colon < 0) continue;
    const label: Clause = {
      ...clause,
      end: clause.colon,
      text: passage.text.slice(clause.start, clause.colon),
      colon: -1,
    };
    const names = said.names.filter(({ weak }) => !weak);
    const own = names.some((phrase) =>
      findPhrase(passage, label, phrase, said.not)?.every((places) => places.some(({ back }) => !back)),
    );
    if (!own) continue;
    const answer = answerOf(passage.text.slice(clause.colon + 1, clause.end));
    const found = (state: Evidence['state'], value: Evidence['value'], confidence: number): void => {
      evidence.push({
        fact: fact.id,
        state,
        ...(value !== undefined && { value }),
        start: clause.start,
        end: clause.end,
        confidence,
      });
    };
    if (answer === 'pending') found('missing', undefined, 0.9);
    else if (answer === 'notInvolved') found('notApplicable', undefined, 0.85);
    else if (fact.type === 'bool' && answer !== 'unclear')
      found(
        'value',
        (answer === 'yes') !== turnsRound(label.text, passage.text.slice(clause.colon + 1, clause.end)),
        0.85,
      );
    else if (fact.type === 'count' && answer === 'no') found('value', 0, 0.85);
    else if (fact.type === 'dateOrNever' && answer === 'no') found('value', 'never', 0.85);
  }
  return evidence;
}

/** 清单不符合要求：均符合: the answer takes up the word of the question, and not its 不. */
function turnsRound(question: string, answer: string): boolean {
  const word = /[不未](符合|合格|合规|规范|达标|一致|推进)/.exec(question)?.[1];
  return word !== undefined && new RegExp(`(?<![不未])${word}`).test(answer);
}

function yesNo(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  const answers = said.statements.map((statement) => answersTo(passage, fact, said, statement));
  if (answers.length === 1) return answers[0];
  const decided = said.rule === 'every' ? false : true;
  const deciding = answers.flat().filter(({ value, confidence }) => value === decided && confidence >= 0.5);
  if (deciding.length) return [deciding[0]];
  const spoken = answers.filter((list) => list.length).map((list) => list[0]);
  if (!spoken.length) return [];
  const complete = spoken.length === answers.length || said.rule === 'any';
  const confidence = Math.min(...spoken.map((one) => one.confidence), complete ? 1 : 0.45);
  const value = spoken.every((one) => one.value === true)
    ? true
    : spoken.every((one) => one.value === false)
      ? false
      : !decided;
  return [{ ...spoken[0], ...stretchOf(spoken), value, confidence }];
}

/** 用水是，用电否: the answer stands right behind its word, without a colon of its own. */
const BARE_ANSWER = /(?<![是可能])(?:是|否|√|×)$/;

function bareAnswer(
  passage: Passage,
  clause: Clause,
  statement: Statement,
  { names, not, statements }: FactPhrases,
): boolean | undefined {
  const answer = BARE_ANSWER.exec(clause.text)?.[0];
  if (answer === undefined || clause.text.length > 16) return undefined;
  const words = statements.length > 1 ? statement.yes : [...names, ...statement.yes];
  const named = words.some((phrase) =>
    findPhrase(passage, clause, phrase, not, true)?.some((places) =>
      places.some(({ back, end }) => !back && end === clause.end - answer.length),
    ),
  );
  return named ? answer === '是' || answer === '√' : undefined;
}

/** 已配置，但因故障无法查询; 水电气已实现(气尚未接入): what is said behind a 但 or in brackets stands over what comes before. */
const BUT = /^(?:但|然而|不过)/;
const isTurn = (passage: Passage, { start, end, back }: Evidence): boolean =>
  BUT.test(passage.text.slice(start, start + 2)) ||
  (!back && (clauseAt(passage.clauses, { start, end })?.bracket ?? -1) >= 0);

function answersTo(passage: Passage, fact: Fact, said: FactPhrases, statement: Statement): Evidence[] {
  const answers = allAnswersTo(passage, fact, said, statement);
  const [turn] = answers.filter((one) => one.confidence >= 0.8 && isTurn(passage, one)).slice(-1);
  return turn ? answers.filter(({ start }) => start >= turn.start) : answers;
}

function allAnswersTo(passage: Passage, fact: Fact, said: FactPhrases, statement: Statement): Evidence[] {
  return passage.clauses.flatMap((clause): Evidence[] => {
    const bare = bareAnswer(passage, clause, statement, said);
    if (bare !== undefined)
      return [
        { fact: fact.id, state: 'value' as const, value: bare, start: clause.start, end: clause.end, confidence: 0.8 },
      ];
    const answer = answerIn(passage, clause, statement, said.not);
    if (!answer) return [];
    return [
      {
        fact: fact.id,
        state: 'value' as const,
        value: answer.value,
        confidence: answer.confidence,
        ...placed(answer.said),
      },
    ];
  });
}

/** A later check, or the rest beside a number, does not speak of the whole year. */
const LATER_CHECK = /再次|再(?=[未无没])|复查|整改后|回头看|其余|其他(?=[均都])/;

/** 四轮抽查中三轮无问题 leaves open what the fourth found. */
const PART_IS_CLEAN = /中(?:有)?[一二两三四\d]+[轮次][^，]{0,3}(?:无|未|没)/;

/** 无自建系统，不涉及: where there is nothing, the item does not concern the writer, and 0 is no figure of it. */
function isOfNoConcern(passage: Passage, clause: Clause): boolean {
  const next = passage.clauses[clause.index + 1];
  const concern = /^(?:本项)?(?:不涉及|不适用)/;
  return concern.test(clause.text) || (next?.sentence === clause.sentence && concern.test(next.text));
}

/** Nothing was found (some), or all is as it should be (none). */
function zero(passage: Passage, fact: Fact, said: FactPhrases, known: Evidence[], others: FactPhrases[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const clause of passage.clauses) {
    if (LATER_CHECK.test(clause.text)) {
      evidence.push(...exceptions(passage, clause, fact, said, known));
      continue;
    }
    if (PART_IS_CLEAN.test(clause.text) || isOfNoConcern(passage, clause)) continue;
    // 分别为0次和4次: the numbers say whose the 0 is.
    if (known.length && clause.text.includes('分别')) continue;
    const at = { fact: fact.id, state: 'value' as const, value: 0, start: clause.start, end: clause.end };
    const bad = saidOf(passage, clause, said.some, said.not, true);
    // 权责清单未发现问题 says nothing of the 指南.
    if (bad?.weak && (known.length || others.some((other) => names(passage, clause, other)))) continue;
    // 2套未共享 does not say that none is shared.
    const partly = fact.better === 'more' && hasNumber(passage, clause) && !ofAll(clause.text);
    const elsewhere = known.length > 0 && (bad?.back ?? 0) > 0;
    if (bad?.says === 'denied' && !partly && !elsewhere) evidence.push({ ...at, ...placed(bad), confidence: 0.9 });
    const good = saidOf(
      passage,
      clause,
      // 2件未按时整改，均已整改到位: the 按时 of the clause before is denied there.
      said.none.filter((phrase) => !isDenied(passage, clause, phrase, said.not)),
      said.not,
    );
    if (good?.says !== 'affirmed' || bad || said.counts === 'months') continue;
    const all = ofAll(clause.text);
    // 其余7件按时整改; 三、四季度按时, where nothing is said of the others.
    if (/^其[余他]/.test(clause.text) || (said.counts === 'events' && !all && OCCASION.test(clause.text))) continue;
    // A general claim (一一对应) stands back behind a number; so does 整改率100%, which takes its 按时 from another clause.
    if (known.length && (!all || good.back)) continue;
    // 按时报送3次 does not say that none was late; 4次均按时报送 does.
    if (!all && hasNumber(passage, clause)) continue;
    evidence.push({ ...at, ...placed(good), confidence: all ? 0.85 : 0.6 });
  }
  return evidence;
}

/** 除1家外，其余均已公开: as many as are excepted. */
function exceptions(passage: Passage, clause: Clause, fact: Fact, said: FactPhrases, known: Evidence[]): Evidence[] {
  const before = passage.clauses[clause.index - 1];
  if (known.length || !/^其[余他]/.test(clause.text) || !/^除/.test(before?.text ?? '') || !ofAll(clause.text))
    return [];
  if (saidOf(passage, clause, said.none, said.not)?.says !== 'affirmed') return [];
  const counted = quantitiesIn(passage, before!);
  const [one] = counted;
  if (!one || counted.length > 1 || one.bound || !(said.units ?? [one.unit]).includes(one.unit)) return [];
  const { start } = before!;
  return [{ fact: fact.id, state: 'value', value: one.value, start, end: clause.end, confidence: 0.8 }];
}

/** What else an item asks for, each by its own words. */
function othersOf(phrases: ItemPhrases, said: FactPhrases): FactPhrases[] {
  return [...phrases.facts.values()].filter((other) => other !== said);
}

function names(passage: Passage, clause: Clause, { some, not }: FactPhrases): boolean {
  return some.some((phrase) => !phrase.weak && findPhrase(passage, clause, phrase, not) !== undefined);
}

function isDenied(passage: Passage, clause: Clause, phrase: Phrase, not: string[]): boolean {
  const found = findPhrase(passage, clause, phrase, not);
  return found !== undefined && isDeniedBefore(passage, found);
}

/** 综合窗口实现全覆盖: 100%. */
function whole(passage: Passage, fact: Fact, said: FactPhrases, known: Evidence[]): Evidence[] {
  if (known.length) return [];
  return passage.clauses.flatMap((clause) => {
    const full = saidOf(passage, clause, said.full, said.not);
    // 清单98条已全部完善 is all of them.
    const allOfThem = /\d(?!.*\d)[^\d]*(?:均|全部|都|全数|悉数)|(?<=\d[^\d]*)100%/.test(clause.text);
    if (full?.says !== 'affirmed' || (hasNumber(passage, clause) && !allOfThem)) return [];
    return [
      { fact: fact.id, state: 'value' as const, value: 100, start: clause.start, end: clause.end, confidence: 0.75 },
    ];
  });
}

/** 全年未收到差评和投诉: a rate of nothing. */
function nothingToDo(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  return passage.clauses.flatMap((clause): Evidence[] => {
    if (saidOf(passage, clause, said.nothing, said.not, true)?.says !== 'denied') return [];
    const at = { fact: fact.id, start: clause.start, end: clause.end, confidence: 0.75 };
    if (fact.type === 'count') return [{ ...at, state: 'value', value: 0 }];
    if (fact.zeroOfZero === undefined) return [{ ...at, state: 'notApplicable' }];
    return [{ ...at, state: 'value', value: fact.zeroOfZero }];
  });
}

/** 按时整改率100%: none was late. */
function allOnTime(passage: Passage, fact: Fact, rates: Phrase[]): Evidence[] {
  return passage.clauses.flatMap((clause): Evidence[] => {
    const full = quantitiesIn(passage, clause).some(
      ({ value, unit, beside, bound }) => value === 100 && unit === '%' && !beside && !bound,
    );
    if (!full || !rates.some((phrase) => findPhrase(passage, clause, phrase, [], true))) return [];
    return [{ fact: fact.id, state: 'value', value: 0, start: clause.start, end: clause.end, confidence: 0.75 }];
  });
}

/** 应编58项，已编57项: a rate in two numbers of one measure. */
function shareOf(passage: Passage, fact: Fact, share: NonNullable<FactPhrases['share']>): Evidence[] {
  const of = numberBehind(passage, share.of, 0);
  const done = of && numberBehind(passage, share.done, of.end);
  if (!done || of.unit === '%' || of.value === 0 || done.value > of.value || done.unit !== of.unit) return [];
  const value = Number(((done.value / of.value) * 100).toPrecision(12));
  return [{ fact: fact.id, state: 'value', value, start: of.start, end: done.end, confidence: 0.75 }];
}

/** 应到4次，实到3次: one is lacking; 自建2个，均未对接: both. */
function lacking(passage: Passage, fact: Fact, short: NonNullable<FactPhrases['short']>, not: string[]): Evidence[] {
  const of = numberBehind(passage, short.of, 0);
  if (!of) return [];
  const all = passage.clauses.find(
    (clause) =>
      clause.end > of.end &&
      !quantitiesIn(passage, clause).some(({ start }) => start >= of.end) &&
      (of.value === 1 || ofAll(clause.text)) &&
      saidOf(passage, clause, short.none, not)?.says === 'affirmed',
  );
  if (all) {
    const { start } = of;
    return [{ fact: fact.id, state: 'value', value: of.value, start, end: all.end, confidence: 0.8 }];
  }
  const done = numberBehind(passage, short.done, of.end);
  if (!done || done.value > of.value) return [];
  return [
    { fact: fact.id, state: 'value', value: of.value - done.value, start: of.start, end: done.end, confidence: 0.8 },
  ];
}

/** 应承接96项，…尚有1项未发布: all but those of which it is denied. */
function lackingOf(passage: Passage, fact: Fact, said: FactPhrases, whole: Evidence): Evidence | undefined {
  for (const clause of passage.clauses) {
    const [one, ...more] = quantitiesIn(passage, clause).filter(({ beside, bound }) => !beside && !bound);
    if (!one || more.length || clause.start < whole.end || ofAll(clause.text.slice(0, one.start - clause.start)))
      continue;
    if (!/^(?:另外?|尚|还|仅|只)?有?\d+[项个件家处套](?!.*[已均])/.test(clause.text.replace(/\([^()]*\)/g, '')))
      continue;
    if (saidOf(passage, clause, said.all!.phrases, [])?.says !== 'denied' || typeof whole.value !== 'number') continue;
    const value = whole.value - one.value;
    if (value >= 0)
      return { fact: fact.id, state: 'value', value, start: clause.start, end: clause.end, confidence: 0.75 };
  }
  return undefined;
}

/** 除1项外均已发布. */
const EXCEPT = /除(\d{1,3})[项个件家处](?:以?外|之外)(?:其[余他])?/;

/** 非涉密系统2个，已全部共享: as many as there are; 应承接18项，已承接12项，均已实施: as many as were told of last. */
function asManyAs(
  passage: Passage,
  fact: Fact,
  said: FactPhrases,
  phrases: ItemPhrases,
  figures: Evidence[],
): Evidence[] {
  const { of, phrases: words } = said.all!;
  const isPart = ({ start }: Evidence): boolean =>
    passage.clauses.some((clause) => start >= clause.start && start < clause.end && clause.text.startsWith('其中'));
  const counts = figures.filter(
    (one) => one.state === 'value' && (one.fact === of || phrases.facts.get(one.fact)?.all?.of === of) && !isPart(one),
  );
  const whole = counts.find((one) => one.fact === of);
  // 1个中心和12个站: which of them are all, nobody can tell.
  if (new Set(counts.filter((one) => one.fact === of).map(({ value }) => value)).size > 1) return [];
  const wanting = whole && lackingOf(passage, fact, said, whole);
  if (wanting) return [wanting];
  // 承接率100% says it of the rate.
  const not = said.not.filter((word) => !word.endsWith('率'));
  return passage.clauses.flatMap((clause): Evidence[] => {
    const all = saidOf(passage, clause, words, not);
    if (all?.says !== 'affirmed') return [];
    const before = counts.filter(({ end }) => end <= all.at);
    const meant = before.length ? before.reduce((a, b) => (b.end > a.end ? b : a)) : whole;
    if (typeof meant?.value !== 'number') return [];
    const isOne = meant.value === 1 && all.outright;
    const rest = clause.text.replace(EXCEPT, '');
    if ((!isOne && !ofAll(rest)) || /部分|基本|除|其余|剩余|余下|其他|其它/.test(rest)) return [];
    const value = meant.value - Number(EXCEPT.exec(clause.text)?.[1] ?? 0);
    const { start, end } = clause;
    return value < 0 ? [] : [{ fact: fact.id, state: 'value', value, start, end, confidence: 0.85 }];
  });
}

/** 获省政府表彰: once, when no number is given. */
function once(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  const clauses = passage.clauses.filter((clause) => {
    const named = said.names.filter((phrase) =>
      findPhrase(passage, clause, phrase, said.not)?.every((places) => places.some(({ back }) => !back)),
    );
    return (
      saidOf(passage, clause, named, said.not)?.says === 'affirmed' &&
      !/(?:没有|尚未|从未|均未|未能|未获|未被)/.test(clause.text) &&
      !/县级|县委|县政府|申报|申请|推荐|去年|上年|往年/.test(clause.text) &&
      !passage.dates.some(
        ({ start, end, year }) =>
          start >= clause.start && end <= clause.end && year !== undefined && year < passage.year,
      )
    );
  });
  if (!clauses.length) return [];
  const stretch = stretchOf(clauses);
  const value = clauses.length;
  // A number that could not be taken (各1次) leaves open how often.
  const plain = value === 1 && !hasNumber(passage, clauses[0]);
  return [{ fact: fact.id, state: 'value', value, ...stretch, confidence: plain ? 0.75 : 0.45 }];
}

const NOT_DUE = /(?:未|没有?|不)到(?:报送|上报|公布|规定|要求)?的?(?:时间|时限|期限|日期|期(?!间))/;

/** 未报送 is never; 未按时报送 only says that it was late, 已报送 only that it was done: the day is missing. */
function never(passage: Passage, item: Item, phrases: ItemPhrases, fact: Fact, known: Evidence[]): Evidence[] {
  const happened = (clause: Clause, { id }: Fact): Said | undefined => {
    const said = phrases.facts.get(id);
    return said && saidOf(passage, clause, said.names, said.not);
  };
  const others = item.facts.filter((other) => other !== fact && isDate(other));
  const before = phrases.facts.get(fact.id)?.statements.flatMap(({ yes }) => yes) ?? [];
  if (known.some(({ state }) => state !== 'missing')) return [];
  // Not in yet, but its time has not come: neither a day nor never.
  const early = passage.clauses.find(({ text }) => NOT_DUE.test(text));
  if (early) {
    const problem = `“${fact.name}”写明还没到期限，到期后请补写年月日。`;
    return [{ fact: fact.id, state: 'missing', problem, start: early.start, end: early.end, confidence: 0.7 }];
  }
  return passage.clauses.flatMap((clause): Evidence[] => {
    const first = saidOf(passage, clause, before, phrases.facts.get(fact.id)?.not ?? []);
    // 尚未编制: what is not made yet was never handed in.
    if (first?.says === 'denied' && !first.back && fact.type === 'dateOrNever')
      return [
        { fact: fact.id, state: 'value', value: 'never', start: clause.start, end: clause.end, confidence: 0.75 },
      ];
    const done = happened(clause, fact);
    if (!done || done.says === 'planned') return [];
    // 市级尚未公布 is not about 本级.
    if (others.some((other) => (happened(clause, other)?.weight ?? 0) > done.weight)) return [];
    const at = { fact: fact.id, start: clause.start, end: clause.end };
    // 6月30日前未报, 未按时报送: late, and not never.
    const limited = passage.dates.some(
      ({ kind, start, end }) => kind === 'limit' && start >= clause.start && end <= clause.end,
    );
    const late = limited || /(?:未|没有|没)能?(?:按时|及时|按期|如期|在.{0,12}前|于.{0,12}前)/.test(clause.text);
    if (done.says === 'denied' && !late) {
      return fact.type === 'dateOrNever' ? [{ ...at, state: 'value', value: 'never', confidence: 0.85 }] : [];
    }
    if (!done.outright && !late) return [];
    const what = late ? '未按时完成，但没有写' : '已完成，但没有写';
    return [{ ...at, state: 'missing', problem: `“${fact.name}”写明${what}哪一天，请补写年月日。`, confidence: 0.7 }];
  });
}

/** Occasions by their day, their number or their quarter: 9月6日, 第一、三次, 二季度. */
const OCCASION =
  /\d{1,2}月(?:\d{1,2}日)?|[一二三四1-4](?:、[一二三四1-4])*季度|第[一二三四五六七八九十\d]+(?:、[一二三四五六七八九十\d]+)*[次期]/;

const DURATION = ['天', '日', '小时', '分钟', '分', '工作日', '个工作日'];

/** 二季度的6月14日才交 is one occasion, named twice. */
function occasionsIn(text: string): string[] {
  const all = text.match(new RegExp(OCCASION, 'g')) ?? [];
  const quarters = all.filter((one) => one.endsWith('季度'));
  return quarters.length ? quarters : all;
}

/** 9月6日推进会未参加，第三次因事缺席: the occasions named, where no number is given. */
function events(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  const told = passage.clauses.filter((clause) => {
    // 逾期1天 tells how late it was, not how often.
    if (hasNumber(passage, clause) && !quantitiesIn(passage, clause).every(({ unit }) => DURATION.includes(unit)))
      return false;
    const named = said.names.filter(({ weak }) => !weak);
    return saidOf(passage, clause, named, said.not)?.says === 'affirmed';
  });
  const value = told.flatMap(({ text }) => occasionsIn(text)).reduce((sum, one) => sum + one.split('、').length, 0);
  if (!value) return [];
  return [{ fact: fact.id, state: 'value', value, ...stretchOf(told), confidence: 0.7 }];
}

/** 3次抽查中1次发现 says how many there were of which one counts. */
const CHECKS = /([1-9一二两三四])[次轮](?:抽查|检查)(?!中)/;
const ROUND = /第[一二三四五1-9][次轮]|首[次轮]|再次|[一二三四1-4]季度/;

/** 第二轮、第三轮, 第一、三轮. */
const ROUNDS_LISTED =
  /(?:第[一二三四五1-9][次轮]?(?:[、和及](?:第)?[一二三四五1-9][次轮]?)+(?<=[次轮])|[一二三四1-4](?:季度)?(?:[、和及][一二三四1-4](?:季度)?)+(?<=季度))/;

/** 两次抽查: 2; 第一次, 再次: 1; 第二轮、第三轮抽查各发现1个: 2. */
function roundsIn(text: string): number {
  const listed = ROUNDS_LISTED.exec(text)?.[0];
  if (listed) return listed.split(/[、和及]/).length;
  const written = ROUND.test(text) ? undefined : CHECKS.exec(text)?.[1];
  if (written === undefined) return 1;
  return chineseNumber(written) ?? Number(written);
}

/** 第一次抽查发现不一致，再次抽查未发现: one round with findings. */
function rounds(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  const told = passage.clauses
    // 再次抽查发现不一致的，不得分 is the rule, and nothing that was found.
    .filter(({ text }) => (ROUND.test(text) || CHECKS.test(text)) && !/的$|扣|得分/.test(text))
    .map((clause) => ({ clause, said: saidOf(passage, clause, said.some, said.not, true) }))
    .filter((one) => one.said !== undefined);
  if (!told.length) return [];
  const value = told.reduce((sum, one) => sum + (one.said!.says === 'affirmed' ? roundsIn(one.clause.text) : 0), 0);
  // One round alone, without a word on the next, may not be all; a quarter alone may have had several.
  const isQuarter = /季度/.test(told[0].clause.text);
  const confidence =
    told.length > 1 || (!isQuarter && roundsIn(told[0].clause.text) > 1) ? 0.9 : isQuarter ? 0.45 : 0.6;
  return [{ fact: fact.id, state: 'value', value, ...stretchOf(told.map(({ clause }) => clause)), confidence }];
}
