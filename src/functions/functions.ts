/**
 * The YL functions as cells call them. Each is pure and synchronous; what it cannot answer it throws as CellError.
 * The comments above the functions are what Excel shows while a formula is typed: functions.json is made from them.
 */
import { applies } from '../rulebook/applies';
import { findItem } from '../rulebook/item-reference';
import type { Unit } from '../rulebook/model';
import { itemsOf, type ItemRules } from '../rulebook/rules';
import { findUnit, nearestUnits } from '../rulebook/units';
import { compileRulebook, type CompiledItem } from '../scoring/compile';
import { explain } from '../scoring/explain';
import { fromDecimal, sum, toPoints, ZERO, type Fraction } from '../scoring/fraction';
import { improvements } from '../scoring/improve';
import type { ItemScore } from '../scoring/item-score';
import type { Given } from '../scoring/parse-fact';
import { resolver } from '../scoring/resolve';
import { pointsOf, scoreItem } from '../scoring/score-item';
import { finalScore } from '../scoring/scorecard';
import { valueForCell } from '../scoring/words';
import { cellError, isBlank, nameIn, onlyCell, quoted, rowsOf, soundCell } from './cells';
import { invalid, notAvailable } from './errors';
import { readFactArguments } from './fact-arguments';
import { findReport, toMinute, toSerial } from './quarter';
import { readGeneralReadings } from './readings';
import { readReceived } from './received';
import { rules } from './rules';

type Compiled = CompiledItem<ItemRules>;

/** The whole message of an item, or a fact that it needs, marked 不涉及. */
const NOT_APPLICABLE = '不适用';

interface Call {
  compiled: Compiled;
  given: Given[];
}

const byDefault = compileRulebook(rules);
/** Items by the references that cells use; people write an item in a few ways only. */
const referred = new Map<unknown, Compiled>();
const MOST_REFERENCES = 1000;

function itemNamed(argument: unknown): Compiled {
  const reference = onlyCell(argument);
  const known = referred.get(reference);
  if (known) return known;
  const found = findItem(rules, reference);
  if ('problem' in found) throw invalid(found.problem);
  const compiled = byDefault.item(found.item.id)!;
  if (referred.size >= MOST_REFERENCES) referred.clear();
  referred.set(reference, compiled);
  return compiled;
}

/** Reads a call's arguments. A value that cannot be ends here. */
function readCall(item: unknown, facts: unknown): Call {
  const compiled = itemNamed(item);
  const { given, choice } = readFactArguments(rules, compiled.item, facts);
  return { compiled: choice ? compileRulebook(rules, choice).item(compiled.item.id)! : compiled, given };
}

function factNames({ item }: Compiled, ids: string[]): string {
  return ids.map((id) => item.facts.find((fact) => fact.id === id)!.name).join('、');
}

/** The score of a call's item; where it, or a fact that it needs, does not apply, it ends here. */
function scored({ compiled, given }: Call): ItemScore {
  const score = scoreItem(compiled, given);
  const isInapplicable = (id: string) =>
    given[compiled.item.facts.findIndex((fact) => fact.id === id)].is === 'notApplicable';
  if (score.state === 'notApplicable' || score.missing.some(isInapplicable)) throw notAvailable(NOT_APPLICABLE);
  return score;
}

/** As scored, but every needed fact must have a value. */
function scoredInFull(call: Call): ItemScore & { points: Fraction } {
  const score = scored(call);
  if (score.points) return { ...score, points: score.points };
  throw notAvailable(`缺少:${factNames(call.compiled, score.missing)}`);
}

/**
 * 按考评细则计算一个条目的得分
 * @customfunction SCORE
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @param {unknown[][][]} facts 指标数据，按YL.FACTS列出的顺序，或两列的名称与数值；可附口径表
 * @returns {number} 得分
 */
export function score(item: unknown, facts: unknown[][][]): number {
  const call = readCall(item, facts);
  return toPoints(pointsOf(call.compiled, call.given) ?? scoredInFull(call).points);
}

