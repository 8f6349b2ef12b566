import type { Fact, Rounding } from '../rulebook/model';
import type { ItemRules } from '../rulebook/rules';
import type { Resolver } from './resolve';

/** A fact's engine values in the item's order of facts; NaN where a value is missing. */
export type Values = readonly number[];

/** What the parts of one item's rules are put together with. */
export interface Context {
  item: ItemRules;
  /** The last day of the rulebook's year. */
  yearEnd: number;
  /** The general rounding of rates. */
  rounding: Rounding;
  resolve: Resolver;
  /** Position of a fact among the item's facts. */
  at(fact: string): number;
  fact(id: string): Fact;
}

export function makeContext(item: ItemRules, yearEnd: number, rounding: Rounding, resolve: Resolver): Context {
  const position = new Map(item.facts.map((fact, index) => [fact.id, index]));
  function at(id: string): number {
    const index = position.get(id);
    if (index === undefined) throw new RangeError(`${item.id} has no fact ${id}`);
    return index;
  }
  return { item, yearEnd, rounding, resolve, at, fact: (id) => item.facts[at(id)] };
}
