import fc from 'fast-check';
import {
  add,
  compare,
  fraction,
  fromDecimal,
  max,
  min,
  negate,
  subtract,
  sum,
  timesOver,
  toPoints,
  ZERO,
} from '../../src/scoring/fraction';

const tenth = fromDecimal(0.1);

test('ten times 0.1 is 1', () => {
  expect(sum(Array(10).fill(tenth))).toEqual({ n: 100, d: 100 });
  expect(toPoints(sum(Array(10).fill(tenth)))).toBe(1);
  expect(toPoints(subtract(fromDecimal(0.3), fromDecimal(0.1)))).toBe(0.2);
});

test.each([
  [2.345, 2.35],
  [2.344999999, 2.34],
  [1.005, 1.01],
  [2.855, 2.86],
  [2.8549, 2.85],
  [0.125, 0.13],
  [-0.125, -0.12],
  [-0.126, -0.13],
  [0.004, 0],
  [99.995, 100],
])('%d is shown as %d: half up', (value, shown) => {
  expect(toPoints(fromDecimal(value))).toBe(shown);
});

test('thirds stay whole until they are shown', () => {
  const third = fraction(1, 3);
  expect(toPoints(third)).toBe(0.33);
  expect(toPoints(add(third, third))).toBe(0.67);
  expect(compare(sum([third, third, third]), fraction(100, 100))).toBe(0);
  expect(timesOver(fromDecimal(3.8), fraction(100, 1), fraction(6, 1))).toEqual({ n: 190, d: 3 });
});

test('the larger and the smaller', () => {
  const [third, decimal] = [fraction(1, 3), fromDecimal(0.33)];
  expect(compare(third, decimal)).toBeGreaterThan(0);
  expect(max(third, decimal)).toBe(third);
  expect(min(third, decimal)).toBe(decimal);
  expect(compare(negate(third), negate(decimal))).toBeLessThan(0);
  expect(Object.is(negate(ZERO).n, 0)).toBe(true);
});

test('points of any size of task: nothing breaks beyond the numbers that stay exact', () => {
  const tiny = fraction(1, 999999937);
  const sumOfTwo = add(tiny, fraction(1, 999999929));
  expect(sumOfTwo).toEqual({ n: 2, d: 1e9 });
  expect(toPoints(sumOfTwo)).toBe(0);
  expect(
    toPoints(timesOver(fraction(Number.MAX_SAFE_INTEGER, 7), fraction(1, 1), fraction(Number.MAX_SAFE_INTEGER, 7))),
  ).toBe(1);
});

describe('like whole numbers over one denominator', () => {
  const denominator = fc.integer({ min: 1, max: 2000 });
  const number = fc.integer({ min: -100000, max: 100000 });
  const one = fc.tuple(number, denominator);

  /** n/d, half up to hundredths, in whole numbers. */
  function shown(n: bigint, d: bigint): number {
    const doubled = 200n * n + d;
    const floor = doubled / (2n * d) - (doubled % (2n * d) < 0n ? 1n : 0n);
    return Number(floor) / 100;
  }

  test('sums and differences', () => {
    fc.assert(
      fc.property(one, one, ([a, b], [c, d]) => {
        const wanted = BigInt(a) * BigInt(d) + BigInt(c) * BigInt(b);
        expect(toPoints(add(fraction(a, b), fraction(c, d)))).toBe(shown(wanted, BigInt(b) * BigInt(d)));
        expect(compare(subtract(add(fraction(a, b), fraction(c, d)), fraction(c, d)), fraction(a, b))).toBe(0);
      }),
    );
  });

  test('decimals with up to 6 places are taken as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (millionths) => {
        expect(toPoints(fromDecimal(millionths / 1e6))).toBe(shown(BigInt(millionths), 1_000_000n));
      }),
    );
  });
});
