import type { Clause } from './clauses';
import { contextOf, literalOf, overlaps, placesOf, type Passage, type Stretch } from './passage';
import type { Quantity } from './quantities';
import type { FactPhrases, ItemPhrases, Phrase, Statement } from './vocabulary';

/** Where one part of a phrase stands: in the clause itself (back 0) or so many clauses before it. */
export interface PartPlace extends Stretch {
  back: number;
}

/** A phrase found: for each of its parts, the places where it may stand, nearest clause first. */
export type Found = PartPlace[][];

/** 未承接2项 is no number of 承接, 1项未在省平台发布 none of 发布, 非涉密系统 no 涉密系统. */
const DENIED = /(?:(?:未|没有?)(?:在|于|向)[^，\d]{1,10}|(?:未|没有|没|不予|不|无法)(?:能|完成|实现|被|得到)?|非)$/;

const DENIED_BEFORE = /(?:无|没有|没|未|不存在|未(?:发现|发生|出现))$/;

/** Whether a word of an earlier clause is denied there. */
export function isDeniedBefore(passage: Passage, found: Found): boolean {
  return found.some(([{ start, back }]) => back > 0 && DENIED.test(passage.text.slice(Math.max(0, start - 6), start)));
}

function visible(part: string[], clause: Clause, not: string[], denied: boolean): Stretch[] {
  const places: Stretch[] = [];
  for (const word of part) {
    for (const place of placesOf(clause.text, word, clause.start)) places.push(place);
  }
  if (!places.length) return places;
  const hidden = not.flatMap((word) => placesOf(clause.text, word, clause.start));
  return places
    .filter((place) => !hidden.some((other) => overlaps(place, other)))
    .filter((place) => denied || !DENIED.test(clause.text.slice(0, place.start - clause.start)));
}

/**
 * Looks for a phrase around a clause. Parts that the clause lacks may stand in earlier clauses of its sentence.
 * undefined when a part is nowhere, or when the last part is not in the clause itself. `anywhere` is for the words of a
 * number: the last part too may stand earlier, and words that the clause denies do not count. `others` are names of which
 * the last part must be none.
 */
export function findPhrase(
  passage: Passage,
  clause: Clause,
  phrase: Phrase,
  not: string[],
  anywhere = false,
  others: string[] = [],
): Found | undefined {
  let context: Clause[] | undefined;
  const found: Found = [];
  for (const [index, part] of phrase.parts.entries()) {
    const isLast = index === phrase.parts.length - 1;
    const hidden = isLast ? [...not, ...others] : not;
    let places: PartPlace[] = visible(part, clause, hidden, !anywhere || phrase.denies).map((place) => ({
      ...place,
      back: 0,
    }));
    const mustBeHere = isLast && !anywhere;
    if (!places.length && !mustBeHere) {
      context ??= contextOf(passage, clause);
      for (let back = 1; !places.length && back <= context.length; back++) {
        const earlier = context[back - 1];
        // 无强制选择中介情况，清单所列中介事项8项: what was denied before is not what is counted here.
        places = visible(part, earlier, hidden, true)
          .filter((place) => !anywhere || !DENIED_BEFORE.test(earlier.text.slice(0, place.start - earlier.start)))
          .map((place) => ({ ...place, back }));
      }
    }
    if (!places.length) return undefined;
    found.push(places);
  }
  return found;
}

/**
 * The phrases for an item that can be found in a text at all, each part by one of its words: a text has the words of few.
 * What counts numbers behind words (short, share) goes by single words and is left whole.
 */
export function spokenIn({ text }: Passage, { ignore, rates, facts }: ItemPhrases): ItemPhrases {
  const spoken = (phrases: Phrase[]): Phrase[] =>
    phrases.filter(({ parts }) => parts.every((part) => part.some((word) => text.includes(literalOf(word)))));
  const statement = ({ yes, no }: Statement): Statement => ({ yes: spoken(yes), no: spoken(no) });
  const narrowed = ([fact, said]: [string, FactPhrases]): [string, FactPhrases] => [
    fact,
    {
      ...said,
      names: spoken(said.names),
      statements: said.statements.map(statement),
      some: spoken(said.some),
      none: spoken(said.none),
      ...(said.all && { all: { ...said.all, phrases: spoken(said.all.phrases) } }),
      full: spoken(said.full),
      nothing: spoken(said.nothing),
      punctual: spoken(said.punctual),
    },
  ];
  return {
    ignore: spoken(ignore),
    rates: rates.map((rate) => ({ ...rate, words: spoken(rate.words) })),
    facts: new Map([...facts].map(narrowed)),
  };
}

/** How much a phrase says: the length of its words in the clause itself, earlier ones for half. */
export function weight(found: Found): number {
  return found.reduce((sum, [place]) => sum + (place.end - place.start) / (place.back ? 2 : 1), 0);
}

/** The first number from a place on that stands right behind one of the words. */
export function numberBehind(passage: Passage, phrases: Phrase[], from: number): Quantity | undefined {
  const words = phrases.flatMap(({ parts: [part = []] }) => part);
  return passage.quantities.find(
    ({ start, end, bound, beside }) =>
      start >= from &&
      !bound &&
      !beside &&
      words.some((word) => passage.text.slice(0, end).match(`${word}[^，\\d]{0,6}\\d+[^\\d]?$`)),
  );
}
