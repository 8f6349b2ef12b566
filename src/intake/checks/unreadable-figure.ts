import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** Words where a value is wanted, which cannot be read as one. */
export function unreadableFigure(reading: Reading): Finding[] {
  return findingsFor(reading, 'unreadable', {
    code: 'unreadable',
    severity: 'warning',
    remedy: '请直接填写数值、日期或“是”“否”。',
  });
}
