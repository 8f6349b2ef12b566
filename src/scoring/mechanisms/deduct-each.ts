import type { Measure } from '../../rulebook/model';
import { compileMeasure } from '../measure';
import { decimal } from '../words';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** 每抽查发现1次扣0.1分: so many points for each, up to the cap if there is one. */
export const deductEach: Mechanism<{ of: Measure; points: number; cap?: number }> = ({ of, points, cap }, context) => {
  const measure = compileMeasure(of, context);
  const full = cap ?? Infinity;
  const size = hundredths(points);
  return {
    kind: 'deduct',
    facts: measure.facts,
    full,
    perPoint: HUNDREDTHS,
    value(values, unit) {
      const lost = Math.min(measure.value(values) * size * (unit / HUNDREDTHS), full * unit);
      return lost === 0 ? 0 : -lost;
    },
    because(values) {
      const count = measure.value(values);
      if (count === 0) return measure.words(values);
      return `${measure.words(values)}，每${measure.bound(1)}扣${decimal(points)}分${count * points >= full ? `，扣完${decimal(full)}分为止` : ''}`;
    },
  };
};
