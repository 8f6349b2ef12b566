import type { Finding } from '../../assessment';
import type { Condition, Item, Measure, Rule, Switchable } from '../../rulebook/model';
import type { Reading } from '../reading';

/** A rate that stands exactly on a bound of its criterion: rounding may have lifted it there. */
export function roundedOnBound(reading: Reading): Finding[] {
  const bounds = new Map<Item, Map<string, Set<number>>>();
  const found: Finding[] = [];
  for (const { claim, item, fact, rounded } of reading.places) {
    const { value, source, unit } = claim;
    if (!rounded || fact.type !== 'percent' || typeof value !== 'number' || value === 100 || value === 0) continue;
    const known = bounds.get(item) ?? boundsOf(item);
    bounds.set(item, known);
    if (!known.get(fact.id)?.has(value) || !Number.isInteger(value)) continue;
    found.push({
      code: 'rounded-on-bound',
      severity: 'info',
      source,
      message: `“${unit}”的“${fact.name}”为${value}%，正好在评分界线上，可能是四舍五入的结果。`,
      remedy: '请提供未取整的比例或分子、分母，以便准确计分。',
      item: item.id,
      fact: fact.id,
      unit,
    });
  }
  return found;
}

/** The figures at which an item's points change, per fact. */
function boundsOf(item: Item): Map<string, Set<number>> {
  const bounds = new Map<string, Set<number>>();
  const add = (facts: string[], value: number | undefined): void => {
    if (value === undefined) return;
    for (const fact of facts) bounds.set(fact, (bounds.get(fact) ?? new Set()).add(value));
  };
  const ofCondition = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach((one) => optionsOf(one).forEach(ofCondition));
    else if ('any' in condition) condition.any.forEach((one) => optionsOf(one).forEach(ofCondition));
    else if ('atLeast' in condition) add(factsOf(condition), condition.atLeast);
    else if ('atMost' in condition) add(factsOf(condition), condition.atMost);
    else if ('below' in condition) add(factsOf(condition), condition.below);
    else if ('above' in condition) add(factsOf(condition), condition.above);
  };
  const ofRule = (rule: Rule): void => {
    if ('rules' in rule) rule.rules.forEach((one) => optionsOf(one).forEach(ofRule));
    if ('award' in rule && rule.award.when) optionsOf(rule.award.when).forEach(ofCondition);
    if ('deduct' in rule) optionsOf(rule.deduct.when).forEach(ofCondition);
    if ('voidWhen' in rule) optionsOf(rule.voidWhen).forEach(ofCondition);
    if ('awardBands' in rule) {
      const facts = optionsOf(rule.awardBands.of).flatMap(factsOf);
      for (const bands of optionsOf(rule.awardBands.bands)) {
        for (const band of bands) [band.from, band.above, band.upTo, band.below].forEach((bound) => add(facts, bound));
      }
    }
  };
  for (const { rule } of item.criteria) optionsOf(rule).forEach(ofRule);
  return bounds;
}

/** Every value that a switchable rule can take. */
function optionsOf<T>(value: Switchable<T>): T[] {
  if (typeof value !== 'object' || value === null || !('byReading' in value)) return [value as T];
  return Object.values(value.byReading).flatMap((options) => Object.values(options));
}

function factsOf(measure: Measure): string[] {
  if ('fact' in measure) return [measure.fact];
  if ('lowest' in measure) return measure.lowest;
  return 'highest' in measure ? measure.highest : [];
}
