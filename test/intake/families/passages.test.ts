import { readRows, told, type Written } from '../workbook';

describe('text that stands in no form', () => {
  it('is read paragraph by paragraph, sentence by sentence, for the items that it speaks of', () => {
    const intake = readRows([
      ['宜良县民政局关于2023年政务环境工作落实情况的汇报'],
      ['县政务环境专项组办公室：'],
      ['一、标准化方面'],
      ['（一）全局共有应承接的政务服务事项58项，已承接58项、实施57项、发布57项。'],
      ['（二）“好差评”评价覆盖率76.9%，未达到80%的要求。全程网办率94%，零跑腿比例97%。'],
    ]);
    expect(told(intake)).toMatchObject({
      '县民政局 1.1.3.total A4': 58,
      '县民政局 1.1.3.implemented A4': 57,
      '县民政局 2.10.coverage A5': 76.9,
      '县民政局 3.2.full_online A5': 94,
      '县民政局 3.2.zero_trip A5': 97,
    });
  });

  it('is read as sentences though a number and a score stand beside them, and cites the sentences', () => {
    const intake = readRows([
      ['宜良县民政局 2023年度'],
      ['对应编号', '填报内容', '自评'],
      [3, '应承接60项，均已承接、实施、发布。', 2],
      [8, '检查实施清单完善率100%；监管行为数据覆盖率80.4%。', 2],
    ]);
    expect(told(intake)).toMatchObject({
      '县民政局 1.1.3.total B3': 60,
      '县民政局 1.1.3.published B3': 60,
      '县民政局 2.3.list_rate B4': 100,
      '县民政局 2.3.coverage B4': 80.4,
    });
  });

  it('is never the points that a task is worth', () => {
    const intake = readRows([
      ['宜良县民政局'],
      ['编号', '任务（摘自考评细则）', '分值'],
      [5, '办事指南与权力清单关联（行政许可）', 1],
      [12, '好差评', 2],
      [14, '全程网办率', 2],
    ]);
    expect(intake.claims).toEqual([]);
    expect(intake.findings).not.toEqual([]);
  });

  it('is read as questions with their answers', () => {
    const intake = readRows([
      ['耿家营彝族苗族乡人民政府'],
      ['1、目录内应承接多少事项？', '110项'],
      ['2、应设综合窗口的场所数？已设数？', '12处；11处'],
      ['3、办件数据几个月未汇聚？', '1个月（9月）'],
    ]);
    expect(told(intake)).toMatchObject({
      '耿家营彝族苗族乡 1.1.3.total B2': 110,
      '耿家营彝族苗族乡 3.1.venues B3': 12,
      '耿家营彝族苗族乡 3.1.venues_with_window B3': 11,
      '耿家营彝族苗族乡 5.2.months_missing B4': 1,
    });
  });

  it('is read as cards with the same few labels again and again', () => {
    const intake = readRows([
      ['县城市管理局政务环境考核条目填报'],
      ['【条目】', '事项承接、实施、发布'],
      ['【完成】', '应承接26项，已承接26项、实施26项、发布25项。'],
      ['【得分】', 2],
      ['【条目】', '审批监管协同'],
      ['【完成】', '检查实施清单完善率100%，监管行为数据覆盖率82%。'],
      ['【得分】', 2],
      ['【条目】', '一网通办'],
      ['【完成】', '全程网办率95%，零跑腿比例97%。'],
      ['【得分】', 2],
    ]);
    expect(told(intake)).toEqual({
      '县城管局 1.1.3.total B3': 26,
      '县城管局 1.1.3.accepted B3': 26,
      '县城管局 1.1.3.implemented B3': 26,
      '县城管局 1.1.3.published B3': 25,
      '县城管局 2.3.list_rate B6': 100,
      '县城管局 2.3.coverage B6': 82,
      '县城管局 3.2.full_online B9': 95,
      '县城管局 3.2.zero_trip B9': 97,
    });
  });

  it('is read as cards whose head names the item', () => {
    const intake = readRows([
      ['单位', '县自然资源局'],
      ['项目', '二3', '审批监管协同', '自评', 2],
      ['落实情况', '清单完善率100％，行为数据覆盖率９５.１％。'],
      ['项目', '三2', '一网通办', '自评', 1],
      ['落实情况', '全程网办率93.00%（目标93%），零跑腿率100%。'],
    ]);
    expect(told(intake)).toMatchObject({
      '县自然资源局 2.3.list_rate B3': 100,
      '县自然资源局 2.3.coverage B3': 95.1,
      '县自然资源局 3.2.full_online B5': 93,
      '县自然资源局 3.2.zero_trip B5': 100,
    });
  });

  it('takes nothing for a figure that only a demand or another year has', () => {
    const intake = readRows([
      ['县水务局工作计划'],
      ['全程网办率不低于93%，零跑腿比例力争达到96%。'],
      ['2022年承诺时限压缩比85%。'],
    ]);
    expect(Object.values(told(intake)).filter((value) => typeof value === 'number')).toEqual([]);
  });

  it('is read as questions with the replies in the lines below, and tells nothing where there is none', () => {
    const intake = readRows([
      ['宜良县退役军人事务局'],
      ['1、容缺受理清单公布了吗？哪天报的？'],
      ['答：已公布，6月9日报送。'],
      ['2、好差评评价覆盖率达到80%了吗？'],
      ['答复：83.5%'],
      ['3、办件数据每月都汇聚了吗？'],
      ['4、应承接多少事项？'],
      ['回复：41项'],
    ]);
    expect(told(intake)).toEqual({
      '县退役军人局 3.12.list_published A3': true,
      '县退役军人局 3.12.list_submitted A3': '2023-06-09',
      '县退役军人局 2.10.coverage A5': 83.5,
      '县退役军人局 1.1.3.total A8': 41,
    });
  });

  it('is read as questions in spoken words with the answers beside', () => {
    const intake = readRows([
      ['宜良县退役军人事务局'],
      ['容缺受理清单公布没有？是哪天报的？', '公布了；6月9日'],
      ['告知承诺清单什么时候报送的？', '6月27日'],
      ['中介服务清单是哪天报的', '2023年7月3日'],
      ['应设综合窗口的场所有多少？已设多少？', '依次为9处/8处（缺1处在建）。'],
    ]);
    expect(told(intake)).toEqual({
      '县退役军人局 3.12.list_published B2': true,
      '县退役军人局 3.12.list_submitted B2': '2023-06-09',
      '县退役军人局 3.11.list_submitted B3': '2023-06-27',
      '县退役军人局 2.4.list_submitted B4': '2023-07-03',
      '县退役军人局 3.1.venues B5': 9,
      '县退役军人局 3.1.venues_with_window B5': 8,
    });
  });

  it('is read as cards that also say what is aimed at, which is no answer', () => {
    const done = { '县退役军人局 3.2.full_online B4': 94.5, '县退役军人局 3.2.zero_trip B4': 97.5 };
    const card = (aim: string) => [
      ['县退役军人局政务环境填报卡'],
      ['一网通办'],
      [aim, '全程网办率93%，零跑腿比例96%'],
      ['完成', '全程网办率94.5%，零跑腿比例97.5%'],
      ['好差评'],
      [aim, '评价覆盖率80%'],
      ['完成', '评价覆盖率78.5%'],
    ];
    for (const aim of ['目标', '年度目标', '工作要求：'])
      expect(told(readRows(card(aim)))).toEqual({ ...done, '县退役军人局 2.10.coverage B7': 78.5 });
    const inLine = readRows([
      ['县退役军人局政务环境填报卡'],
      ['一网通办', '目标', '全程网办率93%', '完成', '全程网办率94.5%，零跑腿比例97.5%'],
    ]);
    expect(told(inLine)).toEqual({ '县退役军人局 3.2.full_online E2': 94.5, '县退役军人局 3.2.zero_trip E2': 97.5 });
  });

  it('takes nothing from a card on which only the aim is filled in', () => {
    const intake = readRows([
      ['县退役军人局政务环境填报卡'],
      ['一网通办'],
      ['目标', '全程网办率93%，零跑腿比例96%'],
      ['完成', null],
      ['好差评'],
      ['目标', '评价覆盖率80%'],
    ]);
    expect(intake.claims.filter(({ state }) => state === 'value')).toEqual([]);
  });

  it('is read as pairs side by side: a counted figure and a sentence are no headings', () => {
    const intake = readRows([
      ['县退役军人局2023年政务服务情况'],
      ['应进驻事项数', '30项', '已进驻事项数', '29项'],
      ['缺席推进会次数', '1次（9月14日）', '未按时上报次数', '0次'],
      ['季度报告', '季度报告6月12日、9月12日报送，没有迟报。', '评价覆盖率', '86.5%'],
      ['应设综合窗口场所', '3处', '已设综合窗口场所', '3处'],
    ]);
    expect(told(intake)).toMatchObject({
      '县退役军人局 2.5.must_move_in B2': 30,
      '县退役军人局 2.5.moved_in D2': 29,
      '县退役军人局 8.absences B3': 1,
      '县退役军人局 8.late_reports D3': 0,
      '县退役军人局 2.10.coverage D4': 86.5,
      '县退役军人局 3.1.venues B5': 3,
      '县退役军人局 3.1.venues_with_window D5': 3,
    });
    const wide = readRows([
      ['县退役军人局2023年政务服务情况'],
      ['缺席推进会次数', '1次（9月14日）', '未按时上报次数', '0次', '核实的差别办理投诉数', '0起'],
      ['应进驻事项数', '30项', '已进驻事项数', '29项', '未汇聚月数', '0个'],
      ['应设综合窗口场所', '3处', '已设综合窗口场所', '3处', '评价覆盖率', '86.5%'],
    ]);
    expect(told(wide)).toMatchObject({
      '县退役军人局 8.absences B2': 1,
      '县退役军人局 8.late_reports D2': 0,
      '县退役军人局 2.5.moved_in D3': 29,
      '县退役军人局 2.10.coverage F4': 86.5,
    });
    const sentence = readRows([
      ['县退役军人局2023年政务服务情况'],
      [
        '未按时上报次数',
        '季度报告6月12日、9月12日报送，没有迟报。',
        '容缺受理清单公布',
        '已公布',
        '中介服务清单报送日期',
        '6月3日报',
      ],
      ['应进驻事项数', '30项', '已进驻事项数', '29项', '核实的差别办理投诉数', '0起'],
      ['应设综合窗口场所', '3处', '已设综合窗口场所', '3处', '评价覆盖率', '86.5%'],
      ['缺席推进会次数', '1次', '强制选择中介次数', '0次', '整改完成率', '100%'],
    ]);
    expect(told(sentence)).toMatchObject({
      '县退役军人局 8.late_reports B2': 0,
      '县退役军人局 3.12.list_published D2': true,
      '县退役军人局 2.4.list_submitted F2': '2023-06-03',
      '县退役军人局 2.5.moved_in D3': 29,
    });
    // A measure in brackets is a heading's own.
    const headed = readRows([
      ['县退役军人局2023年政务服务情况'],
      ['项目', '数量（项）', '备注'],
      ['应进驻事项数', 30, null],
      ['已进驻事项数', 29, null],
    ]);
    expect(told(headed)).toEqual({ '县退役军人局 2.5.must_move_in B3': 30, '县退役军人局 2.5.moved_in B4': 29 });
  });
});

it('reads cards of several lines each, of which none is a heading', () => {
  const card = (id: string | number, title: string, score: string, said: string): Written[][] => [
    ['任务编号', id, '任务名称', title],
    ['满分', '3', '自评得分', score],
    ['完成情况', said, said, said],
    ['问题说明', null],
    [],
  ];
  const intake = readRows([
    ['县统计局考评任务自评卡'],
    ...card('3.5', '马上办好', '2.5', '承诺时限压缩比88%、即办件占75.6%、跑动0.03次。'),
    ...card(2.1, '审批服务行为', '2', '核实的增设环节或材料问题1件。'),
    ...card('2.10', '好差评', '1', '评价覆盖率90.2%；缺1个月。'),
  ]);
  expect(told(intake)).toEqual({
    '县统计局 3.5.compress B4': 88,
    '县统计局 3.5.instant B4': 75.6,
    '县统计局 3.5.trips B4': 0.03,
    '县统计局 2.1.matters B9': 1,
    '县统计局 2.10.coverage B14': 90.2,
    '县统计局 2.10.months_missing B14': 1,
  });
});
