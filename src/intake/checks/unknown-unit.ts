import type { Finding } from '../../assessment';
import { nearestUnits } from '../../rulebook/units';
import type { Reading } from '../reading';
import { shorten } from '../values';

/** A name that no list of units has. */
export function unknownUnit(reading: Reading): Finding[] {
  return reading.mentions
    .filter(({ unit }) => unit === undefined)
    .map(({ name, source }): Finding => {
      const nearest = nearestUnits(reading.rulebook, name).map((unit) => `“${unit.name}”`);
      return {
        code: 'unknown-unit',
        severity: 'error',
        source,
        message: `“${shorten(name)}”不在任何单位名单中，这里的数据没有采用。`,
        remedy: nearest.length
          ? `请核对单位名称，是否为${nearest.join('、')}？确需考评的，请在单位名单中增加。`
          : '请核对单位名称；确需考评的，请在单位名单中增加。',
      };
    });
}
