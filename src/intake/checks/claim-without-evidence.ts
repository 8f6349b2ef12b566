import type { Finding } from '../../assessment';
import type { Item } from '../../rulebook/model';
import type { EvidenceCell, Reading } from '../reading';
import { plainText } from '../text';

/** Points claimed with nothing in the column for evidence. */
export function claimWithoutEvidence(reading: Reading): Finding[] {
  const found: Finding[] = [];
  const tell = (item: Item, evidence: EvidenceCell | undefined, says: string, unit: string): void => {
    if (!evidence || item === reading.rulebook.deductions || !isNothing(evidence.text)) return;
    found.push({
      code: 'claim-without-evidence',
      severity: 'info',
      source: evidence.source,
      message: `${says}，没有列出佐证材料。`,
      remedy: '请补充佐证材料名称或附件。',
      item: item.id,
      unit,
    });
  };
  for (const { unit, item, points = 0, evidence } of reading.scoreRows) {
    if (points > 0) tell(item, evidence, `${item.number}“${item.title}”自评${points}分`, unit);
  }
  for (const { unit, item, what, times, claimed, evidence } of reading.meritRows) {
    if (claimed ? claimed.points > 0 : times > 0)
      tell(item, evidence, `“${what}”申报${claimed ? `加${claimed.points}分` : '加分'}`, unit);
  }
  return found;
}

function isNothing(text: string): boolean {
  return /^(?:无|没有|暂无|不涉及|缺)?$/.test(plainText(text));
}
