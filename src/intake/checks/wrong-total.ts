import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { tidy } from '../values';

/** A sum that is not the sum of what it says it adds up. */
export function wrongTotal(reading: Reading): Finding[] {
  return reading.totals
    .filter(({ stated, sums }) => sums.every((sum) => Math.abs(sum - stated) > 0.005))
    .map(({ source, what, stated, sums }): Finding => {
      return {
        code: 'wrong-subtotal',
        severity: 'error',
        source,
        message: `${what}合计写的是${tidy(stated)}，相加为${sums[0] ?? 0}。`,
        remedy: '请核对各项数字和合计。',
      };
    });
}
