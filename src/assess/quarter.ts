import type { Rulebook } from '../rulebook/model';
import { toDay, dayToIso } from '../rulebook/day';

/** The last day of a quarter written as 2023Q3, as ISO; undefined when it is none of the rulebook's year. */
export function quarterEnd(rulebook: Rulebook, quarter: string): string | undefined {
  const match = /^(\d{4})Q([1-4])$/i.exec(quarter);
  if (!match || Number(match[1]) !== rulebook.year) return undefined;
  const month = Number(match[2]) * 3;
  return dayToIso(toDay(rulebook.year, month, month === 3 || month === 12 ? 31 : 30)!);
}

/** The quarter that an ISO day lies in: 2023-08-15 is in 2023Q3. */
export function quarterOf(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return `${year}Q${Math.ceil(month / 3)}`;
}

/** 31 December of the rulebook's year, when everything is final. */
export function yearEnd(rulebook: Rulebook): string {
  return `${rulebook.year}-12-31`;
}
