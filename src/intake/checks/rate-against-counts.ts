import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { tidy } from '../values';

/** Rates are rounded as their writers please; half of the last place that is usual is no contradiction. */
const TOLERANCE = 0.5;
const FINE_TOLERANCE = 0.06;

/** A rate that its own counts contradict. */
export function rateAgainstCounts(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { source, name, rate, done, of, item, unit } of reading.rates) {
    if (of.value === 0) continue;
    const exact = tidy((done.value / of.value) * 100);
    const tolerance = Number.isInteger(rate) && rate !== 100 ? TOLERANCE : FINE_TOLERANCE;
    const fits = Math.abs(exact - rate) <= tolerance && !(rate === 100 && exact !== 100);
    if (fits) continue;
    found.push({
      code: 'rate-vs-counts',
      severity: 'error',
      source,
      message: `“${name}”写的是${rate}%，而${done.name}${done.value}、${of.name}${of.value}，应为${exact.toFixed(2)}%。`,
      remedy: '请核对件数和比例；考评按件数计算。',
      item,
      unit,
    });
  }
  return found;
}
