import type { Measure } from '../../rulebook/model';
import { compileMeasure } from '../measure';
import { decimal } from '../words';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** 每新增1个…得0.1分,累计不超过1分: so many points each, up to the cap. */
export const awardEach: Mechanism<{ of: Measure; points: number; cap?: number }> = ({ of, points, cap }, context) => {
  const measure = compileMeasure(of, context);
  const full = cap ?? Infinity;
  const size = hundredths(points);
  return {
    kind: 'award',
    facts: measure.facts,
    full,
    perPoint: HUNDREDTHS,
    value: (values, unit) => Math.min(measure.value(values) * size * (unit / HUNDREDTHS), full * unit),
    because(values) {
      const reached = measure.value(values) * points >= full;
      return `${measure.words(values)}，每${measure.bound(1)}${context.item.penalty ? '扣' : '得'}${decimal(points)}分${reached ? `，最多${decimal(full)}分` : ''}`;
    },
  };
};
