import type { ReportDate } from '../rulebook/model';
import type { Rules } from '../rulebook/rules';
import { isoToDay } from '../rulebook/day';
import { plain } from '../scoring/parse-fact';

const MINUTES = 1440;

/** The report date of a quarter written as 2023Q3, Q3, 3 or 三季度. */
export function findReport(rulebook: Rules, quarter: unknown): ReportDate | undefined {
  const text = plain(typeof quarter === 'number' ? String(quarter) : typeof quarter === 'string' ? quarter : '');
  const match = /^(?:(\d{4})[-年]?)?(?:Q|第)?([1-4一二三四])(?:季度)?$/i.exec(text);
  if (!match) return undefined;
  const number = '一二三四'.indexOf(match[2]) + 1 || Number(match[2]);
  return rulebook.reports.find((report) => report.quarter === `${match[1] ?? rulebook.year}Q${number}`);
}

/** A local ISO time as an Excel date-time serial. */
export function toSerial(local: string): number {
  const [day, time] = local.split('T');
  const [hours, minutes] = time.split(':').map(Number);
  return isoToDay(day) + (hours * 60 + minutes) / MINUTES;
}

/** The whole minute that a date-time serial lies in; serials carry a little noise. */
export function toMinute(serial: number): number {
  return Math.floor(serial * MINUTES + 0.005);
}
