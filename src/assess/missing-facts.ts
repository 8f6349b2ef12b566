import type { Claim, Finding } from '../assessment';
import type { Item } from '../rulebook/model';
import type { ItemScore } from '../scoring/item-score';

/**
 * A fact that an item still needs although the unit reports on the item: the finding points at where the item's other
 * facts stand. Items that nobody reports on are pending without a finding.
 * @param told facts whose empty place intake has pointed out already
 */
export function missingFacts(
  unit: string,
  item: Item,
  score: ItemScore,
  claims: Claim[],
  told: Set<string>,
): Finding[] {
  if (score.state !== 'pending' && score.state !== 'rejected') return [];
  const own = claims.find((claim) => claim.voice === 'department' && claim.state === 'value');
  if (!own) return [];
  return score.missing
    .filter((id) => !told.has(id) && !score.rejected.some(({ fact }) => fact === id))
    .map((id) => {
      const fact = item.facts.find((candidate) => candidate.id === id)!;
      return {
        code: 'fact-missing',
        severity: 'warning',
        source: own.source,
        message: `${item.number}“${item.title}”没有写明“${fact.name}”，本项暂不能定分。`,
        remedy: `请补充“${fact.name}”${fact.unit ? `（单位：${fact.unit}）` : ''}；没有发生的请写明“0”或“无”。`,
        item: item.id,
        fact: id,
        unit,
      };
    });
}
