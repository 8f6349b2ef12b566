import { dayInWords, isoToDay } from '../rulebook/day';
import { withoutContacts, withoutQuotedNames } from '../workbook/persons';
import { innerQuotes } from '../workbook/quotes';

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！' };
const HAN = '\\u2e80-\\u9fff\\uf900-\\ufaff';
const NEAR_HAN = `${HAN}“”‘’（）《》〔〕，。；：、！？％`;
const BLANKS_AT_HAN = new RegExp(`(?<=[${NEAR_HAN}]) | (?=[${NEAR_HAN}])`, 'g');
const MARKS_AT_HAN = new RegExp(
  `(?<=[${NEAR_HAN}\\d%])[,;:()?!](?=[${NEAR_HAN}])|(?<=[${NEAR_HAN}])[,;:()?!]|^\\((?=[${HAN}])`,
  'g',
);

const IS_NEAR_HAN = new RegExp(`[${NEAR_HAN}]`);

/** Round brackets at or around Chinese, both of a pair alike: 一、2.(1)“统一” has one beside a digit. */
function wideBrackets(text: string): string {
  const wide = text.replace(/\(([^()]*)\)/g, (pair: string, inner: string, at: number) => {
    const around = [text[at - 1], text[at + pair.length], inner].join('');
    return IS_NEAR_HAN.test(around) ? `（${inner}）` : pair;
  });
  return wide === text ? text : wideBrackets(wide);
}

/** 1 to 99 as Chinese numerals: 12 is 十二. */
export function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return NUMERALS[ones];
  return (tens > 1 ? NUMERALS[tens] : '') + '十' + (ones > 0 ? NUMERALS[ones] : '');
}

/** 2023Q3 as 2023年第三季度. */
export function quarterInWords(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${numeral(Number(quarter[5]))}季度`;
}

/** 2023-09-13T17:00 as 2023年9月13日17:00; 2023-09-13 as 2023年9月13日, and so is a day that was noted without a time. */
export function momentInWords(iso: string): string {
  return dayInWords(isoToDay(iso.slice(0, 10))) + (hasTime(iso) ? iso.slice(11, 16) : '');
}

/** Whether a moment says more than its day: what comes in without a time stands at midnight. */
export function hasTime(iso: string): boolean {
  return !['', '00:00'].includes(iso.slice(11, 16));
}

/**
 * Text from outside made fit to print: what no XML may hold is gone, line breaks and stray blanks too, punctuation
 * beside Chinese is full width, and persons' contacts are left out. Meaning is never touched: formulas stay text.
 */
export function plain(text: string): string {
  const clean = wideBrackets(withoutContacts(text))
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ')
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/(\d)\. (\d)/g, '$1.$2')
    .replace(/\s+/g, ' ')
    .replace(BLANKS_AT_HAN, '')
    .replace(MARKS_AT_HAN, (mark) => WIDE[mark])
    .trim();
  return innerQuotes(clean);
}

/** Words that quote a workbook's cells, fit to print, and without names of persons. */
export function fromCells(text: string): string {
  return plain(withoutQuotedNames(text));
}

/** Without the mark that ends a sentence, so that it can stand inside another. */
export function withoutStop(text: string): string {
  return text.replace(/[。；，、;,.]+$/, '');
}

/** Names joined as a list; beyond `most`, the first ones and 等. */
export function listOfUnits(units: string[], most = 10): string {
  return units.slice(0, most).map(plain).join('、') + (units.length > most ? '等' : '');
}

/** That nothing was lost; while points are open, that is known only of what could be scored. */
export function noLosses(provisional: boolean): string {
  return provisional ? '已能定分的任务没有失分。' : '各项任务没有失分。';
}

/** An item's number as it is printed: 一、1.（2）, and 二、10 without the stop at its end. */
export function numberOfItem(item: { number: string }): string {
  return plain(item.number)
    .replace(/\((\d+)\)/g, '（$1）')
    .replace(/[.、]$/, '');
}

/** An item's number and title: 一、1.（2）标准化管理, 二、10.评估评价, 八、保障措施. */
export function titleOfItem(item: { number: string; title: string }): string {
  const number = numberOfItem(item);
  const stop = /\d$/.test(number) ? '.' : /）$/.test(number) ? '' : '、';
  const title = plain(item.title);
  // 3. 12345 is not a decimal.
  return `${number}${stop}${stop === '.' && /^\d/.test(title) ? ' ' : ''}${title}`;
}

/** Text between quotation marks; marks inside it become single ones. */
export function quoted(text: string): string {
  return `“${plain(text).replace(/“/g, '‘').replace(/”/g, '’')}”`;
}

/** The short name of a section or a task: without number, without points, up to its first comma or full stop. */
export function shortTitle(title: string): string {
  return plain(title)
    .replace(/^([一二三四五六七八九十]+、|\d+[.．、]|（[一二三四五六七八九十\d]+）)\s*/, '')
    .replace(/（(累计不超过)?[\d.]+分）$/, '')
    .split(/[，。；]/)[0];
}
