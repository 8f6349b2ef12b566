import { sure } from './items';

test.each([
  // 2.1
  [
    '2.1',
    '核实的增加环节和材料问题0起；我局无现场勘验、技术审查、听证论证程序。',
    { matters: 0, has_procedures: false },
  ],
  [
    '2.1',
    '涉及现场勘验，已对照市级编制程序实施清单，已明确办结时限；未额外增加环节和材料。',
    { matters: 0, has_procedures: true, list_against_city: true, limit_stated: true },
  ],
  ['2.1', '核实增设环节或材料问题２件，我单位不涉及现场勘验、专家评审、听证。', { matters: 2, has_procedures: false }],
  [
    '2.1',
    '经核实增加办理环节问题1起；涉及技术审查，未对照市级编制程序清单，未明确办结时限',
    { matters: 1, has_procedures: true, list_against_city: false, limit_stated: false },
  ],
  ['2.1', '抽查发现次数0次，被投诉次数1次', { spot_findings: 0, complaints: 1 }],
  ['2.1', '是否涉及勘验评审听证：否；核实的增设环节或材料问题数：0', { matters: 0, has_procedures: false }],
  // 2.2
  [
    '2.2',
    '未按要求推进：否；两个清单报送日期：2023年10月31日；清单不符合要求：否。',
    { not_advancing: false, lists_submitted: '2023-10-31', lists_noncompliant: false },
  ],
  [
    '2.2',
    '按要求持续推进证明材料规范化，证明材料保留清单、清理清单于2023.11.2报送，清单符合规范化要求。',
    { not_advancing: false, lists_submitted: '2023-11-02', lists_noncompliant: false },
  ],
  [
    '2.2',
    '已按要求推进，两个清单已于10月20日报送，清单不存在不符合要求的情况。',
    { not_advancing: false, lists_submitted: '2023-10-20', lists_noncompliant: false },
  ],
  ['2.2', '证明材料规范化工作未按要求推进；清单未报送。', { not_advancing: true, lists_submitted: 'never' }],
  [
    '2.2',
    '取消证明材料12项，清单不符合规定，两个清单报送日期：2023/10/30',
    { lists_submitted: '2023-10-30', lists_noncompliant: true },
  ],
  ['2.2', '证明事项清单已报送县司法局，清单符合要求。', { lists_submitted: 'missing', lists_noncompliant: false }],
  ['2.2', '两个清单于2023年10月报送。', { lists_submitted: 'missing' }],
  // 2.3
  ['2.3', '行政检查实施清单完善率100%，监管行为数据覆盖率78.6%。', { list_rate: 100, coverage: 78.6 }],
  ['2.3', '行政检查实施清单完善率１００％，监管行为数据覆盖率８３.７％。', { list_rate: 100, coverage: 83.7 }],
  ['2.3', '监管行为覆盖率：92.31%\n检查实施清单完成率：99%', { list_rate: 99, coverage: 92.31 }],
  [
    '2.3',
    '认领监管事项128项，认领率100%，清单完成率达百分之九十八，监管行为覆盖率达到百分之八十五点五。',
    { list_rate: 98, coverage: 85.5 },
  ],
  [
    '2.3',
    '监管行为覆盖率较去年提升12个百分点，达到84%，达到80%以上的要求；清单完善率100%',
    { list_rate: 100, coverage: 84 },
  ],
  ['2.3', '监管行为数据覆盖率108%', { coverage: 'rejected' }],
  ['2.3', '监管行为覆盖率达80%以上', {}],
  // 2.4
  [
    '2.4',
    '未公开服务指南的中介机构0家，强制企业选择特定中介0次，中介服务清单于2023年6月21日报送。',
    { agencies_without_guide: 0, forced: 0, list_submitted: '2023-06-21' },
  ],
  [
    '2.4',
    '辖区有２家中介机构未公开服务指南，无强制指定中介行为，未收到投诉举报；中介服务清单报送日期：2023.5.30。',
    { agencies_without_guide: 2, forced: 0, complaints: 0, list_submitted: '2023-05-30' },
  ],
  [
    '2.4',
    '辖区中介机构均已在中介超市公开服务指南，未发现强制企业选择中介机构，被投诉举报1次，服务清单6月15日抄送县政务局。',
    { agencies_without_guide: 0, forced: 0, complaints: 1, list_submitted: '2023-06-15' },
  ],
  [
    '2.4',
    '入驻中介机构15家，其中1家未公开服务指南；清单尚未报送',
    { agencies_without_guide: 1, list_submitted: 'never' },
  ],
  ['2.4', '不存在强制企业选择特定中介的情况；没有收到一起投诉举报。', { forced: 0, complaints: 0 }],
  [
    '2.4',
    '未公开指南的中介机构数：无；强制选择中介次数：无；被投诉举报次数：无；清单报送：未报送',
    { agencies_without_guide: 0, forced: 0, complaints: 0, list_submitted: 'never' },
  ],
  // 2.5
  [
    '2.5',
    '1.除负面清单外应进驻259项，实际进驻259项。2.综合窗口改革完成率100%。3.“一件事一次办”等四类窗口规范设置率100%。4.示范创建工作方案：已制定。5.县级示范点5个。6.示范创建检查验收：已完成；创建成效：明显。',
    {
      moved_in: 259,
      must_move_in: 259,
      window_reform: 100,
      window_std: 100,
      demo_plan: true,
      demo_points: 5,
      demo_checked: true,
      demo_effective: true,
    },
  ],
  [
    '2.5',
    '应进驻事项３１４项，已进驻３１０项；综合窗口覆盖率９８％，窗口规范设置率１００％；未制定示范样板创建工作方案，县级示范点２个，未检查考核验收，成效不明显。',
    {
      moved_in: 310,
      must_move_in: 314,
      window_reform: 98,
      window_std: 100,
      demo_plan: false,
      demo_points: 2,
      demo_checked: false,
      demo_effective: false,
    },
  ],
  [
    '2.5',
    '除不宜进驻的3项外，应进驻120项，已全部进驻；综合窗口实现全覆盖',
    { must_move_in: 120, moved_in: 120, window_reform: 100 },
  ],
  ['2.5', '建成县级示范点三个，已印发示范创建方案和标准', { demo_points: 3, demo_plan: true }],
  ['2.5', '示范创建方案正在制定，计划建设示范点4个', {}],
  ['2.5', '示范点3个，均已组织验收，成效显著', { demo_points: 3, demo_checked: true, demo_effective: true }],
  // 2.6
  ['2.6', '已制定下发分中心管理制度，已开展检查考核挂牌工作。', { rules_issued: true, inspection_plates: true }],
  ['2.6', '管理制度：已下发；检查考核挂牌：未开展', { rules_issued: true, inspection_plates: false }],
  ['2.6', '尚未制定管理规范，也未开展检查挂牌。', { rules_issued: false, inspection_plates: false }],
  [
    '2.6',
    '印发了《宜良县政务服务中心大厅管理规范》，每季度检查考核并挂牌',
    { rules_issued: true, inspection_plates: true },
  ],
  ['2.6', '不涉及', { rules_issued: 'notApplicable', inspection_plates: 'notApplicable' }],
  ['2.6', '是否下发管理制度：是\n是否开展检查考核挂牌：是', { rules_issued: true, inspection_plates: true }],
  // 2.7
  [
    '2.7',
    '事项进驻率96%，“明进暗不进”0起，“收件即受理”“首席事务代表”制度、简单事项即时办结均已落实，进驻事项清单于2023年6月15日报送。',
    { move_in_rate: 96, fake_entries: 0, instant_acceptance: true, list_submitted: '2023-06-15' },
  ],
  [
    '2.7',
    '进驻率达到97.5％；未发现“明进暗不进”问题；进驻清单未报送。',
    { move_in_rate: 97.5, fake_entries: 0, list_submitted: 'never' },
  ],
  [
    '2.7',
    '事项进驻率：95%\n明进暗不进：2起\n进驻事项清单6月28日报送县政务局',
    { move_in_rate: 95, fake_entries: 2, list_submitted: '2023-06-28' },
  ],
  ['2.7', '已推行“收件即受理”，已落实首席事务代表制度，简单事项未即时办结', { instant_acceptance: false }],
  [
    '2.7',
    '收件即受理已推行，首席事务代表制度已建立，简单事项实现即时办结；清单抄送时间2023-07-12',
    { instant_acceptance: true, list_submitted: '2023-07-12' },
  ],
  ['2.7', '不存在明进暗不进现象，进驻率100%', { fake_entries: 0, move_in_rate: 100 }],
  // 2.8
  [
    '2.8',
    '平台及移动端办事指南错误0个；县政府门户网站长者模式、语音辅助、自主配色等适老化改造已按时完成。',
    { guide_errors: 0, accessible_on_time: true },
  ],
  ['2.8', '抽查未发现办事指南错误，适老化、无障碍改造按时完成。', { guide_errors: 0, accessible_on_time: true }],
  ['2.8', '抽查发现办事指南有误3个，已全部更正；适老化改造未按时完成', { guide_errors: 3, accessible_on_time: false }],
  ['2.8', '网上办事指南错误数：1处', { guide_errors: 1 }],
  ['2.8', '办事指南准确无误；无障碍改造尚未完成。', { guide_errors: 0, accessible_on_time: false }],
  ['2.8', '指南错误两处', { guide_errors: 2 }],
  // 2.9
  ['2.9', '线上线下无差别受理、同标准办理，抽查未发现差别受理情况，未接到相关投诉。', { findings: 0, complaints: 0 }],
  ['2.9', '抽查发现差别办理次数０，核实的差别办理投诉数０。', { findings: 0, complaints: 0 }],
  ['2.9', '抽查发现差别受理1次；投诉0件', { findings: 1, complaints: 0 }],
  ['2.9', '不存在线上线下差别受理、办理标准不一致的情况，没有投诉', { findings: 0, complaints: 0 }],
  ['2.9', '经核实的差别办理投诉2件', { complaints: 2 }],
  ['2.9', '线上线下融合，未发现差别办理问题，零投诉', { findings: 0, complaints: 0 }],
  // 2.10
  ['2.10', '“好差评”评价覆盖率86.2%，数据未汇聚月份2个。', { coverage: 86.2, months_missing: 2 }],
  ['2.10', '评价覆盖率１０２.５％，１—１２月数据每月均已汇聚。', { coverage: 'rejected', months_missing: 0 }],
  ['2.10', '评价覆盖率：91%，缺3月、5月数据', { coverage: 91, months_missing: 2 }],
  ['2.10', '好评率99.8%，评价覆盖率80%，好差评数据按月汇聚至省平台。', { coverage: 80, months_missing: 0 }],
  ['2.10', '覆盖率达83%，除4月外其余月份均已汇聚', { coverage: 83, months_missing: 1 }],
  ['2.10', '评价覆盖率－5%', { coverage: 'missing' }],
  // 2.11
  [
    '2.11',
    '全年收到差评和投诉均已调查核实，整改完成率95%，超时整改1件，随机回访12人次。',
    { completion: 95, overdue: 1 },
  ],
  ['2.11', '整改完成率１００％，无超时整改件，随机回访12人次。', { completion: 100, overdue: 0 }],
  ['2.11', '收到差评5件，均按时整改，整改完成率100%，按时整改率100%', { completion: 100, overdue: 0 }],
  ['2.11', '全年未收到差评、投诉。', { completion: 100, overdue: 0 }],
  ['2.11', '整改完成率19/20，逾期整改两件', { completion: 95, overdue: 2 }],
  ['2.11', '投诉8件，整改完成率：97.5%；超时整改件数：0', { completion: 97.5, overdue: 0 }],
])('%s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
