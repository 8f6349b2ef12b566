import type { Fact } from '../rulebook/model';
import { toDay } from '../rulebook/day';
import type { FactValue } from './item-score';
import { decimal } from './words';

/**
 * A fact as it goes into the engine. Values are numbers: percent in percent points, yes 1 and no 0, dates as Excel day
 * serials, never as Infinity.
 */
export type Given =
  { is: 'value'; value: number } | { is: 'missing' } | { is: 'notApplicable' } | { is: 'rejected'; problem: string };

export const MISSING: Given = { is: 'missing' };
const NOT_APPLICABLE: Given = { is: 'notApplicable' };

/** Nothing but visible ASCII and common Chinese characters: what most cells hold, and what normalizing leaves alone. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))) return false;
  }
  return true;
}

/** Text without spaces at its ends, with full-width characters made half-width. */
export function plain(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').trim();
}

const BLANK = /^([-‐-―—−/]*|待定)$/;
const INAPPLICABLE = /^不(涉及|适用)$/;
const NEVER = /^(未报送|未公布|未报|无|否)$/;
const YES = ['true', '1', '是', '有', '已', '完成', '√', '✓', '✔'];
const NO = ['false', '0', '否', '无', '未', '未完成', '×', '✗', '✘'];
const YES_OR_NO = new Map([...YES.map((word) => [word, 1] as const), ...NO.map((word) => [word, 0] as const)]);
const DIGITS = /^\d+(?:\.\d+)?$/;
const NUMBER = /^[+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const SHARE = /^(\d+)\/(\d+)$/;
const DATE = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** 31 December 9999, the last day Excel knows. */
const LAST_DAY = 2958465;

/** Excel's arithmetic leaves noise in the 16th digit (0.7+0.21); it shows and compares 15. */
function withoutNoise(value: number): number {
  return Math.round(value * 1e8) / 1e8 === value ? value : Number(value.toPrecision(15));
}

/** Shifts the decimal point two places without binary rounding: 0.07 is 7, not 7.000000000000001. */
function hundredfold(value: number): number {
  const quick = Math.round(value * 1e10) / 1e8;
  if (Math.round(value * 1e8) / 1e8 === value) return quick;
  const text = String(value);
  return text.includes('e') ? value * 100 : Number(`${text}e2`);
}

function value(number: number): Given {
  return { is: 'value', value: number };
}

function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function show(raw: unknown): string {
  if (typeof raw === 'string') return `“${raw.length > 40 ? `${raw.slice(0, 40)}…` : raw}”`;
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'number' ? decimal(raw) : '（不能识别的内容）';
}

function reject(fact: Fact, raw: unknown, expected: string): Given {
  return { is: 'rejected', problem: `“${fact.name}”的值${show(raw)}${expected}` };
}

/** More digits than this do not fit in a number. */
const MOST_DIGITS = 15;

/** Text of many digits may round to a bound that it does not reach: 90.99999999999999999 must not become 91. */
function onItsSide(text: string, nearest: number): number {
  const short = String(nearest);
  if (text.length <= MOST_DIGITS || /e/i.test(text + short)) return nearest;
  const digits = (decimal: string) => {
    const [whole, part = ''] = decimal.split('.');
    return whole.padStart(text.length, '0') + part.padEnd(text.length, '0');
  };
  const [written, kept] = [digits(text), digits(short)];
  if (written === kept) return nearest;
  return nearest * (written < kept ? 1 - Number.EPSILON : 1 + Number.EPSILON);
}

/** A plain number from a cell or from text, undefined when it is none. */
function toNumber(raw: string | number): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? withoutNoise(raw) : undefined;
  const isDigits = DIGITS.test(raw);
  if (!isDigits && (raw === '' || raw === '.' || !NUMBER.test(raw))) return undefined;
  const digits = isDigits ? raw : raw.replace(/[,+]/g, '');
  const number = Number(digits);
  return Number.isFinite(number) ? onItsSide(digits, number) : undefined;
}

