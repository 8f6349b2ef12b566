import type { Condition, Switchable } from '../../rulebook/model';
import { compileCondition } from '../condition';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** …的,扣1分: the points are lost when the condition holds. */
export const deduct: Mechanism<{ points: number; when: Switchable<Condition> }> = ({ points, when }, context) => {
  const condition = compileCondition(context.resolve<Condition>(when), context);
  const size = hundredths(points);
  return {
    kind: 'deduct',
    facts: condition.facts,
    full: points,
    perPoint: HUNDREDTHS,
    value: (values, unit) => (condition.holds(values) ? -size * (unit / HUNDREDTHS) : 0),
    because: condition.words,
    deadline: condition.deadline,
  };
};
