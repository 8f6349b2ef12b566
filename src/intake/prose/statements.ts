import type { Clause } from './clauses';
import { withoutNames, type Passage, type Stretch } from './passage';
import { findPhrase, weight } from './phrases';
import { polarityAt, type Polarity } from './polarity';
import type { Phrase, Statement } from './vocabulary';

/** What a clause says about one thing. */
export interface Said extends Polarity, Stretch {
  clause: Clause;
  /** Where the word stands that carries the statement. */
  at: number;
  /** How much the phrase says; of two facts the one that says more is meant. */
  weight: number;
  /** So many clauses before it stands part of what it speaks of. */
  back: number;
  /** Its phrase is general, and may as well speak of another fact. */
  weak: boolean;
}

/**
 * How a clause takes a thing said by any of the phrases. Of several phrases that fit, the one that says most counts;
 * undefined when none fits, when it is no statement, or when it says both (then, if asked, its `first` statement).
 */
export function saidOf(
  passage: Passage,
  clause: Clause,
  phrases: Phrase[],
  not: string[],
  first = false,
): Said | undefined {
  let words: string | undefined;
  let heaviest = 0;
  let said: Said[] = [];
  for (const phrase of phrases) {
    const found = findPhrase(passage, clause, phrase, not);
    if (!found) continue;
    const heft = phrase.weak ? 0 : weight(found);
    if (heft < heaviest) continue;
    if (heft > heaviest) said = [];
    heaviest = heft;
    words ??= withoutNames(passage, clause);
    for (const predicate of found[found.length - 1]) {
      const [from, to] = [predicate.start - clause.start, predicate.end - clause.start];
      const polarity = polarityAt(words, from, to, clause.colon < 0 ? -1 : clause.colon - clause.start);
      if (!polarity) continue;
      // Quoted with its whole clause: the word that denies it may stand anywhere in it.
      said.push({
        ...polarity,
        start: clause.start,
        end: clause.end,
        clause,
        at: predicate.start,
        weight: heft,
        back: Math.max(...found.map(([place]) => place.back)),
        weak: phrase.weak,
      });
    }
  }
  const outright = said.filter((one) => one.outright);
  const candidates = outright.length ? outright : said;
  candidates.sort((a, b) => a.at - b.at);
  return first || candidates.every((one) => one.says === candidates[0].says) ? candidates[0] : undefined;
}

/** A yes/no statement with a confidence, or undefined. Things under way count as not done, but never surely. */
export function answerIn(
  passage: Passage,
  clause: Clause,
  statement: Statement,
  not: string[],
): { value: boolean; confidence: number; said: Said } | undefined {
  const yes = saidOf(passage, clause, statement.yes, not);
  const no = saidOf(passage, clause, statement.no, not);
  if (yes && no && (yes.says === 'affirmed') === (no.says === 'affirmed')) return undefined;
  const said = yes ?? no;
  if (!said) return undefined;
  if (said.says === 'planned') return yes ? { value: false, confidence: 0.4, said } : undefined;
  return { value: (said.says === 'affirmed') === Boolean(yes), confidence: said.outright ? 0.9 : 0.65, said };
}
