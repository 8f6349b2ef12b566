import { chineseNumber } from './text';

/** A day, with the time of day if one was written. Minutes count from midnight. */
export interface Moment {
  /** ISO day. */
  day: string;
  minutes?: number;
}

/** impossible: looks like a date that the calendar does not have; unclear: a month or a vague time. */
export type DateReading = Moment | 'impossible' | 'unclear' | undefined;

const pad = (n: number): string => String(n).padStart(2, '0');

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

/** A serial number as Excel keeps it; only those of 1990 to 2099 are taken for dates. */
export function momentOfSerial(serial: number, date1904: boolean): Moment | undefined {
  const minutesAll = Math.round((serial + (date1904 ? 1462 : 0)) * 1440);
  const days = Math.floor(minutesAll / 1440);
  if (days < 32874 || days > 73050) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86400000);
  const day = isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  const minutes = minutesAll - days * 1440;
  return day ? (minutes ? { day, minutes } : { day }) : undefined;
}

const FULL = /(?<!\d)((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*[日号]?/;
const COMPACT = /^(20\d{2})(\d{2})(\d{2})(?!\d)/;
const SHORT = /(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/;
/** 6.20, but not the beginning of 12.3.4. */
const BARE = /^(\d{1,2})[./-](\d{1,2})(?![./-]?\d)/;
const MONTH_ONLY = /(?:20\d{2}\s*[年./-]\s*)?\d{1,2}\s*月|^20\d{2}\s*[./-]\s*\d{1,2}$/;
const TIME =
  /(上午|下午|晚上?|中午|早上?|凌晨|am|pm)?\s*(\d{1,2})\s*(?:[:：]\s*(\d{1,2})(?:[:：]\d{1,2})?|[时点]\s*(?:(\d{1,2})\s*分?|(半)|整)?)\s*(am|pm)?/i;

function timeIn(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  let hour = Number(match[2]);
  const minute = match[5] ? 30 : Number(match[3] ?? match[4] ?? 0);
  const half = (match[1] ?? match[6] ?? '').toLowerCase();
  if (/下午|晚|pm/.test(half) && hour < 12) hour += 12;
  if (/中午/.test(half) && hour < 3) hour += 12;
  return hour <= 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** Chinese numerals before 年, 月, 日 as digits: 六月二十日 is 6月20日. */
function withDigits(text: string): string {
  return text.replace(/[〇零一二两三四五六七八九十]+(?=[年月日号时点分])/g, (n) => String(chineseNumber(n) ?? n));
}

/** A date in text; a day without a year is of `year`. undefined when there is nothing like a date in it. */
export function readDate(text: string, year: number): DateReading {
  const plain = withDigits(text.normalize('NFKC').trim());
  const full = FULL.exec(plain) ?? COMPACT.exec(plain);
  const short = full ? undefined : (SHORT.exec(plain) ?? BARE.exec(plain));
  if (!full && !short) return MONTH_ONLY.test(plain) ? 'unclear' : undefined;
  if (/底前|以前|之前|起|前后|左右|上旬|中旬|下旬/.test(plain)) return 'unclear';
  const day = full
    ? isoDay(Number(full[1]), Number(full[2]), Number(full[3]))
    : isoDay(year, Number(short?.[1]), Number(short?.[2]));
  if (!day) return 'impossible';
  const match = (full ?? short) as RegExpExecArray;
  const minutes = timeIn(plain.slice(match.index + match[0].length));
  return minutes === undefined ? { day } : { day, minutes };
}

/** Local ISO time to the minute: 2023-06-13T16:58. */
export function isoTime(moment: Moment): string {
  const minutes = moment.minutes ?? 0;
  return `${moment.day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Whether a number format shows a date. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && /[ymd年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
