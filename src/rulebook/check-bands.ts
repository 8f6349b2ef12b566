import type { Band } from './model';

/** An end of a band: the number, and whether the band holds it. */
interface End {
  at: number;
  held: boolean;
}

function lower(band: Band): End | undefined {
  if ((band.from === undefined) === (band.above === undefined)) return undefined;
  return band.from !== undefined ? { at: band.from, held: true } : { at: band.above!, held: false };
}

function upper(band: Band): End | undefined {
  if (band.upTo !== undefined && band.below !== undefined) return undefined;
  if (band.upTo !== undefined) return { at: band.upTo, held: true };
  return { at: band.below ?? Infinity, held: false };
}

/**
 * Bands must cover everything from 0 to `top` (100 for rates, no limit otherwise) with neither holes nor overlaps.
 * @param say gets the position of the band at fault and a Chinese sentence
 */
export function checkBands(bands: Band[], top: number, say: (index: number, message: string) => void): void {
  const ends = bands.map((band, index) => ({ index, low: lower(band), high: upper(band) }));
  for (const { index, low, high } of ends) {
    if (!low) say(index, '这一档应以from或above之一开头');
    else if (!high) say(index, '这一档只能有upTo和below之一');
    else if (low.at > high.at || (low.at === high.at && !(low.held && high.held))) say(index, '这一档是空的');
  }
  if (ends.some(({ low, high }) => !low || !high)) return;
  const ordered = ends.sort((a, b) => a.low!.at - b.low!.at || Number(b.low!.held) - Number(a.low!.held));
  let reached: End = { at: 0, held: false };
  for (const { index, low, high } of ordered) {
    const begins = low!;
    const hole = begins.at > reached.at || (begins.at === reached.at && !reached.held && !begins.held);
    const overlap = begins.at < reached.at || (begins.at === reached.at && reached.held && begins.held);
    if (hole) say(index, `${reached.at}与${begins.at}之间没有任何一档`);
    if (overlap) say(index, `与前一档在${begins.at}处重叠`);
    reached = high!;
  }
  const last = ordered[ordered.length - 1];
  if (!last) return;
  const complete = reached.at > top || (reached.at === top && (reached.held || top === Infinity));
  if (!complete) say(last.index, `${reached.at}以上没有任何一档`);
}
