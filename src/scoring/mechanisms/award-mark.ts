import type { Condition } from '../../rulebook/model';
import { compileCondition } from '../condition';
import { compileMeasure, valueOf } from '../measure';
import type { Mechanism } from './part';

/** Marks are taken to a millionth of a point. */
const MARK_PRECISION = 1e6;

interface Mark {
  fact: string;
  max: number;
  when?: Condition;
}

function mark(counted: (mark: number, max: number) => number): Mechanism<Mark> {
  return ({ fact, max, when }, context) => {
    const condition = when && compileCondition(when, context);
    const measure = compileMeasure({ fact }, context);
    return {
      kind: 'award',
      facts: [...(condition?.facts ?? []), ...measure.facts],
      full: max,
      perPoint: MARK_PRECISION,
      value(values, unit) {
        if (condition && !condition.holds(values)) return 0;
        return Math.round(counted(valueOf(measure, values), max) * MARK_PRECISION) * (unit / MARK_PRECISION);
      },
      because(values) {
        if (!condition) return measure.words(values);
        return condition.holds(values)
          ? `${condition.words(values)}，${measure.words(values)}`
          : condition.words(values);
      },
    };
  };
}

/** 由…考核打分: the mark itself. */
export const awardMark = mark((given) => given);

/** A mark that counts only when it is full. */
export const awardMarkWhole = mark((given, max) => (given >= max ? max : 0));
