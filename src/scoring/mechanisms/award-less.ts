import type { Measure } from '../../rulebook/model';
import { compileMeasure, valueOf } from '../measure';
import { decimal } from '../words';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** …得1分,每发现1起扣0.2分,扣完1分为止: the points, less so many each, and never below 0. */
export const awardLess: Mechanism<{ points: number; of: Measure; each: number }> = ({ points, of, each }, context) => {
  const measure = compileMeasure(of, context);
  const [size, less] = [hundredths(points), hundredths(each)];
  const lost = `，每${measure.bound(1)}扣${decimal(each)}分`;
  const allLost = `${lost}，扣完${decimal(points)}分为止`;
  return {
    kind: 'award',
    facts: measure.facts,
    full: points,
    perPoint: HUNDREDTHS,
    value: (values, unit) => Math.max(0, size - valueOf(measure, values) * less) * (unit / HUNDREDTHS),
    because(values) {
      const count = valueOf(measure, values);
      const words = measure.words(values);
      return count === 0 ? words : words + (count * each >= points ? allLost : lost);
    },
  };
};
