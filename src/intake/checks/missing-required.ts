import type { Finding, Source } from '../../assessment';
import type { Place, Reading } from '../reading';

/** A place that is there for a value and holds none. */
export function missingRequired(reading: Reading): Finding[] {
  const byCell = new Map<string, Place[]>();
  for (const place of reading.places) {
    if (place.claim.state !== 'missing' || !place.expected || place.code) continue;
    const { source, unit, item } = place.claim;
    const key = [source.sheet, source.cell, unit, item].join('\n');
    byCell.set(key, [...(byCell.get(key) ?? []), place]);
  }
  return [...byCell.values()].map((places) => finding(places, reading));
}

function finding(places: Place[], reading: Reading): Finding {
  const { claim } = places[0] as Place;
  const names = [...new Set(places.map(({ fact }) => `“${fact.name}”`))].join('、');
  const alone = places.length === 1 ? places[0]?.fact.id : undefined;
  const said = claim.raw === '' ? '空白' : isSign(claim.raw) ? `填“${claim.raw}”` : '没有写明';
  return {
    code: 'missing-required',
    severity: 'warning',
    source: claim.source satisfies Source,
    message: `“${claim.unit}”${itemNumber(reading, claim.item)}的${names}${said}。`,
    remedy: '请补充；确实不涉及的，请填“不涉及”。',
    item: claim.item,
    ...(alone === undefined ? {} : { fact: alone }),
    unit: claim.unit,
  };
}

function isSign(raw: string): boolean {
  return raw.length <= 6;
}

function itemNumber(reading: Reading, id: string): string {
  const item = reading.targets.all.find((target) => target.item.id === id)?.item;
  return item?.number ?? id;
}
