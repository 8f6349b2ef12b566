import fc from 'fast-check';
import rulebook from '../../src/rulebook/default';
import { isoToDay } from '../../src/rulebook/day';
import type { Fact, Item, ReadingChoice } from '../../src/rulebook/model';
import type { Given } from '../../src/scoring/parse-fact';
import { representatives } from './representatives';

/** Engine values of one fact: anything that can be reported, and often one of those that scores turn on. */
export function factValue(item: Item, fact: Fact): fc.Arbitrary<number> {
  const telling = fc.constantFrom(...representatives(item, fact));
  const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100);
  switch (fact.type) {
    case 'bool':
      return telling;
    case 'count':
      return fc.oneof(telling, fc.integer({ min: fact.zero ? 1 : 0, max: 30 }));
    case 'percent':
      return fc.oneof(telling, hundredths(100), fc.double({ min: 0, max: 100, noNaN: true }));
    case 'mark':
      return fc.oneof(telling, hundredths(fact.max!));
    case 'number':
      return fc.oneof(telling, hundredths(30));
    default: {
      const days = fc.integer({ min: isoToDay('2023-01-01'), max: isoToDay('2024-01-31') });
      return fact.type === 'dateOrNever' ? fc.oneof(telling, days, fc.constant(Infinity)) : fc.oneof(telling, days);
    }
  }
}

/** An option of each reading that has some. */
export const readingChoices: fc.Arbitrary<ReadingChoice> = fc.record(
  Object.fromEntries(
    rulebook.readings.flatMap(({ id, options }) =>
      options ? [[id, fc.constantFrom(...Object.keys(options).map(Number))]] : [],
    ),
  ),
);

/** A value for every fact of an item. */
export function factValues(item: Item): fc.Arbitrary<number[]> {
  return fc.tuple(...item.facts.map((fact) => factValue(item, fact)));
}

/** An item's facts, each known or missing. */
export function givenFacts(item: Item): fc.Arbitrary<Given[]> {
  return fc.tuple(
    ...item.facts.map((fact) =>
      fc
        .option(factValue(item, fact), { freq: 3 })
        .map((value): Given => (value === null ? { is: 'missing' } : { is: 'value', value })),
    ),
  );
}
