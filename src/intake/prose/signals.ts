import type { Item } from '../../rulebook/model';
import { clauseAt } from './clauses';
import { takeApart } from './passage';
import { findPhrase } from './phrases';
import type { ProseContext } from './read-prose';

/** A figure that is no fact but can be held against the facts: 承接率100% beside 应承接126项、已承接124项. */
export interface RateSignal {
  kind: 'rate';
  /** In percent points. */
  value: number;
  /** The exact words. */
  quote: string;
  /** The facts whose share it should be. */
  done: string;
  of: string;
}

/** Rates that a text gives beside the counts they come from. */
export function readProseSignals(item: Item, text: string, context: ProseContext): RateSignal[] {
  const phrases = context.vocabulary.items.get(item.id);
  if (!phrases?.rates.length) return [];
  const passage = takeApart(text, context.year, context.vocabulary.names);
  const signals: RateSignal[] = [];
  for (const quantity of passage.quantities) {
    if (quantity.unit !== '%' || quantity.beside || quantity.bound) continue;
    const clause = clauseAt(passage.clauses, quantity);
    if (!clause) continue;
    const near = phrases.rates.flatMap((rate) =>
      rate.words.flatMap((phrase) => {
        const places = findPhrase(passage, clause, phrase, [])?.[phrase.parts.length - 1] ?? [];
        return places.filter((place) => place.end <= quantity.start).map((place) => ({ rate, place }));
      }),
    );
    if (!near.length) continue;
    const { rate, place } = near.reduce((a, b) => (b.place.end > a.place.end ? b : a));
    // Another number in between has the rate's words to itself.
    if (passage.quantities.some(({ start, end }) => start >= place.end && end <= quantity.start)) continue;
    const quote = passage.quote(place.start, quantity.end);
    signals.push({ kind: 'rate', value: Number(quantity.value.toPrecision(12)), quote, done: rate.done, of: rate.of });
  }
  return signals;
}
