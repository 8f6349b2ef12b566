import type { Item, Rulebook } from '../../rulebook/model';
import { itemByReference } from '../items';
import type { FormRow, ItemRows } from './rows';

/** 同上, 数据同六1, 详见第10条: the answer stands in another row. */
const ELSEWHERE =
  /^(?:数据|情况|内容|完成情况)?(?:同|与|见|详见|参见)(上(?:面|述|栏|行|一?条|一?项)?|.{1,10}?)(?:条|项|款|数据|情况|所述|相同|一致)*[。.]?$/;

/** Puts in place of every answer that points at another item the answers of that item. */
export function followReferences(rulebook: Rulebook, found: Map<string, ItemRows>): void {
  const before = new Map<string, FormRow[]>();
  let last: Item | undefined;
  for (const { item, rows } of found.values()) before.set(item.id, rows.slice());
  for (const rows of found.values()) {
    const above = last;
    last = rows.item;
    rows.rows = rows.rows.flatMap((row) => {
      const reference = ELSEWHERE.exec(row.entry?.text.replace(/\s/g, '') ?? '')?.[1];
      if (reference === undefined) return [row];
      const item = reference.startsWith('上') ? above : itemByReference(rulebook, reference);
      const meant = item && item !== rows.item ? before.get(item.id) : undefined;
      return meant ?? [row];
    });
  }
}
