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
const UNTICKED = /[□☐]\s*[^□☐☑☒■√✓✔\s]{1,16}(?:[（(][^（）()]*[)）])?/g;
const TICKED = /[☑■√✓✔☒](?=\s*[\u4e00-\u9fff])/g;
/** 是□ 否☑: so it is with what stands before the boxes, where they stand behind the answers. */
const UNTICKED_BEFORE = /[^□☐☑☒■√✓✔\s]{1,16}\s*[□☐]/g;
const TICKED_BEFORE = /(?<=[\u4e00-\u9fff]\s*)[☑■√✓✔☒]/g;
const BEHIND = /^\s*[^\s□☐☑☒■√✓✔].*[□☐☑☒■√✓✔]\s*$/;
const STRETCH = /[^，,。；;：:（()）\n]+(?:[（(][^（）()□☐☑☒■√✓✔]*[)）])?/g;
const BLANKS = /[_＿]+/g;

/** Lines that begin with a box, of which none is ticked and some say more than an answer: □清单已公布，6月12日报送. */
function hasBullets(original: string): boolean {
  const lines = original.split('\n').filter((line) => /[□☐]/.test(line));
  return (
    !/[☑☒■√✓✔]/.test(original) &&
    lines.every((line) => /^\s*[□☐][^□☐]*$/.test(line)) &&
    lines.some((line) => /[，,。；;：:]\s*\S|\d/.test(line))
  );
}

/** 是（ ） 否（√）: brackets to tick in are boxes. */
const TICK_HERE = /[（(]\s*[√✓✔]\s*[)）]|[是否有无]\s*[（(]\s*[)）]/;
const BRACKET = /[（(](\s*[√✓✔]?\s*)[)）]/g;

function withBoxes(original: string): string {
  if (!TICK_HERE.test(original) || !/[（(]\s*[)）]/.test(original)) return original;
  return original.replace(BRACKET, (whole, inside: string) => (inside.trim() ? '☑' : '□').padEnd(whole.length));
}

/** 是否明确办结时限（否）: the answer in brackets behind its question. */
const ASIDE = /[（(][^（）()]{1,12}[)）]/g;

/** What stands for a character of a form to tick and to fill in, whose blanks of underscores and boxes are no words. */
function marksOfForm(original: string): (at: number) => string | undefined {
  const form = withBoxes(original);
  const marks = new Map<number, string>();
  const mark = (text: string, pattern: RegExp, offset = 0): void => {
    for (const match of text.matchAll(pattern))
      for (let at = match.index; at < match.index + match[0].length; at++) marks.set(offset + at, '');
  };
  mark(form, BLANKS);
  const hasBoxes = /[□☐]/.test(form);
  if (hasBoxes && hasBullets(form)) mark(form, /[□☐]/g);
  else if (hasBoxes) {
    for (const { index, 0: stretch } of form.matchAll(STRETCH))
      for (const pattern of BEHIND.test(stretch) ? [UNTICKED_BEFORE, TICKED_BEFORE] : [UNTICKED, TICKED])
        mark(stretch, pattern, index);
  }
  if (form !== original) mark(original, BRACKET);
  for (const { index, 0: aside } of original.matchAll(ASIDE)) {
    const said = [...aside.slice(1, -1)].filter((_, i) => marks.get(index + 1 + i) === undefined).join('');
    if (/^\s*[是否]\s*$/.test(said)) marks.set(index, ':').set(index + aside.length - 1, '，');
  }
  return (at) => marks.get(at);
}

export function normalise(original: string): Normalised {
  const markAt = marksOfForm(original);
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of original) {
    const piece = markAt(offset) ?? evened(character);
    text += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
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
