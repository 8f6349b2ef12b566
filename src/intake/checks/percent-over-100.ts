import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A rate above 100%. */
export function percentOver100(reading: Reading): Finding[] {
  return findingsFor(reading, 'percent-over-100', {
    code: 'percent-over-100',
    severity: 'error',
    remedy: '请核对后改为0%至100%之间的比例。',
  });
}
