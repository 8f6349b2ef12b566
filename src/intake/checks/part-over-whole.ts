import type { Finding } from '../../assessment';
import type { Place, Reading } from '../reading';

/** More done than there was to do: 已进驻 beyond 应进驻, in one row or list. */
export function partOverWhole(reading: Reading): Finding[] {
  const byFact = new Map<string, Place[]>();
  for (const place of reading.places) {
    if (typeof place.claim.value !== 'number') continue;
    const key = keyOf(place, place.fact.id);
    byFact.set(key, [...(byFact.get(key) ?? []), place]);
  }
  return reading.places.flatMap((place): Finding[] => {
    const { claim, fact } = place;
    const whole = reading.vocabulary.items[claim.item]?.rates.find(({ done }) => done === fact.id)?.of;
    const against = whole === undefined ? undefined : byFact.get(keyOf(place, whole))?.[0];
    if (!against || typeof claim.value !== 'number' || claim.value <= Number(against.claim.value)) return [];
    return [
      {
        code: 'part-over-whole',
        severity: 'error',
        source: claim.source,
        message: `“${claim.unit}”的“${fact.name}”${claim.value}多于“${against.fact.name}”${String(against.claim.value)}（${against.claim.source.cell}）。`,
        remedy: '请核对两个数。',
        item: claim.item,
        fact: fact.id,
        unit: claim.unit,
      },
    ];
  });
}

function keyOf({ claim }: Place, fact: string): string {
  return [claim.source.sheet, claim.unit, claim.item, fact].join('\n');
}
