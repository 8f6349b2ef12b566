/**
 * Text cut where people cut it: sentences at 。； and new lines and list numbers, clauses at commas, 但, and brackets
 * that hold something of their own. A label and its answer (是否上报：是) stay one clause.
 */
export interface Clause {
  start: number;
  end: number;
  text: string;
  /** Its place among the text's clauses. */
  index: number;
  /** Which sentence it belongs to. */
  sentence: number;
  /** Where the brackets open that it stands in; -1 outside of any that part. */
  bracket: number;
  /** Place of the colon that parts a label from its answer, counted in the whole text; -1 without one. */
  colon: number;
}

const CHINESE = '\u4e00-\u9fff';
const LIST_NUMBER = new RegExp(
  `^(?:\\(?(\\d{1,2})(?:[.、)] |[、)](?=\\D|\\d)|\\.(?=[^\\d]|$))|\\(?[一二三四五六七八九十]{1,3}(?:\\)|、)|[一二三四五六七八九十]是(?=[${CHINESE}]))`,
);
/** (1) is a list number, not a remark. */
const LONE_NUMBER = /^(?:\d{1,2}|20\d\d|[一二三四五六七八九十]{1,3})$/;
const LIST_NUMBER_BEFORE_DIGIT = /^(\d{1,2})\.(?=\d)/;
/** 6月底前(6月27日)报送: the day itself, beside the words for it. */
const LONE_DAY = /^(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]$/;
/** 有3个月(1、2、9月)未汇聚: which ones they are, in the midst of what is said of them. */
const LISTED_MONTHS = /^(?:\d{1,2}月?(?:份)?[、,及和])*\d{1,2}月(?:份)?$/;
/** What cannot begin a clause of its own. */
const GOES_ON = /^(?:将|向|随|已?于|均于)/;
/** A number, in figures or in words; 四级 and 五级 are names. */
const COUNTED =
  /\d|[零〇一二两三四五六七八九十百]+(?:个|项|件|次|家|户|条|起|类|种|处|所|台|套|份|篇|期|轮|月|日|年|%)|百分/;
/** Words that say whether something is done; two of them around 、 make two statements. */
const STATES = /已|未|没有|尚|无(?!差别|障碍)|(?<!平)均|完成/;

interface Span {
  start: number;
  end: number;
}

/** Cuts a stretch of text where one of the marks, if `isCut` says so; it gives how many characters the cut takes, or -1. */
function split(text: string, span: Span, marks: RegExp, isCut: (at: number) => number): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  for (const { index } of text.slice(span.start, span.end).matchAll(marks)) {
    const at = span.start + index;
    const length = isCut(at);
    if (length < 0) continue;
    spans.push({ start, end: at });
    start = at + length;
  }
  spans.push({ start, end: span.end });
  return spans.filter((piece) => piece.end > piece.start);
}

function sentences(text: string): Span[] {
  const cuts = split(text, { start: 0, end: text.length }, /[。；!?\n.]/g, (at) =>
    text[at] === '.' && /\d/.test(text[at - 1] ?? '') ? -1 : 1,
  );
  const run = listRun(text, cuts);
  // A question says nothing of what it asks.
  const said = cuts.filter(({ end }) => text[end] !== '?');
  return said.map((span) => withoutListNumber(text, span, run)).filter((span) => span.end > span.start);
}

/** Whether sentences starting 1.… 2.… follow each other, so that 1.3个 is number 1 of a list and then 3个. */
function listRun(text: string, spans: Span[]): boolean {
  let next = 1;
  for (const span of spans) {
    const first = /^(\d{1,2})[.、)]/.exec(text.slice(span.start, span.end));
    if (first && Number(first[1]) === next) next++;
  }
  return next > 2;
}

function withoutListNumber(text: string, span: Span, run: boolean): Span {
  const piece = text.slice(span.start, span.end);
  const marker = LIST_NUMBER.exec(piece) ?? (run ? LIST_NUMBER_BEFORE_DIGIT.exec(piece) : null);
  if (!marker || marker[1] === '0') return span;
  return { start: span.start + marker[0].length, end: span.end };
}

