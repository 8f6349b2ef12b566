import type { Assessment, Claim } from '../../src/assessment';
import { figures } from '../../src/bulletin';
import { recompute } from './recompute';
import { assessmentOf, faultless } from './sample-assessment';
import { bulletinOf, chapter } from './text';

/** Two units, of which the office settled a value each; the second appealed. */
function withSettlements(): Assessment {
  const assessment = assessmentOf([faultless('县甲局'), faultless('县乙局')]);
  const settle = (unit: number, kind: string, outcome: string) => {
    const card = assessment.scorecards[unit];
    const score = card.items.find(({ item }) => item === '1.1')!;
    const source = { file: '考评.xlsx', sheet: '核定', cell: 'D4' };
    const settlement = {
      unit: card.unit,
      item: '1.1',
      fact: 'errors',
      value: '3',
      reason: '现场核查',
      date: '2023-10-12',
    };
    const claim: Claim = {
      ...{ unit: card.unit, item: '1.1', fact: 'errors', state: 'value', value: 3, raw: '3', source },
      ...{ voice: 'office', confidence: 1, linkable: false, settlement: { ...settlement, kind, outcome } },
    };
    score.facts = [{ fact: 'errors', value: 3, source, voice: 'office', claims: [claim] }];
  };
  settle(0, '核定', '');
  settle(1, '申诉复核', '申诉成立');
  return assessment;
}

test('a bulletin says what the office settled, with reasons, and how appeals ended', () => {
  const assessment = withSettlements();
  const bulletin = bulletinOf(assessment);
  const told = chapter(bulletin, '数据核定和申诉复核情况').join('\n');
  expect(told).toContain('核定数据2项次，涉及2个单位，其中申诉复核1项次。');
  const text = JSON.stringify(bulletin.body);
  expect(text).toContain('申诉复核，申诉成立');
  expect(text).toContain('现场核查（2023年10月12日）');
  for (const figure of figures(bulletin).filter(({ measure }) => /^(settle|appeals)/.test(measure))) {
    expect(recompute(figure, assessment)).toBe(figure.value);
  }
});

test('without settlements there is no such chapter', () => {
  expect(chapter(bulletinOf(assessmentOf([faultless('县甲局')])), '数据核定和申诉复核情况')).toEqual([]);
});
