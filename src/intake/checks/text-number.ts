import type { Finding } from '../../assessment';
import type { Reading } from '../reading';

const MESSAGE = (raw: string, value: number): string => `数字以文本存放：“${raw}”（可识别为${value}）。`;
const REMEDY = '请把单元格改为数字，以免汇总公式漏计。';

/** A number kept as text, which sums leave out. */
export function textNumber(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { claim, fact, textNumber: value } of reading.places) {
    if (value === undefined || claim.state !== 'value') continue;
    const { source, unit, item, raw } = claim;
    found.push(finding(source, raw, value, { unit, item, fact: fact.id }));
  }
  for (const { source, raw, code, value } of reading.loose) {
    if (code === 'text-number' && value !== undefined) found.push(finding(source, raw, value, {}));
  }
  return found;
}

function finding(
  source: NonNullable<Finding['source']>,
  raw: string,
  value: number,
  about: Pick<Finding, 'unit' | 'item' | 'fact'>,
): Finding {
  return {
    code: 'text-number',
    severity: 'warning',
    source,
    message: MESSAGE(raw, value),
    remedy: REMEDY,
    ...about,
    fix: { source, value, says: `把文本“${raw}”改为数字${value}` },
  };
}
