import { sure } from './items';

test.each([
  // 1.1.1
  [
    '1.1.1',
    '市级行政许可事项实施规范于2023年6月1日公布，我局于2023年6月20日编制完成本级实施规范并向社会公布。',
    { upper_published: '2023-06-01', published: '2023-06-20' },
  ],
  [
    '1.1.1',
    '上级公布日期：2023-05-31；本级公布日期：2023-06-25',
    { upper_published: '2023-05-31', published: '2023-06-25' },
  ],
  [
    '1.1.1',
    '省级实施规范5月10日印发，我县6月5日在政府门户网站对外公布。',
    { upper_published: '2023-05-10', published: '2023-06-05' },
  ],
  [
    '1.1.1',
    '市级于２０２３年６月１日发布实施规范，本级尚未公布。',
    { upper_published: '2023-06-01', published: 'never' },
  ],
  ['1.1.1', '本级公布日期：未公布', { published: 'never' }],
  ['1.1.1', '我局已于2023年11月31日向社会公布。', { published: 'rejected' }],
  ['1.1.1', '本级实施规范已于6月底前公布。', { published: 'missing' }],
  [
    '1.1.1',
    '做好254项行政许可事项实施规范编制，上一级2023/6/2公布，本单位2023/6/28公布',
    { upper_published: '2023-06-02', published: '2023-06-28' },
  ],
  // 1.1.2
  [
    '1.1.2',
    '线上线下行政许可办事指南内容一致，抽查发现问题0次；权责清单与政务服务事项一一对应，抽查发现问题2次。',
    { guide_findings: 0, list_findings: 2 },
  ],
  ['1.1.2', '办事指南问题１次，权责清单问题０次。', { guide_findings: 1, list_findings: 0 }],
  ['1.1.2', '抽查发现办事指南未更新3次；权责清单未发现不对应问题。', { guide_findings: 3, list_findings: 0 }],
  ['1.1.2', '办事指南、权责清单抽查发现问题均为0次。', { guide_findings: 0, list_findings: 0 }],
  [
    '1.1.2',
    '更新254项办事指南，未发现办事指南不一致；动态调整权责清单，未发现权责清单问题',
    { guide_findings: 0, list_findings: 0 },
  ],
  ['1.1.2', '办事指南问题次数：2\n权责清单问题次数：无', { guide_findings: 2, list_findings: 0 }],
  // 1.1.3
  [
    '1.1.3',
    '应承接政务服务事项126项，已承接124项，已实施124项，已发布124项，承接率100%。',
    { total: 126, accepted: 124, implemented: 124, published: 124 },
  ],
  [
    '1.1.3',
    '政务服务事项共98项，已全部承接、实施和发布。',
    { total: 98, accepted: 98, implemented: 98, published: 98 },
  ],
  [
    '1.1.3',
    '应承接、已承接、已实施、已发布事项分别为57项、57项、56项、56项。',
    { total: 57, accepted: 57, implemented: 56, published: 56 },
  ],
  [
    '1.1.3',
    '1.应承接事项1,972项；2.已承接事项1,970项；3.已实施1,970项；4.已发布1,969项。',
    { total: 1972, accepted: 1970, implemented: 1970, published: 1969 },
  ],
  [
    '1.1.3',
    '应承接事项数：60\n已承接事项数：60\n已实施事项数：59\n已发布事项数：58',
    { total: 60, accepted: 60, implemented: 59, published: 58 },
  ],
  ['1.1.3', '应承接80项，实际承接78项，未承接2项。', { total: 80, accepted: 78 }],
  [
    '1.1.3',
    '应承接一百零二项，已承接、已实施、已发布均为102项',
    { total: 102, accepted: 102, implemented: 102, published: 102 },
  ],
  ['1.1.3', '应承接45.5项，已承接：-3项', { total: 'rejected', accepted: 'rejected' }],
  // 1.1.4
  ['1.1.4', '清单要素不一致次数：0次。', { inconsistencies: 0 }],
  ['1.1.4', '三张清单均已动态更新，经抽查不一致1次。', { inconsistencies: 1 }],
  ['1.1.4', '市场准入负面清单等与基本目录同类事项名称、类型等要素一致，抽查未发现不一致。', { inconsistencies: 0 }],
  ['1.1.4', '抽查发现要素不一致两次', { inconsistencies: 2 }],
  ['1.1.4', '不存在要素不一致的情况', { inconsistencies: 0 }],
  ['1.1.4', '0次', { inconsistencies: 0 }],
  // 1.2.1
  ['1.2.1', '发现不一致的抽查轮次：1次；实施清单完善率100%。', { rounds_with_inconsistency: 1 }],
  ['1.2.1', '第一次抽查发现要素不一致，再次抽查未发现不一致。', { rounds_with_inconsistency: 1 }],
  ['1.2.1', '首次抽查未发现不一致，第二次抽查也未发现不一致。', { rounds_with_inconsistency: 0 }],
  ['1.2.1', '第一轮抽查发现不一致，第二轮抽查仍发现不一致。', { rounds_with_inconsistency: 2 }],
  ['1.2.1', '“五级十二同”要素统一，抽查未发现不一致情况', { rounds_with_inconsistency: 0 }],
  ['1.2.1', '两次抽查均未发现不一致。', { rounds_with_inconsistency: 0 }],
  ['1.2.1', '发现不一致的抽查轮次1轮，不一致事项3项', { rounds_with_inconsistency: 1, inconsistent_items: 3 }],
  // 1.2.2
  [
    '1.2.2',
    '省平台发布行政许可事项办事指南21个，已与权力清单关联20个，抽查未发现不一致。',
    { licence_total: 21, licence_linked: 20, findings: 0 },
  ],
  [
    '1.2.2',
    '行政许可指南３４个全部与权力清单关联，抽查不一致０次。',
    { licence_total: 34, licence_linked: 34, findings: 0 },
  ],
  [
    '1.2.2',
    '行政许可办事指南50项，均已关联权力清单；抽查发现不一致1次。',
    { licence_total: 50, licence_linked: 50, findings: 1 },
  ],
  [
    '1.2.2',
    '行政许可指南总数：12个；已关联行政许可指南数：12个；抽查不一致次数：0',
    { licence_total: 12, licence_linked: 12, findings: 0 },
  ],
  ['1.2.2', '行政许可指南18个，尚有1个未关联，已关联17个', { licence_total: 18, licence_linked: 17 }],
  [
    '1.2.2',
    '已关联行政许可指南9个，行政许可指南共10个，关联率90%，未发现不一致',
    { licence_total: 10, licence_linked: 9, findings: 0 },
  ],
  // 1.3
  ['1.3', '全年受理12345热线工单86件，按时办结86件，办结率100%，县政府办打分2.85分（满分3分）。', { score: 2.85 }],
  ['1.3', '12345热线考核得分：3', { score: 3 }],
  ['1.3', '县政府办评分2.7分', { score: 2.7 }],
  ['1.3', '经县政府办考核，得2.5分，满意率98%。', { score: 2.5 }],
  ['1.3', '县政府办考核98分', { score: 'rejected' }],
  ['1.3', '待县政府办打分，自评3分', {}],
])('%s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
