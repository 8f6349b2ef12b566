import type { Rule, Switchable } from '../../rulebook/model';
import type { Context } from '../context';
import { award } from './award';
import { awardBands } from './award-bands';
import { awardEach } from './award-each';
import { awardLess } from './award-less';
import { awardMark, awardMarkWhole } from './award-mark';
import { awardShare } from './award-share';
import { deduct } from './deduct';
import { deductEach } from './deduct-each';
import type { Part } from './part';
import { voidWhen } from './void-when';

export const MECHANISMS = {
  award,
  awardEach,
  awardLess,
  awardBands,
  awardShare,
  awardMark,
  awardMarkWhole,
  deduct,
  deductEach,
  voidWhen,
};

/** The parts that a criterion's rule comes to under the chosen readings. */
export function compileRule(rule: Switchable<Rule>, context: Context): Part[] {
  const resolved = context.resolve<Rule>(rule);
  if ('rules' in resolved) return resolved.rules.flatMap((part) => compileRule(part, context));
  const [name, body] = Object.entries(resolved)[0] as [keyof typeof MECHANISMS, never];
  return [MECHANISMS[name](body, context)];
}
