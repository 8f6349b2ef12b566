import type { Condition, Switchable } from '../../rulebook/model';
import { compileCondition } from '../condition';
import type { Mechanism } from './part';

/** …的,此项不得分: nothing is left of the item when the condition holds. */
export const voidWhen: Mechanism<Switchable<Condition>> = (when, context) => {
  const condition = compileCondition(context.resolve<Condition>(when), context);
  return {
    kind: 'void',
    facts: condition.facts,
    full: context.item.points,
    perPoint: 1,
    value: (values) => (condition.holds(values) ? 1 : 0),
    because: condition.words,
    deadline: condition.deadline,
  };
};
