import rulebook from '../../src/rulebook/default';
import { isoToDay } from '../../src/rulebook/day';
import type { Item, ReadingChoice, Rulebook } from '../../src/rulebook/model';
import { itemsOf } from '../../src/rulebook/rules';
import { compileRulebook, type CompiledItem } from '../../src/scoring/compile';
import { toPoints } from '../../src/scoring/fraction';
import type { FactValue, ItemScore } from '../../src/scoring/item-score';
import { fromFactValue, type Given } from '../../src/scoring/parse-fact';
import { scoreItem } from '../../src/scoring/score-item';

/** Facts by id, as the outside writes them: percent in percent points, ISO days, "never". */
export type Facts = { [fact: string]: FactValue };

export const items = itemsOf(rulebook);

/** How often a property is tried. A tenth where each of some thousand mutants has it tried anew (`npm run mutation`). */
export const runs = (times: number): { numRuns: number } => ({
  numRuns: process.env.STRYKER_MUTATOR_WORKER === undefined ? times : Math.ceil(times / 10),
});

export function compiledItem(id: string, readings: ReadingChoice = {}, book: Rulebook = rulebook): CompiledItem {
  const compiled = compileRulebook(book, readings).item(id);
  if (!compiled) throw new Error(`No item ${id}`);
  return compiled;
}

/** An item's facts in its order; what is not named is missing. */
export function inOrder(item: Item, facts: Facts, year = rulebook.year): Given[] {
  for (const id of Object.keys(facts)) {
    if (!item.facts.some((fact) => fact.id === id)) throw new Error(`${item.id} has no fact ${id}`);
  }
  return item.facts.map((fact) => fromFactValue(fact, facts[fact.id], year));
}

/** @param asOf the cut-off day, ISO */
export function score(id: string, facts: Facts, readings: ReadingChoice = {}, asOf?: string): ItemScore {
  const compiled = compiledItem(id, readings);
  return scoreItem(compiled, inOrder(compiled.item, facts), asOf === undefined ? undefined : isoToDay(asOf));
}

/** The points of an item whose facts are all there. */
export function points(id: string, facts: Facts, readings: ReadingChoice = {}): number {
  const result = score(id, facts, readings);
  if (!result.points) throw new Error(`${id} is ${result.state}: ${result.missing.join()}`);
  return toPoints(result.points);
}

/** Lowest and highest points that are still possible. */
export function range(id: string, facts: Facts, asOf?: string, readings: ReadingChoice = {}): [number, number] {
  const { low, high } = score(id, facts, readings, asOf);
  return [toPoints(low), toPoints(high)];
}

/** Facts with which an item gets all that it can: its first example, which gives full points in every item but 3.2. */
export function fullMarks(id: string): Facts {
  if (id === '3.2') return { full_online: 93, zero_trip: 96 };
  return items.find((item) => item.id === id)!.examples[0].facts;
}
