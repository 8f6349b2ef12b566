import type { Fact } from '../rulebook/model';
import type { ItemRules } from '../rulebook/rules';
import type { CompiledItem } from './compile';
import { extremes, isBetter } from './extremes';
import { compare, subtract, type Fraction } from './fraction';

/** The smallest change of one fact that gains points. */
export interface Improvement {
  fact: Fact;
  from: number;
  to: number;
  gain: Fraction;
}

/** Rates, marks and plain numbers move in steps of a hundredth, the finest that people report. */
function stepsPerUnit(fact: Fact): number {
  return fact.type === 'percent' || fact.type === 'mark' || fact.type === 'number' ? 100 : 1;
}

/**
 * Scores never fall when a fact gets better (a rulebook is refused otherwise), so the nearest value that gains is found
 * by halving the way from the present value to the best; step by step where a reading leaves holes between bands.
 */
function nearestGain(fact: Fact, from: number, uneven: boolean, gains: (value: number) => boolean): number | undefined {
  const { best } = extremes(fact);
  if (!isBetter(fact, from, best) || !gains(best)) return undefined;
  const steps = stepsPerUnit(fact);
  const upwards = best > from;
  // Whole steps strictly beyond the present value; "never" starts from beyond every day.
  const start = Number.isFinite(from) ? from * steps : extremes(fact).best + 3e6;
  let far = Math.round(best * steps);
  // Never past the best: 99.99999999999999% is so near to it that a step would jump over.
  let near = upwards ? Math.min(Math.floor(start) + 1, far) : Math.max(Math.ceil(start) - 1, far);
  // Past this, numbers are too far apart to be stepped through.
  if (!Number.isSafeInteger(near) || !Number.isSafeInteger(far)) return undefined;
  while (uneven && near !== far && !gains(near / steps)) near += upwards ? 1 : -1;
  while (!uneven && near !== far) {
    const middle = near + Math.trunc((far - near) / 2);
    if (gains(middle / steps)) far = middle;
    else near = upwards ? middle + 1 : middle - 1;
  }
  return (uneven ? near : far) / steps;
}

/**
 * For each fact of an item, the smallest change that gains points, largest gain first. The size of the task (nature
 * given) is nobody's merit and is left alone.
 * @param values a value for every used fact; NaN only where a fact is not needed
 */
export function improvements(compiled: CompiledItem<ItemRules>, values: readonly number[]): Improvement[] {
  const { item } = compiled;
  const before = compiled.points(values);
  const uneven = (position: number) =>
    compiled.criteria.some(({ parts }) => parts.some((part) => part.uneven && part.facts.includes(position)));
  const better = (points: Fraction) => (item.penalty ? compare(points, before) < 0 : compare(points, before) > 0);
  const changed = (position: number, value: number) => {
    const copy = [...values];
    copy[position] = value;
    return compiled.points(copy);
  };
  const found: Improvement[] = [];
  for (const position of compiled.used) {
    const fact = item.facts[position];
    const from = values[position];
    if (fact.nature === 'given' || Number.isNaN(from)) continue;
    const to = nearestGain(fact, from, uneven(position), (value) => better(changed(position, value)));
    if (to === undefined) continue;
    const after = changed(position, to);
    found.push({ fact, from, to, gain: item.penalty ? subtract(before, after) : subtract(after, before) });
  }
  return found.sort((a, b) => compare(b.gain, a.gain));
}
