import { readRows, told } from '../workbook';

/** Layouts that offices keep their tables in, each for what was once passed over or taken for another thing. */

const values = (claims: ReturnType<typeof readRows>['claims']) =>
  Object.fromEntries(
    claims
      .filter(({ state }) => state === 'value')
      .map(({ unit, item, fact, value }) => [`${unit} ${item}.${fact}`, value]),
  );

test('a figure over all and, beside it, over licences only', () => {
  const intake = readRows(
    [
      ['政务服务效能监测表'],
      ['单位', '承诺办结时限压缩比（%）', '', '即办件比例（%）', ''],
      ['', '政务服务事项', '其中：行政许可', '政务服务事项', '其中：行政许可'],
      ['县发改局', 92.3, 93.05, 88.6, 90.1],
      ['县民政局', 91, 91.6, 76.3, 78],
    ],
    { merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
  );
  expect(values(intake.claims)).toMatchObject({
    '县发改局 3.5.compress': 92.3,
    '县发改局 3.5.compress_licence': 93.05,
    '县民政局 3.5.instant': 76.3,
    '县民政局 3.5.instant_licence': 78,
  });
});

test('figures of the year beside the months, and in a row below them', () => {
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
  const across = readRows([
    ['2023年“好差评”数据汇聚及评价覆盖情况'],
    ['单位名称', ...months, '评价覆盖率'],
    ['县公安局', ...months.map(() => '√'), '93.79%'],
    ['县民政局', '×', ...months.slice(1).map(() => '√'), '89.51%'],
    ['县司法局', ...months.map(() => '√'), '80%'],
  ]);
  expect(values(across.claims)).toMatchObject({
    '县公安局 2.10.coverage': 93.79,
    '县民政局 2.10.months_missing': 1,
    '县司法局 2.10.coverage': 80,
  });
  const down = readRows([
    ['2023年“好差评”数据汇聚量（条）'],
    ['月份', '县公安局', '县医保局'],
    ...months.map((month, i) => [month, 100 + i, i === 2 ? '未汇聚' : 90 + i]),
    ['评价覆盖率', '93.2%', '88%'],
  ]);
  expect(values(down.claims)).toMatchObject({
    '县公安局 2.10.coverage': 93.2,
    '县医保局 2.10.coverage': 88,
    '县医保局 2.10.months_missing': 1,
  });
});

test('parts under 其中, set in below one another, are no figures of other items', () => {
  const intake = readRows([
    ['乡镇（街道）便民服务体系建设情况汇总表'],
    ['序号', '建设内容', '计量单位', '匡远街道', '南羊街道'],
    [1, '应设综合窗口的便民服务中心（站）', '个', 22, 13],
    [2, '已设置综合窗口的便民服务中心（站）', '个', 21, 13],
    [null, '其中：便民服务中心', '个', 1, 1],
    [null, '　　　便民服务站', '个', 20, 12],
    [3, '政务外网已延伸到的村（社区）便民服务站', '个', 6, 5],
  ]);
  expect(told(intake)).toMatchObject({
    '匡远街道 3.1.venues_with_window D4': 21,
    '匡远街道 3.6.1.village_stations D7': 6,
    '南羊街道 3.6.1.village_stations E7': 5,
  });
  expect(intake.claims.filter(({ source }) => /[DE][56]/.test(source.cell))).toEqual([]);
});

test('who came to meetings, in words that come again and again', () => {
  const intake = readRows(
    [
      ['政务环境专项组推进会参会情况'],
      ['单位', '第一次', '第二次', '第三次', '年末调度会'],
      ['县发改局', '参会', '参会', '参会', '参会'],
      ['县自然资源局', '缺席', '缺席', '缺席', '参会'],
      ['县民宗局', '未通知', '缺席', '未通知', '缺席'],
    ],
    { name: '推进会签到' },
  );
  expect(values(intake.claims)).toMatchObject({
    '县发改局 8.absences': 0,
    '县自然资源局 8.absences': 3,
    '县民宗局 8.absences': 2,
  });
});

test('reports under quarters that also name the day they are due', () => {
  const intake = readRows([
    ['2023年季度工作情况报告收文登记'],
    ['报送单位', '三季度（9月13日17:00前）', '四季度（12月13日17:00前）'],
    ['县公安局', '9月12日 15:00', '12月13日 17:25'],
    ['县水务局', '9月11日 08:30', '未报'],
  ]);
  expect(values(intake.claims)).toMatchObject({ '县公安局 8.late_reports': 1, '县水务局 8.late_reports': 1 });
});

test('a finding that its remark calls the same as another, and one still looked into', () => {
  const intake = readRows([
    ['2023年政务服务抽查发现问题清单'],
    ['编号', '抽查时间', '责任单位', '问题来源', '问题描述', '核实结果', '备注'],
    [1, '2023-07-10', '县人社局', '现场抽查', '办事指南之外变相增加申请材料', '属实', ''],
    [
      2,
      '2023-07-21',
      '县人社局',
      '群众投诉',
      '办事指南之外被要求提供复印件，增加申请材料',
      '属实',
      '与编号1为同一问题',
    ],
    [3, '2023-08-02', '县公安局', '线上抽查', '网上办事指南收费标准有错', '属实', ''],
    [4, '2023-10-26', '县交运局', '群众投诉', '线上线下办理标准不一致', '核查中', '转市局协查'],
  ]);
  expect(values(intake.claims)).toMatchObject({ '县人社局 2.1.matters': 1 });
  expect(values(intake.claims)['县交运局 2.9.complaints'] ?? 0).toBe(0);
  expect(intake.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['finding-again', 'unverified-finding']),
  );
});

