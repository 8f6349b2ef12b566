/**
 * The YL functions as cells call them. Each is pure and synchronous and throws nothing but CustomFunctions.Error.
 * The comments above the functions are what Excel shows while a formula is typed: functions.json is made from them.
 */
import { applies } from '../rulebook/applies';
import rulebook from '../rulebook/default';
import { findItem as lookUp } from '../rulebook/item-reference';
import type { Item, ReadingChoice, Unit } from '../rulebook/model';
import { findUnit, nearestUnits } from '../rulebook/units';
import { compileRulebook, itemsOf, type CompiledItem } from '../scoring/compile';
import { fromDecimal, sum, toPoints, ZERO, type Fraction } from '../scoring/fraction';
import { explain } from '../scoring/explain';
import { improvements } from '../scoring/improve';
import type { ItemScore } from '../scoring/item-score';
import { parseFact, plain, type Given } from '../scoring/parse-fact';
import { resolver } from '../scoring/resolve';
import { pointsOf, scoreItem } from '../scoring/score-item';
import { finalScore } from '../scoring/scorecard';
import { valueForCell } from '../scoring/words';
import { cellError, guarded, invalid, notAvailable } from './errors';
import { readFactArguments } from './fact-arguments';
import { findReport, toMinute, toSerial } from './quarter';

interface Call {
  compiled: CompiledItem;
  given: Given[];
}

function factNames(compiled: CompiledItem, ids: string[]): string {
  return ids.map((id) => compiled.item.facts.find((fact) => fact.id === id)!.name).join('、');
}

/** The item that an argument names, also when a host hands over the one cell as a matrix. */
function itemNamed(argument: unknown): Item {
  const found = lookUp(rulebook, Array.isArray(argument) ? (argument[0] as unknown[])?.[0] : argument);
  if ('problem' in found) throw invalid(found.problem);
  return found.item;
}

/** Reads a call's arguments. A value that cannot be ends here. */
function readCall(item: unknown, facts: unknown): Call {
  const found = itemNamed(item);
  const { given, choice } = readFactArguments(rulebook, found, facts);
  for (const entry of given) if (entry.is === 'rejected') throw invalid(entry.problem);
  return { compiled: compileRulebook(rulebook, choice).item(found.id)!, given };
}

/** The score of a call's item; an item that does not apply ends here. */
function scored({ compiled, given }: Call): ItemScore {
  const score = scoreItem(compiled, given);
  if (score.state === 'notApplicable') throw notAvailable('不适用');
  return score;
}

/** As scored, but every needed fact must have a value. */
function scoredInFull(call: Call): ItemScore & { points: Fraction } {
  const { compiled, given } = call;
  const score = scored(call);
  if (score.points) return { ...score, points: score.points };
  const inapplicable = score.missing.filter(
    (id) => given[compiled.item.facts.findIndex((fact) => fact.id === id)].is === 'notApplicable',
  );
  if (inapplicable.length) throw notAvailable(`不适用:${factNames(compiled, inapplicable)}填“不涉及”,但其他指标有值`);
  throw notAvailable(`缺少:${factNames(compiled, score.missing)}`);
}

/**
 * 按考评细则计算一个条目的得分
 * @customfunction SCORE
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @param {any[][][]} facts 指标数据,按YL.FACTS列出的顺序,或两列的名称与数值;可附口径表
 * @returns {number} 得分
 */
export function score(item: any, facts: any[][][]): number {
  return guarded(() => {
    const call = readCall(item, facts);
    return toPoints(pointsOf(call.compiled, call.given) ?? scoredInFull(call).points);
  });
}

/**
 * 已知数据下一个条目可能的最低分和最高分
 * @customfunction BOUNDS
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @param {any[][][]} facts 指标数据,可以不齐
 * @returns {number[][]} 一行两列:最低分、最高分
 */
export function bounds(item: any, facts: any[][][]): number[][] {
  return guarded(() => {
    const { low, high } = scored(readCall(item, facts));
    return [[toPoints(low), toPoints(high)]];
  });
}

/**
 * 逐条说明一个条目为什么得这些分
 * @customfunction EXPLAIN
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @param {any[][][]} facts 指标数据
 * @returns {string} 说明文字
 */
export function explainScore(item: any, facts: any[][][]): string {
  return guarded(() => {
    const call = readCall(item, facts);
    return explain(call.compiled, scoredInFull(call));
  });
}

/**
 * 逐条列出得分依据
 * @customfunction TRACE
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @param {any[][][]} facts 指标数据
 * @returns {any[][]} 每条评分标准一行:编号、加减分、理由、原文
 */
