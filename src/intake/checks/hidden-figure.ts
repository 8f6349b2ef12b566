import type { Finding } from '../../assessment';
import type { Reading } from '../reading';

/** A figure in a hidden row, column or sheet: it counts, but nobody looking at the sheet sees it. */
export function hiddenFigure(reading: Reading): Finding[] {
  return reading.places
    .filter(({ hidden, claim }) => hidden && claim.state !== 'missing')
    .map(({ claim, fact }): Finding => {
      const { unit, item, source } = claim;
      return {
        code: 'hidden-figure',
        severity: 'warning',
        source,
        message: `“${unit}”的“${fact.name}”在隐藏的行、列或工作表中。`,
        remedy: '请取消隐藏并核对；不该计入的，请删除后重新读取。',
        item,
        fact: fact.id,
        unit,
      };
    });
}
