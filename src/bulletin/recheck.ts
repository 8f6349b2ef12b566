import type { Scorecard } from '../assessment';
import type { Criterion, Item } from '../rulebook/model';
import { compare, fromDecimal, sum, type Fraction } from '../scoring/fraction';
import type { Loss, LossFinder } from './losses';
import type { PreviousScores } from './model';

/** solved: nothing is lost there any more. open: still losing. unverified: this quarter's data don't say. */
export type RecheckState = 'solved' | 'open' | 'unverified';

/** A problem of an earlier quarter and what has become of it. */
export interface Rechecked {
  unit: string;
  item: Item;
  criteria: Criterion[];
  before: Fraction;
  /** What is lost on it now; several losses together when they are told apart more finely now. */
  losses: Loss[];
  now: Fraction;
  state: RecheckState;
}

export interface Recheck {
  quarter: string;
  problems: Rechecked[];
  /** At least one unit was assessed both times. */
  compared: boolean;
  /** Losses that units assessed both times did not have then. */
  added: Loss[];
}

/** Whether two losses are about the same sentences; one that names no sentence is about the whole item. */
function overlap(a: string[], b: string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((id) => b.includes(id));
}

const idsOf = (loss: Loss) => loss.criteria.map(({ id }) => id);

/** Compares this quarter's losses with an earlier quarter's problems; undefined when those are not known. */
export function recheckOf(
  previous: PreviousScores | undefined,
  cards: Scorecard[],
  losses: Loss[],
  item: (id: string) => Item | undefined,
  finder: LossFinder,
): Recheck | undefined {
  if (!previous?.problems) return undefined;

  function stateOf(unit: string, on: Item, criteria: Criterion[]): RecheckState {
    const score = cards.find((card) => card.unit === unit)?.items.find((candidate) => candidate.item === on.id);
    if (!score || score.state === 'notApplicable') return 'unverified';
    const lines = score.lines.filter(
      (line) => criteria.length === 0 || criteria.some(({ id }) => id === line.criterion),
    );
    return lines.length > 0 && lines.every((line) => finder.isMet(line, on)) ? 'solved' : 'unverified';
  }

  const matched = new Set<Loss>();
  const problems = previous.problems.flatMap((problem): Rechecked[] => {
    const on = item(problem.item);
    if (!on) return [];
    const criteria = on.criteria.filter(({ id }) => problem.criteria.includes(id));
    const still = losses.filter(
      (loss) => loss.unit === problem.unit && loss.item === on && overlap(idsOf(loss), problem.criteria),
    );
    still.forEach((loss) => matched.add(loss));
    return [
      {
        unit: problem.unit,
        item: on,
        criteria,
        before: fromDecimal(problem.lost),
        losses: still,
        now: sum(still.map((loss) => loss.lost)),
        state: still.length > 0 ? 'open' : stateOf(problem.unit, on, criteria),
      },
    ];
  });
  const known = new Set(previous.scores.map(({ unit }) => unit));
  const added = losses.filter((loss) => known.has(loss.unit) && !matched.has(loss));
  return { quarter: previous.quarter, problems, compared: cards.some((card) => known.has(card.unit)), added };
}

/** Whether more is lost now than then. */
export function isWorse({ now, before }: Rechecked): boolean {
  return compare(now, before) > 0;
}
