import { day, found, readRows, told } from '../workbook';

describe('what a column of sentences is, by what they count for', () => {
  it('finds the findings and how often under headings nobody knows', () => {
    const intake = readRows(
      [
        ['日常检查流水'],
        ['检查日', '单位', '检查中看到的', '核实情况', '件次', '拟扣分'],
        [day('2023-02-16'), '县公安局', '办事指南线上线下不一致', '已核实', 1, 0.1],
        [null, null, '权责清单与事项不对应', '已核实', 3, 0.3],
        [day('2023-05-24'), '县财政局', '行政许可办事指南未更新', '核实不成立', 1, 0],
        [day('2023-06-15'), '县城管局', '明进暗不进', '已核实', '2起', 0.4],
      ],
      { merges: ['A3:A4', 'B3:B4'] },
    );
    expect(told(intake)).toMatchObject({
      '县公安局 1.1.2.guide_findings E3': 1,
      '县公安局 1.1.2.list_findings E4': 3,
      '县财政局 1.1.2.guide_findings E5': 0,
      '县城管局 2.7.fake_entries E6': 2,
    });
  });

  it('reads blame by who uttered it, and asks about a row that it cannot place', () => {
    const intake = readRows([
      ['通报批评及负面报道情况'],
      ['序号', '被通报单位', '通报情况', '通报机关', '时间'],
      [1, '县财政局', '不动产登记超时限被通报批评', '省政府办公厅', day('2023-08-10')],
      [2, '县城管局', '公用服务问题被通报批评', '市人民政府', '2023.5.30'],
      [3, '县水务局', '推进不力被通报批评', '县政务环境专项组', day('2023-09-20')],
      [4, '狗街镇', '中央电视台负面报道便民服务中心', '中央电视台', '2023年4月'],
      [5, '县烟草专卖局', '季度通报（点名提醒，非通报批评）', '县政务环境专项组', day('2023-09-20')],
      [6, '县残联', '被点名通报批评', '某督查组', day('2023-09-21')],
    ]);
    expect(told(intake)).toEqual({
      '县财政局 10.D2 C3': 1,
      '县城管局 10.D3 C4': 1,
      '县水务局 10.D4 C5': 1,
      '狗街镇 10.D1m C6': 1,
    });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['C7', 'C8']);
  });

  it('leaves out what was refused', () => {
    const intake = readRows([
      ['激励加分事项申报表'],
      ['申报单位', '级别', '事由', '审核意见'],
      ['县司法局', '市级', '市委书记作肯定性批示', '不同意（非政务服务工作）'],
      ['县人社局', '市级', '市政府发文号召全市学习', '同意'],
    ]);
    expect(told(intake)).toEqual({ '县人社局 9.C1 C4': 1 });
  });
});

describe('units across', () => {
  it('count bonus and blame by kind down the side', () => {
    const intake = readRows([
      ['激励加分、扣分事项次数汇总'],
      ['类别', '情形', '县卫健局', '县财政局', '马街镇'],
      ['加分', '国家级肯定性批示', '1次', null, null],
      [null, '专题会典型经验交流发言', 1, 2, null],
      ['扣分', '省（部）级通报批评', null, 1, null],
      [null, '专项组通报批评', null, null, '２次'],
    ]);
    expect(told(intake)).toEqual({
      '县卫健局 9.N4 C3': 1,
      '县卫健局 9.O3 C4': 1,
      '县财政局 9.O3 D4': 2,
      '县财政局 10.D2 D5': 1,
      '马街镇 10.D4 E6': 2,
    });
  });

  it('answer names of figures that stand left of them under any heading', () => {
    const intake = readRows([
      ['“一件事一次办”办理量（件）'],
      ['层级', '主题名称', '县民政局', '县人社局'],
      ['省级', '公民身后', 2, 5],
      [null, '不足4件主题数（省级）', 1, 0],
      [null, '线下纳入综合窗口', '是', '否'],
    ]);
    expect(told(intake)).toEqual({
      '县民政局 3.4.prov_topics_short C4': 1,
      '县民政局 3.4.offline_windows C5': true,
      '县人社局 3.4.prov_topics_short D4': 0,
      '县人社局 3.4.offline_windows D5': false,
    });
  });
});

describe('meetings with those who stayed away', () => {
  it('counts each unit once a meeting, asks about leave, tells strangers', () => {
    const intake = readRows([
      ['推进会登记（2023年）'],
      ['开会日期', '会议名称', '应到单位数', '缺席单位', '迟到（不计缺席）'],
      [day('2023-03-22'), '第一次推进会', 40, '县城管局、县烟草专卖局', '县民政局'],
      ['2023.6.28', '第二次推进会', 40, '县城市管理局，县统计局（请假）；县旅投公司', null],
      ['9月27日', '第三次推进会', 40, '无', null],
    ]);
    expect(told(intake)).toEqual({ '县城管局 8.absences D3:D4': 2, '县烟草专卖局 8.absences D3': 1 });
    expect(found(intake).sort()).toEqual(['excused-absence D4', 'unknown-unit D4']);
  });
});

describe('rows and figures that cannot stand', () => {
  it('tells of a part that is more than the whole', () => {
    const rows = (done: number): Parameters<typeof readRows>[0] => [
      ['单位', '应进驻事项数', '已进驻事项数'],
      ['县水务局', 36, done],
    ];
    expect(found(readRows(rows(36)), 'error')).toEqual([]);
    expect(found(readRows(rows(41)), 'error')).toEqual(['part-over-whole C2']);
  });

  it('does not read what is marked as void', () => {
    const intake = readRows([
      ['单位', '即办件比例'],
      ['县住建局（旧数，作废）', '50%'],
      ['县住建局', '80%'],
    ]);
    expect(told(intake)).toEqual({ '县住建局 3.5.instant B3': 80 });
    expect(found(intake)).toEqual(['void-row A2']);
  });
});

test('who was not asked to come to a meeting did not stay away, and that is told', () => {
  const intake = readRows([
    ['推进会缺席记录'],
    ['序号', '会议时间', '缺席单位', '是否通知'],
    [1, '2023-06-21', '县交运局', '已通知'],
    [2, '2023-09-22', '县交通运输局', '已通知'],
    [3, '2023-09-22', '县气象局', '未通知'],
  ]);
  expect(told(intake)).toEqual({ '县交运局 8.absences C3:C4': 2 });
  expect(found(intake)).toEqual(['not-asked-to-come C5']);
});

test('an empty cell among marks of who came is asked for, and one among marks of who did not come tells nothing', () => {
  const came = readRows([
    ['推进会出席情况'],
    ['单位', '3月', '6月', '9月'],
    ['县统计局', '√', null, '×'],
    ['县残联', '√', '√', '√'],
  ]);
  expect(told(came)).toEqual({ '县统计局 8.absences B3:D3': 'missing', '县残联 8.absences B4:D4': 0 });
  const away = readRows([
    ['推进会出席情况（×为缺席）'],
    ['单位', '3月', '6月', '9月'],
    ['县统计局', '×', null, '×'],
    ['县残联', null, '×', null],
  ]);
  expect(told(away)).toEqual({ '县统计局 8.absences B3,D3': 2, '县残联 8.absences C4': 1 });
});
