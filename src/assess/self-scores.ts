import type { Finding, SelfScore } from '../assessment';
import type { Item, ReadingChoice, Rulebook } from '../rulebook/model';
import { compileRulebook } from '../scoring/compile';
import { toPoints } from '../scoring/fraction';
import type { ItemScore } from '../scoring/item-score';
import type { Given } from '../scoring/parse-fact';
import { scoreItem } from '../scoring/score-item';

/** The reading that, switched alone, gives the self-score: the difference is then one of interpretation. */
function readingThatAgrees(
  rulebook: Rulebook,
  item: Item,
  given: Given[],
  choice: ReadingChoice,
  points: number,
  asOf: number,
) {
  for (const reading of rulebook.readings) {
    if (!reading.options || !reading.items.includes(item.id)) continue;
    for (const option of Object.keys(reading.options)) {
      const switched = { ...choice, [reading.id]: Number(option) };
      const score = scoreItem(compileRulebook(rulebook, switched).item(item.id)!, given, asOf);
      if (score.points && toPoints(score.points) === points) return { id: reading.id, words: reading.options[option] };
    }
  }
  return undefined;
}

/** Compares what a unit gave itself with what the rules give it. */
export function checkSelfScore(
  rulebook: Rulebook,
  item: Item,
  given: Given[],
  score: ItemScore,
  self: SelfScore,
  choice: ReadingChoice,
  asOf: number,
): Finding | undefined {
  const base = { source: self.source, item: item.id, unit: self.unit };
  const [low, high] = [toPoints(score.low), toPoints(score.high)];
  if (self.points > item.points && !item.penalty) return undefined; // The check on full points says so already.
  if (score.points) {
    const points = toPoints(score.points);
    if (points === self.points || score.state === 'notApplicable') return undefined;
    const difference = Math.abs(Math.round((self.points - points) * 100) / 100);
    const reading = readingThatAgrees(rulebook, item, given, choice, self.points, asOf);
    const why = score.lines
      .filter((line) => line.effect && (line.effect.n < 0 || score.lines.length === 1))
      .map((line) => line.because)
      .join('；');
    return {
      ...base,
      code: 'self-score-differs',
      severity: reading ? 'warning' : 'error',
      message: `${item.number}“${item.title}”自评${self.points}分，按评分标准为${points}分，相差${difference}分${why ? `：${why}` : ''}。`,
      remedy: reading
        ? `按口径${reading.id}“${reading.words}”为${self.points}分；请与专项组办公室确认口径。`
        : `请把自评得分改为${points}分，或补充、更正完成情况。`,
    };
  }
  if (self.points >= low && self.points <= high) return undefined;
  return {
    ...base,
    code: 'self-score-out-of-range',
    severity: 'warning',
    message: `${item.number}“${item.title}”自评${self.points}分，按已有数据只可能在${low}至${high}分之间。`,
    remedy: '请核对自评得分，并补齐缺少的指标。',
  };
}
