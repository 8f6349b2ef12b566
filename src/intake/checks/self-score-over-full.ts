import type { Finding } from '../../assessment';
import type { Reading } from '../reading';

/** A department gives itself more than an item has. */
export function selfScoreOverFull(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { unit, item, points, source } of reading.scoreRows) {
    if (points === undefined || item === reading.rulebook.deductions) continue;
    const full = item === reading.rulebook.bonus ? reading.rulebook.bonusCap : item.points;
    if (points <= full && points >= 0) continue;
    found.push({
      code: points < 0 ? 'self-score-negative' : 'self-score-over-full',
      severity: points < 0 ? 'warning' : 'error',
      source,
      message:
        points < 0
          ? `${item.number}“${item.title}”自评${points}分，低于0分。`
          : `${item.number}“${item.title}”自评${points}分，超过该项满分${full}分。`,
      remedy: '请按评分标准重新自评。',
      item: item.id,
      unit,
    });
  }
  return found;
}
