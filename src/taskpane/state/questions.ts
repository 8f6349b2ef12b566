import type { Question } from '../../assessment';
import type { Fact, Item, Rulebook } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import { assessAgain } from './open-workbook';
import type { Pane } from './pane';
import type { PaneState } from './pane-state';

/** What a person says about a heading that could not be placed: the fact that it is, or that it is none. */
export type Answer = PaneState['mapping'][string];

/** A heading asked about in several workbooks is asked about once. */
export function openQuestions(questions: Question[]): (Question & { places: Question['source'][] })[] {
  const asked = new Map<string, Question & { places: Question['source'][] }>();
  for (const question of questions) {
    const known = asked.get(question.fingerprint);
    if (known) known.places.push(question.source);
    else asked.set(question.fingerprint, { ...question, places: [question.source] });
  }
  return [...asked.values()];
}

export function factNamed(
  rulebook: Rulebook,
  answer: { item: string; fact: string },
): { item: Item; fact: Fact } | undefined {
  const item = itemsOf<Item>(rulebook).find(({ id }) => id === answer.item);
  const fact = item?.facts.find(({ id }) => id === answer.fact);
  return item && fact && { item, fact };
}

/** Takes an answer, or takes it back; the same heading is not asked about again, in another quarter's workbook either. */
export async function answer(pane: Pane, fingerprint: string, said: Answer | undefined): Promise<void> {
  pane.store.set(({ mapping, collection }) => {
    const others = { ...mapping };
    delete others[fingerprint];
    return {
      mapping: said ? { ...others, [fingerprint]: said } : others,
      collection: { ...collection, written: false },
    };
  });
  await assessAgain(pane);
}
