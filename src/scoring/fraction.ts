/**
 * Exact points. A fraction n/d of whole numbers, d above 0; points in hundredths stay over 100, so adding them is one
 * addition. Products that leave the range of exact whole numbers are reduced with BigInt.
 */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

export const ZERO: Fraction = { n: 0, d: 100 };

export function fraction(n: number, d: number): Fraction {
  return { n, d };
}

/** A decimal such as 2.85, exactly as it is written; at most 12 decimal places are kept. */
export function fromDecimal(value: number): Fraction {
  if (Number.isInteger(value * 100)) return { n: value * 100, d: 100 };
  const text = value.toFixed(12).replace(/0+$/, '');
  const places = text.length - text.indexOf('.') - 1;
  return reduced(BigInt(text.replace('.', '')), 10n ** BigInt(Math.max(places, 2)));
}

function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** Over 100 when that is exact, otherwise in lowest terms; beyond exact whole numbers, to nine decimal places. */
function reduced(n: bigint, d: bigint): Fraction {
  const divisor = gcd(n, d) || 1n;
  n /= divisor;
  d /= divisor;
  if (100n % d === 0n) {
    n *= 100n / d;
    d = 100n;
  }
  if (Number.isSafeInteger(Number(n)) && Number.isSafeInteger(Number(d))) return { n: Number(n), d: Number(d) };
  return { n: Number((n * 1000000000n) / d), d: 1e9 };
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return reduced(BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d));
}

export function negate(a: Fraction): Fraction {
  return { n: a.n === 0 ? 0 : -a.n, d: a.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

/** a × n / d. */
export function scale(a: Fraction, n: number, d: number): Fraction {
  return reduced(BigInt(a.n) * BigInt(n), BigInt(a.d) * BigInt(d));
}

/** a × b / c, exactly. */
export function timesOver(a: Fraction, b: Fraction, c: Fraction): Fraction {
  return reduced(BigInt(a.n) * BigInt(b.n) * BigInt(c.d), BigInt(a.d) * BigInt(b.d) * BigInt(c.n));
}

/** Below 0, 0 or above 0, as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  if (a.d === b.d) return a.n - b.n;
  const left = BigInt(a.n) * BigInt(b.d);
  const right = BigInt(b.n) * BigInt(a.d);
  return left < right ? -1 : left > right ? 1 : 0;
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
  if (a.d === 100) return a.n / 100;
  const doubled = BigInt(a.n) * 200n + BigInt(a.d);
  const divisor = BigInt(a.d) * 2n;
  let floor = doubled / divisor;
  if (doubled < 0n && doubled % divisor !== 0n) floor -= 1n;
  return Number(floor) / 100;
}