export function trace(item: any, facts: any[][][]): any[][] {
  return guarded(() =>
    scoredInFull(readCall(item, facts)).lines.map((line) => [
      line.criterion,
      toPoints(line.effect ?? ZERO),
      line.because,
      line.clause,
    ]),
  );
}

/**
 * 列出只改一个指标就能加分的最小改动,加分多的在前
 * @customfunction IMPROVE
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @param {any[][][]} facts 指标数据
 * @returns {any[][]} 每行:指标、现值、改为、可加分;没有可加分的为一个空文本
 */
export function improve(item: any, facts: any[][][]): any[][] {
  return guarded(() => {
    const call = readCall(item, facts);
    const { compiled, given } = call;
    if (!pointsOf(compiled, given)) scoredInFull(call);
    const values = compiled.item.facts.map((fact, position) => {
      const entry = given[position];
      return entry.is === 'value' ? entry.value : (fact.absent ?? NaN);
    });
    const rows = improvements(compiled, values).map(({ fact, from, to, gain }) => [
      fact.name,
      valueForCell(fact, from),
      valueForCell(fact, to),
      toPoints(gain),
    ]);
    return rows.length ? rows : [['']];
  });
}

/**
 * 一个条目的满分
 * @customfunction MAX
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @returns {number} 满分;扣分项没有满分,为0
 */
export function max(item: any): number {
  return guarded(() => itemNamed(item).points);
}

/**
 * 一个条目的评分标准原文
 * @customfunction CLAUSE
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @returns {string} 原文
 */
export function clause(item: any): string {
  return guarded(() => itemNamed(item).clause);
}

/**
 * 一个条目需要的指标,按填写顺序
 * @customfunction FACTS
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @returns {string[][]} 每个指标一行:名称、类型、编号
 */
export function facts(item: any): string[][] {
  return guarded(() => itemNamed(item).facts.map((fact) => [fact.name, fact.type, fact.id]));
}

/**
 * 考评细则的条目
 * @customfunction ITEMS
 * @param {any} [section] 部分编号,例如3或"三";省略则列出全部
 * @returns {any[][]} 每个条目一行:编号、名称、分值
 */
export function items(section?: any): any[][] {
  return guarded(() => {
    const rows = (list: { id: string; title: string; points: number }[]) =>
      list.map(({ id, title, points }) => [id, title, points]);
    const cell: unknown = Array.isArray(section) ? (section[0] as unknown[])?.[0] : section;
    if (cell === undefined || cell === null || cell === '') return rows(itemsOf(rulebook));
    const text = plain(String(cell)).replace(/[、.。]$/, '');
    const numeral = '一二三四五六七八九十'.indexOf(text);
    const id = text.length === 1 && numeral >= 0 ? String(numeral + 1) : text;
    const found = itemsOf(rulebook).filter((item) => item.id === id || item.id.startsWith(`${id}.`));
    if (!found.length || id.includes('.')) throw invalid(`考评细则中没有第“${text.slice(0, 30)}”部分,请填写1至10。`);
    return rows(found);
  });
}

/** The numbers among cells: empty, text and #N/A cells count as nothing yet. */
function numbersIn(argument: unknown, what: string): Fraction {
  const cells = Array.isArray(argument) ? (argument.flat(2) as unknown[]) : [argument];
  const numbers = cells.map((cell) => {
    const error = cellError(cell);
    if (error && error !== '#N/A') throw invalid(`${what}中有错误值${error},请先更正。`);
    return typeof cell === 'number' && Number.isFinite(cell) ? fromDecimal(cell) : ZERO;
  });
  return sum(numbers);
}

function readingChoice(argument: unknown): ReadingChoice {
  if (argument === undefined || argument === null) return {};
  // Any item does: only the general readings decide the total.
  return readFactArguments(rulebook, rulebook.deductions, [argument]).choice;
}

/**
 * 最终考评得分:各项得分之和加激励加分减扣分,超过100分的按100分计
 * @customfunction TOTAL
 * @param {any[][]} scores 各条目得分;空白、文字和#N/A不计
 * @param {any} [bonus] 激励加分
 * @param {any} [deductions] 扣分
 * @param {any[][]} [readings] 口径表,两列:编号、选项
 * @returns {number} 最终得分
 */
