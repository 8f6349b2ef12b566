import type { Finding } from '../../assessment';
import type { Place, Reading } from '../reading';

/** More done than there was to do: 已进驻 beyond 应进驻, in one row or list. */
export function partOverWhole(reading: Reading): Finding[] {
  const ratesOf = ({ claim }: Place): { done: string; of: string }[] =>
    reading.vocabulary.items[claim.item]?.rates ?? [];
  const wholes = new Map<string, Place>();
  for (const place of reading.places) {
    if (typeof place.claim.value !== 'number' || !ratesOf(place).some(({ of }) => of === place.fact.id)) continue;
    const key = keyOf(place, place.fact.id);
    if (!wholes.has(key)) wholes.set(key, place);
  }
  return reading.places.flatMap((place): Finding[] => {
    const { claim, fact } = place;
    const whole = ratesOf(place).find(({ done }) => done === fact.id)?.of;
    const against = whole === undefined ? undefined : wholes.get(keyOf(place, whole));
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
