import type { FactValue } from '../../scoring/item-score';
import type { Passage, Stretch } from './passage';

/** One place in the text that says something about one fact. */
export interface ProseFact {
  fact: string;
  state: 'value' | 'missing' | 'notApplicable' | 'rejected';
  value?: FactValue;
  /** The exact words it was read from. */
  quote: string;
  /** What is wrong or open, a Chinese sentence. */
  problem?: string;
  /** 0..1; below 0.5 it must not be taken without a person. */
  confidence: number;
}

/** A reading still tied to its place in the text. */
export interface Evidence extends Omit<ProseFact, 'quote'>, Stretch {
  /** Statements: where the word stands that carries it, and how many clauses before it what it speaks of stands. */
  at?: number;
  back?: number;
}

export function stretchOf(pieces: Stretch[]): Stretch {
  return { start: Math.min(...pieces.map(({ start }) => start)), end: Math.max(...pieces.map(({ end }) => end)) };
}

/** Two different values of one fact: neither can be trusted alone. */
const CONFLICT = 0.4;

/**
 * The evidence of one fact, put together: repeated values once, the surest; different values all, each with little
 * confidence; a missing value only when nothing else is said.
 */
export function settle(passage: Passage, evidence: Evidence[]): ProseFact[] {
  const best = new Map<string, Evidence>();
  // 应用：正在推进 is clearer as an open answer than as a doubtful no.
  const open = evidence.some(({ state, confidence }) => state === 'missing' && confidence >= 0.7);
  const said = evidence.filter(({ state, confidence }) => state !== 'missing' && !(open && confidence < 0.5));
  const strong = said.some(({ confidence }) => confidence >= 0.5);
  for (const one of said.length ? said.filter(({ confidence }) => !strong || confidence >= 0.5) : evidence) {
    const key = `${one.state} ${String(one.value)}`;
    const known = best.get(key);
    if (!known || known.confidence < one.confidence) best.set(key, one);
  }
  const conflict = best.size > 1 && said.length > 0;
  return [...best.values()].map(({ fact, state, value, problem, confidence, start, end }) => {
    const trouble = problem ?? (conflict ? '同一项数据写了不同的值，请核对。' : undefined);
    return {
      fact,
      state,
      ...(value !== undefined && { value }),
      quote: passage.quote(start, end),
      ...(trouble !== undefined && { problem: trouble }),
      confidence: conflict ? Math.min(confidence, CONFLICT) : Math.round(confidence * 100) / 100,
    };
  });
}
