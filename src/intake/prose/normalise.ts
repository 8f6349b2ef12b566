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

/** ☑用水 ☑用电 □用气: things of which any number may be ticked, where none is a number or denies another (☑已设 □未设). */
const OPTIONS = /([□☐☑☒■√✓✔])\s*([^□☐☑☒■√✓✔\s]{1,16})/g;
const ONE_OF = /\d|^(?:[是有]$|否|无|未|不|没|尚|暂)/;

function thingsToTick(stretch: string): RegExpExecArray[] {
  const options = [...stretch.matchAll(OPTIONS)];
  return options.length > 1 && !options.some(([, , option = '']) => ONE_OF.test(option)) ? options : [];
}

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

/** 原报已设9个，经核实更正为8个: the figure that was put right, up to the one that counts. */
const PUT_RIGHT =
  /(原(?:报|填报?|上报)(?:数|值)?为?)([^\d，。；;\n]{0,12})(\d[^。；;\n]{0,60}?(?:更正|订正|核定|修正|改正?)(?:为|成))(?=\s*\d)/g;

/** 跑动次数（ 0.06 ）次: a blank of brackets that was filled in. */
const FILLED_IN =
  /(?<=[\u4e00-\u9fff])([（(]\s*)[\d０-９.．]+(\s*[)）])(?=\s*(?:[%％]|[次个件家户种类处条起天](?!别)|项(?!目)))/g;
/** 《云南省…简报》刊登5次（不计）: what the writer leaves out of the count. */
const LEFT_OUT = /[^，,。；;\n]*[（(](?:不计分?|不作统计|暂?不申请)[)）]/g;
/** 零发生, 零投诉. */
const ZERO = /零(?=发生|发现)|零(?=投诉|举报|差错|错误|逾期|超时|缺席|迟报|漏报)/g;
/** 1件关于失业金材料要求的投诉: what it was about parts the number from its noun. */
const ABOUT_WHAT = /(?<=\d[件起次条个])((?:关于|有关|因|反映)[^，。；;\n\d]{2,40}?的)(?=投诉|举报|差评)/g;

/** What stands for a character of a form to tick and to fill in, whose blanks of underscores and boxes are no words. */
function marksOfForm(original: string): (at: number) => string | undefined {
  const form = withBoxes(original);
  const marks = new Map<number, string>();
  const mark = (text: string, pattern: RegExp, offset = 0): void => {
    for (const match of text.matchAll(pattern))
      for (let at = match.index; at < match.index + match[0].length; at++) marks.set(offset + at, '');
  };
  mark(form, BLANKS);
  for (const pattern of [LEFT_OUT, ABOUT_WHAT]) mark(original, pattern);
  for (const { index, 0: whole, 1: open = '', 2: close = '' } of original.matchAll(FILLED_IN)) {
    for (let at = index; at < index + open.length; at++) marks.set(at, '');
    for (let at = index + whole.length - close.length; at < index + whole.length; at++) marks.set(at, '');
  }
  for (const { index } of original.matchAll(ZERO))
    marks.set(index, /^发/.test(original.slice(index + 1)) ? '未' : '无');
  for (const { index, 1: was = '', 2: words = '', 3: until = '' } of original.matchAll(PUT_RIGHT)) {
    const from = index + was.length + words.length;
    for (let at = index; at < from + until.length; at++) if (at < index + was.length || at >= from) marks.set(at, '');
  }
  const hasBoxes = /[□☐]/.test(form);
  if (hasBoxes && hasBullets(form)) mark(form, /[□☐]/g);
  else if (hasBoxes) {
    for (const { index, 0: stretch } of form.matchAll(STRETCH)) {
      const things = BEHIND.test(stretch) ? [] : thingsToTick(stretch);
      for (const { index: at, 0: thing, 1: box } of things) {
        const last = index + at + thing.length - 1;
        marks.set(index + at, '').set(last, `${form[last]}${/[□☐]/.test(box ?? '') ? '×' : '√'}`);
      }
      if (things.length) continue;
      for (const pattern of BEHIND.test(stretch) ? [UNTICKED_BEFORE, TICKED_BEFORE] : [UNTICKED, TICKED])
        mark(stretch, pattern, index);
    }
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

/** 加盖100% 关联100% 种类3: figures in a row with nothing but blanks between them. */
const FIGURE_IN_ROW = /(?<=[\u4e00-\u9fff:][\d.]+[%项个次件家种类条户起分]?) +(?=[\u4e00-\u9fff]{2,}([:为]?\d)?)/g;

/** Blanks go, except where they keep two numbers, a list number and a number, or two figures in a row apart. */
function withoutBlanks(original: string, loose: string, looseStarts: number[], looseEnds: number[]): Normalised {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const inRow = [...loose.matchAll(FIGURE_IN_ROW)];
  const isRow = inRow.filter(([, figure]) => figure !== undefined).length > 1;
  const parting = new Set(isRow ? inRow.map(({ index }) => index) : []);
  for (let i = 0; i < loose.length; i++) {
    if (loose[i] === ' ') {
      const next = loose.slice(i).search(/[^ ]/);
      const keeps = /[\d.]$/.test(text) && next > 0 && /\d/.test(loose[i + next]);
      // 水√ 电√ 气×: each with an answer of its own.
      const parts = parting.has(i) || (/[√×]$/.test(text) && next > 0 && /[\u4e00-\u9fff]/.test(loose[i + next]));
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
