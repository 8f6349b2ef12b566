import type { Item } from '../../rulebook/model';
import { toPoints } from '../../scoring/fraction';
import type { ItemScore } from '../../scoring/item-score';

/** How an item is shown: its state and, once it is scored, what is left of its points. */
export type Look = 'full' | 'lost' | 'none' | 'pending' | 'notDue' | 'notApplicable' | 'rejected';

export function lookOf(item: Item, score: ItemScore): Look {
  if (score.state !== 'scored') return score.state;
  const points = toPoints(score.low);
  if (item.penalty) return points === 0 ? 'full' : 'none';
  if (isExtra(item)) return 'full';
  return points >= item.points ? 'full' : points > 0 ? 'lost' : 'none';
}

/** Bonus: most of its list never happens, and nothing is lost by that. */
function isExtra(item: Item): boolean {
  return item.facts.every((fact) => fact.absent !== undefined);
}

const WORDS: Record<Look, string> = {
  full: '满分',
  lost: '有失分',
  none: '未得分',
  pending: '缺数据',
  notDue: '未到期限',
  notApplicable: '不涉及',
  rejected: '数值有误',
};

/** The look in words. */
export function lookText(item: Item, score: ItemScore): string {
  const look = lookOf(item, score);
  if (item.penalty && look === 'full') return '没有扣分';
  if (item.penalty && look === 'none') return '有扣分';
  if (look === 'full' && isExtra(item)) return score.low.n > 0 ? '有加分' : '没有加分';
  return WORDS[look];
}

/** Whether an item lacks points, or may: what 只看失分 keeps. */
export function lacksPoints(item: Item, score: ItemScore): boolean {
  const look = lookOf(item, score);
  return look !== 'full' && look !== 'notApplicable';
}
