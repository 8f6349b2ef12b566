import type { Condition, Switchable } from '../../rulebook/model';
import { compileCondition } from '../condition';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** …得1分: all the points when the condition holds, none otherwise. */
export const award: Mechanism<{ points: number; when?: Switchable<Condition> }> = ({ points, when }, context) => {
  const condition = when && compileCondition(context.resolve<Condition>(when), context);
  const size = hundredths(points);
  return {
    kind: 'award',
    facts: condition?.facts ?? [],
    full: points,
    perPoint: HUNDREDTHS,
    value: (values, unit) => (!condition || condition.holds(values) ? size * (unit / HUNDREDTHS) : 0),
    because: (values) => condition?.words(values) ?? '',
    deadline: condition?.deadline,
  };
};
