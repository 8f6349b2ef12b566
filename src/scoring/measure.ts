import type { Measure, Rounding } from '../rulebook/model';
import type { Context, Values } from './context';
import { decimal, rateText, valueInWords } from './words';

/** A number that rules look at, made from facts. */
export interface CompiledMeasure {
  facts: number[];
  /** Position of the one fact that the measure is, as it stands; -1 when it is made from several or rounded. */
  only: number;
  /** NaN when there is nothing to measure: a share of nothing. */
  value(values: Values): number;
  /** The facts and their values in words: 承诺时限压缩比88%. */
  words(values: Values): string;
  /** A bound in the measure's own unit, in words: 91%. */
  bound(bound: number): string;
}

/** What a measure comes to. Most are one fact as it stands, and reading that takes no call. */
export function valueOf(measure: CompiledMeasure, values: Values): number {
  return measure.only < 0 ? measure.value(values) : values[measure.only];
}

/** Half up, on the decimal as it is written: 79.995 is 80.00. */
function roundHalfUp(value: number, places: number): number {
  const text = String(value);
  if (text.includes('e') || Number.isNaN(value)) return value;
  return Math.round(Number(`${text}e${places}`)) / 10 ** places;
}

function rounder(rounding: Rounding): ((value: number) => number) | undefined {
  if (rounding === 'none') return undefined;
  return (value) => roundHalfUp(value, rounding === 'whole' ? 0 : 2);
}

function rounded(measure: CompiledMeasure, rounding: Rounding): CompiledMeasure {
  const round = rounder(rounding);
  if (!round) return measure;
  return {
    ...measure,
    only: -1,
    value: (values) => round(measure.value(values)),
    words(values) {
      const exact = measure.value(values);
      const compared = round(exact);
      const words = measure.words(values);
      return Number.isNaN(exact) || exact === compared ? words : `${words}（四舍五入为${decimal(compared)}%）`;
    },
  };
}

function oneFact(id: string, context: Context): CompiledMeasure {
  const index = context.at(id);
  const fact = context.fact(id);
  return {
    facts: [index],
    only: index,
    value: (values) => values[index],
    words: (values) => `${fact.name}${valueInWords(fact, values[index])}`,
    bound: (bound) => `${decimal(bound)}${fact.unit}`,
  };
}

function combined(ids: string[], context: Context, pick: (numbers: number[]) => number): CompiledMeasure {
  const parts = ids.map((id) => oneFact(id, context));
  return {
    facts: parts.flatMap((part) => part.facts),
    only: -1,
    value: (values) => pick(parts.map((part) => part.value(values))),
    words: (values) => parts.map((part) => part.words(values)).join('，'),
    bound: parts[0].bound,
  };
}

function share(done: string, of: string, context: Context): CompiledMeasure {
  const doneMeasure = oneFact(done, context);
  const ofMeasure = oneFact(of, context);
  const value = (values: Values) => {
    const size = ofMeasure.value(values);
    return size === 0 ? NaN : (doneMeasure.value(values) * 100) / size;
  };
  return {
    facts: [...doneMeasure.facts, ...ofMeasure.facts],
    only: -1,
    value,
    words(values) {
      const counts = `${doneMeasure.words(values)}，${ofMeasure.words(values)}`;
      const rate = value(values);
      return Number.isNaN(rate) ? counts : `${counts}，占${rateText(rate)}`;
    },
    bound: (bound) => `${decimal(bound)}%`,
  };
}

/** Rates (percent facts and shares) are compared rounded as `rounding` says; by default as the general reading says. */
export function compileMeasure(measure: Measure, context: Context, rounding = context.rounding): CompiledMeasure {
  if ('sum' in measure) return combined(measure.sum, context, (numbers) => numbers.reduce((a, b) => a + b, 0));
  if ('share' in measure) return rounded(share(measure.share.done, measure.share.of, context), rounding);
  const ids = 'fact' in measure ? [measure.fact] : 'lowest' in measure ? measure.lowest : measure.highest;
  const isRate = context.fact(ids[0]).type === 'percent';
  const plain =
    'fact' in measure
      ? oneFact(measure.fact, context)
      : 'lowest' in measure
        ? combined(ids, context, (numbers) => Math.min(...numbers))
        : combined(ids, context, (numbers) => Math.max(...numbers));
  return isRate ? rounded(plain, rounding) : plain;
}
