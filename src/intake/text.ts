import { Memo } from '../rulebook/memo';

const PURE_CHINESE = /^[\u4e00-\u9fa5]+$/;
/** How many texts are remembered: those of a few large workbooks. */
const REMEMBERED = 5000;
const plainTexts = new Memo<string>(REMEMBERED);

/** Text as it is compared: one width, no spaces, no quotes and punctuation, small letters. */
export function plainText(text: string): string {
  if (PURE_CHINESE.test(text)) return text;
  return plainTexts.of(text, () =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}%+]/gu, ''),
  );
}

/** A unit of measure in brackets at the end of a heading, such as (%), (个), (是/否). */
const MEASURE =
  /[(（【[]\s*(?:单位[:：]?)?\s*(%|％|百分比|百分点|个|项|次|件|起|家|条|类|种|户|天|日|个?工作日|(?:满分)?\d*(?:\.\d+)?分|宗|个?月|是\s*[/／]\s*否|有\s*[/／]\s*无|年[/／.-]?月[/／.-]?日|年月日|日期)(?:\s*[,，、/]\s*(?:本年)?累计)?\s*[)）】\]]/;

/** (10月底前): until when, which is no part of a figure's name. */
const BY_WHEN = /[(（](?:20\d{2}年)?\d{1,2}月(?:底|\d{1,2}日)?(?:之|以)?前(?:完成|报送|应报)?[)）]/;

/** 评价覆盖率（1—11月）, 宣传次数（全年累计）: of what part of the year, from January on; no part of a figure's name either. */
const SO_FAR =
  /[(（【](?:截至|截止)?(?:20\d{2}年?)?(?:[1一]月?份?[-—–~～至到]+\d{1,2}月(?:份|底|末|累计)?|全年|年度|本年|累计|全年累计|年度累计|上半年|前[二三四]个?季度)[)）】]|[(（【](?:截至|截止)(?:20\d{2}年?)?\d{1,2}月(?:份|底|末)?[)）】]/g;

/** 清单报送县政务局时间: who gets it. */
const TO_WHOM = /(?<=报送|抄送|上报|提交)(?:至|到|给)?(?:宜良)?县政务(?:服务)?(?:管理)?局/g;

/** 公布日期（市卫健委6月8日公布）: what happened on another day. */
const ON_A_DAY = /[(（【][^()（）【】]*\d{1,2}月\d{1,2}日[^()（）【】]*[)）】]/g;

/** 市水务局公布实施规范的日期: the office above, whatever it is called. */
const OFFICE_ABOVE =
  /[省市](?!级|政府|委|场)[\u4e00-\u9fa5]{1,7}[局委厅](?=公布|印发|发布|出台|(?:行政)?(?:许可)?(?:事项)?实施规范)/g;

interface NameAndMeasure {
  plain: string;
  measure: string;
}

const headings = new Memo<NameAndMeasure>(REMEMBERED);

/** A heading in plain text without its measure, and the measure. */
export function splitHeading(text: string): NameAndMeasure {
  return headings.of(text, () => takeApart(text));
}

function takeApart(text: string): NameAndMeasure {
  const match = /[)）】\]]/.test(text) ? MEASURE.exec(text) : null;
  const plain = plainText(
    (match ? text.replace(MEASURE, '') : text)
      .replace(BY_WHEN, '')
      .replace(ON_A_DAY, '')
      .replace(SO_FAR, '')
      .replace(TO_WHOM, '')
      .replace(OFFICE_ABOVE, '上级'),
  ).replace(/^20\d{2}年度?(?=.{2})/, '');
  const measure = match?.[1] ? plainText(match[1]).replace(/^(满分)?\d+分$/, '分') : '';
  return { plain, measure: measure || (/%$/.test(plain) ? '%' : '') };
}

/** Whether a text speaks of other years only: 2022年 in a workbook of 2023. */
export function isOfAnotherYear(text: string, year: number): boolean {
  const years = [...text.normalize('NFKC').matchAll(/(20\d{2})\s*(?:年(?!版)|$)/g)].map((match) => Number(match[1]));
  return years.length > 0 && !years.includes(year);
}

const pairsOf = new Memo<Set<string>>(REMEMBERED);

/** Pairs of neighbouring characters; kept for texts that come again and again. */
export function bigrams(plain: string): Set<string> {
  return pairsOf.of(plain, () => {
    const pairs = new Set<string>();
    for (let i = 0; i + 1 < plain.length; i += 1) pairs.add(plain.slice(i, i + 2));
    return pairs;
  });
}

/** How many pairs two texts share. */
export function sharedPairs(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const pair of small) if (large.has(pair)) shared += 1;
  return shared;
}

/** Several texts by their pairs, to hold another against all of them at once. */
export class PairIndex {
  readonly sizes: number[];
  private readonly holders = new Map<string, number[]>();

  constructor(texts: Set<string>[]) {
    this.sizes = texts.map((pairs) => pairs.size);
    for (const [i, pairs] of texts.entries()) {
      for (const pair of pairs) {
        const holders = this.holders.get(pair);
        if (holders) holders.push(i);
        else this.holders.set(pair, [i]);
      }
    }
  }

  /** For each of the texts, how many pairs it shares with another. */
  sharedWith(pairs: Set<string>): number[] {
    const shared = this.sizes.map(() => 0);
    for (const pair of pairs) for (const i of this.holders.get(pair) ?? []) shared[i] = (shared[i] as number) + 1;
    return shared;
  }
}

/** Likeness of two plain texts by their pairs, 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = bigrams(a);
  const right = bigrams(b);
  return left.size + right.size ? (2 * sharedPairs(left, right)) / (left.size + right.size) : 0;
}

/** Whether all words of a pattern occur ("|": either), and how many characters of the text they cover. */
export function matchPattern(text: string, pattern: readonly string[]): number {
  let covered = 0;
  for (const alternatives of pattern) {
    let longest = 0;
    for (const word of alternatives.split('|')) {
      if (word.length > longest && text.includes(word)) longest = word.length;
    }
    if (!longest) return 0;
    covered += longest;
  }
  return covered;
}

/** Whether one of several patterns holds. */
export function matchAny(text: string, patterns: readonly (readonly string[])[]): boolean {
  return patterns.some((pattern) => matchPattern(text, pattern) > 0);
}

const DIGITS = '〇一二三四五六七八九';

/** A whole number in Chinese numerals up to 9999 (二十三, 两, 一百零五), or undefined. */
export function chineseNumber(text: string): number | undefined {
  const numerals = text.replace(/零/g, '〇').replace(/两/g, '二');
  if (!/^[〇一二三四五六七八九十百千]+$/.test(numerals)) return undefined;
  if (!/[十百千]/.test(numerals)) return Number([...numerals].map((c) => DIGITS.indexOf(c)).join(''));
  let total = 0;
  let digit = -1;
  for (const c of numerals) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[c];
    if (scale) {
      total += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    } else {
      digit = DIGITS.indexOf(c);
    }
  }
  return total + Math.max(digit, 0);
}
