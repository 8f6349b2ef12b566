import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A rate without a sign that could mean two things. */
export function doubtfulPercent(reading: Reading): Finding[] {
  return findingsFor(reading, 'doubtful-percent', {
    code: 'doubtful-percent',
    severity: 'warning',
    remedy: '请补上百分号，例如93.5%。',
  });
}
