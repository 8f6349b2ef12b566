import type { Combination, Criterion, Item, ReadingChoice, Rounding, Rulebook } from '../rulebook/model';
import { isoToDay } from '../rulebook/day';
import { itemsOf, type ItemRules, type Rules } from '../rulebook/rules';
import { compileCondition, type CompiledCondition } from './condition';
import { makeContext, type Values } from './context';
import { fraction, gcd, type Fraction } from './fraction';
import { compileRule } from './mechanisms';
import { HUNDREDTHS, hundredths, type Part } from './mechanisms/part';
import { resolver } from './resolve';

export interface CompiledCriterion {
  criterion: Criterion;
  parts: Part[];
  /** Positions of the facts it looks at, and their ids. */
  facts: number[];
  factIds: string[];
  /** It gives points, and does not only take some. */
  isAward: boolean;
  /** It can leave nothing of the item. */
  canStrike: boolean;
}

/** One item under one choice of readings, ready to score. */
export interface CompiledItem<I extends ItemRules = Item> {
  item: I;
  criteria: CompiledCriterion[];
  combination: Combination;
  /** Points that are there before any criterion counts, or that deductions are taken from first. */
  reserve: number;
  /** Whether the item's points end at 0. */
  floored: boolean;
  /** Positions of the facts that the rules look at under these readings, and of sizes that decide whether it applies. */
  used: number[];
  /** By position: what the fact counts as when it is left out; NaN where it is then missing. */
  absent: number[];
  /** Room for one set of values that nobody keeps. */
  scratch: number[];
  /** Positions of the sizes of which 0 means that there is nothing to do. */
  sizes: number[];
  /** By position: when the fact is asked for; undefined is always. */
  neededWhen: (CompiledCondition | undefined)[];
  /** Own readings that the rules passed. */
  readings: string[];
  /** The last day on which an unmet fact can still be met. */
  due(position: number, values: Values): number;
  /** Ticks in a point for these values. */
  unit(values: Values): number;
  /** The item's points. All used facts that are needed must have values. */
  points(values: Values): Fraction;
  /** A criterion's part in the points, in ticks: what it adds, or takes from what is there at the start. */
  effect(criterion: CompiledCriterion, values: Values, unit: number): number;
  /** The points before the item's floor and cap, in ticks. */
  raw(values: Values, unit: number): number;
  /** Such points within the item's floor and cap. */
  within(raw: number, unit: number): Fraction;
}

function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}

