import type { Finding } from '../../assessment';
import { nearestUnits } from '../../rulebook/units';
import type { Reading } from '../reading';
import { endsLikeUnit } from '../unit-column';
import { shorten } from '../values';

/** 县司法剧 begins like a unit of the county. */
function isMiswritten(name: string): boolean {
  return /^(宜良)?县\p{Script=Han}{2,8}$/u.test(name.trim()) && !/县级|县直|县属/.test(name);
}

/** A name that no list of units has. */
export function unknownUnit(reading: Reading): Finding[] {
  return reading.mentions
    .filter(({ unit }) => unit === undefined)
    .map(({ name, source }): Finding => {
      const nearest = nearestUnits(reading.rulebook, name).map((unit) => `“${unit.name}”`);
      return {
        code: 'unknown-unit',
        severity: endsLikeUnit(name) || isMiswritten(name) ? 'error' : 'warning',
        source,
        message: `“${shorten(name)}”不在任何单位名单中，这里的数据没有采用。`,
        remedy: nearest.length
          ? `请核对单位名称，是否为${nearest.join('、')}？确需考评的，请在单位名单中增加。`
          : '请核对单位名称；确需考评的，请在单位名单中增加。',
      };
    });
}
