import { CHINESE_NUMBER, chineseNumber } from './numerals';

/**
 * A stretch of text that speaks of a time.
 * day: a calendar day; month: no day given; limit: a day or month with 前, a deadline rather than an event;
 * asOf: 截至, the state on a day; year: only a year.
 */
export interface DateToken {
  kind: 'day' | 'month' | 'limit' | 'asOf' | 'year';
  start: number;
  end: number;
  /** ISO day, as written even if it does not exist; for other kinds what is known of it. */
  iso: string;
  /** False for 11月31日. */
  exists: boolean;
  year?: number;
}

const N = '\\d{1,2}';
/** No part of a longer number; the number of a list may stand before it: 4.2023-06-29报送. */
const NO_DECIMAL = '(?:(?<![\\d.])|(?<=(?:^|[\\n。；])\\d{1,2}\\.))';
const PATTERNS = [
  // 2023年6月20日, 2023.6.20, 2023-6-20, 2023/6/20
  new RegExp(
    `${NO_DECIMAL}(?<y>20\\d\\d)(?:年度?|[./-]) ?(?<m>${N})(?:月|[./-]) ?(?<d>${N})(?![\\d.]*%)[日号]?(?!\\d)`,
    'g',
  ),
  /(?<!\d)(?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)/g,
  new RegExp(`${NO_DECIMAL}(?<m>${N})月(?<d>${N})[日号]?(?![\\d.%个项次])`, 'g'),
  new RegExp(
    `(?:(?<yc>[二〇零一三四五六七八九]{4})年)?(?<mc>[一二三四五六七八九十]{1,2})月(?<dc>[一二三四五六七八九十]{1,3})[日号]`,
    'g',
  ),
  new RegExp(`(?<y>20\\d\\d)年(?<m>${N})月`, 'g'),
  new RegExp(`(?<y>20\\d\\d)[.](?<m>${N})(?![\\d.%])月?`, 'g'),
  new RegExp(`(?<![\\d.])(?<m>${N})月`, 'g'),
  /(?<![一二三四五六七八九十第个])(?<mc>十[一二]?|[一二三四五六七八九])月/g,
  /(?<y>20\d\d)年/g,
];
/**
 * 6.20报送, 6/20: month and day parted like this look like a figure, so only words that a day belongs to make them one,
 * or a deadline behind them.
 */
const SHORT_DAY =
  /(?<=(?:[于在]|日期?[:为是]?|时间[:为是]?|(?:报送|抄送|抄报|上报|公布|发布|公开|印发|报出)[:为是于]?))(?<m>1[0-2]|0?[1-9])[./-](?<d>[0-3]?\d)(?![\d./%项个件])(?=[日号]|$|[，。；()、]|已|向|经|公布|报|抄|发布|公开|前)/g;
const SHORT_DAY_OF_DEED =
  /(?<=^|[\u4e00-\u9fff(，；。:\n])(?<!达到|为|约)(?<m>1[0-2]|0?[1-9])[./-](?<d>[0-3]?\d)(?=[日号]?(?:已|才|向社会|对外)?(?:一并)?(?:公布|报送|报清单|报县|报专项组|交县|印发|发布|抄送|上报|抄报|公开|下发|补报|提交|[报送交发](?=$|[，。；、)])))/g;
const SHORT_LIMIT = /(?<![\d.])(?<m>1[0-2]|0?[1-9])[./](?<d>[0-3]?\d)(?=[日号]?(?:之前|以前|前|截止))/g;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (n: number): string => String(n).padStart(2, '0');

function number(arabic: string | undefined, chinese: string | undefined): number | undefined {
  if (arabic !== undefined) return Number(arabic);
  return chinese === undefined ? undefined : chineseNumber(chinese);
}

/** All times in the text, in order, none overlapping; days without a year are of the rulebook's year. */
export function findDates(text: string, rulebookYear: number): DateToken[] {
  const tokens: DateToken[] = [];
  const free = (start: number, end: number): boolean =>
    tokens.every((token) => end <= token.start || start >= token.end);
  for (const pattern of [...PATTERNS, SHORT_DAY, SHORT_DAY_OF_DEED, SHORT_LIMIT]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (free(start, end)) tokens.push(token(text, start, end, match.groups ?? {}, rulebookYear));
    }
  }
  tokens.sort((a, b) => a.start - b.start);
  for (const { index, 0: words } of text.matchAll(SAME_DAY)) {
    const meant = tokens.filter(({ kind, end }) => kind === 'day' && end <= index).at(-1);
    if (meant) tokens.push({ ...meant, start: index, end: index + words.length });
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** 5月15日编制完成并于当日公布: a day told before. */
const SAME_DAY = /(?<=[于在])(?:当日|当天|同日)/g;

function token(
  text: string,
  start: number,
  end: number,
  groups: { [name: string]: string | undefined },
  rulebookYear: number,
): DateToken {
  const lastYear = /(?:去年|上年)$/.test(text.slice(0, start));
  const written = number(groups.y, groups.yc);
  const year = written ?? (lastYear ? rulebookYear - 1 : rulebookYear);
  const month = number(groups.m, groups.mc);
  const day = number(groups.d, groups.dc);
  const after = text.slice(end);
  const base = { start, end, year: written };
  if (month === undefined) return { ...base, kind: 'year', iso: String(year), exists: true };
  const limit = /^(?:份?[底末初]|[上中下]旬|[日号])?(?:之前|以前|前|止(?!$))/.test(after);
  const asOf = /(?:截至|截止|截止到|(?<![迟延拖期])[到至])$/.test(text.slice(0, start));
  if (day === undefined) {
    return {
      ...base,
      kind: limit ? 'limit' : asOf ? 'asOf' : 'month',
      iso: `${year}-${two(month)}`,
      exists: month >= 1 && month <= 12,
    };
  }
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return { ...base, kind: limit ? 'limit' : asOf ? 'asOf' : 'day', iso: `${year}-${two(month)}-${two(day)}`, exists };
}

const MONTH_LIST = /(\d{1,2})(?:月份?)?(?:(?:[-至到]|[、，,和及])(?:\d{1,2})(?:月份?)?)*(?<=月份?)/g;

/** Months that a clause names: 3月、5月 are two, 1-3月 three, 三月 one. Empty when it names none. */
export function findMonths(clause: string): Set<number> {
  const plain = clause.replace(new RegExp(`(${CHINESE_NUMBER})月`, 'g'), (all, characters: string) => {
    const month = chineseNumber(characters);
    return month === undefined ? all : `${month}月`;
  });
  const months = new Set<number>();
  for (const match of plain.matchAll(MONTH_LIST)) {
    const pieces = match[0].split(/(?<=\d)(?:月份?)?([-至到、，,和及])|月份?$/).filter((piece) => piece);
    let previous = 0;
    let range = false;
    for (const piece of pieces) {
      if (/^[-至到]$/.test(piece)) range = true;
      else if (/^\d+$/.test(piece)) {
        const month = Number(piece);
        for (let m = range ? previous + 1 : month; m <= month; m++) if (m >= 1 && m <= 12) months.add(m);
        previous = month;
        range = false;
      }
    }
  }
  return months;
}
