import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A number of things that is no whole number. */
export function fractionalCount(reading: Reading): Finding[] {
  return findingsFor(reading, 'fractional-count', {
    code: 'fractional-count',
    severity: 'error',
    remedy: '件数、次数应为整数，请核对后改正。',
  });
}
