/**
 * Exact points: a fraction n/d of whole numbers, d above 0. Points in hundredths stay over 100, so adding them is one
 * addition. Numbers stay exact up to 2^53, far beyond what any readings can divide points into; past that a result is
 * kept to a billionth of a point. No BigInt: the oldest Excel that runs the functions has none.
 */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

const HUNDRED = 100;
const FINEST = 1e9;

export const ZERO: Fraction = { n: 0, d: HUNDRED };

/** Over 100 when that is whole, otherwise in lowest terms. */
export function fraction(n: number, d: number): Fraction {
  if (d === HUNDRED) return { n, d };
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return { n: Math.round((n / d) * FINEST), d: FINEST };
  const divisor = gcd(n, d) || 1;
  const [least, over] = [n / divisor, d / divisor];
  return HUNDRED % over === 0 ? { n: least * (HUNDRED / over), d: HUNDRED } : { n: least, d: over };
}

/** A decimal such as 2.85, exactly as it is written; at most 9 decimal places are kept. */
export function fromDecimal(value: number): Fraction {
  const hundredths = Math.round(value * HUNDRED);
  if (hundredths / HUNDRED === value) return { n: hundredths, d: HUNDRED };
  return fraction(Math.round(value * FINEST), FINEST);
}

/** The greatest common divisor. */
export function gcd(a: number, b: number): number {
  while (b) [a, b] = [b, a % b];
  return Math.abs(a);
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  const common = gcd(a.d, b.d);
  return fraction(a.n * (b.d / common) + b.n * (a.d / common), (a.d / common) * b.d);
}

export function negate(a: Fraction): Fraction {
  return { n: a.n === 0 ? 0 : -a.n, d: a.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

/** a × b / c. */
export function timesOver(a: Fraction, b: Fraction, c: Fraction): Fraction {
  const product = fraction(a.n * b.n, a.d * b.d);
  return fraction(product.n * c.d, product.d * c.n);
}

/** Below 0, 0 or above 0, as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  return subtract(a, b).n;
}

export function min(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(values: Iterable<Fraction>): Fraction {
  let result = ZERO;
  for (const value of values) result = add(result, value);
  return result;
}

/** Rounded half up (towards more points) to hundredths, as a number: 2.345 is 2.35. */
export function toPoints(a: Fraction): number {
  if (a.d === HUNDRED) return a.n / HUNDRED;
  return Math.floor((a.n * 2 * HUNDRED + a.d) / (2 * a.d)) / HUNDRED;
}
