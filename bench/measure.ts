/** One line of the table that the benchmarks print: a promise, what was measured for it, and beside what. */
export interface Result {
  what: string;
  measured: string;
  /** What it is compared with, measured in the same run. */
  beside: string;
  aim: string;
  met: boolean;
}

const ROUNDS = 7;

/** The middle one of some figures; the upper of two. */
export function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/**
 * Calls a second of each function, measured in turns so that a slow moment of the machine falls on all of them.
 * @param seconds for each function and turn
 */
export function rates<Name extends string>(functions: Record<Name, () => void>, seconds = 0.3): Record<Name, number> {
  const names = Object.keys(functions) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const call = functions[name];
      const started = performance.now();
      let calls = 0;
      let passed = 0;
      while (passed < seconds * 1000) {
        for (let i = 0; i < 10; i++) call();
        calls += 10;
        passed = performance.now() - started;
      }
      if (round > 0) seen[name].push((calls * 1000) / passed); // the first round warms up
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seen[name])])) as Record<Name, number>;
}

/** As rates, for asynchronous functions. */
export async function ratesLater<Name extends string>(
  functions: Record<Name, () => Promise<unknown>>,
  seconds = 1,
): Promise<Record<Name, number>> {
  const names = Object.keys(functions) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= 3; round++) {
    for (const name of names) {
      const started = performance.now();
      let calls = 0;
      while (performance.now() - started < seconds * 1000) {
        await functions[name]();
        calls += 1;
      }
      if (round > 0) seen[name].push((calls * 1000) / (performance.now() - started));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seen[name])])) as Record<Name, number>;
}

/** 12.3 million, 456 thousand: how often a second. */
export function perSecond(rate: number): string {
  if (rate >= 1e6) return `${(rate / 1e6).toFixed(1)} M/s`;
  if (rate >= 1e4) return `${Math.round(rate / 1e3)} k/s`;
  return `${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
}
