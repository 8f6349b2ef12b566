import type { Item } from '../../rulebook/model';
import { Memo } from '../../rulebook/memo';
import { settle, type Evidence, type ProseFact } from './evidence';
import { clauseAt } from './clauses';
import { readFigures } from './figures';
import { takeApart, type Passage } from './passage';
import { findPhrase, spokenIn } from './phrases';
import { readVerdicts } from './verdicts';
import { asVerified } from './verified';
import type { ItemPhrases, Phrase, ProseVocabulary } from './vocabulary';

export type { ProseFact } from './evidence';

export interface ProseContext {
  /** The rulebook's year: that of days written without one. */
  year: number;
  vocabulary: ProseVocabulary;
}

/** Texts that were read, by the words that they were read for and the year: to find out what a column is, then for its facts. */
const known = new WeakMap<ItemPhrases, Memo<ProseFact[]>>();
const MOST_TEXTS = 64;

/**
 * Reads the facts of an item from the sentences in which a department reports on it (完成情况).
 * Only what the words say is returned: a fact that they leave open is absent, doubtful readings have a confidence
 * below 0.5, and a value that cannot be is rejected, never bent into range.
 */
export function readProse(item: Item, text: string, context: ProseContext): readonly ProseFact[] {
  const phrases = context.vocabulary.items.get(item.id);
  if (!phrases) return [];
  let read = known.get(phrases);
  if (!read) known.set(phrases, (read = new Memo(MOST_TEXTS)));
  return read.of(`${context.year} ${text}`, () => readText(item, text, phrases, context));
}

function readText(item: Item, text: string, asked: ItemPhrases, context: ProseContext): ProseFact[] {
  const passage = takeApart(text, context.year, context.vocabulary.names);
  const phrases = spokenIn(passage, asked);
  const figures = readFigures(passage, item, phrases).filter((one) => !saysOpposite(passage, one, phrases));
  const evidence = [...figures, ...readVerdicts(passage, item, phrases, figures)];
  const open = item.facts.filter((fact) => !evidence.some((one) => one.fact === fact.id));
  if (evidence.length === 0 || open.length) evidence.push(...notInvolved(passage, item, phrases, evidence));
  return item.facts.flatMap((fact) =>
    settle(
      passage,
      evidence.filter((one) => one.fact === fact.id).map((one) => asVerified(passage, fact, one)),
    ),
  );
}

/** 没有按时上报：按时限报送3次: the number answers a label that the words beside it deny. */
function saysOpposite(passage: Passage, figure: Evidence, { facts }: ItemPhrases): boolean {
  const said = facts.get(figure.fact);
  const clause = said && clauseAt(passage.clauses, figure);
  if (!clause || clause.colon < 0) return false;
  const answer = {
    ...clause,
    start: clause.colon + 1,
    text: passage.text.slice(clause.colon + 1, clause.end),
    colon: -1,
  };
  const tells = (phrases: Phrase[]): boolean =>
    phrases.some((phrase) =>
      findPhrase(passage, answer, phrase, said.not)
        ?.at(-1)
        ?.some(({ back }) => !back),
    );
  return tells(said.none) && !tells(said.names);
}

const NOT_INVOLVED =
  /不涉及|不适用|未涉及|无涉及|(?:无|没有)(?:此|该|本|这)(?:项|类)(?!.{0,6}问题)|无相关(?:业务|职能|职责|事项|工作)|不属于(?:我|本)|非(?:我|本)(?:局|单位|部门|镇|街道)职[责能]|(?:无|没有)(?:此|该)职[责能]/;

/**
 * 不涉及 about one fact concerns that fact; about nothing in particular, in a text that reports nothing else, the item.
 */
function notInvolved(passage: Passage, item: Item, phrases: ItemPhrases, evidence: Evidence[]): Evidence[] {
  const clause = passage.clauses.find(({ text }) => NOT_INVOLVED.test(text));
  if (!clause) return [];
  const at = { state: 'notApplicable' as const, start: clause.start, end: clause.end };
  const meant = item.facts.filter((fact) => {
    const said = phrases.facts.get(fact.id);
    return said?.names.some((phrase) => findPhrase(passage, clause, phrase, said.not));
  });
  const open = (fact: string): boolean => !evidence.some((one) => one.fact === fact);
  if (meant.length && meant.length < item.facts.length) {
    return meant.filter(({ id }) => open(id)).map(({ id }) => ({ ...at, fact: id, confidence: 0.7 }));
  }
  if (evidence.length) return [];
  const asked = item.facts.filter(({ optional }) => optional === undefined);
  return asked.map(({ id }) => ({ ...at, fact: id, confidence: 0.95 }));
}
