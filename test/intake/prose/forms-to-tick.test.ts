import { sure } from './items';

// Forms to tick and to fill in, as they are pasted into cells.
test.each([
  // A box that is not ticked says nothing, nor do its words.
  ['3.12', '容缺受理清单：☑已公布　□未公布', { list_published: true }],
  ['3.12', '容缺受理清单：□已公布 ☑未公布', { list_published: false }],
  ['2.5', '方案：■有 □无；检查验收：□是 ■否', { demo_plan: true, demo_checked: false }],
  ['2.1', '涉及勘验评审听证：□是（含听证1项） ☑否', { has_procedures: false }],
  ['2.1', '涉及勘验评审听证：□是 □否', {}],
  // Boxes behind the answers.
  ['2.1', '涉及勘验评审听证：是☑ 否□', { has_procedures: true }],
  ['2.1', '涉及勘验评审听证：是□ 否☑', { has_procedures: false }],
  ['2.1', '涉及勘验评审听证：是□ 否√', { has_procedures: false }],
  ['2.1', '涉及勘验评审听证：是□ 否□', {}],
  ['3.12', '容缺受理清单：已公布□ 未公布☑', { list_published: false }],
  ['3.12', '容缺受理清单：已公布☑ 未公布□，6月9日报送', { list_published: true, list_submitted: '2023-06-09' }],
  // Brackets to tick in, and an answer in brackets behind its question.
  ['2.1', '是否明确办结时限：是（ ） 否（√）', { limit_stated: false }],
  ['2.1', '是否明确办结时限：是（√） 否（ ）', { limit_stated: true }],
  ['2.1', '是否明确办结时限：是( )否( )', {}],
  ['2.1', '是否涉及勘验评审听证（是）；是否明确办结时限（否）', { has_procedures: true, limit_stated: false }],
  [
    '2.1',
    '是否涉及勘验评审听证（是☑ 否□）；是否明确办结时限（是□ 否☑）',
    { has_procedures: true, limit_stated: false },
  ],
  // Several things, each ticked or not.
  ['4.1', '同步过户：☑用水 ☑用电 □用气', { water: true, power: true, gas: false }],
  ['4.1', '水√ 电√ 气×', { water: true, power: true, gas: false }],
  ['2.6', '☑已下发管理制度 □已开展检查考核挂牌', { rules_issued: true, inspection_plates: false }],
  // Blanks of underscores, filled in or not.
  ['2.10', '评价覆盖率___88__%，未汇聚__2__个月', { coverage: 88, months_missing: 2 }],
  ['2.10', '评价覆盖率____%，未汇聚____个月', {}],
  ['3.12', '报送日期：__6__月__9__日', { list_submitted: '2023-06-09' }],
  // Boxes that are bullets of paragraphs: no form to tick.
  ['3.12', '□容缺受理清单已公布，6月12日报送县专项组', { list_published: true, list_submitted: '2023-06-12' }],
  ['3.12', '□ 容缺受理清单已公布；\n□ 清单于6月12日报送。', { list_published: true, list_submitted: '2023-06-12' }],
  ['3.12', '□已公布\n□未公布', {}],
])('%s: %s', (id, text, facts) => {
  expect(sure(id, text)).toEqual(facts);
});