function parsePercent(fact: Fact, raw: string | number, original: unknown): Given {
  let percent: number | undefined;
  const share = typeof raw === 'string' && raw.includes('/') ? SHARE.exec(raw) : null;
  if (share) {
    const [, done, of] = share;
    if (Number(of) === 0) {
      if (Number(done) !== 0) return reject(fact, original, '分母为0，请核对。');
      return fact.zeroOfZero === undefined ? NOT_APPLICABLE : value(fact.zeroOfZero);
    }
    percent = (Number(done) * 100) / Number(of);
  } else if (typeof raw === 'string' && raw.endsWith('%')) {
    percent = toNumber(raw.slice(0, -1).trim());
  } else {
    const number = toNumber(raw);
    percent = number === undefined || number > 1 || number < 0 ? number : hundredfold(number);
  }
  if (percent === undefined) return reject(fact, original, '不是百分比，请填93%、0.93或19/20这样的比例。');
  if (percent < 0) return reject(fact, original, '是负数，比例应在0至100%之间。');
  if (percent > 100) return reject(fact, original, '超过100%，请核对。');
  return value(percent);
}

function parseDate(fact: Fact, raw: string | number, original: unknown, year: number): Given {
  if (typeof raw === 'number') {
    if (raw === 0) return MISSING;
    if (raw >= 1 && raw < LAST_DAY + 1) return value(Math.floor(raw));
    return reject(fact, original, '不是日期，请填2023-06-30这样的日期。');
  }
  if (fact.type === 'dateOrNever' && NEVER.test(raw)) return value(Infinity);
  const match = DATE.exec(raw.includes(' ') ? raw.replace(/\s*([年月日])\s*/g, '$1') : raw);
  if (!match) return reject(fact, original, '不是日期，请填2023-06-30这样的日期。');
  const day = toDay(Number(match[1] ?? year), Number(match[2]), Number(match[3]));
  return day === undefined ? reject(fact, original, '这一天不存在，请核对。') : value(day);
}

function parseBool(fact: Fact, raw: string | number | boolean, original: unknown): Given {
  const text = String(raw);
  const answer = YES_OR_NO.get(text) ?? YES_OR_NO.get(text.toLowerCase());
  return answer === undefined ? reject(fact, original, '不是“是”或“否”，请填是或否。') : value(answer);
}

function parseNumber(fact: Fact, raw: string | number, original: unknown): Given {
  const number = toNumber(raw);
  if (number === undefined) return reject(fact, original, '不是数字，请填数字。');
  if (number < 0) return reject(fact, original, '是负数，不能小于0。');
  if (fact.type === 'count' && !Number.isInteger(number)) return reject(fact, original, '不是整数，请填整数。');
  if (fact.type === 'count' && number > Number.MAX_SAFE_INTEGER) return reject(fact, original, '过大，请核对。');
  if (fact.type === 'mark' && number > fact.max!) return reject(fact, original, `超过最高${fact.max}分，请核对。`);
  return value(number);
}

/**
 * Reads one fact from a cell value as the YL functions take it: '' and null, /, — and 待定 are missing, 不涉及 is not
 * applicable, what cannot be read is rejected by name and value.
 * @param year completes a date without one
 */
export function parseFact(fact: Fact, raw: unknown, year: number): Given {
  if (raw === null || raw === undefined) return MISSING;
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return reject(fact, raw, '，请填文字或数字。');
  }
  const cell = typeof raw === 'string' ? plain(raw) : raw;
  if (typeof cell === 'string' && !startsWithDigit(cell)) {
    if (BLANK.test(cell)) return MISSING;
    if (INAPPLICABLE.test(cell)) {
      return fact.ifNotApplicable === undefined ? NOT_APPLICABLE : value(fact.ifNotApplicable);
    }
  }
  if (fact.type === 'bool') return parseBool(fact, cell, raw);
  if (typeof cell === 'boolean') {
    if (fact.type === 'dateOrNever' && !cell) return value(Infinity);
    return reject(fact, raw, fact.type.startsWith('date') ? '不是日期，请填日期。' : '不是数字，请填数字。');
  }
  if (fact.type === 'percent') return parsePercent(fact, cell, raw);
  if (fact.type === 'date' || fact.type === 'dateOrNever') return parseDate(fact, cell, raw, year);
  return parseNumber(fact, cell, raw);
}

/**
 * Reads a value in the form that the outside sees (see FactValue): a rate is always in percent points, so 1 is 1%, and
 * "never" is what was never done.
 */
export function fromFactValue(fact: Fact, raw: FactValue | undefined, year: number): Given {
  if (raw === 'never' && fact.type === 'dateOrNever') return value(Infinity);
  return parseFact(fact, fact.type === 'percent' && typeof raw === 'number' ? `${raw}%` : raw, year);
}
