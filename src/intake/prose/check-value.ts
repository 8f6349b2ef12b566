import type { Fact } from '../../rulebook/model';
import type { FactValue } from '../../scoring/item-score';
import type { DateToken } from './dates';
import type { Quantity } from './quantities';

/** What a number or time comes to as the value of a fact. */
export interface Checked {
  state: 'value' | 'missing' | 'notApplicable' | 'rejected';
  value?: FactValue;
  problem?: string;
  /** How sure the form itself is: a percentage without its sign is less so. */
  certainty: number;
}

/** A result of arithmetic without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

export function checkQuantity(fact: Fact, quantity: Quantity): Checked {
  const written = `“${fact.name}”写为${quantity.value}${quantity.unit}`;
  if (quantity.nothing) {
    return fact.zeroOfZero === undefined
      ? { state: 'notApplicable', certainty: 0.8 }
      : { state: 'value', value: fact.zeroOfZero, certainty: 0.8 };
  }
  if (quantity.dashed) {
    const problem = `“${fact.name}”的数值前有短横，分不清是负数还是破折号，请写明。`;
    return { state: 'missing', problem, certainty: 0.6 };
  }
  const certainty = quantity.chinese && quantity.value === 1 ? 0.85 : 1;
  if (fact.type === 'percent') return percent(quantity, written);
  const value = tidy(quantity.value);
  const reject = (why: string): Checked => ({ state: 'rejected', value, problem: `${written}，${why}`, certainty });
  if (value < 0) return reject('不能是负数，请核对。');
  if (fact.type === 'count' && !Number.isInteger(value)) return reject('应为整数，请核对。');
  if (fact.type === 'mark' && fact.max !== undefined && value > fact.max) {
    return reject(`超过该项最高${fact.max}分，请核对。`);
  }
  if (fact.unit.endsWith('工作日') && (quantity.unit === '天' || quantity.unit === '日')) {
    return { state: 'value', value, problem: `${written}，考评按工作日计算，请写明是几个工作日。`, certainty: 0.5 };
  }
  return { state: 'value', value, certainty };
}

function percent(quantity: Quantity, written: string): Checked {
  let value = tidy(quantity.value);
  let certainty = 1;
  if (quantity.unit === '') {
    if (value === 1) {
      return { state: 'missing', problem: `${written}，没有百分号，分不清是1%还是100%，请写明。`, certainty: 0.6 };
    }
    certainty = 0.8;
    if (value > 0 && value < 1) {
      value = tidy(value * 100);
      certainty = 0.6;
    }
  }
  if (value < 0) return { state: 'rejected', value, problem: `${written}，百分比不能是负数，请核对。`, certainty };
  if (value > 100) return { state: 'rejected', value, problem: `${written}，超过100%，请核对。`, certainty };
  return { state: 'value', value, certainty };
}

export function checkDate(fact: Fact, date: DateToken, words: string): Checked {
  if (!date.exists) {
    return {
      state: 'rejected',
      value: words,
      problem: `“${fact.name}”写为“${words}”，没有这一天，请核对。`,
      certainty: 1,
    };
  }
  if (date.kind === 'day') return { state: 'value', value: date.iso, certainty: 1 };
  return {
    state: 'missing',
    problem: `“${fact.name}”只写了“${words}”，没有写明是哪一天，请补写年月日。`,
    certainty: 0.8,
  };
}
