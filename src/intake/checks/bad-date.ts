import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A day that the calendar does not have, or a date without its day. */
export function badDate(reading: Reading): Finding[] {
  const impossible = findingsFor(reading, 'bad-date', {
    code: 'bad-date',
    severity: 'error',
    remedy: '请改为真实的日期，例如2023年6月30日。',
  });
  const vague = findingsFor(reading, 'vague-date', {
    code: 'vague-date',
    severity: 'warning',
    remedy: '请写明年、月、日，例如2023年6月30日。',
  });
  return [...impossible, ...vague];
}
