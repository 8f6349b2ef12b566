import type { Fact } from '../rulebook/model';

/** More than any real count; sizes of tasks go beyond it so that they can never be reached. */
const PLENTY = 1e9;
/** A missing count of findings is taken to be this at worst; every item is long lost by then. */
const MANY = 100;
const FIRST_DAY = 1;
/** In the year 9839: late enough, and a month later is still a day that Excel knows. */
const LAST_DAY = 2900000;

/** The value of a fact that is worst, or best, for the score. */
export function extremes(fact: Fact): { worst: number; best: number } {
  switch (fact.type) {
    case 'bool':
      return fact.better === 'yes' ? { worst: 0, best: 1 } : { worst: 1, best: 0 };
    case 'percent':
      return fact.better === 'more' ? { worst: 0, best: 100 } : { worst: 100, best: 0 };
    case 'mark':
      return { worst: 0, best: fact.max! };
    case 'date':
    case 'dateOrNever':
      return fact.better === 'later'
        ? { worst: FIRST_DAY, best: LAST_DAY }
        : { worst: fact.type === 'dateOrNever' ? Infinity : LAST_DAY, best: FIRST_DAY };
    default:
      if (fact.better === 'more') return { worst: 0, best: PLENTY };
      // A size of 0 is best: nothing to do, all done. Where it makes the item not applicable, 1 is the best that scores.
      return fact.nature === 'given' ? { worst: 2 * PLENTY, best: fact.zero ? 1 : 0 } : { worst: MANY, best: 0 };
  }
}

/** True when `b` is a better value than `a`. */
export function isBetter(fact: Fact, a: number, b: number): boolean {
  const { worst, best } = extremes(fact);
  return best > worst ? b > a : b < a;
}
