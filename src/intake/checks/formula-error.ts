import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { findingsFor } from './from-places';

/** A formula that shows an error where a value is wanted. */
export function formulaError(reading: Reading): Finding[] {
  return findingsFor(reading, 'formula-error', {
    code: 'formula-error',
    severity: 'error',
    remedy: '请修正公式，或直接填写数值。',
  });
}
