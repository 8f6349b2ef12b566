import type { Fraction } from './fraction';

/**
 * A fact's value as the outside sees it: percent in percent points (88), counts, numbers and marks as numbers, dates as
 * ISO days, "never" for what was never done, yes/no as booleans.
 */
export type FactValue = number | boolean | string;

export type ItemState = 'scored' | 'pending' | 'notDue' | 'notApplicable' | 'rejected';

/** One criterion's part in a score. */
export interface Line {
  /** 3.5#1 */
  criterion: string;
  /** Points gained (above 0) or lost (below 0); undefined while a fact is missing. */
  effect?: Fraction;
  /** The reason in Chinese, with the values in it. */
  because: string;
  /** Verbatim. */
  clause: string;
  /** The facts it looked at. */
  facts: string[];
}

export interface ItemScore {
  item: string;
  state: ItemState;
  /** undefined unless state is scored or notApplicable. */
  points?: Fraction;
  /** Lowest and highest points still possible; equal when scored. */
  low: Fraction;
  high: Fraction;
  lines: Line[];
  /** Needed facts without a value. */
  missing: string[];
  /** Facts, with or without a value, that can still be met before their deadline. */
  open: string[];
  /** Facts whose value cannot be, with the sentence that says why. */
  rejected: { fact: string; problem: string }[];
  /** Ids of the readings that the score rests on. */
  readings: string[];
  /** What happened after the criteria were put together: capped, floored, scaled, why not applicable. Chinese. */
  notes: string[];
}
