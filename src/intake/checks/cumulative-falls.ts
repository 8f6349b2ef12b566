import type { Finding } from '../../assessment';
import type { Reading } from '../reading';

/** A cumulative figure that is smaller than the month before. */
export function cumulativeFalls(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { what, steps } of reading.cumulative) {
    for (const [i, step] of steps.entries()) {
      const before = steps[i - 1];
      if (!before || step.value >= before.value) continue;
      found.push({
        code: 'cumulative-falls',
        severity: 'warning',
        source: step.source,
        message: `${what}由${before.name}的${before.value}降到${step.name}的${step.value}，累计数不应减少。`,
        remedy: '请核对这两个月的数字，或确认填的是当月数。',
      });
    }
  }
  return found;
}