test('several units criticised in one row, and news to all that criticises nobody', () => {
  const intake = readRows([
    ['2023年通报批评情况登记'],
    ['序号', '通报机关', '通报事由', '被通报单位', '通报性质', '扣分'],
    [1, '政务环境专项组', '关于二季度政务环境工作情况的通报批评', '县水务局、县交运局', '通报批评', 1],
    [2, '政务环境专项组', '政务环境工作简报（进度通报）', '狗街镇、竹山镇', '一般通报', ''],
  ]);
  expect(values(intake.claims)).toMatchObject({ '县水务局 10.D4': 1, '县交运局 10.D4': 1 });
  expect(intake.claims.filter(({ unit, state }) => unit === '狗街镇' && state === 'value')).toEqual([]);
});

test('short answers under the numbers of the 评分标准', () => {
  const intake = readRows([
    ['填报单位：县税务局'],
    ['考评内容', '完成情况', '自评得分'],
    ['规范窗口服务行为', '1、进驻率95.6%；2、0起；3、已全部落实；4、6月26日报送。', 3],
  ]);
  expect(values(intake.claims)).toMatchObject({
    '县税务局 2.7.move_in_rate': 95.6,
    '县税务局 2.7.fake_entries': 0,
    '县税务局 2.7.list_submitted': '2023-06-26',
  });
});

test('a unit’s months of several kinds, their sums to date, and a figure by its name in a line below', () => {
  const intake = readRows([
    ['竹山镇办件与评价月报'],
    ['填报期：2023年1—3月'],
    ['月份', '受理（件）', '汇聚到省平台（件）', '评价数据上传（条）', '超3个工作日整改（件）'],
    ['1月', 30, 30, 12, 0],
    ['2月', 41, null, null, 1],
    ['3月', 28, 28, null, 1],
    ['一季度小计', 99, 58, 12, 2],
    ['1-3月累计', null, null, null, 2],
    ['1—3月评价覆盖率：82.5%（目标80%，全县平均87.3%）'],
    ['联系电话：67520000'],
  ]);
  expect(told(intake)).toEqual({
    '竹山镇 5.2.months_missing C4:C6': 1,
    '竹山镇 2.10.months_missing D4:D6': 2,
    '竹山镇 2.11.overdue E8': 2,
    '竹山镇 2.10.coverage A9': 82.5,
  });
});
