import type { Fact } from '../rulebook/model';
import type { FactValue } from '../scoring/item-score';
import type { Cell } from '../workbook/snapshot';
import { isDateFormat, momentOfSerial, readDate } from './dates';
import { chineseNumber, plainText } from './text';

/** What one cell says about one fact. */
export interface Figure {
  state: 'value' | 'missing' | 'notApplicable' | 'rejected';
  value?: FactValue;
  /** Why it cannot be taken, or may be doubted: a stable code and a Chinese sentence. */
  code?: FigureProblem;
  problem?: string;
  /** The number that the cell holds as text. */
  textNumber?: number;
}

export type FigureProblem =
  | 'percent-over-100'
  | 'negative-figure'
  | 'fractional-count'
  | 'mark-over-max'
  | 'bad-date'
  | 'vague-date'
  | 'unreadable'
  | 'formula-error'
  | 'doubtful-percent';

/** How a column writes percentages that carry no sign: 93.5, 0.935, or it cannot be told. */
export type PercentScale = 'points' | 'fraction' | 'unknown';

export interface FigureContext {
  year: number;
  date1904: boolean;
  scale: PercentScale;
  /** What a note of the sheet says that "/" and "—" stand for. */
  slash: 'missing' | 'notApplicable';
  /** The heading asks for the opposite of the fact. */
  inverse?: boolean;
}

type FactLike = Pick<Fact, 'name' | 'type' | 'better' | 'max' | 'zeroOfZero'>;

const DASH = /^[/／\\—–－\-―_]+$/;
const PENDING =
  /^(不知道|不清楚|不太清楚|不详|不明(?!显)|不确定|未知|没有?统计|无法(?:确定|判断|统计)|说不清|待定|待核|待核实|待补|待报|待统计|待填|暂无|暂无数据|无数据|未统计|未填|缺|空|待确认|n\/?a|\?+|？+)$/i;
const NOT_APPLICABLE = /不涉及|不适用|无此项|无该项|无此类|无相关(业务|事项|职能)|非本单位/;
const NEVER = /^(否|无|没有)$|^(尚|暂|仍)?未|没有(报|公|抄|上)|未(报送|公布|抄送|上报|报|发布|公开)/;

