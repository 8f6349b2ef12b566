import type { MeritEntry } from '../rulebook/vocabulary';
import { matchAny, plainText } from './text';

/** The letter of the level that a plain text names: N national, P provincial, C of the city. */
export function levelOf(text: string, levels: { level: string; words: string[] }[]): string | undefined {
  let best: { level: string; length: number } | undefined;
  for (const { level, words } of levels) {
    for (const word of words) {
      const isThere = word.length === 1 ? text === word : text.includes(word);
      if (isThere && word.length > (best?.length ?? 0)) best = { level, length: word.length };
    }
  }
  return best?.level;
}

/** The fact that a plain text tells of, at a level. */
export function factFor(entries: MeritEntry[], text: string, level: string | undefined): string | undefined {
  for (const { fact, levels, needs, not } of entries) {
    if (levels && (level === undefined || !levels.includes(level))) continue;
    if (not.some((word) => text.includes(word)) || !matchAny(text, needs)) continue;
    return fact.replace('{level}', level ?? '');
  }
  return undefined;
}

/** Whether the first of some texts that says it speaks of praise or of blame. */
export function kindOf(
  texts: string[],
  words: { bonusWords: string[]; deductionWords: string[] },
): 'bonus' | 'deduction' | undefined {
  const has = (text: string, list: string[]): boolean => list.some((word) => text.includes(word));
  for (const written of texts.map(plainText)) {
    // 加减分, 加分、扣分申报表 says neither.
    const text = written.replace(/加[减扣]分/g, '');
    const [isBonus, isDeduction] = [has(text, words.bonusWords), has(text, words.deductionWords)];
    if (isBonus !== isDeduction) return isBonus ? 'bonus' : 'deduction';
  }
  return undefined;
}
