import { isoToDay } from '../../src/rulebook/day';
import type { Fact, Item } from '../../src/rulebook/model';
import rulebook from '../../src/rulebook/default';
import { fromFactValue } from '../../src/scoring/parse-fact';

/** Every number in the criteria that look at a fact: the bounds that its scores turn on. */
function boundsOf(item: Item, fact: Fact): number[] {
  const rules = item.criteria
    .map((criterion) => JSON.stringify(criterion.rule))
    .filter((rule) => rule.includes(`"${fact.id}"`));
  return rules.flatMap((rule) =>
    [...rule.matchAll(/"(?:from|above|upTo|below|atLeast|atMost)":(\d+(?:\.\d+)?)/g)].map(([, number]) =>
      Number(number),
    ),
  );
}

function exampleValues(item: Item, fact: Fact): number[] {
  return item.examples.flatMap(({ facts }) => {
    const given = fromFactValue(fact, facts[fact.id], rulebook.year);
    return given.is === 'value' ? [given.value] : [];
  });
}

/**
 * Engine values of a fact among which are its worst, its best and one in every step of every scale: what its score can
 * be is what these make it. Sizes of 0 are left out where they make the item not applicable.
 */
export function representatives(item: Item, fact: Fact): number[] {
  const unique = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  const near = (values: number[], step: number, top: number) =>
    unique(values.flatMap((value) => [value - step, value, value + step])).filter(
      (value) => value >= 0 && value <= top,
    );
  switch (fact.type) {
    case 'bool':
      return [0, 1];
    case 'percent':
      return unique([0, 100, ...near(boundsOf(item, fact), 0.01, 100)]);
    case 'number':
      return unique([0, 99, ...near(boundsOf(item, fact), 0.01, 99)]);
    case 'mark':
      return [0, 1.25, fact.max!];
    case 'count':
      return unique([0, 1, 2, 3, 4, 20, 5000]).filter((value) => value > 0 || !fact.zero);
    default: {
      const days = near(exampleValues(item, fact).filter(Number.isFinite), 1, Infinity);
      const known = [isoToDay('2022-01-01'), ...days, isoToDay('2024-01-01')];
      return unique(fact.type === 'dateOrNever' ? [...known, Infinity] : known);
    }
  }
}
