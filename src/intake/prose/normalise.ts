/**
 * Text as people type it, evened out for reading: full-width letters and digits become plain ones, dashes, quotes and
 * blanks are unified. Every character remembers where it stood, so a quotation is always the writer's own words.
 */
export interface Normalised {
  text: string;
  /** The writer's words for a stretch of the evened-out text. */
  quote(from: number, to: number): string;
}

const QUOTES = /["'“”‘’「」『』《》〈〉＂＇`*]/;
const DASHES = /[‐‑‒–—―−－﹣~～〜─]/;
const CIRCLED = /[\u2460-\u249b\u2776-\u2793]/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/;

const REPLACED: { [character: string]: string } = {
  '，': '，',
  '；': '；',
  '…': '，',
  '｡': '。',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
  '√': '√',
  '✓': '√',
  '✔': '√',
  '☑': '√',
  '×': '×',
  '✗': '×',
  '✘': '×',
  '☒': '×',
};

/** What most characters of a report are, and what evening out leaves alone. */
const EVEN = /[\u4e00-\u9fffa-z0-9]/;

function evened(character: string): string {
  if (EVEN.test(character)) return character;
  const replaced = REPLACED[character];
  if (replaced !== undefined) return replaced;
  if (QUOTES.test(character) || INVISIBLE.test(character)) return '';
  if (DASHES.test(character)) return '-';
  if (CIRCLED.test(character)) return '\n';
  if (character === '\r' || character === '\n' || character === '\u2028') return '\n';
  if (/\s/.test(character)) return ' ';
  const plain = character.normalize('NFKC').toLowerCase();
  if (/^\s+$/.test(plain)) return ' ';
  return plain === ';' ? '；' : plain;
}

/** ☑是 □否: a box that is not ticked and what stands behind it say nothing. */
const UNTICKED = /[□☐]\s*[^□☐☑☒■√✓✔\s，,。；;：:（(]{1,16}(?:[（(][^（）()]*[)）])?/g;
const TICKED = /[☑■√✓✔☒](?=\s*[\u4e00-\u9fff])/g;

/** Where a form to tick and to fill in has its own marks: blanks of underscores, and boxes. */
function marksOfForm(original: string): (at: number) => boolean {
  if (!/[□☐_＿]/.test(original)) return () => false;
  const marks = new Set<number>();
  const boxes = /[□☐]/.test(original) ? [UNTICKED, TICKED] : [];
  for (const match of [...boxes, /[_＿]+/g].flatMap((pattern) => [...original.matchAll(pattern)]))
    for (let at = match.index; at < match.index + match[0].length; at++) marks.add(at);
  return (at) => marks.has(at);
}

export function normalise(original: string): Normalised {
  const isMark = marksOfForm(original);
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (piece: string, start: number, end: number): void => {
    for (const unit of piece.split('')) {
      text += unit;
      starts.push(start);
      ends.push(end);
    }
  };
  let offset = 0;
  for (const character of original) {
    put(isMark(offset) ? '' : evened(character), offset, offset + character.length);
    offset += character.length;
  }
  return withoutBlanks(original, text, starts, ends);
}

/** Blanks go, except where they keep two numbers, or a list number and a number, apart. */
function withoutBlanks(original: string, loose: string, looseStarts: number[], looseEnds: number[]): Normalised {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < loose.length; i++) {
    if (loose[i] === ' ') {
      const next = loose.slice(i).search(/[^ ]/);
      const keeps = /[\d.]$/.test(text) && next > 0 && /\d/.test(loose[i + next]);
      // 水√ 电√ 气×: each with an answer of its own.
      const parts = /[√×]$/.test(text) && next > 0 && /[\u4e00-\u9fff]/.test(loose[i + next]);
      if (!keeps && !parts) continue;
      if (parts) {
        text += '，';
        starts.push(looseStarts[i]);
        ends.push(looseEnds[i]);
        continue;
      }
    }
    text += loose[i];
    starts.push(looseStarts[i]);
    ends.push(looseEnds[i]);
  }
  return {
    text,
    quote: (from, to) => (to > from ? original.slice(starts[from], ends[to - 1]).trim() : ''),
  };
}
