import type { Measure } from '../../rulebook/model';
import { compileMeasure, valueOf } from '../measure';
import { decimal } from '../words';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** 每新增1个…得0.1分,累计不超过1分: so many points each, up to the cap. */
export const awardEach: Mechanism<{ of: Measure; points: number; cap?: number }> = ({ of, points, cap }, context) => {
  const measure = compileMeasure(of, context);
  const full = cap ?? Infinity;
  const [size, most] = [hundredths(points), hundredths(full)];
  const each = `，每${measure.bound(1)}${context.item.penalty ? '扣' : '得'}${decimal(points)}分`;
  const reached = `${each}，最多${decimal(full)}分`;
  return {
    kind: 'award',
    facts: measure.facts,
    full,
    perPoint: HUNDREDTHS,
    value: (values, unit) => Math.min(valueOf(measure, values) * size, most) * (unit / HUNDREDTHS),
    because: (values) => measure.words(values) + (valueOf(measure, values) * points >= full ? reached : each),
  };
};