/** A result of arithmetic without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

const missing: Figure = { state: 'missing' };

function rejected(code: FigureProblem, problem: string): Figure {
  return { state: 'rejected', code, problem };
}

function unreadable(raw: string, name: string): Figure {
  return { state: 'missing', code: 'unreadable', problem: `“${shorten(raw)}”看不出“${name}”的数值。` };
}

export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Reads a cell as a value of a fact. */
export function readFigure(cell: Cell | undefined, text: string, fact: FactLike, context: FigureContext): Figure {
  if (cell?.error) return { state: 'missing', code: 'formula-error', problem: `单元格是公式错误${cell.error}。` };
  if (!cell || cell.value === null || text === '') return missing;
  if (typeof cell.value === 'boolean') return booleanFigure(cell.value, text, fact, context);
  const plain = typeof cell.value === 'string' ? text.normalize('NFKC').trim() : text;
  if (typeof cell.value === 'string') {
    if (DASH.test(plain)) return { state: context.slash };
    if (PENDING.test(plain)) return missing;
    if (NOT_APPLICABLE.test(plain) && !(fact.type === 'bool' && fact.name.includes('涉及'))) {
      return { state: 'notApplicable' };
    }
    if (/DISPIMG|^#/i.test(plain)) return unreadable(text, fact.name);
  }
  switch (fact.type) {
    case 'bool':
      return wordFigure(cell, plain, fact, context);
    case 'date':
    case 'dateOrNever':
      return dateFigure(cell, plain, fact, context);
    default:
      return numberFigure(cell, plain, fact, context);
  }
}

function booleanFigure(value: boolean, text: string, fact: FactLike, context: FigureContext): Figure {
  if (fact.type === 'bool') return { state: 'value', value: value !== (context.inverse ?? false) };
  if (fact.type === 'dateOrNever' && !value) return { state: 'value', value: 'never' };
  return unreadable(text, fact.name);
}

const PLAIN_YES = /^(是|有|√|✓|✔|☑|对|true|yes|y|1|存在|涉及)$/i;
const PLAIN_NO = /^(否|无|没有|×|✗|✘|x|✕|错|false|no|n|0|不存在|不涉及)$/i;
const YES =
  /^(均|都|全部|也)?(已|完成|落实|达到|达标|符合|明显|可用|能|可以|可|正常|具备|到位|合格|按时|按期|按要求|开展|建立|制定|设置|公布|抄送|推进|均|较明显|良好|较好|显著|突出)/;
const NO = /^(均|都|也|尚|暂|仍|目前|还)?(未|没|不|无)/;
const HALFWAY = /部分|正在|推进中|进行中|筹备|拟|计划|基本|预计|待|逐步|一半|个别/;

function wordFigure(cell: Cell, plain: string, fact: FactLike, context: FigureContext): Figure {
  const word = plainText(plain) || plain;
  const plainAnswer = PLAIN_YES.test(plain) || PLAIN_YES.test(word);
  const plainDenial = PLAIN_NO.test(plain) || PLAIN_NO.test(word);
  const turned = context.inverse ?? false;
  if (plainAnswer) return { state: 'value', value: !turned };
  if (plainDenial) return { state: 'value', value: turned };
  if (typeof cell.value !== 'string' || HALFWAY.test(word)) return unreadable(plain, fact.name);
  // 符合要求 under 不符合要求 is a denial, not a yes: only plain answers are safe where the fact itself is a failing.
  if (fact.better === 'no' && !turned) return unreadable(plain, fact.name);
  if (/[,，;；。]/.test(plain) && /[未没不无]/.test(word)) return unreadable(plain, fact.name);
  if (NO.test(word)) return { state: 'value', value: turned };
  if (YES.test(word) && !/[未没]/.test(word)) return { state: 'value', value: !turned };
  return unreadable(plain, fact.name);
}

function dateFigure(cell: Cell, plain: string, fact: FactLike, context: FigureContext): Figure {
  if (typeof cell.value === 'number') {
    const moment = momentOfSerial(cell.value, context.date1904);
    if (moment && (isDateFormat(cell.format) || cell.value > 36000)) return { state: 'value', value: moment.day };
    const compact = /^20\d{6}$/.test(String(cell.value)) ? readDate(String(cell.value), context.year) : undefined;
    if (typeof compact === 'object') return { state: 'value', value: compact.day };
    return rejected('bad-date', `“${plain}”不是日期。`);
  }
  const date = readDate(plain, context.year);
  if (date === 'impossible') return rejected('bad-date', `“${plain}”不是真实存在的日期。`);
  if (date === 'unclear') {
    return { state: 'missing', code: 'vague-date', problem: `“${plain}”没有写明是哪一天。` };
  }
  if (date) {
    if (/未|没有/.test(plain)) return unreadable(plain, fact.name);
    return { state: 'value', value: date.day };
  }
  if (NEVER.test(plain)) return fact.type === 'dateOrNever' ? { state: 'value', value: 'never' } : missing;
  return unreadable(plain, fact.name);
}

const NUMBER =
  /^(?:(?:共|总|合|累)?计|共|总共|为|达|达到|已|开展了?|完成|举办|组织|新增|新设)?\s*([-−－]?\d+(?:\.\d+)?)\s*(%|个百分点)?\s*([\p{Script=Han}]{0,4}(?:\/[件人项次户])?)\s*(?:[(【[].*)?[。.;,]?$/u;
/** 50左右 and 3次以上 say no figure that could be scored. */
const ABOUT = /左右|上下|以[上下内]|不[足到]|[余多]$/;
const PERCENT_WORDS = /^百分之([\p{Script=Han}]+?)(?:点([\p{Script=Han}]+))?$/u;
const ZERO_WORDS = /^(无|没有|零|未发现|均无|暂未发现|未发生|0)$/;

interface ReadNumber {
  value: number;
  percent: boolean;
  /** Nothing but the number stands in the text. */
  bare: boolean;
}

/** 9成, 八成五: tenths, in percent. */
function tenthsIn(text: string): number | undefined {
  const match = /^(?:约?达?到?)?(\d(?:\.\d)?|[一二三四五六七八九])成([一二三四五六七八九半\d])?$/.exec(text);
  if (!match) return undefined;
  const whole = Number(match[1]) || (chineseNumber(match[1] ?? '') ?? NaN);
  const part = match[2] === '半' ? 5 : match[2] ? Number(match[2]) || (chineseNumber(match[2]) ?? NaN) : 0;
  return tidy(whole * 10 + part);
}

/** A number in text with at most a measure word after it. */
export function readNumber(text: string): ReadNumber | undefined {
  const number = numberIn(text);
  // So many digits that they are no number any more.
  return number && Number.isFinite(number.value) ? number : undefined;
}

function numberIn(text: string): ReadNumber | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[−－]/g, '-')
    .trim();
  const tenths = tenthsIn(plain);
  if (tenths !== undefined) return { value: tenths, percent: true, bare: false };
  const match = NUMBER.exec(plain);
  if (match) {
    const unit = match[3] ?? '';
    const scale = /^[万亿]/.exec(unit)?.[0];
    if (scale) return { value: tidy(Number(match[1]) * (scale === '万' ? 1e4 : 1e8)), percent: false, bare: false };
    if (ABOUT.test(unit) || (/[年月日号点时]$|^[余多几]/.test(unit) && !/^个/.test(unit))) return undefined;
    return {
      value: Number(match[1]),
      percent: Boolean(match[2]),
      bare: /^-?\d+(\.\d+)?$/.test(plain),
    };
  }
  const words = PERCENT_WORDS.exec(plain);
  if (words) {
    const whole = words[1] === '百' ? 100 : chineseNumber(words[1] ?? '');
    const digits = [...(words[2] ?? '')].map((c) => chineseNumber(c));
    if (whole === undefined || digits.includes(undefined)) return undefined;
    return { value: Number(`${whole}.${digits.join('')}`), percent: true, bare: false };
  }
  const numerals = /^([〇零一二两三四五六七八九十百千]+)(?:[个件次项起家条类种户天]|个月)?$/.exec(plain);
  const value = numerals ? chineseNumber(numerals[1] ?? '') : undefined;
  return value === undefined ? undefined : { value, percent: false, bare: false };
}

const OF_THINGS = /\d\s*[个项次件家户起条种类处所]/;

function numberFigure(cell: Cell, plain: string, fact: FactLike, context: FigureContext): Figure {
  let number: ReadNumber | undefined;
  if (typeof cell.value === 'number') {
    if (isDateFormat(cell.format)) return unreadable(plain, fact.name);
    number = { value: cell.value, percent: false, bare: false };
    if (cell.format?.includes('%')) number = { value: tidy(cell.value * 100), percent: true, bare: false };
  } else {
    if (ZERO_WORDS.test(plainText(plain)) && plain !== '0') {
      return fact.type === 'count' ? { state: 'value', value: 0 } : missing;
    }
    const share = /^(\d+)\s*\/\s*(\d+)$/.exec(plain);
    if (share && fact.type === 'percent') return shareFigure(Number(share[1]), Number(share[2]), fact);
    number = readNumber(plain) ?? monthsNamed(plain, fact);
  }
  // 达到2个场景的 is no rate.
  if (!number || (fact.type === 'percent' && !number.percent && OF_THINGS.test(plain)))
    return unreadable(plain, fact.name);
  if (context.inverse) return otherMonths(number.value, plain, fact);
  const figure = fact.type === 'percent' ? percentFigure(number, plain, context) : plainFigure(number, plain, fact);
  return typeof cell.value === 'string' && number.bare ? { ...figure, textNumber: number.value } : figure;
}

/** 3月、5月 and 1-3月 where months are counted; a single 7月 may be seven of them. */
function monthsNamed(plain: string, fact: FactLike): ReadNumber | undefined {
  if (fact.type !== 'count' || !/月/.test(fact.name)) return undefined;
  const names = plain.split(/[、,;和及\s]+/).filter((name) => name !== '');
  const months = new Set<number>();
  for (const name of names) {
    const [from = 0, to = from] = (/^(\d{1,2})月?(?:份)?(?:[-~至到—](\d{1,2}))?月?(?:份)?$/.exec(name) ?? [])
      .slice(1)
      .flatMap((n) => (n ? Number(n) : []));
    if (from < 1 || to > 12 || from > to || !name.includes('月')) return undefined;
    for (let month = from; month <= to; month += 1) months.add(month);
  }
  return months.size > 1 ? { value: months.size, percent: false, bare: false } : undefined;
}

/** 有数据月份 where those without are counted: twelve leave none; of fewer, what the others should have had is not told. */
function otherMonths(value: number, plain: string, { name }: FactLike): Figure {
  if (value === 12) return { state: 'value', value: 0 };
  const problem = `“${plain}”说的是有数据的月份，看不出其余月份是否应有数据，没有折算为“${name}”。`;
  return { state: 'missing', code: 'unreadable', problem };
}

function shareFigure(done: number, of: number, fact: FactLike): Figure {
  if (of === 0 && done === 0) {
    return fact.zeroOfZero === undefined ? { state: 'notApplicable' } : { state: 'value', value: fact.zeroOfZero };
  }
  if (done > of) return rejected('percent-over-100', `${done}/${of}超过100%。`);
  return { state: 'value', value: tidy((done / of) * 100) };
}

function percentFigure(number: ReadNumber, plain: string, context: FigureContext): Figure {
  let value = number.value;
  let doubt: Pick<Figure, 'code' | 'problem'> = {};
  if (!number.percent) {
    const small = value > 0 && value <= 1.5;
    if (small && context.scale !== 'points') value = tidy(value * 100);
    if ((small && context.scale === 'points' && value <= 1) || (number.value === 1 && context.scale === 'unknown')) {
      doubt = { code: 'doubtful-percent', problem: `“${plain}”没有百分号，按${value}%计。` };
    }
  }
  if (value < 0) return rejected('negative-figure', `比例${value}%为负数。`);
  if (value > 100) return rejected('percent-over-100', `比例${value}%超过100%。`);
  return { state: 'value', value, ...doubt };
}

function plainFigure(number: ReadNumber, plain: string, fact: FactLike): Figure {
  if (number.percent) return unreadable(plain, fact.name);
  const { value } = number;
  if (value < 0) return rejected('negative-figure', `${value}为负数。`);
  if (fact.type === 'count' && !Number.isInteger(value)) {
    return rejected('fractional-count', `${value}不是整数。`);
  }
  if (fact.type === 'mark' && fact.max !== undefined && value > fact.max) {
    return rejected('mark-over-max', `${value}分超过满分${fact.max}分。`);
  }
  return { state: 'value', value: tidy(value) };
}

/** How the cells of one column write percentages without a sign, by what most of them show. */
export function percentScale(cells: Iterable<Cell>): PercentScale {
  let points = 0;
  let fractions = 0;
  for (const cell of cells) {
    if (typeof cell.value === 'number' && cell.format?.includes('%')) {
      fractions += 1;
      continue;
    }
    const value = typeof cell.value === 'number' ? cell.value : readBare(cell.value);
    if (value === undefined) continue;
    if (value > 1.5) points += 1;
    else if (value > 0 && value < 1) fractions += 1;
  }
  if (!points && !fractions) return 'unknown';
  return points >= fractions ? 'points' : 'fraction';
}

function readBare(value: Cell['value']): number | undefined {
  const number = typeof value === 'string' ? readNumber(value) : undefined;
  return number?.bare ? number.value : undefined;
}
