/**
 * Days as the serial numbers that Excel keeps (1 is 1 January 1900), so that a date is a number and comparing is one
 * step. No time zone is involved anywhere.
 */

const DAY_MS = 86400000;
/** Excel counts a 29 February 1900 that never was; from 1 March 1900 on its serials are days since 30 December 1899. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial of a calendar day, or undefined for a day that does not exist (30 February). */
export function toDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999) return undefined;
  return Math.round((time - EPOCH) / DAY_MS);
}

/** The serial of an ISO day such as 2023-06-30; throws on anything else. */
export function isoToDay(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = match && toDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!day) throw new RangeError(`Not an ISO day: ${iso}`);
  return day;
}

/** Whether a text is an ISO day that exists. */
export function isIsoDay(text: string): boolean {
  try {
    return isoToDay(text) > 0;
  } catch {
    return false;
  }
}

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

function fromDay(serial: number): CalendarDay {
  const date = new Date(EPOCH + Math.floor(serial) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function dayToIso(serial: number): string {
  const { year, month, day } = fromDay(serial);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 2023年6月30日 */
export function dayInWords(serial: number): string {
  const { year, month, day } = fromDay(serial);
  return `${year}年${month}月${day}日`;
}

/** The same day so many months on; the month's last day when it has no such day (31 May + 1 is 30 June). */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = fromDay(serial);
  const index = year * 12 + (month - 1) + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return toDay(Math.floor(index / 12), (index % 12) + 1, Math.min(day, lastDay))!;
}
