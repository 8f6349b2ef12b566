import { day, found, percent, readRows, told, type Written } from '../workbook';

/** Tables in words and shapes of their own, a few of each family, with what they say. */
const TABLES: {
  name: string;
  rows: Written[][];
  merges?: string[];
  sheet?: string;
  asOf?: string;
  says: { [place: string]: unknown };
  wrong?: string[];
}[] = [
  {
    name: 'B: a list without a heading',
    rows: [
      ['县水务局指标数据'],
      ['全流程网上办理率：', '94.5%'],
      ['行政许可类零跑腿率：', '９７％'],
      ['容缺受理清单上报时间：', '未报送'],
      ['集中组织宣传推广次数：', '3次'],
    ],
    says: {
      '县水务局 3.2.full_online B2': 94.5,
      '县水务局 3.2.zero_trip B3': 97,
      '县水务局 3.12.list_submitted B4': 'never',
      '县水务局 3.3.campaigns B5': 3,
    },
  },
  {
    name: 'B: short names under section rows',
    rows: [
      ['填报单位：县医保局'],
      ['序号', '项目', '数据'],
      ['一、互联网+监管'],
      [1, '覆盖率', 86.4],
      ['二、一窗通办'],
      [1, '应设（个）', 3],
      [2, '已设（个）', 2],
      ['三、电子证照'],
      [1, '覆盖率', 100],
      ['四、告知承诺制'],
      [1, '汇总事项清单报送时间', '2023.6.28'],
    ],
    says: {
      '县医保局 2.3.coverage C4': 86.4,
      '县医保局 3.1.venues C6': 3,
      '县医保局 3.1.venues_with_window C7': 2,
      '县医保局 3.9.seal_rate C9': 100,
      '县医保局 3.11.list_submitted C11': '2023-06-28',
    },
  },
  {
    name: 'B: a group beside the names, in columns called otherwise',
    rows: [
      ['单位名称：', '县林草局'],
      ['一级指标', '二级指标', '单位', '2023年数值'],
      ['马上办好', '压缩比', '%', 93.1],
      ['', '即办件', '%', 78],
      ['数据共享', '系统总数', '个', 4],
      ['', '已共享', '个', 2.5],
    ],
    merges: ['A3:A4', 'A5:A6'],
    says: {
      '县林草局 3.5.compress D3': 93.1,
      '县林草局 3.5.instant D4': 78,
      '县林草局 5.1.systems D5': 4,
      '县林草局 5.1.systems_shared D6': 'rejected',
    },
    wrong: ['fractional-count D6'],
  },
  {
    name: 'C: three rows of headings',
    rows: [
      ['考评对象', '二、规范化', '', '三、便利化'],
      ['', '好差评', '', '一网通办'],
      ['', '覆盖率', '未汇聚月数', '网办率'],
      ['县民政局', percent(0.915), 0, percent(0.95)],
      ['县城市管理局', percent(1.02), 1, percent(0.93)],
    ],
    merges: ['A1:A3', 'B1:C1', 'B2:C2'],
    says: {
      '县民政局 2.10.coverage B4': 91.5,
      '县民政局 2.10.months_missing C4': 0,
      '县民政局 3.2.full_online D4': 95,
      '县城管局 2.10.coverage B5': 'rejected',
      '县城管局 2.10.months_missing C5': 1,
      '县城管局 3.2.full_online D5': 93,
    },
    wrong: ['percent-over-100 B5'],
  },
  {
    name: 'C: units across, figures down',
    rows: [
      ['序号', '指标', '单位', '县财政局', '匡远街道', '九乡'],
      [1, '推进会缺席（次）', '次', 0, 1, 2],
      [2, '即办件占比', '%', 80, 76.5, 90],
    ],
    says: {
      '县财政局 8.absences D2': 0,
      '匡远街道 8.absences E2': 1,
      '九乡彝族回族乡 8.absences F2': 2,
      '县财政局 3.5.instant D3': 80,
      '匡远街道 3.5.instant E3': 76.5,
      '九乡彝族回族乡 3.5.instant F3': 90,
    },
  },
  {
    name: 'C: numbers of items in the headings',
    rows: [
      ['参评单位', '5.2 未汇聚月数', '2.10 未汇聚月数', '三、5 压缩比'],
      ['县司法局', 1, 0, percent(0.9)],
      ['县司法剧', 1, 0, percent(0.9)],
      ['县残联', 0, 2, percent(0.85)],
    ],
    says: {
      '县司法局 5.2.months_missing B2': 1,
      '县司法局 2.10.months_missing C2': 0,
      '县司法局 3.5.compress D2': 90,
      '县残联 5.2.months_missing B4': 0,
      '县残联 2.10.months_missing C4': 2,
      '县残联 3.5.compress D4': 85,
    },
    wrong: ['unknown-unit A3'],
  },
  {
    name: 'D: two series under each month',
    rows: [
      ['2023年1—3月政务服务数据汇聚表'],
      ['单位', '1月', '', '2月', '', '3月', ''],
      ['', '办件数据', '好差评数据', '办件数据', '好差评数据', '办件数据', '好差评数据'],
      ['县公安局', 20, 3, '', 4, 0, ''],
      ['县税务局', 11, '', 12, 5, 13, 6],
    ],
    merges: ['A2:A3', 'B2:C2', 'D2:E2', 'F2:G2'],
    asOf: '2023-03-31',
    says: {
      '县公安局 5.2.months_missing B4,D4,F4': 1,
      '县公安局 2.10.months_missing C4,E4,G4': 1,
      '县税务局 5.2.months_missing B5,D5,F5': 0,
      '县税务局 2.10.months_missing C5,E5,G5': 1,
    },
  },
  {
    name: 'D: months down, units across',
    rows: [
      ['“好差评”数据月度汇聚统计'],
      ['月份', '县教体局', '县卫健局'],
      ['一月', 5, 6],
      ['二月', '', 7],
      ['三月', 4, -8],
      ['合计', 9, 5],
    ],
    asOf: '2023-03-31',
    says: { '县教体局 2.10.months_missing B3:B5': 1, '县卫健局 2.10.months_missing C3:C5': 0 },
    wrong: ['negative-count C5'],
  },
  {
    name: 'D: sums of quarters between the months',
    rows: [
      ['办件数据汇聚统计表'],
      ['单位', '1月', '2月', '3月', '一季度小计', '4月', '5月', '6月', '第二季度', '上半年'],
      ['县气象局', 1, 2, '', 3, 4, 5, 6, 16, 18],
    ],
    asOf: '2023-06-30',
    says: { '县气象局 5.2.months_missing B3:D3,F3:H3': 1 },
    wrong: ['wrong-subtotal I3'],
  },
  {
    name: 'E: kinds and counts of findings only in words',
    rows: [
      ['专项组日常检查台账'],
      ['序号', '检查日期', '单位', '问题类型', '问题描述', '核查结论'],
      [1, '2023/5/16', '县住建局', '权责清单问题', '施工许可未纳入2处', '经核实属实'],
      [2, '2023/5/17', '县住建局', '办事指南问题', '备案指南联系电话未更新', '经核实不属实'],
      [3, '2023/6/31', '县水务局', '明进暗不进', '取水许可在局里受理，共3起', '属实'],
    ],
    says: {
      '县住建局 1.1.2.list_findings E3': 2,
      '县住建局 1.1.2.guide_findings E4': 0,
      '县水务局 2.7.fake_entries E5': 3,
    },
    wrong: ['bad-date B5'],
  },
  {
    name: 'E: a report sent in again',
    rows: [
      ['季报报送登记'],
      ['单位', '季度', '报送时间', '备注'],
      ['县交运局', '二季度', day('2023-06-13', '16:30'), ''],
      ['县交运局', '二季度', day('2023-06-15', '10:00'), '补充后重报'],
      ['县交运局', '三季度', '9月13日17:01', ''],
    ],
    asOf: '2023-09-30',
    says: { '县交运局 8.late_reports C3,C5': 1 },
  },
  {
    name: 'E: marks under months of meetings',
    rows: [
      ['推进会出席情况（√出席 ×缺席）'],
      ['单位', '3月', '6月', '9月'],
      ['县统计局', '√', '×', '√'],
      ['县农业农村局', '√', '代会', '迟到'],
    ],
    says: { '县统计局 8.absences B3:D3': 1, '县农业农村局 8.absences B4:D4': 0 },
  },
  {
    name: 'C: two years and the difference under each figure',
    rows: [
      ['主要指标对比表'],
      ['单位', '全程网办率', '', '', '即办件比例', '', ''],
      ['', '2022年', '2023年', '增减', '上年同期', '本年', '同比'],
      ['县水务局', percent(0.8), percent(0.91), 11, percent(0.7), percent(0.76), 6],
      ['县司法局', percent(0.85), percent(0.93), 8, percent(0.71), '/', ''],
    ],
    merges: ['A2:A3', 'B2:D2', 'E2:G2'],
    says: {
      '县水务局 3.2.full_online C4': 91,
      '县水务局 3.5.instant F4': 76,
      '县司法局 3.2.full_online C5': 93,
      '县司法局 3.5.instant F5': 'missing',
    },
  },
  {
    name: 'C: the figures under each of two years',
    rows: [
      ['单位', '2022年', '', '2023年', ''],
      ['', '全程网办率', '即办件比例', '全程网办率', '即办件比例'],
      ['县水务局', percent(0.8), percent(0.7), percent(0.91), percent(0.76)],
      ['县司法局', percent(0.85), percent(0.75), percent(0.93), percent(0.78)],
    ],
    merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    says: {
      '县水务局 3.2.full_online D3': 91,
      '县水务局 3.5.instant E3': 76,
      '县司法局 3.2.full_online D4': 93,
      '县司法局 3.5.instant E4': 78,
    },
  },
  {
    name: 'C: a target beside what was reached',
    rows: [
      ['单位', '承诺时限压缩比', '', '即办件比例', ''],
      ['', '目标值', '完成值', '目标值', '完成值'],
      ['县水务局', '90%', '91.2%', '70%', '68%'],
      ['县司法局', '90%', '85%', '70%', '72%'],
    ],
    merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    says: {
      '县水务局 3.5.compress C3': 91.2,
      '县水务局 3.5.instant E3': 68,
      '县司法局 3.5.compress C4': 85,
      '县司法局 3.5.instant E4': 72,
    },
  },
  {
    name: 'C: offices by their short names across, groups before the figures',
    rows: [
      ['审批部门对比'],
      ['指标', '', '审批部门'],
      ['', '', '公安', '人社', '市场监管'],
      ['监管', '检查清单完善率', percent(1), percent(0.99), percent(0.95)],
      ['', '监管数据覆盖率', percent(0.85), percent(0.8), '待定'],
    ],
    merges: ['A2:B3', 'C2:E2', 'A4:A5'],
    says: {
      '县公安局 2.3.list_rate C4': 100,
      '县人社局 2.3.list_rate D4': 99,
      '县市场监管局 2.3.list_rate E4': 95,
      '县公安局 2.3.coverage C5': 85,
      '县人社局 2.3.coverage D5': 80,
      '县市场监管局 2.3.coverage E5': 'missing',
    },
  },
  {
    name: 'C: units across over an empty corner',
    rows: [
      ['效能指标'],
      ['', '县公安局', '县人社局', '县司法局'],
      ['全程网办率', percent(0.9), percent(0.91), percent(0.92)],
      ['即办件比例', percent(0.7), percent(0.71), percent(0.72)],
    ],
    says: {
      '县公安局 3.2.full_online B3': 90,
      '县人社局 3.2.full_online C3': 91,
      '县司法局 3.2.full_online D3': 92,
      '县公安局 3.5.instant B4': 70,
      '县人社局 3.5.instant C4': 71,
      '县司法局 3.5.instant D4': 72,
    },
  },
  {
    name: 'C: offices by their short names down',
    rows: [
      ['单位', '全程网办率', '即办件比例'],
      ['公安', percent(0.9), percent(0.7)],
      ['人社', percent(0.91), percent(0.71)],
      ['医保', percent(0.92), percent(0.72)],
    ],
    says: {
      '县公安局 3.2.full_online B2': 90,
      '县公安局 3.5.instant C2': 70,
      '县人社局 3.2.full_online B3': 91,
      '县人社局 3.5.instant C3': 71,
      '县医保局 3.2.full_online B4': 92,
      '县医保局 3.5.instant C4': 72,
    },
  },
  {
    name: 'C: problems by their kind, those that were verified and those that were not',
    rows: [
      ['抽查问题分类统计（次）'],
      ['被查单位', '办事指南未更新或不一致', '', '权责清单未动态调整', '', '明进暗不进', ''],
      ['', '查实', '不实', '查实', '不实', '查实', '不实'],
      ['县住建局', 2, 1, 0, 3, '1起', 0],
      ['县林草局', 0, 2, 1, 0, '/', '/'],
    ],
    merges: ['A2:A3', 'B2:C2', 'D2:E2', 'F2:G2'],
    says: {
      '县住建局 1.1.2.guide_findings B4': 2,
      '县住建局 1.1.2.list_findings D4': 0,
      '县住建局 2.7.fake_entries F4': 1,
      '县林草局 1.1.2.guide_findings B5': 0,
      '县林草局 1.1.2.list_findings D5': 1,
      '县林草局 2.7.fake_entries F5': 'missing',
    },
  },
  {
    name: 'C: a table that goes on on the next page, with one sum at its end',
    rows: [
      ['进驻情况'],
      ['单位', '应进驻事项', '已进驻事项'],
      ['县公安局', 67, 67],
      ['县司法局', 10, 9],
      [],
      ['进驻情况（续表）'],
      ['单位', '应进驻事项', '已进驻事项'],
      ['县残联', 20, 20],
      ['合计', 97, 96],
    ],
    says: {
      '县公安局 2.5.must_move_in B3': 67,
      '县公安局 2.5.moved_in C3': 67,
      '县司法局 2.5.must_move_in B4': 10,
      '县司法局 2.5.moved_in C4': 9,
      '县残联 2.5.must_move_in B8': 20,
      '县残联 2.5.moved_in C8': 20,
    },
  },
  {
    name: 'D: rates by the month with one for the year',
    rows: [
      ['2023年“好差评”评价覆盖率（%）'],
      ['部门', '1月', '2月', '3月', '4月', '全年'],
      ['县公安局', 80.9, 78.6, 97.9, 83.3, 88.4],
      ['县民政局', 93.8, '', 92.4, 98, 79.9],
      ['县残联', 93.8, 91.5, 92.4, 98.2, '—'],
    ],
    says: {
      '县公安局 2.10.coverage F3': 88.4,
      '县民政局 2.10.coverage F4': 79.9,
      '县残联 2.10.coverage F5': 'missing',
    },
  },
  {
    name: 'E: both documents of a quarter under what they are called',
    rows: [
      ['季度工作情况报告、问题清单收件台账'],
      ['季度', '单位名称', '工作情况报告收件时间', '问题清单收件时间', '规定时限'],
      ['二季度', '县交运局', day('2023-06-13', '16:30'), day('2023-06-14', '09:10'), '6月13日17:00'],
      ['二季度', '县民宗局', day('2023-06-13', '17:00'), day('2023-06-13', '17:00'), '6月13日17:00'],
    ],
    asOf: '2023-06-30',
    says: { '县交运局 8.late_reports C3:D3': 1, '县民宗局 8.late_reports C4:D4': 0 },
  },
  {
    name: 'E: the day and the time that a report came in columns of their own',
    rows: [
      ['2023年二季度收文登记'],
      ['单位', '材料', '日期', '时间'],
      ['县交运局', '季度工作情况报告及问题清单', day('2023-06-13'), '17:30'],
      ['县民宗局', '季度工作情况报告及问题清单', day('2023-06-13'), '下午4点'],
      ['县水务局', '季度工作情况报告及问题清单', day('2023-06-13'), { value: 0.71875, text: '17:15', format: 'h:mm' }],
    ],
    asOf: '2023-06-30',
    says: {
      '县交运局 8.late_reports C3': 1,
      '县民宗局 8.late_reports C4': 0,
      '县水务局 8.late_reports C5': 1,
    },
  },
  {
    name: 'E: several findings without a round are no one round',
    rows: [
      ['抽查问题台账'],
      ['单位', '问题描述', '次数', '是否属实'],
      ['县住建局', '五级十二同要素不一致', 3, '是'],
      ['县水务局', '五级十二同要素不一致', 1, '是'],
    ],
    says: {
      '县住建局 1.2.1.rounds_with_inconsistency B3': 'missing',
      '县水务局 1.2.1.rounds_with_inconsistency B4': 1,
    },
  },
  {
    name: 'D: months kept as the first days of months',
    rows: [
      ['办件数据汇聚情况'],
      ['单位', day('2023-01-01'), { ...day('2023-02-01'), text: 'Feb-23', format: 'mmm-yy' }, day('2023-03-01')],
      ['县公安局', 5, '', 7],
      ['县人社局', 5, 6, 8],
    ],
    asOf: '2023-03-31',
    says: { '县公安局 5.2.months_missing B3:D3': 1, '县人社局 5.2.months_missing B4:D4': 0 },
  },
  {
    name: 'D: counts by the month with a rate among them',
    rows: [
      ['县公安局2023年办件及好差评数据'],
      ['项目', '1月', '2月', '3月', '合计'],
      ['办件量', 5, '', 7, 12],
      ['评价量', 5, '', '', 5],
      ['评价率', percent(1), '', '', percent(0.42)],
    ],
    asOf: '2023-03-31',
    says: {
      '县公安局 5.2.months_missing B3:D3': 1,
      '县公安局 2.10.months_missing B4:D4': 2,
      '县公安局 2.10.coverage E5': 42,
    },
  },
  {
    name: 'D: the months that are missing by their names',
    rows: [
      ['单位', '办件数据缺报月份', '好差评缺报月份'],
      ['县公安局', '3月、5月', '无'],
      ['县人社局', '1—3月、6月', '7月'],
    ],
    says: {
      '县公安局 5.2.months_missing B2': 2,
      '县公安局 2.10.months_missing C2': 0,
      '县人社局 5.2.months_missing B3': 4,
      '县人社局 2.10.months_missing C3': 'missing',
    },
  },
  {
    name: 'E: a finding at two units',
    rows: [
      ['抽查问题台账'],
      ['序号', '涉及单位', '问题描述', '核实情况'],
      [1, '县公安局、县人社局', '权责清单未动态调整', '属实'],
      [2, '县司法局', '明进暗不进', '属实'],
    ],
    says: {
      '县公安局 1.1.2.list_findings C3': 1,
      '县人社局 1.1.2.list_findings C3': 1,
      '县司法局 2.7.fake_entries C4': 1,
    },
  },
  {
    name: 'E: reports by the quarter with units across',
    rows: [
      ['季度工作情况报告报送时间'],
      ['季度', '县公安局', '县人社局', '县司法局'],
      ['二季度', '6月13日16:00', '6月13日18:00', '6月12日'],
      ['三季度', '9月13日', '9月14日', '未报'],
    ],
    says: {
      '县公安局 8.late_reports B3:B4': 0,
      '县人社局 8.late_reports C3:C4': 2,
      '县司法局 8.late_reports D3:D4': 1,
    },
  },
  {
    name: 'E: meetings down, units across',
    rows: [
      ['推进会参会情况'],
      ['会议', '县公安局', '县人社局'],
      ['3月15日推进会', '√', '×'],
      ['6月20日推进会', '√', '×'],
    ],
    says: { '县公安局 8.absences B3:B4': 0, '县人社局 8.absences C3:C4': 2 },
  },
  {
    name: 'E: names of those who signed in',
    rows: [
      ['9月22日推进会签到表'],
      ['序号', '单位', '职务', '签到'],
      [1, '县公安局', '副局长', '张三'],
      [2, '县人社局', '副局长', '李四（代）'],
      [3, '县司法局', '', ''],
    ],
    says: { '县公安局 8.absences D3': 0, '县人社局 8.absences D4': 0, '县司法局 8.absences D5': 'missing' },
  },
  {
    name: 'F: criticism by its level, which only the title calls so, units across',
    rows: [
      ['2023年通报批评情况（次）'],
      ['层级', '县公安局', '县人社局'],
      ['国家级', 0, 0],
      ['省级', 0, 1],
      ['专项组', 2, 0],
    ],
    says: {
      '县公安局 10.D1 B3': 0,
      '县人社局 10.D1 C3': 0,
      '县公安局 10.D2 B4': 0,
      '县人社局 10.D2 C4': 1,
      '县公安局 10.D4 B5': 2,
      '县人社局 10.D4 C5': 0,
    },
  },
  {
    name: 'B: a unit named in the first of its rows only',
    rows: [
      ['单位', '指标', '数值'],
      ['县公安局', '即办件比例', percent(0.8)],
      ['', '承诺时限压缩比', percent(0.9)],
      ['县人社局', '即办件比例', percent(0.7)],
      ['', '承诺时限压缩比', percent(0.92)],
    ],
    says: {
      '县公安局 3.5.instant C2': 80,
      '县公安局 3.5.compress C3': 90,
      '县人社局 3.5.instant C4': 70,
      '县人社局 3.5.compress C5': 92,
    },
  },
  {
    name: 'C: a name that says nothing of its own, among figures of another item, is not guessed at',
    rows: [
      ['单位', '承诺时限压缩比', '即办件数', '事项总数', '即办件比例'],
      ['县公安局', '92%', 80, 100, '80%'],
    ],
    says: { '县公安局 3.5.compress B2': 92, '县公安局 3.5.instant E2': 80 },
  },
  {
    name: 'C: 应 and 已 under what is done, 其中 beside what it is a part of',
    rows: [
      ['单位', '承接', '', '发布', '', '“e办通”点位数', '其中：今年新增'],
      ['', '应', '已', '应', '已', '', ''],
      ['县公安局', 100, 100, 100, 98, 5, 2],
    ],
    merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2', 'G1:G2'],
    says: {
      '县公安局 1.1.3.total B3': 100,
      '县公安局 1.1.3.accepted C3': 100,
      '县公安局 1.1.3.published E3': 98,
      '县公安局 9.O4 G3': 2,
    },
  },
  {
    name: 'C: promises gathered and shown beside the same firms',
    rows: [
      ['单位', '归集数量', '公示数量', '辖区企业数'],
      ['县公安局', 100, 90, 200],
    ],
    says: {
      '县公安局 6.1.promises B2': 100,
      '县公安局 6.2.promises C2': 90,
      '县公安局 6.1.firms D2': 200,
      '县公安局 6.2.firms D2': 200,
    },
  },
  {
    name: 'C: rounds of checks without their sum are no figure of the year',
    rows: [
      ['单位', '第一轮', '', '第二轮', ''],
      ['', '指南问题', '权责清单问题', '指南问题', '权责清单问题'],
      ['县公安局', 1, 0, 0, 2],
    ],
    merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    says: {},
  },
];

test.each(TABLES)('$name', ({ rows, merges, sheet, asOf, says, wrong = [] }) => {
  const intake = readRows(rows, { ...(merges && { merges }), ...(sheet && { name: sheet }), ...(asOf && { asOf }) });
  const optional = /rounds_with_findings|spot_findings|inconsistent_items/;
  const claims = Object.fromEntries(Object.entries(told(intake)).filter(([place]) => !optional.test(place)));
  expect(claims).toEqual(says);
  expect(found(intake, 'error')).toEqual(wrong);
});