function compile<I extends ItemRules>(rulebook: Rules, item: I, choice: ReadingChoice): CompiledItem<I> {
  const readings = new Set<string>();
  const resolve = resolver(rulebook.readings, choice, readings);
  const general = resolver(rulebook.readings, choice, new Set());
  const yearEnd = isoToDay(`${rulebook.year}-12-31`);
  const context = makeContext(item, yearEnd, general<Rounding>(rulebook.general.rounding), resolve);

  const criteria = item.criteria.map((criterion): CompiledCriterion => {
    const parts = compileRule(criterion.rule, context);
    const facts = [...new Set(parts.flatMap((part) => part.facts))];
    return {
      criterion,
      parts,
      facts,
      factIds: facts.map((position) => item.facts[position].id),
      isAward: parts.some((part) => part.kind === 'award'),
      canStrike: parts.some((part) => part.kind === 'void'),
    };
  });
  const combination = resolve<Combination>(item.combine);
  const { start, take = 'sum', scale = [1, 1] } = combination;
  const parts = criteria.flatMap((criterion) => criterion.parts);
  const awards = parts.filter((part) => part.kind === 'award');
  const deducts = parts.filter((part) => part.kind === 'deduct');
  const voids = parts.filter((part) => part.kind === 'void');
  // Of most items all that criteria give and take is simply added up.
  const plainSum = start !== 'pool' && take === 'sum' && scale[0] === scale[1];
  const summands = parts.filter((part) => part.kind !== 'void').map((part) => part.value);
  const full = (list: Part[]) =>
    list.reduce((total, part) => total + Math.round(part.full * HUNDREDTHS), 0) / HUNDREDTHS;
  const awardsInFull = full(awards);
  const deductsInFull = full(deducts);
  const looked = parts.flatMap((part) => part.facts);
  // Which sizes count is up to the reading (1.2.2: licences, or all six kinds); where the rules look only at what was
  // done, the item's own size still tells, and is asked for (5.1: no systems, none shared).
  const everySize = item.facts.flatMap((fact, position) => (fact.zero ? [position] : []));
  const measured = everySize.filter((position) => looked.includes(position));
  const sizes = measured.length ? measured : everySize.filter((position) => !item.facts[position].optional);
  const used = [...new Set([...looked, ...sizes])].sort((a, b) => a - b);
  const neededWhen = item.facts.map((fact) => fact.neededWhen && compileCondition(fact.neededWhen, context));

  const baseUnit = parts.reduce((unit, part) => lcm(unit, part.perPoint), HUNDREDTHS) * scale[1];
  const over = parts.flatMap((part) => part.sharedOver ?? []);
  const unit = over.length
    ? (values: Values) => over.reduce((ticks, position) => ticks * (values[position] || 1), baseUnit)
    : () => baseUnit;
  // What is there before any criterion counts, or what deductions are taken from before they touch what was won.
  const beforehand = hundredths(start === 'own' ? deductsInFull : start === 'zero' ? 0 : item.points - awardsInFull);
  const itemPoints = hundredths(item.points);

  const floored =
    combination.floor === undefined ? general(rulebook.general.floor) !== 'none' : combination.floor === 'always';

  function total(list: Part[], values: Values, ticks: number): number {
    let result = 0;
    for (const part of list) result += part.value(values, ticks);
    return result;
  }

  function raw(values: Values, ticks: number): number {
    for (const part of voids) if (part.value(values, ticks)) return 0;
    if (plainSum) {
      let sum = beforehand * (ticks / HUNDREDTHS);
      for (const value of summands) sum += value(values, ticks);
      return sum;
    }
    const lost = total(deducts, values, ticks);
    const won =
      take === 'lowest' ? Math.min(...awards.map((part) => part.value(values, ticks))) : total(awards, values, ticks);
    const left = beforehand * (ticks / HUNDREDTHS) + lost;
    const sum = won + (start === 'pool' ? Math.max(0, left) : left);
    return Math.round((sum * scale[0]) / scale[1]);
  }

  function within(sum: number, ticks: number): Fraction {
    if (floored && sum < 0) return fraction(0, ticks);
    const most = itemPoints * (ticks / HUNDREDTHS);
    return fraction(!item.penalty && sum > most ? most : sum, ticks);
  }

  function points(values: Values): Fraction {
    const ticks = unit(values);
    return within(raw(values, ticks), ticks);
  }

  function effect({ parts: own }: CompiledCriterion, values: Values, ticks: number): number {
    let result = 0;
    for (const part of own) {
      const value = part.value(values, ticks);
      if (part.kind === 'void') result -= value * item.points * ticks;
      else if (part.kind === 'award' && start === 'full') result += value - part.full * ticks;
      else result += value;
    }
    return result;
  }

  function due(position: number, values: Values): number {
    const days = criteria.flatMap(({ criterion, parts: own }) =>
      own
        .filter((part) => part.facts.includes(position))
        .map((part) => part.deadline?.(values) ?? (criterion.due ? isoToDay(criterion.due) : yearEnd)),
    );
    // The year's end closes everything; a deadline counted from a day that is not known falls back on it.
    return Math.min(yearEnd, ...(days.length ? [Math.max(...days)] : []));
  }

  return {
    item,
    criteria,
    combination,
    reserve: beforehand / HUNDREDTHS,
    floored,
    used,
    absent: item.facts.map((fact) => fact.absent ?? NaN),
    scratch: item.facts.map((fact) => fact.absent ?? NaN),
    sizes,
    neededWhen,
    readings: [...readings].sort(),
    due,
    unit,
    points,
    effect,
    raw,
    within,
  };
}

/** A rulebook's items, compiled for one choice of readings. */
export interface CompiledRulebook<R extends Rules = Rulebook> {
  rulebook: R;
  choice: ReadingChoice;
  item(id: string): CompiledItem<R['bonus']> | undefined;
}

const compiled = new WeakMap<Rules, Map<string, CompiledRulebook<Rules>>>();

function lazily<R extends Rules>(rulebook: R, choice: ReadingChoice): CompiledRulebook<R> {
  const sources = new Map(itemsOf<R['bonus']>(rulebook).map((item) => [item.id, item]));
  const items = new Map<string, CompiledItem<R['bonus']>>();
  return {
    rulebook,
    choice,
    item(id) {
      let found = items.get(id);
      const source = sources.get(id);
      if (!found && source) items.set(id, (found = compile(rulebook, source, choice)));
      return found;
    },
  };
}

/** Each item is compiled once per choice of readings, when it is first asked for. */
export function compileRulebook<R extends Rules>(rulebook: R, choice: ReadingChoice = {}): CompiledRulebook<R> {
  let choices = compiled.get(rulebook) as Map<string, CompiledRulebook<R>> | undefined;
  if (!choices) compiled.set(rulebook, (choices = new Map()));
  const key = Object.keys(choice)
    .sort()
    .map((id) => `${id}=${choice[id]}`)
    .join(';');
  let result = choices.get(key);
  if (!result) {
    result = lazily(rulebook, choice);
    // The choices that people make are few; a caller that tries thousands must not fill the memory.
    if (choices.size > 200) choices.clear();
    choices.set(key, result);
  }
  return result;
}
