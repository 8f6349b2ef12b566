import { sure } from './items';

// Terse answers, figures put right, quarters one by one, and what was not done of what was promised.
test.each([
  [
    '3.9',
    '加盖100% 关联100% 种类3 达标2 社会化未推动',
    { seal_rate: 100, link_rate: 100, kinds: 3, kinds_with_2_scenes: 2, social_use: false },
  ],
  [
    '1.2.2',
    '许可指南9/9；六类指南24/26；抽查无不一致',
    { licence_linked: 9, licence_total: 9, six_linked: 24, six_total: 26, findings: 0 },
  ],
  ['2.10', '覆盖85％；十二个月齐', { coverage: 85, months_missing: 0 }],
  ['2.10', '93.2%，无缺月', { coverage: 93.2, months_missing: 0 }],
  ['2.5', '可进25项（涉密1项不进）、已进25项', { must_move_in: 25, moved_in: 25 }],
  ['2.7', '6/9报清单', { list_submitted: '2023-06-09' }],
  [
    '2.2',
    '没有不按要求推进的情况。两张清单2023/10/18报出，没有违规内容。',
    { not_advancing: false, lists_submitted: '2023-10-18', lists_noncompliant: false },
  ],
  [
    '1.1.1',
    '市级于4月18日公布实施规范，我局于5月15日编制完成，并于当日通过门户网站向社会公布。',
    { upper_published: '2023-04-18', published: '2023-05-15' },
  ],
  [
    '1.1.3',
    '应承接九十六项，全部承接到位并组织实施，尚有1项未在省平台发布',
    { total: 96, accepted: 96, implemented: 96, published: 95 },
  ],
  ['2.3', '检查实施清单40项已完善38项；监管行为数据覆盖率80%。', { list_rate: 95, coverage: 80 }],
  ['2.7', '事项进驻率：原报100%，现更正为96.5%（3项为分中心外办理）', { move_in_rate: 96.5 }],
  ['3.1', '应设综合窗口场所9个，原报已设9个，经现场核实，更正为8个。', { venues: 9, venues_with_window: 8 }],
  ['3.6.2', '今年“云岭先锋”平台事项由去年的18项增加到29项，新增11项', { yunling_new: 11 }],
  [
    '3.11',
    '证明事项10项，其中有实际办件的6项；涉企经营许可事项告知承诺4项，今年均无办件。',
    { proof_items: 6, business_licence_items: 0 },
  ],
  ['4.1', '县城区水、气已实现同步过户，电力因系统接口未打通，暂未实现。', { water: true, gas: true, power: false }],
  ['5.1', '共有信息化系统9个，其中涉密1个、非涉密8个，已在共享平台挂接5个', { systems: 8, systems_shared: 5 }],
  ['8', '一季度缺席0次、二季度1次、三季度1次、四季度0次；季度报告均按时上报', { absences: 2, late_reports: 0 }],
  ['2.2', '我局于2023年11月6日（逾期6天）将两张清单报送县司法局', { lists_submitted: '2023-11-06' }],
  ['5.2', '办件数据缺1、2两个月', { months_missing: 2 }],
  ['2.2', '清单不符合要求：均符合', { lists_noncompliant: false }],
  [
    '1.2.1',
    '抽查发现不一致的，第一次扣1分；再次抽查发现不一致的，此项不得分。两轮抽查均发现不一致',
    { rounds_with_inconsistency: 2 },
  ],
])('%s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
