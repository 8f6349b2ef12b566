import { read, sure } from './items';

// Sums with their parts, parts of a year, lists denied one by one, and what is told of those with cases.
test.each([
  // Parts of a sum that are each a fact of their own…
  ['3.10', '部门核发材料6项，电子证照5项，合计11项', { materials: 6, licence_items: 5 }],
  ['3.10', '部门核发材料7项、电子证照5项，合计12项', { materials: 7, licence_items: 5 }],
  ['3.10', '两个免于提交共11项（部门核发材料6项、电子证照5项）', { materials: 6, licence_items: 5 }],
  ['1.1.2', '办事指南问题2次，权责清单问题1次，共计3次', { guide_findings: 2, list_findings: 1 }],
  // …and parts that are all one fact's, of which the sum counts.
  ['2.4', '上半年投诉举报1起，下半年投诉举报2起，合计3起', { complaints: 3 }],
  ['1.1.2', '办事指南问题2次、办事指南要素1次，共计3次', { guide_findings: 3 }],
  ['3.10', '免提交材料共11项（公安5项、民政6项），电子证照4项', { materials: 11, licence_items: 4 }],
  // What it was before, told aside; alone it is all that is told.
  ['2.10', '评价覆盖率92%（三季度时为90.5%）', { coverage: 92 }],
  ['3.5', '承诺时限压缩比92%(上半年为80%)，即办件76%(6月底时为70%)', { compress: 92, instant: 76 }],
  ['2.10', '评价覆盖率三季度为90.5%', { coverage: 90.5 }],
  // A rate in brackets behind its words.
  ['1.2.2', '行政许可办事指南关联率95%（19/20）', { licence_linked: 19, licence_total: 20 }],
  ['5.1', '系统共享率66.7%(2/3)', { systems: 3, systems_shared: 2 }],
  ['5.1', '一网通办事项占比66.7%(2/3)', {}],
  // Lists denied one by one, or as a whole.
  ['2.4', '没有强制选择中介、没有投诉', { forced: 0, complaints: 0 }],
  ['2.4', '未发现强制选择中介、被投诉举报', { forced: 0, complaints: 0 }],
  ['2.4', '没有强制选择中介', { forced: 0 }],
  ['2.5', '没有方案，示范点1个', { demo_plan: false, demo_points: 1 }],
  ['2.5', '有方案，没有成效', { demo_plan: true, demo_effective: false }],
  // Those with cases count, where they are a part of the others.
  ['3.11', '证明事项承诺制8项，其中有实际办件的5项', { proof_items: 5 }],
  [
    '3.11',
    '证明事项承诺制8项，有办件的5项；涉企许可承诺制3项，其中有办件的3项',
    { proof_items: 5, business_licence_items: 3 },
  ],
  ['3.11', '证明事项承诺制8项，其中有办件的9项', { proof_items: 8 }],
  ['3.11', '证明事项承诺制8项，其中涉企的5项', { proof_items: 8, business_licence_items: 5 }],
  // Months so far.
  ['2.10', '覆盖率91%，截至11月底已汇聚10个月', { coverage: 91, months_missing: 1 }],
  ['5.2', '全年汇聚11个月', { months_missing: 1 }],
  ['5.2', '截至10月底缺2个月，已汇聚8个月', { months_missing: 2 }],
  ['5.2', '截至6月底已汇聚8个月', {}],
  // Answers one beside another, each with its mark.
  ['4.2', '报装进驻：水√ 电√ 气×', { moved_in_water: true, moved_in_power: true, moved_in_gas: false }],
  // How late is not how often; and early is not late.
  ['8', '三季度报告逾期2天报送', { late_reports: 1 }],
  ['8', '季度报告逾期2次，最长逾期3天', { late_reports: 2 }],
  ['8', '三季度报告提前2天报送', {}],
  ['8', '三季度报告用时2天，均按时报送', { late_reports: 0 }],
  // The total stands back behind those that count, where there are any.
  ['5.1', '系统总数9个，非涉密系统7个，已共享7个', { systems: 7, systems_shared: 7 }],
  ['5.1', '系统总数9个，均已共享', { systems: 9, systems_shared: 9 }],
  ['2.8', '适老化改造推迟', { accessible_on_time: false }],
  ['3.13.1', '帮办代办窗口已设置，没有运转', { set_up: true, really_working: false }],
  ['2.9', '抽查没有问题', { findings: 0 }],
  ['2.9', '抽查发现问题2起', { findings: 2 }],
  ['3.8', '惠企窗口受理并兑现；免申即享已开通', { window: true, online_or_other: true }],
  ['3.8', '惠企窗口未受理兑现', { window: false }],
  ['3.4', '主题事项线下未由综合窗口受理', { offline_windows: false }],
  ['6.3', '信用承诺未得到应用', { promoted: false }],
])('%s: %s', (id, text, facts) => {
  expect(sure(id, text)).toEqual(facts);
});

test('a question says nothing of what it asks, and the reply behind it does', () => {
  expect(read('3.12', '容缺受理清单已公布了吗？')).toEqual([]);
  expect(read('3.2', '全程网办率达到93%了吗?')).toEqual([]);
  expect(sure('3.12', '容缺受理清单公布了吗？已公布。报送了吗？6月12日报送。')).toEqual({
    list_published: true,
    list_submitted: '2023-06-12',
  });
  expect(sure('2.10', '评价覆盖率达到80%了吗？86%。')).toEqual({ coverage: 86 });
});
