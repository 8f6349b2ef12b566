import type { Condition, Measure } from '../rulebook/model';
import { addMonths, dayInWords, isoToDay } from '../rulebook/day';
import type { Context, Values } from './context';
import { compileMeasure, valueOf } from './measure';
import { valueInWords } from './words';

/** A test of facts that holds or does not. */
export interface CompiledCondition {
  facts: number[];
  holds(values: Values): boolean;
  /** What the facts are and how they stand to the bound, in words. */
  words(values: Values): string;
  /** The last day on which it can still be met, when the condition itself says so. */
  deadline?(values: Values): number;
}

function unique(lists: number[][]): number[] {
  return [...new Set(lists.flat())];
}

/** Of several conditions, words for those that decided. */
function several(
  parts: CompiledCondition[],
  holds: (values: Values) => boolean,
  decides: (part: CompiledCondition, values: Values) => boolean,
): CompiledCondition {
  const deadlines = parts.flatMap((part) => part.deadline ?? []);
  return {
    facts: unique(parts.map((part) => part.facts)),
    holds,
    words: (values) =>
      parts
        .filter((part) => decides(part, values))
        .map((part) => part.words(values))
        .join('，'),
    ...(deadlines.length && {
      deadline: (values: Values) => Math.min(...deadlines.map((deadline) => deadline(values))),
    }),
  };
}

/** A bound on a measure. Nothing to measure (0 of 0) never counts against anybody. */
function bounded(
  measure: Measure,
  context: Context,
  test: (value: number) => boolean,
  whenEmpty: boolean,
  relation: (holds: boolean, bound: (value: number) => string) => string,
): CompiledCondition {
  const compiled = compileMeasure(measure, context);
  const holds = (values: Values) => {
    const value = valueOf(compiled, values);
    return Number.isNaN(value) ? whenEmpty : test(value);
  };
  const said = [false, true].map((holding) => relation(holding, compiled.bound)).map((text) => text && `，${text}`);
  return {
    facts: compiled.facts,
    holds,
    words(values) {
      const words = compiled.words(values);
      const value = valueOf(compiled, values);
      return words + (Number.isNaN(value) ? '，没有应办事项' : said[test(value) ? 1 : 0]);
    },
  };
}

function enough(fact: string, of: string, context: Context, wanted: boolean): CompiledCondition {
  const [done, size] = [context.at(fact), context.at(of)];
  const reaches = (values: Values) => values[done] >= values[size];
  return {
    facts: [done, size],
    holds: (values) => reaches(values) === wanted,
    words: (values) => {
      const [doneFact, sizeFact] = [context.fact(fact), context.fact(of)];
      const relation = reaches(values) ? '达到' : '少于';
      return `${doneFact.name}${valueInWords(doneFact, values[done])}，${relation}${sizeFact.name}${valueInWords(sizeFact, values[size])}`;
    },
  };
}

/** A day that a date must not pass. */
function byDay(
  fact: string,
  context: Context,
  lastDay: (values: Values) => number,
  others: number[],
  wanted: boolean,
): CompiledCondition {
  const index = context.at(fact);
  const inTime = (values: Values) => values[index] <= lastDay(values);
  return {
    facts: [index, ...others],
    holds: (values) => inTime(values) === wanted,
    deadline: lastDay,
    words: (values) => {
      const { name } = context.fact(fact);
      const last = dayInWords(lastDay(values));
      if (values[index] === Infinity) return `${name}：未报送或未公布（期限${last}）`;
      return `${name}${dayInWords(values[index])}，${inTime(values) ? `未超过期限${last}` : `超过期限${last}`}`;
    },
  };
}

export function compileCondition(condition: Condition, context: Context): CompiledCondition {
  if ('all' in condition) {
    const parts = condition.all.map((part) => compileCondition(context.resolve<Condition>(part), context));
    const holds = (values: Values) => parts.every((part) => part.holds(values));
    return several(parts, holds, (part, values) => holds(values) || !part.holds(values));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => compileCondition(context.resolve<Condition>(part), context));
    const holds = (values: Values) => parts.some((part) => part.holds(values));
    return several(parts, holds, (part, values) => !holds(values) || part.holds(values));
  }
  if ('is' in condition) {
    const index = context.at(condition.fact);
    const fact = context.fact(condition.fact);
    return {
      facts: [index],
      holds: (values) => (values[index] === 1) === condition.is,
      words: (values) => `${fact.name}：${valueInWords(fact, values[index])}`,
    };
  }
  if ('by' in condition || 'after' in condition) {
    const last = isoToDay('by' in condition ? condition.by : condition.after);
    return byDay(condition.fact, context, () => last, [], 'by' in condition);
  }
  if ('within' in condition) {
    const { months, of } = condition.within;
    const from = context.at(of);
    // Counted from a day that is not known, there is no last day yet.
    const lastDay = (values: Values) => (Number.isNaN(values[from]) ? Infinity : addMonths(values[from], months));
    return byDay(condition.fact, context, lastDay, [from], true);
  }
  if ('reaches' in condition) return enough(condition.fact, condition.reaches, context, true);
  if ('fallsShortOf' in condition) return enough(condition.fact, condition.fallsShortOf, context, false);
  if ('atLeast' in condition) {
    const { atLeast } = condition;
    return bounded(
      condition,
      context,
      (value) => value >= atLeast,
      true,
      // That something happened at all needs no bound to be told.
      (holds, bound) => (atLeast === 1 ? '' : `${holds ? '达到' : '未达到'}${bound(atLeast)}`),
    );
  }
  if ('atMost' in condition) {
    const { atMost } = condition;
    return bounded(
      condition,
      context,
      (value) => value <= atMost,
      true,
      (holds, bound) => (atMost === 0 ? '' : `${holds ? '未超过' : '超过'}${bound(atMost)}`),
    );
  }
  if ('below' in condition) {
    const { below } = condition;
    return bounded(
      condition,
      context,
      (value) => value < below,
      false,
      (holds, bound) => `${holds ? '低于' : '达到'}${bound(below)}`,
    );
  }
  const { above } = condition;
  return bounded(
    condition,
    context,
    (value) => value > above,
    false,
    (holds, bound) => `${holds ? '超过' : '未超过'}${bound(above)}`,
  );
}
