import { quarterEnd } from '../../assess/quarter';
import type { Rulebook } from '../../rulebook/model';

/** The rulebook's quarters, first to last. */
export function quarters({ year }: Rulebook): string[] {
  return [1, 2, 3, 4].map((number) => `${year}Q${number}`);
}

const NAMES = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** 第三季度（至9月30日）; the last is the whole year. */
export function quarterName(rulebook: Rulebook, quarter: string): string {
  const [, month, day] = quarterEnd(rulebook, quarter)!.split('-').map(Number);
  const number = Number(quarter.slice(-1));
  return number === 4 ? `${rulebook.year}年全年` : `${NAMES[number - 1]}（至${month}月${day}日）`;
}
