import { sure } from './items';

test.each([
  // 3.1
  ['3.1', '应设综合窗口场所5个，已设5个。', { venues: 5, venues_with_window: 5 }],
  ['3.1', '辖区便民服务中心（站）共12个，均已设置综合窗口对外提供服务。', { venues: 12, venues_with_window: 12 }],
  ['3.1', '应设综合窗口场所数：8；已设综合窗口场所数：7', { venues: 8, venues_with_window: 7 }],
  ['3.1', '应设置综合窗口的场所３处，已设置综合窗口２处。', { venues: 3, venues_with_window: 2 }],
  ['3.1', '本单位不涉及', { venues: 'notApplicable', venues_with_window: 'notApplicable' }],
  ['3.1', '应设综合窗口场所、已设综合窗口场所分别为4个、3个', { venues: 4, venues_with_window: 3 }],
  // 3.2
  ['3.2', '网上可办率100%，全程网办率100%，行政许可类事项“零跑腿”比例96%。', { full_online: 100, zero_trip: 96 }],
  ['3.2', '行政许可“零跑腿”比例达１００％，四级办理深度率达９７.２３％。', { zero_trip: 100, full_online: 97.23 }],
  ['3.2', '全程网办率由去年的90%提升至93.5%，零跑腿比例94%', { full_online: 93.5, zero_trip: 94 }],
  ['3.2', '全程网办率：92.5\n零跑腿比例：95.5', { full_online: 92.5, zero_trip: 95.5 }],
  ['3.2', '可办率99.8%；全程网办率达到93%以上要求；零跑腿比例百分之九十六', { zero_trip: 96 }],
  ['3.2', '全程网办率、零跑腿比例分别为91.2%、97%', { full_online: 91.2, zero_trip: 97 }],
  ['3.2', '2022年全程网办率88%，2023年全程网办率95%', { full_online: 95 }],
  // 3.3
  [
    '3.3',
    '1.上线省“一部手机办事通”事项36项，事项清单已抄送县政务局。2.集中宣传推广活动5次。3.未自行开发移动端、小程序。',
    { items_online_and_list_copied: true, campaigns: 5, apps_not_connected: 0 },
  ],
  [
    '3.3',
    '办事通事项已上线，事项清单未抄送县政务局；集中开展“一部手机办事通”宣传推广４次；自建小程序未对接１个。',
    { items_online_and_list_copied: false, campaigns: 4, apps_not_connected: 1 },
  ],
  [
    '3.3',
    '已上线办事通事项18项并抄送清单；全年开展集中宣传六场；自建小程序2个，均已接入办事通。',
    { items_online_and_list_copied: true, campaigns: 6, apps_not_connected: 0 },
  ],
  ['3.3', '发放宣传资料300份，开展宣传推广3次（计划4次）', { campaigns: 3 }],
  ['3.3', '集中宣传推广不少于4次', {}],
  ['3.3', '我局无自行开发的移动端；推广活动4次，累计注册2万人', { campaigns: 4, apps_not_connected: 0 }],
  ['3.3', '围绕一部手机办事通开展宣传推广，全年共5次。', { campaigns: 5 }],
  // 3.4
  [
    '3.4',
    '主题事项线下已纳入综合窗口统一受理；省级主题办理量不足4件的0个，市级主题办理量不足4件的2个。',
    { offline_windows: true, prov_topics_short: 0, city_topics_short: 2 },
  ],
  [
    '3.4',
    '“一件事一次办”主题已线下纳入综合服务窗口。省级主题办理量均达到4件以上；市级主题办理量均达到4件以上。',
    { offline_windows: true, prov_topics_short: 0, city_topics_short: 0 },
  ],
  [
    '3.4',
    '有3个省级主题办理量不足4件，市级主题全部达到4件；主题事项未纳入综合窗口',
    { offline_windows: false, prov_topics_short: 3, city_topics_short: 0 },
  ],
  ['3.4', '省级、市级主题办理不足数分别为1个、0个。', { prov_topics_short: 1, city_topics_short: 0 }],
  [
    '3.4',
    '省级主题办理不足数：2；市级主题办理不足数：不涉及',
    { prov_topics_short: 2, city_topics_short: 'notApplicable' },
  ],
  ['3.4', '省级16个主题中2个办理量未达4件；线下尚未纳入综合窗口', { prov_topics_short: 2, offline_windows: false }],
  // 3.5
  ['3.5', '承诺时限压缩比92.3%，即办件比例76%，平均跑动次数0.03次', { compress: 92.3, instant: 76, trips: 0.03 }],
  ['3.5', '承诺时限压缩比９１％，即办件比例７５％，平均跑动次数0.05次。', { compress: 91, instant: 75, trips: 0.05 }],
  ['3.5', '平均跑动次数：0.03次\n即办件占比：80.1%\n时限压缩比例：93％', { compress: 93, instant: 80.1, trips: 0.03 }],
  ['3.5', '0.03次（平均跑动次数），压缩比90%，即办率70%', { compress: 90, instant: 70, trips: 0.03 }],
  [
    '3.5',
    '政务服务事项承诺时限压缩比92%，即办件比例78%，平均跑动次数0.02；行政许可事项承诺时限压缩比93%，即办件比例80%，平均跑动次数0.01。',
    { compress: 92, instant: 78, trips: 0.02, compress_licence: 93, instant_licence: 80, trips_licence: 0.01 },
  ],
  ['3.5', '跑动次数待核实，压缩比112%', { compress: 'rejected' }],
  ['3.5', '承诺时限压缩比同比提升5.2%，达91.8%；即办件比例均不低于75%', { compress: 91.8 }],
  [
    '3.5',
    '承诺时限压缩比百分之九十三，即办件比例百分之七十六点五，平均跑动次数零点零三次',
    { compress: 93, instant: 76.5, trips: 0.03 },
  ],
  // 3.6.1
  [
    '3.6.1',
    '全县8个乡镇（街道）便民服务中心均已通政务外网，村（社区）服务站延伸5个。',
    { townships: 8, townships_on_net: 8, village_stations: 5 },
  ],
  [
    '3.6.1',
    '应覆盖乡镇数：8\n已通政务外网乡镇数：7\n延伸村社区服务站数：3',
    { townships: 8, townships_on_net: 7, village_stations: 3 },
  ],
  ['3.6.1', '应覆盖乡镇8个，已覆盖8个；延伸村级站点4个', { townships: 8, townships_on_net: 8, village_stations: 4 }],
  [
    '3.6.1',
    '政务外网应通乡镇（街道）８个，已通７个，未通１个，村（社区）便民服务站延伸２个',
    { townships: 8, townships_on_net: 7, village_stations: 2 },
  ],
  [
    '3.6.1',
    '我局不涉及该项工作。',
    { townships: 'notApplicable', townships_on_net: 'notApplicable', village_stations: 'notApplicable' },
  ],
  ['3.6.1', '延伸村（社区）便民服务站不少于3个', {}],
  // 3.6.2
  [
    '3.6.2',
    '年度材料已上报县政务局，经核实服务渠道拓展得3分；云岭先锋新增事项12项（累计上线62项）。',
    { reported: true, judged: 3, yunling_new: 12 },
  ],
  ['3.6.2', '年底未上报工作情况；云岭先锋新增事项0项', { reported: false, yunling_new: 0 }],
  [
    '3.6.2',
    '已于12月20日报送年度工作情况，服务渠道拓展评分2.5分，新增“云岭先锋”事项六项',
    { reported: true, judged: 2.5, yunling_new: 6 },
  ],
  ['3.6.2', '累计上线云岭先锋事项80项，其中今年新增5项', { yunling_new: 5 }],
  ['3.6.2', '服务渠道拓展评分：4分', { judged: 'rejected' }],
  ['3.6.2', '工作情况材料尚未报送', { reported: false }],
  // 3.7
  [
    '3.7',
    '省、市下达的“跨省通办”“省内通办”事项全部落地，抽查未发现未落实情况；新增通办事项11个。',
    { not_landed_findings: 0, new_items: 11 },
  ],
  ['3.7', '抽查发现未落实1次，新增“跨省通办”事项３项', { not_landed_findings: 1, new_items: 3 }],
  ['3.7', '抽查未落实次数：0\n新增通办事项数：7', { not_landed_findings: 0, new_items: 7 }],
  [
    '3.7',
    '累计办理跨省通办事项58件，新增泛珠三角区域通办事项4项，不存在未落实的情况',
    { not_landed_findings: 0, new_items: 4 },
  ],
  ['3.7', '拟新增云上办事项10项，抽查无未落实问题', { not_landed_findings: 0 }],
  ['3.7', '今年没有新增通办事项，任务事项均已落地', { not_landed_findings: 0, new_items: 0 }],
  // 3.8
  [
    '3.8',
    '1.惠企窗口：已设置并兑现。2.线上办理或免申即享：已开展。3.政策抄送：已抄送。',
    { window: true, online_or_other: true, copied: true },
  ],
  [
    '3.8',
    '惠企政策“一站式”窗口已设置并提供兑现服务；未开展线上办理、“免申即享”；利企惠民政策已抄送县政务局。',
    { window: true, online_or_other: false, copied: true },
  ],
  [
    '3.8',
    '已设立惠企政策窗口，提供政策兑现服务，通过“免申即享”方式兑现，政策未抄送',
    { window: true, online_or_other: true, copied: false },
  ],
  ['3.8', '未设置惠企窗口；政策已同步抄送县政务服务局', { window: false, copied: true }],
  ['3.8', '是否抄送惠企政策：否', { copied: false }],
  ['3.8', '惠企窗口已设置但未提供兑现服务', { window: false }],
  // 3.9
  [
    '3.9',
    '电子印章加盖率100%，印章关联配置率100%；电子证照3类，应用场景达到2个以上的3类；已推动社会化应用。',
    { seal_rate: 100, link_rate: 100, kinds: 3, kinds_with_2_scenes: 3, social_use: true },
  ],
  [
    '3.9',
    '电子证照种类４种，其中应用场景达标４种；电子印章加盖率１００％、关联配置率１００％；社会化应用已推动。',
    { seal_rate: 100, link_rate: 100, kinds: 4, kinds_with_2_scenes: 4, social_use: true },
  ],
  [
    '3.9',
    '签发电子证照2300本，电子证照共2种，每类均推广2个以上应用场景；印章加盖率98.5%；未推动社会化应用',
    { kinds: 2, kinds_with_2_scenes: 2, seal_rate: 98.5, social_use: false },
  ],
  [
    '3.9',
    '加盖率：100%；关联配置率：99%；证照种类：5；应用场景达标种类：4',
    { seal_rate: 100, link_rate: 99, kinds: 5, kinds_with_2_scenes: 4 },
  ],
  ['3.9', '电子印章加盖率、关联配置率均为100%', { seal_rate: 100, link_rate: 100 }],
  ['3.9', '社会化应用：尚未推动', { social_use: false }],
  // 3.10
  ['3.10', '免提交材料13项，电子证照免提交事项5项。', { materials: 13, licence_items: 5 }],
  [
    '3.10',
    '实现政府部门核发材料免于提交２项，使用电子证照免于提交纸质材料的事项３项。',
    { materials: 2, licence_items: 3 },
  ],
  ['3.10', '免提交材料项数：6；电子证照免提交事项数：0', { materials: 6, licence_items: 0 }],
  ['3.10', '共有7项材料免于提交，4个事项使用电子证照免交', { materials: 7, licence_items: 4 }],
  ['3.10', '核发材料免于提交八项；使用电子证照的事项两项', { materials: 8, licence_items: 2 }],
  ['3.10', '正在梳理免提交材料，预计10项', {}],
  // 3.11
  [
    '3.11',
    '1.有办件的证明事项承诺制事项15项；2.有办件的涉企经营许可承诺制事项11项；3.告知承诺清单报送时间：2023年6月15日。',
    { proof_items: 15, business_licence_items: 11, list_submitted: '2023-06-15' },
  ],
  [
    '3.11',
    '有办件的证明事项承诺制事项１２个，涉企经营许可承诺制有办件事项１１个。',
    { proof_items: 12, business_licence_items: 11 },
  ],
  [
    '3.11',
    '证明事项告知承诺制实际办件事项8项，涉企许可3项，清单6月29日已报县政务局',
    { proof_items: 8, business_licence_items: 3, list_submitted: '2023-06-29' },
  ],
  ['3.11', '证明事项承诺制有办件的10个；清单未报送', { proof_items: 10, list_submitted: 'never' }],
  [
    '3.11',
    '清单已于6月20日报送，证明事项和涉企许可承诺制办件事项分别为5个、2个',
    { proof_items: 5, business_licence_items: 2, list_submitted: '2023-06-20' },
  ],
  ['3.11', '清单按时报送', { list_submitted: 'missing' }],
  // 3.12
  [
    '3.12',
    '可容缺受理的政务服务事项清单已编制并公布，2023年5月30日报送县政务局。',
    { list_published: true, list_submitted: '2023-05-30' },
  ],
  ['3.12', '容缺受理清单已公布，报送日期：2023.6.28', { list_published: true, list_submitted: '2023-06-28' }],
  ['3.12', '容缺受理清单正在编制，尚未公布，未报送', { list_published: false, list_submitted: 'never' }],
  ['3.12', '已编制容缺受理清单但未公布；6月19日抄送县政务局', { list_published: false, list_submitted: '2023-06-19' }],
  ['3.12', '清单于2023年6月18日对外公布并于2023年6月20日报送', { list_published: true, list_submitted: '2023-06-20' }],
  ['3.12', '清单报送日期：2023年6月31日', { list_submitted: 'rejected' }],
  // 3.13
  ['3.13.1', '已完成帮办代办服务窗口设置，但未实质开展帮办代办。', { set_up: true, really_working: false }],
  ['3.13.1', '帮办代办窗口已设置，已实质开展工作，全年帮办代办236件。', { set_up: true, really_working: true }],
  ['3.13.1', '未设置帮办代办窗口。', { set_up: false }],
  ['3.13.1', '帮办代办窗口：已设置；实质开展：是', { set_up: true, really_working: true }],
  ['3.13.1', '设立帮办代办专窗2个，实质性开展帮办代办服务', { set_up: true, really_working: true }],
  ['3.13.1', '是否设置帮办代办窗口：是', { set_up: true }],
  ['3.13.2', '园区建设项目审批代办点未设置，未实质开展工作。', { set_up: false, really_working: false }],
  ['3.13.2', '已在工业园区设立审批代办点，实质开展代办服务56件。', { set_up: true, really_working: true }],
  ['3.13.2', '本单位不涉及', { set_up: 'notApplicable', really_working: 'notApplicable' }],
  ['3.13.2', '代办点设置：已设置；实质开展：未开展', { set_up: true, really_working: false }],
  ['3.13.2', '已设置代办点，但尚未实质性运行', { set_up: true, really_working: false }],
  ['3.13.2', '拟于明年在园区设置代办点', {}],
  ['3.13.3', '投资项目“两个全程”代办：已深入开展。', { deeply_carried_out: true }],
  ['3.13.3', '投资项目行政审批全程免费“帮办代办”尚未深入开展。', { deeply_carried_out: false }],
  ['3.13.3', '深入开展投资项目全程免费帮办代办，代办项目12个', { deeply_carried_out: true }],
  ['3.13.3', '未开展投资项目代办', { deeply_carried_out: false }],
  ['3.13.3', '全面推行投资项目免费帮办代办', { deeply_carried_out: true }],
  ['3.13.3', '投资项目代办深入开展：否', { deeply_carried_out: false }],
])('%s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