/** Places of the brackets that part something off: those holding a number or a statement. */
function partingBrackets(text: string): Set<number> {
  const places = new Set<number>();
  for (const match of text.matchAll(/\(([^()]*)\)/g)) {
    const inner = match[1];
    if (LONE_NUMBER.test(inner) || LONE_DAY.test(inner)) continue;
    if (LISTED_MONTHS.test(inner) && /个月$/.test(text.slice(0, match.index))) continue;
    // 于11月6日(逾期6天)将清单报送: said aside between a day, or what was done, and the rest of it.
    if (GOES_ON.test(text.slice(match.index + match[0].length)) && !/\d月/.test(inner)) continue;
    if (COUNTED.test(inner) || STATES.test(inner)) {
      places.add(match.index);
      places.add(match.index + match[0].length - 1);
    }
  }
  return places;
}

export function findClauses(text: string): Clause[] {
  const brackets = partingBrackets(text);
  const places = [...brackets];
  let passed = 0;
  const clauses: Clause[] = [];
  sentences(text).forEach((sentence, number) => {
    const pieces = split(text, sentence, /[，,()]|但|然而|不过/g, (at) => {
      if (text[at] === '，' || brackets.has(at)) return 1;
      if (text[at] === ',') return isThousandsComma(text, at) ? -1 : 1;
      return /[()]/.test(text[at]) || at === sentence.start ? -1 : 0;
    });
    for (const piece of pieces.flatMap((span) => splitStatements(text, span))) {
      const span = withoutListNumber(text, piece, false);
      const colon = text.slice(span.start, span.end).indexOf(':');
      while (places[passed] < span.start) passed++;
      const before = places[passed - 1] ?? -1;
      clauses.push({
        ...span,
        text: text.slice(span.start, span.end),
        index: clauses.length,
        sentence: number,
        bracket: text[before] === '(' ? before : -1,
        colon: colon < 0 ? -1 : span.start + colon,
      });
    }
  });
  return clauses;
}

/** 1,972 is one number; in 分别为126,124 the comma parts two. */
function isThousandsComma(text: string, at: number): boolean {
  const sentenceSoFar = text.slice(Math.max(0, at - 40), at);
  return /\d$/.test(sentenceSoFar) && /^,\d{3}(?!\d)/.test(text.slice(at)) && !/分别/.test(sentenceSoFar);
}

/** 未发现跨省通办、省内通办事项未落实 denies the whole list. */
const DENIES_LIST = /未发现|未出现|未发生|不存在|没有/;

/** 没有强制、没有投诉: each with a denial of its own. */
const DENIED_AGAIN = /^(?:未|没有|无|不存在)/;

/** 用水已进驻、用气未进驻 says two things; 未编制、公布 says one. */
function splitStatements(text: string, span: Span): Span[] {
  const whole = text.slice(span.start, span.end);
  for (let at = whole.indexOf('、'); at >= 0; at = whole.indexOf('、', at + 1)) {
    const before = whole.slice(0, at);
    const isDeniedAgain = DENIED_AGAIN.test(whole.slice(at + 1));
    if (STATES.test(before) && (!DENIES_LIST.test(before) || isDeniedAgain) && STATES.test(whole.slice(at))) {
      const left = { start: span.start, end: span.start + at };
      return [left, ...splitStatements(text, { start: left.end + 1, end: span.end })];
    }
  }
  return [span];
}

/** The clause that holds a stretch of text; undefined when it reaches over a cut. */
export function clauseAt(clauses: Clause[], { start, end }: { start: number; end: number }): Clause | undefined {
  let [low, high] = [0, clauses.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (clauses[middle].start <= start) low = middle;
    else high = middle - 1;
  }
  const clause = clauses[low];
  return clause && start >= clause.start && end <= clause.end ? clause : undefined;
}