/**
 * 已知数据下一个条目可能的最低分和最高分
 * @customfunction BOUNDS
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @param {unknown[][][]} facts 指标数据，可以不齐
 * @returns {number[][]} 一行两列：最低分、最高分
 */
export function bounds(item: unknown, facts: unknown[][][]): number[][] {
  const { low, high } = scored(readCall(item, facts));
  return [[toPoints(low), toPoints(high)]];
}

/**
 * 逐条说明一个条目为什么得这些分
 * @customfunction EXPLAIN
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @param {unknown[][][]} facts 指标数据
 * @returns {string} 说明文字
 */
export function explainScore(item: unknown, facts: unknown[][][]): string {
  const call = readCall(item, facts);
  return explain(call.compiled, scoredInFull(call));
}

/**
 * 逐条列出得分依据
 * @customfunction TRACE
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @param {unknown[][][]} facts 指标数据
 * @returns {unknown[][]} 每条评分标准一行：编号、加减分、理由、原文
 */
export function trace(item: unknown, facts: unknown[][][]): unknown[][] {
  const { lines } = scoredInFull(readCall(item, facts));
  return lines.map((line) => [line.criterion, toPoints(line.effect ?? ZERO), line.because, line.clause]);
}

/**
 * 列出只改一个指标就能加分的最小改动，加分多的在前
 * @customfunction IMPROVE
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @param {unknown[][][]} facts 指标数据
 * @returns {unknown[][]} 每行：指标、现值、改为、可加分；没有可加分的为一个空文本
 */
export function improve(item: unknown, facts: unknown[][][]): unknown[][] {
  const call = readCall(item, facts);
  const { compiled, given } = call;
  if (!pointsOf(compiled, given)) scoredInFull(call);
  const values = given.map((entry, position) => (entry.is === 'value' ? entry.value : compiled.absent[position]));
  const rows = improvements(compiled, values).map(({ fact, from, to, gain }) => [
    fact.name,
    valueForCell(fact, from),
    valueForCell(fact, to),
    toPoints(gain),
  ]);
  return rows.length ? rows : [['']];
}

/**
 * 一个条目的满分
 * @customfunction MAX
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @returns {number} 满分；扣分项没有满分，为0
 */
export function max(item: unknown): number {
  return itemNamed(item).item.points;
}

/**
 * 一个条目的评分标准原文
 * @customfunction CLAUSE
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @returns {string} 原文
 */
export function clause(item: unknown): string {
  return itemNamed(item).item.clause;
}

/**
 * 一个条目需要的指标，按填写顺序
 * @customfunction FACTS
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @returns {string[][]} 每个指标一行：名称、类型、编号
 */
export function facts(item: unknown): string[][] {
  return itemNamed(item).item.facts.map((fact) => [fact.name, fact.type, fact.id]);
}

/**
 * 考评细则的条目
 * @customfunction ITEMS
 * @param {unknown} [section] 部分编号，例如3或"三"；省略则列出全部
 * @returns {unknown[][]} 每个条目一行：编号、名称、分值
 */
export function items(section?: unknown): unknown[][] {
  const cell = soundCell(section, '部分编号');
  const text = nameIn(cell).replace(/[、.。]$/, '');
  const numeral = text.length === 1 ? '一二三四五六七八九十'.indexOf(text) : -1;
  const wanted = numeral >= 0 ? String(numeral + 1) : text;
  const found = itemsOf(rules).filter(({ id }) => isBlank(cell) || id.split('.')[0] === wanted);
  if (!found.length) throw invalid(`考评细则中没有第${quoted(cell)}部分，请填写1至10。`);
  return found.map(({ id, title, points }) => [id, title, points]);
}

/** Beyond any sum of points; past it numbers would no longer be exact. */
const LARGEST = 1e6;

/**
 * The sum of the numbers among cells: empty, text and #N/A cells count as nothing yet. Scores may go below 0 under a
 * reading that lets them (A04), bonus and deductions never.
 */
