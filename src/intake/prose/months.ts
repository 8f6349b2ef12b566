import type { Fact } from '../../rulebook/model';
import { clauseAt, type Clause } from './clauses';
import { findMonths } from './dates';
import { stretchOf, type Evidence } from './evidence';
import { hasNumber, type Passage } from './passage';
import { saidOf } from './statements';
import type { FactPhrases } from './vocabulary';

/**
 * How many months are missing, from the months named or counted: 缺3月、5月数据: 2; 12个月中11个月有数据: 1;
 * 1-12月均已汇聚: 0.
 */
export function readMonths(passage: Passage, fact: Fact, said: FactPhrases): Evidence[] {
  const told = [
    ...passage.clauses.flatMap((clause) => namedMissing(passage, clause, fact, said)),
    ...restOfWhole(passage, fact),
    ...restOfYear(passage, fact),
  ];
  return told.length ? told : passage.clauses.flatMap((clause) => noneMissing(passage, clause, fact, said));
}

const LACKING =
  /未(?:能)?(?:汇聚|推送|上传|归集)|(?:没有?|无)(?:评价|办件|汇聚|推送|上传|归集)?数据|没有?(?:汇聚|推送|上传|归集)|缺|漏|断传|少了?(?=\d|[一二三四五六七八九十])|除/;
const NOT_LACKING = /(?:不|无|未|零|没有?|未曾|从未)(?:出现|存在|发生)?(?:缺|漏|断)|至少|不少/;
const WHOLE_BEFORE = /应(?:当)?(?:汇聚|推送|上传|归集|报)?(?:数据)?(?:共|为|:)?$/;
const EVERY_MONTH =
  /每月|按月|逐月|各月|月月|全年|每个月|12个月|十二个月|1(?:月份?)?[-至到]\d{1,2}月|一月(?:份)?[至到]/;

/** 缺1、2两个月. */
const LISTED = /\d{1,2}(?:[、和及]\d{1,2})+(?=[两二三四五六]个?月)/;

function lacks(passage: Passage, clause: Clause, said: FactPhrases): boolean {
  if (NOT_LACKING.test(clause.text)) return false;
  return LACKING.test(clause.text) || saidOf(passage, clause, said.none, said.not)?.says === 'denied';
}

function namedMissing(passage: Passage, clause: Clause, fact: Fact, said: FactPhrases): Evidence[] {
  if (!lacks(passage, clause, said)) return [];
  const counted = LISTED.exec(clause.text)?.[0].match(/\d{1,2}/g);
  if (counted)
    return [
      { fact: fact.id, state: 'value', value: counted.length, start: clause.start, end: clause.end, confidence: 0.85 },
    ];
  // 1-9月数据中缺5月: what is lacking stands behind the word, what it is a part of before it.
  const behind = findMonths(clause.text.slice(LACKING.exec(clause.text)?.index ?? 0));
  // 1-9月仅3月漏传: of a stretch only those that are named behind it.
  const only = /(?:仅|只|其中|当中)(?:有)?(?=[^，]*月).*$/.exec(clause.text)?.[0];
  const listed = behind.size ? behind : findMonths(only ?? clause.text);
  // 缺3月，5月数据: the comma stands between two months of one list.
  const next = passage.clauses[clause.index + 1];
  const unfinished = next?.sentence === clause.sentence && /^\d{1,2}月(?:份)?(?:数据)?/.test(next.text);
  if (!listed.size || unfinished || /\d个月/.test(clause.text)) return [];
  // 7月未推送，已补报: whether that counts as missing is for a person to say.
  const { sentence } = clause;
  const others = passage.clauses.filter((one) => one.sentence === sentence && one !== clause);
  const repaired = [clause, ...others].some(({ text }) => /补/.test(text));
  // 1-11月均已汇聚，12月尚未汇聚: it may only not be due.
  const due = !/[尚暂还]/.test(clause.text) || !others.some((one) => saidOf(passage, one, said.none, said.not));
  const confidence = repaired || !due ? 0.45 : 0.85;
  return [{ fact: fact.id, state: 'value', value: listed.size, start: clause.start, end: clause.end, confidence }];
}

/** 12个月里11个月有数据, 应汇聚12个月，实际汇聚11个月: what the second number lacks to the first. */
function restOfWhole(passage: Passage, fact: Fact): Evidence[] {
  const counted = passage.quantities.filter(({ unit, bound }) => unit === '个月' && !bound);
  return counted.flatMap((part, i): Evidence[] => {
    const of = counted[i - 1];
    const home = of && clauseAt(passage.clauses, of);
    const clause = clauseAt(passage.clauses, part);
    if (!clause || home?.sentence !== clause.sentence) return [];
    if (!of.whole && !WHOLE_BEFORE.test(passage.text.slice(home.start, of.start))) return [];
    if (part.value > of.value) return [];
    // 有2个月(1月、2月)未汇聚: what is said of the months stands behind the brackets.
    const rest = passage.text.slice(part.end).replace(/\([^()]*\)/g, '');
    const words = clause.text + (/^[^，；。\n]*/.exec(rest)?.[0] ?? '');
    const missing = !NOT_LACKING.test(words) && LACKING.test(words);
    if (!missing && !/有数据|有办件|汇聚|推送|上传|归集|报送/.test(words)) return [];
    const value = missing ? part.value : of.value - part.value;
    return [{ fact: fact.id, state: 'value', value, ...stretchOf([of, part]), confidence: 0.85 }];
  });
}

/** 截至12月底已汇聚12个月, 全年汇聚11个月: what is lacking of the months that are over. */
function restOfYear(passage: Passage, fact: Fact): Evidence[] {
  return passage.clauses.flatMap(({ text, start, end }): Evidence[] => {
    const match =
      /(?:(?:截至|截止)(?:20\d\d年)?(\d{1,2})月(?:底|末|份)?|全年|年内)[^，\d]{0,4}(?:汇聚|推送|上传|归集)了?(\d{1,2})个月/.exec(
        text,
      );
    if (!match || LACKING.test(text)) return [];
    const value = Number(match[1] ?? 12) - Number(match[2]);
    return value < 0 ? [] : [{ fact: fact.id, state: 'value', value, start, end, confidence: 0.8 }];
  });
}

/** 无缺月, 月月有数据: nothing else is said. */
const NONE = /^(?:均|都)?(?:(?:无|不|没有|未)(?:出现)?缺(?:月|失|漏)?|(?:月月|每个?月|各月)(?:都|均)?有(?:数据)?)$/;

function noneMissing(passage: Passage, clause: Clause, fact: Fact, said: FactPhrases): Evidence[] {
  if (NONE.test(clause.text))
    return [{ fact: fact.id, state: 'value', value: 0, start: clause.start, end: clause.end, confidence: 0.85 }];
  if (!EVERY_MONTH.test(clause.text) || hasNumber(passage, clause)) return [];
  if (saidOf(passage, clause, said.none, said.not)?.says !== 'affirmed') return [];
  const except = passage.clauses.some(
    (other) => other !== clause && other.sentence === clause.sentence && lacks(passage, other, said),
  );
  if (except) return [];
  // 10月以后正在推进: not all of the year is told yet.
  const open = passage.clauses.some((one) => /\d月.*(?:正在|待|拟|计划)/.test(one.text));
  const confidence = open ? 0.45 : /均|都|全部|每/.test(clause.text) ? 0.9 : 0.75;
  return [{ fact: fact.id, state: 'value', value: 0, start: clause.start, end: clause.end, confidence }];
}
