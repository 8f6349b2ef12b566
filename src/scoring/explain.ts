import type { ItemRules } from '../rulebook/rules';
import type { CompiledItem } from './compile';
import { toPoints } from './fraction';
import type { ItemScore } from './item-score';
import { decimal } from './words';

/** One text for a score: the points, criterion by criterion the reason with its values, and what the whole did. */
export function explain(compiled: CompiledItem<ItemRules>, score: ItemScore): string {
  const { item } = compiled;
  const points = score.points
    ? `${item.penalty ? '扣' : '得'}${toPoints(score.points)}分`
    : `可得${toPoints(score.low)}至${toPoints(score.high)}分`;
  const full = item.penalty ? '' : `（满分${decimal(item.points)}分）`;
  // Of bonus and deductions, where most of the list never happens, only what counts.
  const rare = item.facts.every((fact) => fact.absent !== undefined);
  const telling = rare ? score.lines.filter((line) => line.effect && line.effect.n !== 0) : score.lines;
  const lines = telling.map((line) => `${line.criterion} ${line.because}`);
  const notes = score.notes.length ? [`合计：${score.notes.join('，')}`] : [];
  const readings = score.readings.length ? [`口径：${score.readings.join('、')}`] : [];
  return [`${item.number} ${item.title}：${points}${full}`, ...lines, ...notes, ...readings].join('\n');
}
