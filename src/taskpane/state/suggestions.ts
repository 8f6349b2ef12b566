import type { Scorecard } from '../../assessment';
import type { Fact, Item, ReadingChoice, Rulebook } from '../../rulebook/model';
import { compileRulebook } from '../../scoring/compile';
import { subtract, toPoints } from '../../scoring/fraction';
import { improvements } from '../../scoring/improve';
import { fromFactValue } from '../../scoring/parse-fact';
import { valueInWords } from '../../scoring/words';
import { scoresOf, type ScoreWithFacts } from './shown';

/** Something that would gain points. */
export interface Suggestion {
  /** report: figures are missing; reach: a target can still be met; correct: it is lost unless the figure is wrong. */
  kind: 'report' | 'reach' | 'correct';
  item: Item;
  /** At most so many points. */
  gain: number;
  /** What to do, a Chinese sentence without its end. */
  text: string;
}

/** The values that an item was scored by; NaN where there is none. */
function valuesOf(item: Item, score: ScoreWithFacts, year: number): number[] {
  return item.facts.map((fact) => {
    const used = score.facts.find((candidate) => candidate.fact === fact.id);
    const given = fromFactValue(fact, used?.value, year);
    if (given.is === 'value') return given.value;
    const inapplicable = used?.claims.some((claim) => claim.state === 'notApplicable');
    return (inapplicable ? fact.ifNotApplicable : undefined) ?? fact.absent ?? NaN;
  });
}

function change(fact: Fact, from: number, to: number): string {
  if (fact.type === 'bool') return `“${fact.name}”由“${valueInWords(fact, from)}”变为“${valueInWords(fact, to)}”`;
  if (fact.type === 'date' || fact.type === 'dateOrNever') return `“${fact.name}”不晚于${valueInWords(fact, to)}`;
  const verb = to > from ? '提高到' : '降到';
  return `“${fact.name}”由${valueInWords(fact, from)}${verb}${valueInWords(fact, to)}`;
}

function namesOf(item: Item, facts: string[]): string {
  return facts.map((id) => `“${item.facts.find((fact) => fact.id === id)?.name ?? id}”`).join('、');
}

function forItem(rulebook: Rulebook, readings: ReadingChoice, item: Item, score: ScoreWithFacts): Suggestion[] {
  const open = toPoints(subtract(score.high, score.low));
  if (score.state === 'pending' || score.state === 'rejected') {
    const text =
      score.state === 'rejected'
        ? `更正${namesOf(
            item,
            score.rejected.map(({ fact }) => fact),
          )}`
        : `填报${namesOf(item, score.missing)}`;
    return open > 0 ? [{ kind: 'report', item, gain: open, text }] : [];
  }
  if (score.state === 'notDue' && score.missing.length) {
    return open > 0 ? [{ kind: 'reach', item, gain: open, text: `按期完成并填报${namesOf(item, score.missing)}` }] : [];
  }
  if (score.state === 'notApplicable') return [];
  const compiled = compileRulebook(rulebook, readings).item(item.id)!;
  return improvements(compiled, valuesOf(item, score, rulebook.year)).map(({ fact, from, to, gain }) => ({
    kind: score.open.includes(fact.id) ? 'reach' : 'correct',
    item,
    gain: toPoints(gain),
    text: change(fact, from, to),
  }));
}

/** What would gain a unit points, largest first; of the bonus only what it already speaks of. */
export function suggestionsFor(rulebook: Rulebook, readings: ReadingChoice, card: Scorecard): Suggestion[] {
  return scoresOf(rulebook, card)
    .filter(({ item }) => item !== rulebook.bonus)
    .flatMap(({ item, score }) => forItem(rulebook, readings, item, score))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

export const KINDS: Record<Suggestion['kind'], { title: string; says: string }> = {
  report: { title: '补齐数据', says: '这些指标缺少数据，暂时不能定分。' },
  reach: { title: '还能争取', says: '期限未到，做到了就能得分。' },
  correct: { title: '已经失分', says: '按填报的数据已经失分；数据确有差错的，请更正并附佐证。' },
};
