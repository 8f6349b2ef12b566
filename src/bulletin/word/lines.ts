/** What may not begin a line (closing marks, the units of dates), and what may not end one. */
const NOT_FIRST = /[，。、；：！？）》〕”’%％年月日]/;
const NOT_LAST = /[（《〔“‘]/;

/** A phrase ends before one of these, or after one of those. */
const OPENS = /[（《〔“]/;
const CLOSES = /[，、：）》〕”]/;
/** How far from the middle a line may break for the sake of a phrase, in characters. */
const WORTH = 5;

/** Width in full characters: figures and Latin letters are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (character.codePointAt(0)! < 0x2e80 && !/[“”‘’—…]/.test(character) ? 0.5 : 1),
    0,
  );
}

/** Breaks a heading into as few lines as fit, all about as long, never inside a number or before a closing mark. */
export function balanced(text: string, perLine: number): string[] {
  const count = Math.ceil(widthOf(text) / perLine);
  const lines: string[] = [];
  let rest = [...text];
  for (let left = count; left > 1 && rest.length > 0; left -= 1) {
    const target = widthOf(rest.join('')) / left;
    const cut = bestCut(rest, target, perLine);
    lines.push(rest.slice(0, cut).join(''));
    rest = rest.slice(cut);
  }
  if (rest.length > 0) lines.push(rest.join(''));
  return lines;
}

/** The allowed break nearest to a width, better between phrases than within one. */
function bestCut(text: string[], target: number, most: number): number {
  let best = Math.min(text.length, Math.max(1, Math.floor(most)));
  let distance = Infinity;
  let width = 0;
  for (let at = 1; at < text.length; at += 1) {
    width += widthOf(text[at - 1]);
    if (width > most) break;
    if (NOT_FIRST.test(text[at]) || NOT_LAST.test(text[at - 1]) || /\d\d/.test(text[at - 1] + text[at])) continue;
    const inPhrase = !OPENS.test(text[at]) && !CLOSES.test(text[at - 1]);
    const off = Math.abs(width - target) + (inPhrase ? WORTH : 0);
    if (off < distance) [best, distance] = [at, off];
  }
  return best;
}
