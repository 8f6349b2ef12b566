import { sure } from './items';

// What other offices write, each line for what it once was taken for: plans, rounds in a list, parts, and denials behind the verb.
test.each([
  ['1.1.1', '行政许可实施规范已于2023年7月3日公布。', { published: '2023-07-03' }],
  ['1.1.1', '市级实施规范5月20日公布，县级计划7月10日公布。', { upper_published: '2023-05-20' }],
  ['1.1.1', '市级5月20日公布，我县按计划于6月12日公布。', { upper_published: '2023-05-20', published: '2023-06-12' }],
  ['1.1.2', '权责清单未及时调整1次。', { list_findings: 1 }],
  ['1.2.1', '抽查4轮，其中1轮发现实施清单要素不统一。', { rounds_with_inconsistency: 1 }],
  ['1.2.1', '第二轮、第三轮抽查各发现1个事项要素不一致，其余轮次无问题。', { rounds_with_inconsistency: 2 }],
  [
    '1.2.2',
    '46项行政许可事项指南已与权责清单逐一关联，抽查未发现不一致。',
    { licence_total: 46, licence_linked: 46, findings: 0 },
  ],
  ['2.3', '监管事项主项覆盖率78.6％，检查实施清单完善率98％', { list_rate: 98 }],
  ['2.11', '收到差评及投诉12件，按时整改11件，超时1件，整改率100%。', { completion: 100, overdue: 1 }],
  ['2.11', '共收到差评5件，已全部按时整改完成', { completion: 100, overdue: 0 }],
  ['3.3', '每季度开展1次集中宣传', {}],
  ['3.3', '每季度开展1次集中宣传，全年共4次', { campaigns: 4 }],
  ['3.4', '16个省级“一件事”主题有2个办件量未达到4件', { prov_topics_short: 2 }],
  ['3.5', '法定办结总时限1200个工作日，承诺总时限96个工作日，压缩92%', { compress: 92 }],
  ['3.6.1', '应通8个乡镇，实通7个', { townships: 8, townships_on_net: 7 }],
  ['6.3', '“信用昆明”网站查询不到', { query_works: false }],
  ['8', '推进会应参加5次，实际参加4次；1次报告超时', { absences: 1, late_reports: 1 }],
  ['1.1.2', '（1）指南：第一、三季度各被抽查发现1次，共2次；（2）权责：四个季度均未被发现问题。', {}],
  ['1.2.1', '年内接受抽查两轮，第一轮无问题，第二轮发现“医师执业注册”材料不一致。', { rounds_with_inconsistency: 1 }],
  [
    '2.4',
    '未公开的0家；强制0次；清单报送5月30日。',
    { agencies_without_guide: 0, forced: 0, list_submitted: '2023-05-30' },
  ],
  [
    '2.7',
    '“收件即受理”尚在试点，首席事务代表和简单事项即办已落实，尚不能说三项全部到位。',
    { instant_acceptance: false },
  ],
  ['2.7', '“收件即受理”等三项都已落实', { instant_acceptance: true }],
  ['3.5', '压缩91.0%，即办75.0%，跑动0.05次', { compress: 91, instant: 75, trips: 0.05 }],
  ['3.10', '免交纸质材料8项；使用电子证照事项1项', { materials: 8, licence_items: 1 }],
  ['4.2', '网络报装2个工作日内办结，平均1.2个工作日', {}],
  ['5.1', '自建非涉密系统1个，已共享', { systems: 1, systems_shared: 1 }],
  ['8', '4次中缺席2次', { absences: 2 }],
])('%s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
