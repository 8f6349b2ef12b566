import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A number of things below zero. */
export function negativeFigure(reading: Reading): Finding[] {
  return findingsFor(reading, 'negative-figure', {
    code: 'negative-count',
    severity: 'error',
    remedy: '数量和比例不能为负数，请核对后改正。',
  });
}
