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

/** Places whose rank no open points can change any more: no rival can end on the other side of them. */
export function settledPlaces({ places }: Standing): Place[] {
  const [low, high] = [({ card }: Place) => rankedBy(card), ({ card }: Place) => toPoints(card.total.high)];
  const isApart = (one: Place, other: Place) =>
    low(one) > high(other) || high(one) < low(other) || (low(one) === high(other) && high(one) === low(other));
  return places.filter((place) => places.every((other) => other === place || isApart(place, other)));
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
