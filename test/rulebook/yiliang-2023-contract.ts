/**
 * The facts of the 2023 rulebook in the order in which the YL functions take them: a public contract that no later edit of
 * the rulebook may change. A line per item; per fact: id, name, type, the highest mark, the reading that alone asks for it.
 */
export const FACTS = `
1.1.1 = upper_published 上一级公布日期 date, published 本级公布日期 dateOrNever
1.1.2 = guide_findings 办事指南问题次数 count, list_findings 权责清单问题次数 count, rounds_with_findings 发现问题的抽查轮次 count?A10a
1.1.3 = total 应承接事项数 count, accepted 已承接事项数 count, implemented 已实施事项数 count, published 已发布事项数 count
1.1.4 = inconsistencies 要素不一致次数 count
1.2.1 = rounds_with_inconsistency 发现不一致的抽查轮次 count, inconsistent_items 不一致事项数 count?A24
1.2.2 = licence_linked 已关联行政许可指南数 count, licence_total 行政许可指南总数 count, findings 抽查不一致次数 count, six_linked 六类已关联指南数 count?A25, six_total 六类指南总数 count?A25
1.3 = score 县政府办评分 mark<=3
2.1 = matters 核实的增设环节或材料问题数 count, has_procedures 涉及勘验评审听证 bool, list_against_city 已对照市级编制程序清单 bool, limit_stated 已明确办结时限 bool, spot_findings 抽查发现次数 count?A10b, complaints 被投诉次数 count?A10b
2.2 = not_advancing 未按要求推进 bool, lists_submitted 证明材料清单报送日期 dateOrNever, lists_noncompliant 清单不符合要求 bool
2.3 = list_rate 检查实施清单完善率 percent, coverage 监管行为数据覆盖率 percent
2.4 = agencies_without_guide 未公开指南的中介机构数 count, forced 强制选择中介次数 count, complaints 被投诉举报次数 count, list_submitted 中介服务清单报送日期 dateOrNever
2.5 = moved_in 已进驻事项数 count, must_move_in 应进驻事项数 count, window_reform 综合窗口覆盖率 percent, window_std 窗口规范设置率 percent, demo_plan 已制定示范创建方案 bool, demo_points 县级示范点数 count, demo_checked 示范创建已检查验收 bool, demo_effective 示范创建成效明显 bool
2.6 = rules_issued 已下发管理制度 bool, inspection_plates 已开展检查考核挂牌 bool
2.7 = move_in_rate 事项进驻率 percent, fake_entries 明进暗不进起数 count, instant_acceptance 收件即受理首席代表即时办结均落实 bool, list_submitted 进驻事项清单报送日期 dateOrNever
2.8 = guide_errors 网上办事指南错误数 count, accessible_on_time 适老化无障碍改造按时完成 bool
2.9 = findings 抽查发现差别办理次数 count, complaints 核实的差别办理投诉数 count
2.10 = coverage 好差评评价覆盖率 percent, months_missing 好差评未汇聚月数 count
2.11 = completion 整改完成率 percent, overdue 超时整改件数 count
3.1 = venues 应设综合窗口场所数 count, venues_with_window 已设综合窗口场所数 count
3.2 = full_online 全程网办率 percent, zero_trip 零跑腿比例 percent
3.3 = items_online_and_list_copied 办事通事项已上线并抄送清单 bool, campaigns 集中宣传推广次数 count, apps_not_connected 未对接移动端个数 count
3.4 = offline_windows 主题线下纳入综合窗口 bool, prov_topics_short 省级主题办理不足数 count, city_topics_short 市级主题办理不足数 count
3.5 = compress 承诺时限压缩比 percent, instant 即办件比例 percent, trips 平均跑动次数 number, compress_licence 行政许可承诺时限压缩比 percent?A47, instant_licence 行政许可即办件比例 percent?A47, trips_licence 行政许可平均跑动次数 number?A47
3.6.1 = townships 应覆盖乡镇数 count, townships_on_net 已通政务外网乡镇数 count, village_stations 延伸村社区服务站数 count
3.6.2 = reported 年底已上报工作情况 bool, judged 服务渠道拓展评分 mark<=3, yunling_new 云岭先锋新增事项数 count
3.7 = not_landed_findings 抽查未落实次数 count, new_items 新增通办事项数 count
3.8 = window 惠企一站式窗口已设置并兑现 bool, online_or_other 线上或免申即享兑现 bool, copied 惠企政策已抄送 bool
3.9 = seal_rate 电子印章加盖率 percent, link_rate 印章关联配置率 percent, kinds 电子证照种类数 count, kinds_with_2_scenes 应用场景达标种类数 count, social_use 已推动社会化应用 bool
3.10 = materials 免提交材料项数 count, licence_items 电子证照免提交事项数 count
3.11 = proof_items 证明事项承诺制办件事项数 count, business_licence_items 涉企许可承诺制办件事项数 count, list_submitted 告知承诺清单报送日期 dateOrNever
3.12 = list_published 容缺受理清单已公布 bool, list_submitted 容缺受理清单报送日期 dateOrNever
3.13.1 = set_up 帮办代办窗口已设置 bool, really_working 帮办代办实质开展 bool
3.13.2 = set_up 园区代办点已设置 bool, really_working 园区代办实质开展 bool
3.13.3 = deeply_carried_out 投资项目代办深入开展 bool
4.1 = water 用水同步过户 bool, power 用电同步过户 bool, gas 用气同步过户 bool
4.2 = power_days_avg 低压非居民平均办电工作日 number, moved_in_water 用水报装已进驻 bool, moved_in_power 用电报装已进驻 bool, moved_in_gas 用气报装已进驻 bool, one_stop 报装一站式服务已建立 bool, net_days 网络报装工作日 number, power_days_max 低压非居民最长办电工作日 number?A60
5.1 = systems 非涉密系统数 count, systems_shared 已共享系统数 count
5.2 = months_missing 办件数据未汇聚月数 count
6.1 = promises 归集承诺数量 count, firms 辖区企业数量 count
6.2 = promises 归集承诺数量 count, firms 辖区企业数量 count
6.3 = query_works 信用昆明查询可用 bool, promoted 信用承诺应用已推进 bool
7 = score 专项组评分 mark<=3
8 = absences 缺席推进会次数 count, late_reports 未按时上报次数 count
9 = N1 国家级号召学习 count, N2 国家级表彰奖励 count, N3 国家级现场观摩会 count, N4 国家级肯定性批示 count, N5 中央媒体正面报道 count, P1 省部级号召学习 count, P2 省部级表彰奖励 count, P3 省部级现场观摩会 count, P4 省部级肯定性批示 count, C1 市级号召学习 count, C2 市级表彰奖励 count, C3 市级现场观摩会 count, C4 市级肯定性批示 count, B4 全国简报刊登 count, O1 联合监督模块创新 count, O2 被采纳集成主题数 count, O3 专题会经验交流 count, O4 新增e办通点位 count
10 = D1 国家级通报批评 count, D1m 中央媒体负面报道 count, D2 省部级通报批评 count, D3 市政府通报批评 count, D4 专项组通报批评 count
`;

