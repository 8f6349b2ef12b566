import type { Measure } from '../../rulebook/model';
import { compileMeasure, valueOf } from '../measure';
import { decimal } from '../words';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** 每抽查发现1次扣0.1分: so many points for each, up to the cap if there is one. */
export const deductEach: Mechanism<{ of: Measure; points: number; cap?: number }> = ({ of, points, cap }, context) => {
  const measure = compileMeasure(of, context);
  const full = cap ?? Infinity;
  const [size, most] = [hundredths(points), hundredths(full)];
  const each = `，每${measure.bound(1)}扣${decimal(points)}分`;
  const exhausted = `${each}，扣完${decimal(full)}分为止`;
  return {
    kind: 'deduct',
    facts: measure.facts,
    full,
    perPoint: HUNDREDTHS,
    value(values, unit) {
      const lost = Math.min(valueOf(measure, values) * size, most) * (unit / HUNDREDTHS);
      return lost === 0 ? 0 : -lost;
    },
    because(values) {
      const count = valueOf(measure, values);
      const words = measure.words(values);
      return count === 0 ? words : words + (count * points >= full ? exhausted : each);
    },
  };
};
