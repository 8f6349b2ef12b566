import type { Mention } from './mentions';
import type { Passage } from './passage';
import type { Found, PartPlace } from './phrases';

/** How well words that were found belong to a number or day, by how near they stand. */

/** The nearness of words that another number has to itself. */
const FAR = 0.3;
/** Below this the words are too far away to mean the number. */
export const ENOUGH = 2;
const ANOTHER_DAY = /次日|翌日|第二[天日]|隔[天日]|随后|其后|之后|日后/;

/** Where the numbers next to one stand, in its clause and of its kind. */
export interface Neighbours {
  /** Where the last one before it starts; -1 when there is none. */
  before: number;
  /** Where the first one after it ends; Infinity when there is none. */
  after: number;
}

/** null: it is the only one. */
export function neighboursOf({ kind, at }: Mention, mentions: Mention[]): Neighbours | null {
  let [before, after] = [-1, Infinity];
  const others = mentions.filter((other) => other.at !== at && other.kind === kind);
  if (!others.length) return null;
  for (const other of others) {
    if (other.at.end <= at.start) before = Math.max(before, other.at.start);
    if (other.at.start >= at.end) after = Math.min(after, other.at.end);
  }
  return { before, after };
}

/** How near a part of a phrase stands to a number, 0..4. */
function nearness(passage: Passage, place: PartPlace, mention: Mention, others: Neighbours | null): number {
  if (place.back) return 1.2 / place.back;
  const at = mention.at;
  const before = place.end <= at.start;
  if (!before && place.start < at.end) return 0;
  const [from, to] = before ? [place.end, at.start] : [at.end, place.start];
  if (others && (before ? others.before >= from : others.after <= to)) return FAR;
  const gap = to - from;
  const near = before ? 4 - gap * 0.13 : 3.3 - gap * 0.18;
  if (near <= FAR) return FAR;
  const apart = others && passage.text.slice(from, to).includes('、') ? 1.5 : 0;
  return Math.max(FAR, near - apart);
}

export function weigh(
  passage: Passage,
  found: Found,
  weak: boolean,
  mention: Mention,
  others: Neighbours | null,
): { score: number; places: PartPlace[]; own: boolean } | undefined {
  const best = found.map((places) => {
    let [nearest, most] = [places[0], -Infinity];
    for (const place of places) {
      const score = nearness(passage, place, mention, others);
      if (score > most) [nearest, most] = [place, score];
    }
    return { place: nearest, score: most };
  });
  // What happened on a day is its verb; a further day in between has it to itself.
  if (mention.kind === 'date' && best[best.length - 1].score <= FAR) return undefined;
  // 6月15日公布并于次日报送: the day of the second deed is not written.
  const deed = best[best.length - 1].place;
  if (mention.kind === 'date' && ANOTHER_DAY.test(passage.text.slice(mention.at.end, deed.start))) return undefined;
  const own = best.some(({ place, score }) => !place.back && score > FAR);
  const scores = best.map(({ score }) => score).sort((a, b) => b - a);
  const length = best.reduce((sum, { place }) => sum + (place.back ? 0 : place.end - place.start), 0);
  const score = scores[0] + scores.slice(1).reduce((sum, one) => sum + one, 0) / 2 + length * 0.05 - (weak ? 2.5 : 0);
  return { score, places: best.map(({ place }) => place), own };
}