/** The readings that can be switched: id, items, options in order; "*" marks the default. A public contract as well. */
export const SWITCHES = `
A04 all = 1* 每项最低0分, 2 单项可为负分, 3 每项最低0分且总分最低0分
A05 all = 1* 不适用项记满分, 2 不适用项记0分, 3 按适用项折算为100分
A10a 1.1.2 = 1* 按问题次数扣, 2 按发现问题的抽查轮次扣
A10b 2.1 = 1* 同一问题只计一次, 2 抽查与投诉分别计
A11 all = 1* 比率不取整, 2 先四舍五入到0.01个百分点, 3 先四舍五入到整数百分点
A13 8 = 1* 13日17时整算按时, 2 17时整算逾期
A20 1.1.1 = 1* 上级公布后1个月内, 2 2023年10月31日前, 3 两者都要
A24 1.2.1 = 1* 按抽查轮次计, 2 按不一致事项计
A25 1.2.2 = 1* 只看行政许可, 2 六类都看
A27 2.1 = 1* 有一项未做扣1.5分, 2 两项都未做才扣1.5分, 3 每项各扣1.5分
A30 2.4 = 1* 只扣一次0.3分, 2 每家机构扣0.3分
A31a 2.5 = 1* 从满分起扣, 2 得分相加减扣分, 3 得分相加加余分池, 4 每条各带分值合计不超过满分
A31b 2.5 = 1* 未检查验收或成效不明显即扣, 2 两者都有才扣
A38 2.11 = 1 超时只扣按时整改的1分, 2* 超时从全项扣, 3 有超时即失1分并另扣
A41 3.2 = 1* 两项相加不超过1分, 2 两项相加减半, 3 取较低一项
A42 3.2 = 1* 空档得0.5分, 2 空档不得分, 3 先取整到百分点
A45 3.4 = 1* 从4分起扣, 2 三部分相加不超过4分, 3 6分折算为4分
A47 3.5 = 1* 只看政务服务事项, 2 与行政许可取较低
A48 3.5 = 1* 0.05次得分, 2 0.05次不得分
A49 3.5 = 1* 60%得0.5分, 2 60%不得分
A51a 3.6.2 = 1* 按成效评0至3分, 2 3分或0分
A51b 3.6.2 = 1* 未上报只失本条3分, 2 未上报全项不得分
A52 3.7 = 1* 未落实失2分, 2 未落实全项不得分
A53 3.8 = 1* 从满分起扣, 2 得分相加减扣分, 3 每条各带分值
A54 3.9 = 1* 最多2.5分, 2 从满分3分起扣
A60 4.2 = 1* 按平均时长, 2 按最长时长
A61 5.1 = 1* 有共享即得2分, 2 全部共享才得2分, 3 按比例
A66 8 = 1* 两行共用3分, 2 可为负分
A68 9 = 1* 同一形式同一层级只计一次, 2 每次都计
`;
