import type { Rulebook } from './model';
import { itemsOf } from './rules';
import type { Path } from './source-file';
import type { Vocabulary } from './vocabulary';

/**
 * The words of vocabulary.yaml must speak of items and facts that there are.
 * @param say gets the place of what is wrong and a Chinese sentence
 */
export function checkVocabulary(
  vocabulary: Vocabulary,
  rulebook: Rulebook,
  say: (path: Path, message: string) => void,
): void {
  const known = new Map(itemsOf(rulebook).map((item) => [item.id, new Set(item.facts.map((fact) => fact.id))]));

  function refer(path: Path, item: string, facts: (string | undefined)[]): void {
    const own = known.get(item);
    if (!own) say(path, `没有条目“${item}”`);
    for (const fact of facts) {
      if (own && fact !== undefined && !own.has(fact)) say(path, `条目${item}没有指标“${fact}”`);
    }
  }

  for (const [id, { facts, sameAs, rates }] of Object.entries(vocabulary.items)) {
    const path = ['items', id];
    refer(path, id, []);
    for (const fact of Object.keys(facts)) refer([...path, 'facts', fact], id, [fact]);
    if (sameAs !== undefined) refer([...path, 'sameAs'], sameAs, []);
    rates.forEach(({ done, of }, index) => refer([...path, 'rates', index], id, [done, of]));
  }
  vocabulary.series.forEach(({ item, fact }, index) => refer(['series', index], item, [fact]));
  vocabulary.ledger.forEach(({ item, fact, rounds, distinct, spot, complaint }, index) =>
    refer(['ledger', index], item, [fact, rounds, distinct, spot, complaint]),
  );
  const { receipts, attendance, corrections, topics, things } = vocabulary.registers;
  refer(['registers', 'receipts'], receipts.item, [receipts.late]);
  refer(['registers', 'attendance'], attendance.item, [attendance.absences]);
  refer(['registers', 'corrections'], corrections.item, [corrections.overdue, corrections.completion]);
  refer(
    ['registers', 'topics'],
    topics.item,
    topics.groups.map(({ fact }) => fact),
  );
  things.forEach(({ item, all, some }, index) =>
    refer(['registers', 'things', index], item, [all, ...some.map(({ fact }) => fact)]),
  );
  for (const name of ['bonus', 'deductions'] as const) {
    vocabulary.merits[name].forEach(({ fact, levels = [] }, index) => {
      const facts = fact.includes('{level}') ? levels.map((level) => fact.replace('{level}', level)) : [fact];
      refer(['merits', name, index], rulebook[name].id, facts);
    });
  }
}