function sumOf(argument: unknown, what: string, mayBeNegative = false): Fraction {
  const numbers: Fraction[] = [];
  for (const row of rowsOf(argument)) {
    for (const cell of row) {
      const error = cellError(cell);
      if (error && error !== '#N/A') throw invalid(`${what}中有错误值${error}，请先更正。`);
      if (typeof cell !== 'number') continue;
      if (!(Math.abs(cell) <= LARGEST)) throw invalid(`${what}中的数值${quoted(cell)}过大，请核对。`);
      if (cell < 0 && !mayBeNegative) throw invalid(`${what}中的${quoted(cell)}是负数，请填不小于0的分数。`);
      numbers.push(fromDecimal(cell));
    }
  }
  return sum(numbers);
}

/**
 * 最终考评得分：各项得分之和加激励加分减扣分，超过100分的按100分计
 * @customfunction TOTAL
 * @param {unknown[][]} scores 各条目得分；空白、文字和#N/A不计
 * @param {unknown} [bonus] 激励加分
 * @param {unknown} [deductions] 扣分
 * @param {unknown[][]} [readings] 口径表，两列：编号、选项
 * @returns {number} 最终得分
 */
export function total(scores: unknown[][], bonus?: unknown, deductions?: unknown, readings?: unknown[][]): number {
  const general = resolver(rules.readings, readGeneralReadings(rules, readings), new Set());
  const floor = general<string>(rules.general.floor) === 'itemAndTotal';
  const [base, extra, lost] = [sumOf(scores, '各条目得分', true), sumOf(bonus, '激励加分'), sumOf(deductions, '扣分')];
  return toPoints(finalScore(base, extra, lost, rules.total, floor));
}

function unitNamed(argument: unknown): Unit {
  const cell = soundCell(argument, '单位名称');
  // A blank cell may arrive as 0.
  if (isBlank(cell) || cell === 0) throw notAvailable('缺少:单位名称');
  const name = nameIn(cell);
  const unit = findUnit(rules, name);
  if (unit) return unit;
  const nearest = nearestUnits(rules, name).map((near) => near.name);
  const advice = nearest.length ? `相近的有：${nearest.join('、')}` : '请填写考评单位名单所列的名称，例如县发改局';
  throw invalid(`单位名单中没有${quoted(cell)}，${advice}。`);
}

/**
 * 单位的规范名称
 * @customfunction UNIT
 * @param {unknown} name 单位名称，任何常见写法
 * @returns {string} 规范名称
 */
export function unit(name: unknown): string {
  return unitNamed(name).name;
}

/**
 * 一个条目是否由这个单位承担
 * @customfunction APPLIES
 * @param {unknown} unit 单位名称，任何常见写法
 * @param {unknown} item 条目编号，例如"3.5"或"三、5"
 * @returns {boolean} 是否承担
 */
export function appliesTo(unit: unknown, item: unknown): boolean {
  return applies(itemNamed(item).item, unitNamed(unit));
}

/** The moment when a quarter's report is due, as an Excel date-time. */
function dueOf(quarter: unknown): number {
  const cell = soundCell(quarter, '季度');
  const report = findReport(rules, cell);
  if (!report) throw invalid(`${quoted(cell)}不是${rules.year}年的季度，请填写2023Q3或3这样的季度。`);
  return toSerial(report.due);
}

/**
 * 季度工作情况报告的报送期限
 * @customfunction DUE
 * @param {unknown} quarter 季度，例如"2023Q3"或3
 * @returns {number} 期限，日期时间
 */
export function due(quarter: unknown): number {
  return dueOf(quarter);
}

/**
 * 季度报告是否逾期
 * @customfunction LATE
 * @param {unknown} received 收到的日期时间，或“未报送”
 * @param {unknown} quarter 季度，例如"2023Q3"或3
 * @returns {boolean} 是否逾期
 */
export function late(received: unknown, quarter: unknown): boolean {
  const deadline = toMinute(dueOf(quarter));
  return toMinute(readReceived(soundCell(received, '收到时间'), rules.year)) > deadline;
}

/**
 * 所用考评细则的编号、版本和内容校验码
 * @customfunction VERSION
 * @returns {string} 编号、版本、校验码
 */
export function version(): string {
  return `${rules.id} ${rules.edition} ${rules.hash}`;
}
