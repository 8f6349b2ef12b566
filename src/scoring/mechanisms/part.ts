import type { Context, Values } from '../context';

/**
 * One rule, ready to use. Amounts are whole numbers of ticks: `unit` ticks make one point, and the item picks a unit in
 * which every amount of its rules is whole, so that nothing is ever rounded on the way.
 */
export interface Part {
  kind: 'award' | 'deduct' | 'void';
  /** Positions of the facts it looks at. */
  facts: number[];
  /** Points of an award in full, or of a deduction at most (Infinity where nothing bounds it). */
  full: number;
  /** How fine its points are: 100 for hundredths. */
  perPoint: number;
  /** Its points rise and fall again along the way from worst to best (a hole between bands, A42). */
  uneven?: boolean;
  /** Position of a fact whose value the unit must be a multiple of. */
  sharedOver?: number;
  /** Award: ticks gained. Deduct: ticks taken, 0 or less. Void: 1 when it strikes, else 0. */
  value(values: Values, unit: number): number;
  /** Why, in words, with the values. */
  because(values: Values): string;
  /** The last day to meet it, when the rule itself says so. */
  deadline?(values: Values): number;
}

/** Turns one kind of rule of the rulebook into a Part. */
export type Mechanism<Body> = (body: Body, context: Context) => Part;

export const HUNDREDTHS = 100;

/** Points that are written with at most two decimals, in whole hundredths. */
export function hundredths(points: number): number {
  return Math.round(points * HUNDREDTHS);
}
