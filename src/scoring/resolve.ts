import type { ByReading, ReadingChoice, Switchable } from '../rulebook/model';
import type { ReadingRules } from '../rulebook/rules';

/** Notes which readings were asked for while a rule was put together. */
export interface Resolver {
  <T>(value: Switchable<T>): T;
}

function isByReading<T>(value: Switchable<T>): value is ByReading<T> {
  return typeof value === 'object' && value !== null && 'byReading' in value;
}

/**
 * Makes a resolver for one choice of readings. It follows byReading to the chosen option, or to the reading's default,
 * and adds the id of every reading it passes to `used`.
 */
export function resolver(readings: ReadingRules[], choice: ReadingChoice, used: Set<string>): Resolver {
  const defaults = new Map(readings.map((reading) => [reading.id, reading.default]));
  return function resolve<T>(value: Switchable<T>): T {
    if (!isByReading(value)) return value;
    const [id, options] = Object.entries(value.byReading)[0];
    used.add(id);
    return resolve(options[String(choice[id] ?? defaults.get(id))] as Switchable<T>);
  };
}
