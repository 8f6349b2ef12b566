import type { Unit } from './model';
import type { ItemRules } from './rules';

/** Whether the lead and responsible lines of an item's task name the unit or a group that it is in. */
export function applies(item: ItemRules, unit: Unit): boolean {
  return item.concerns.some((name) => name === 'all' || name === unit.name || unit.groups.includes(name));
}