export function total(scores: any[][], bonus?: any, deductions?: any, readings?: any[][]): number {
  return guarded(() => {
    const general = resolver(rulebook.readings, readingChoice(readings), new Set());
    const floor = general<string>(rulebook.general.floor) === 'itemAndTotal';
    const base = numbersIn(scores, '各条目得分');
    return toPoints(
      finalScore(base, numbersIn(bonus, '激励加分'), numbersIn(deductions, '扣分'), rulebook.total, floor),
    );
  });
}

function unitNamed(name: unknown): Unit {
  const text = typeof name === 'string' ? plain(name) : '';
  if (!text && (name === '' || name === null || name === undefined || name === 0)) throw notAvailable('缺少:单位名称');
  const unit = text ? findUnit(rulebook, text) : undefined;
  if (unit) return unit;
  const nearest = nearestUnits(rulebook, text).map((near) => near.name);
  throw invalid(
    `单位名单中没有“${text.slice(0, 30) || String(name).slice(0, 30)}”${nearest.length ? `,相近的有:${nearest.join('、')}` : ''}。`,
  );
}

/**
 * 单位的规范名称
 * @customfunction UNIT
 * @param {any} name 单位名称,任何常见写法
 * @returns {string} 规范名称
 */
export function unit(name: any): string {
  return guarded(() => unitNamed(name).name);
}

/**
 * 一个条目是否由这个单位承担
 * @customfunction APPLIES
 * @param {any} unit 单位名称,任何常见写法
 * @param {any} item 条目编号,例如"3.5"或"三、5"
 * @returns {boolean} 是否承担
 */
export function appliesTo(unit: any, item: any): boolean {
  return guarded(() => applies(itemNamed(item), unitNamed(unit)));
}

function report(quarter: unknown) {
  const found = findReport(rulebook, quarter);
  if (!found)
    throw invalid(`“${String(quarter).slice(0, 30)}”不是${rulebook.year}年的季度,请填写2023Q3或3这样的季度。`);
  return found;
}

/**
 * 季度工作情况报告的报送期限
 * @customfunction DUE
 * @param {any} quarter 季度,例如"2023Q3"或3
 * @returns {number} 期限,日期时间
 */
export function due(quarter: any): number {
  return guarded(() => toSerial(report(quarter).due));
}

const TIME = /(?:[ T日]\s*)(\d{1,2})[:时](\d{2})/;
const NEVER_RECEIVED = /^(未报送|未报|未上报|未收到|无|否)$/;

/** The moment in a cell as a serial, Infinity when nothing was ever received. */
function moment(received: unknown): number {
  if (received === null || received === undefined || received === 0) throw notAvailable('缺少:收到时间');
  if (typeof received === 'number' && received > 0 && Number.isFinite(received)) return received;
  const text = typeof received === 'string' ? plain(received) : '';
  if (received === '' || (typeof received === 'string' && /^([-—/]*|待定)$/.test(text)))
    throw notAvailable('缺少:收到时间');
  if (received === false || NEVER_RECEIVED.test(text)) return Infinity;
  const clock = TIME.exec(text);
  const day = parseFact(
    { id: 'received', name: '收到时间', type: 'date', unit: '', better: 'earlier', nature: 'event' },
    clock ? text.slice(0, clock.index + (text[clock.index] === '日' ? 1 : 0)) : text,
    rulebook.year,
  );
  if (day.is !== 'value')
    throw invalid(`收到时间“${text.slice(0, 30)}”不能识别,请填写2023-09-13 16:30这样的时间或“未报送”。`);
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : 0;
  if (minutes >= 1440) throw invalid(`收到时间“${text.slice(0, 30)}”不存在,请核对。`);
  return day.value + minutes / 1440;
}

/**
 * 季度报告是否逾期
 * @customfunction LATE
 * @param {any} received 收到的日期时间,或“未报送”
 * @param {any} quarter 季度,例如"2023Q3"或3
 * @returns {boolean} 是否逾期
 */
export function late(received: any, quarter: any): boolean {
  return guarded(() => {
    const deadline = toMinute(toSerial(report(quarter).due));
    const error = cellError(received);
    if (error) throw error === '#N/A' ? notAvailable('缺少:收到时间') : invalid(`收到时间是错误值${error},请先更正。`);
    const at = moment(received);
    return at === Infinity || toMinute(at) > deadline;
  });
}

/**
 * 所用考评细则的编号、版本和内容校验码
 * @customfunction VERSION
 * @returns {string} 编号、版本、校验码
 */
export function version(): string {
  return guarded(() => `${rulebook.id} ${rulebook.edition} ${rulebook.hash}`);
}
