import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { plainText } from '../text';

/** Points claimed with nothing in the column for evidence. */
export function claimWithoutEvidence(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { unit, item, points, evidence } of reading.scoreRows) {
    if (!evidence || points === undefined || points <= 0 || item === reading.rulebook.deductions) continue;
    const text = plainText(evidence.text);
    if (text !== '' && !/^(无|没有|暂无|不涉及|缺)$/.test(text)) continue;
    found.push({
      code: 'claim-without-evidence',
      severity: 'info',
      source: evidence.source,
      message: `${item.number}“${item.title}”自评${points}分，没有列出佐证材料。`,
      remedy: '请补充佐证材料名称或附件。',
      item: item.id,
      unit,
    });
  }
  return found;
}
