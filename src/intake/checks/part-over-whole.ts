import type { Claim, Finding } from '../../assessment';
import type { Reading } from '../reading';
import { factTarget } from '../targets';

/** More done than there was to do: 已进驻 beyond 应进驻, in one row or list. */
export function partOverWhole(reading: Reading): Finding[] {
  const ratesOf = new Map(Object.entries(reading.vocabulary.items).map(([item, { rates }]) => [item, rates]));
  const parts: { claim: Claim; value: number; whole: string }[] = [];
  const wholes = new Map<string, Claim>();
  for (const claim of reading.claims) {
    const { item, fact, value } = claim;
    const rates = ratesOf.get(item);
    if (!rates?.length || typeof value !== 'number') continue;
    const rate = rates.find(({ done }) => done === fact);
    if (rate) parts.push({ claim, value, whole: rate.of });
    if (!rates.some(({ of }) => of === fact)) continue;
    const key = keyOf(claim, fact);
    if (!wholes.has(key)) wholes.set(key, claim);
  }
  const nameOf = ({ item, fact }: Claim): string => factTarget(reading.targets, item, fact)?.fact.name ?? fact;
  return parts.flatMap(({ claim, value, whole }): Finding[] => {
    const against = wholes.get(keyOf(claim, whole));
    if (!against || value <= Number(against.value)) return [];
    return [
      {
        code: 'part-over-whole',
        severity: 'error',
        source: claim.source,
        message: `“${claim.unit}”的“${nameOf(claim)}”${value}多于“${nameOf(against)}”${String(against.value)}（${against.source.cell}）。`,
        remedy: '请核对两个数。',
        item: claim.item,
        fact: claim.fact,
        unit: claim.unit,
      },
    ];
  });
}

function keyOf({ source, unit, item }: Claim, fact: string): string {
  return [source.sheet, unit, item, fact].join('\n');
}
