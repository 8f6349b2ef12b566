import type { Fact } from '../rulebook/model';
import { dayInWords, dayToIso } from '../rulebook/day';
import { isDate } from '../rulebook/rules';
import type { FactValue, ItemState } from './item-score';

/** How people call a state. */
export const STATES: Record<ItemState, string> = {
  scored: '已定分',
  pending: '缺数据',
  notDue: '未到期限',
  notApplicable: '不涉及',
  rejected: '数值有误',
};

const MILLIONTHS = 1e6;
/** Texts of 0, 0.01 … 100, each kept when it is first needed: most rates and all points are among them. */
const COMMON: (string | undefined)[] = Array.from({ length: 10_001 });

/** A number as people write it, without the dust of binary arithmetic and without an exponent. */
export function decimal(value: number): string {
  const hundredths = Math.round(value * 100);
  if (hundredths >= 0 && hundredths < COMMON.length && hundredths / 100 === value) {
    return (COMMON[hundredths] ??= String(hundredths / 100));
  }
  // What is whole in millionths has no dust; the rest takes ten times as long.
  if (Math.round(value * MILLIONTHS) / MILLIONTHS === value) return String(value);
  return String(Number(value.toPrecision(12)));
}

const TEN_THOUSANDTHS = 1e4;

/** A number as it was given, a division's endless digits cut to four, and never rounded to a whole that it does not reach. */
export function shortDecimal(value: number): string {
  const rounded = Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
  return decimal(Number.isInteger(rounded) ? value : rounded);
}

/** A rate from counts, for people: at most two decimals, and never rounded up to a bound that it does not reach. */
export function rateText(percent: number): string {
  if (Number.isInteger(percent)) return `${percent}%`;
  const rounded = Math.round(percent * 100) / 100;
  return Number.isInteger(rounded) ? `${decimal(percent)}%` : `${rounded}%`;
}

/** A fact's engine value in words: 88%, 3次, 是, 2023年6月30日, 未完成. */
export function valueInWords(fact: Fact, value: number): string {
  switch (fact.type) {
    case 'percent':
      return `${shortDecimal(value)}%`;
    case 'bool':
      return value ? '是' : '否';
    case 'date':
    case 'dateOrNever':
      return value === Infinity ? '未完成' : dayInWords(value);
    default:
      return `${decimal(value)}${fact.unit}`;
  }
}

/** An engine value as the outside sees it. */
export function toFactValue(fact: Fact, value: number): FactValue {
  if (isDate(fact)) return value === Infinity ? 'never' : dayToIso(value);
  return fact.type === 'bool' ? value === 1 : value;
}

/** An engine value as a cell of a worksheet should hold it, so that it can be read back: rates and dates as text. */
export function valueForCell(fact: Fact, value: number): string | number {
  if (isDate(fact)) return value === Infinity ? '未报送' : dayToIso(value);
  if (fact.type === 'bool') return valueInWords(fact, value);
  return fact.type === 'percent' ? `${decimal(value)}%` : value;
}
