import type { Scorecard } from '../assessment';
import type { Unit } from '../rulebook/model';
import { toPoints } from '../scoring/fraction';

export type Kind = Unit['kind'];

export interface Place {
  /** Equal totals share a rank; the next rank counts them all: 1, 1, 3. */
  rank: number;
  card: Scorecard;
}

/** Units of one kind, best first. */
export interface Standing {
  kind: Kind;
  places: Place[];
}

const KINDS: Kind[] = ['县级部门', '乡镇(街道)', '其他'];

/** What a unit is ranked by: its low total, rounded as it is shown, never a guess. */
export function rankedBy(card: Scorecard): number {
  return toPoints(card.total.low);
}

/** County departments and townships apart; equal totals keep the order in which the cards came. */
export function standings(cards: Scorecard[], kindOf: (unit: string) => Kind): Standing[] {
  return KINDS.map((kind) => {
    const sorted = cards.filter((card) => kindOf(card.unit) === kind).sort((a, b) => rankedBy(b) - rankedBy(a));
    const places = sorted.map((card) => ({
      card,
      rank: sorted.findIndex((other) => rankedBy(other) === rankedBy(card)) + 1,
    }));
    return { kind, places };
  }).filter(({ places }) => places.length > 0);
}
