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
])('%s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
