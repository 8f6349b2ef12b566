import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A mark above what the item gives. */
export function markOverMax(reading: Reading): Finding[] {
  return findingsFor(reading, 'mark-over-max', {
    code: 'mark-over-max',
    severity: 'error',
    remedy: '请核对评分，不能超过该项满分。',
  });
}
