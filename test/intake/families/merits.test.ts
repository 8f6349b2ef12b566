import { found, readRows, told } from '../workbook';

describe('bonus and deduction claims', () => {
  it('reads a row for each event when no column gives its level: who praised, how often, which form', () => {
    const intake = readRows(
      [
        ['2023年激励加分事项汇总'],
        ['填报单位：县卫健局'],
        ['序号', '加分事项', '时间', '加分值', '佐证'],
        [1, '“一窗通办”经验做法被人民日报正面报道', '2023年5月', 2, '链接'],
        [2, '我局政务服务工作获昆明市人民政府发文表彰', '2023年7月', 2, '文件'],
        [3, '在全县政务环境工作专题会上作典型经验交流发言', '2023年8月15日', 0.5, '通知'],
        [4, '新增“e办通”服务点位两个', '2023年9月', 0.6, '照片'],
        [5, '拟申报省政府表彰奖励', '2023年12月', 3, null],
        [6, '获省委、省政府表彰', '2022年11月', 3, '文件'],
        ['合计', null, null, 11.1, null],
      ],
      { merges: ['A1:E1'] },
    );
    expect(told(intake)).toEqual({
      '县卫健局 9.N5 B4': 1,
      '县卫健局 9.C2 B5': 1,
      '县卫健局 9.O3 B6': 1,
      '县卫健局 9.O4 B7': 2,
    });
    expect(found(intake)).toEqual(expect.arrayContaining(['merit-outside B8', 'merit-outside B9']));
    expect(found(intake, 'error')).toEqual([]);
  });

  it('takes no register of events for one that tells of none where it does not say how often', () => {
    const of = (times: string | null) =>
      readRows([
        ['激励加分和扣分登记表'],
        ['单位', '类别', '级别', '情形', '次数'],
        ['县住建局', '扣分', '市级', '被市政府通报批评', times],
        ['县公安局', '扣分', '县级', '被政务环境专项组通报批评', 1],
        ['县水务局', '扣分', '县级', '被政务环境专项组通报批评', 2],
      ]);
    for (const times of [null, '　', '待定', '/']) {
      const intake = of(times);
      expect(intake.claims.find(({ unit }) => unit === '县住建局')).toMatchObject({ fact: 'D3', state: 'missing' });
      expect(intake.findings.map(({ message }) => message).join()).toContain('被市政府通报批评');
    }
    // A form that lists all there is to claim is filled in where there is something.
    const form = readRows([
      ['扣分情况自查表'],
      ['填报单位：县住建局'],
      ['级别', '扣分情形', '次数'],
      ['国家级', '被通报批评', null],
      ['省部级', '被通报批评', null],
      ['市级', '被市政府通报批评', 1],
    ]);
    expect(told(form)).toMatchObject({ '县住建局 10.D1 C4': 0, '县住建局 10.D3 C6': 1 });
  });

  it('goes by the body that issued it, and asks when that is none the rulebook names', () => {
    const intake = readRows([
      ['荣誉及加分申报'],
      ['填报单位', '县税务局'],
      ['荣誉名称', '颁发单位', '获得时间', '申报加分'],
      ['工程建设项目审批制度改革先进集体', '云南省人民政府', '2023年6月', 3],
      ['全省办税服务先进集体', '云南省税务局', '2023年4月', 3],
      ['全市政务服务先进窗口', '中共昆明市委、昆明市人民政府', '2023年8月', 2],
    ]);
    expect(told(intake)).toEqual({ '县税务局 9.P2 A4': 1, '县税务局 9.C2 A6': 1 });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['A5']);
  });

  it('reads bonus and deductions one under the other, the same award in two rows as two', () => {
    const intake = readRows(
      [
        ['加分扣分申报表'],
        ['申报单位：', '宜良县民政局'],
        ['一、激励加分'],
        ['序号', '加分项目', '级别', '次数', '申报分值'],
        [1, '发文表彰奖励', '市级', 1, 2],
        [2, '发文表彰奖励', '市级', 1, 2],
        [3, '肯定性批示', '省部级', '两次', 2],
        ['二、扣分'],
        ['序号', '扣分项目', '级别', '次数', '扣分值'],
        [1, '被通报批评', '省部级', 1, 3],
        [2, '中央媒体负面报道', '国家级', '无', 0],
      ],
      { merges: ['A1:E1', 'A3:E3', 'A8:E8'] },
    );
    expect(told(intake)).toEqual({
      '县民政局 9.C2 D5:D6': 2,
      '县民政局 9.P4 D7': 2,
      '县民政局 10.D2 D10': 1,
      '县民政局 10.D1m D11': 0,
    });
  });

  it('reads forms down and levels across, and a register of criticism by the body that criticised', () => {
    const crossed = readRows([
      ['激励加分填报'],
      ['填报单位：县教体局'],
      ['形式', '国家级', '省部级', '市级'],
      ['发文号召学习', 0, 0, 1],
      ['肯定性批示', 1, 0, 2],
    ]);
    expect(told(crossed)).toMatchObject({ '县教体局 9.C1 D4': 1, '县教体局 9.N4 B5': 1, '县教体局 9.C4 D5': 2 });
    const register = readRows([
      ['2023年通报批评情况自查表'],
      ['填报单位：县交运局'],
      ['序号', '通报机关', '通报文号', '通报事由', '通报时间', '扣分'],
      [1, '昆明市人民政府', '昆政通〔2023〕3号', '办件超期', '2023年4月3日', 2],
      [2, '宜良县政务环境专项组', '宜政务通〔2023〕2号', '季度报告迟报', '2023年7月1日', 1],
    ]);
    expect(told(register)).toEqual({ '县交运局 10.D3 D4': 1, '县交运局 10.D4 D5': 1 });
  });

  it('reads nothing where nothing is claimed', () => {
    const intake = readRows([
      ['激励加分申报表'],
      ['填报单位：县文旅局'],
      ['序号', '加分事项', '级别', '时间', '申报加分'],
      [1, '无', null, null, null],
    ]);
    expect([told(intake), intake.questions, found(intake, 'error')]).toEqual([{}, [], []]);
  });

  it('holds the points claimed against the rules, and asks for evidence; a WPS picture is evidence', () => {
    const picture = { value: null, text: '', formula: 'DISPIMG("ID_1A2B",1)' };
    const intake = readRows([
      ['激励加分申报表'],
      ['填报单位：县水务局'],
      ['序号', '加分情形', '级别', '次数', '申报加分', '佐证材料'],
      [1, '发文表彰奖励', '市级', 1, 3, null],
      [2, '肯定性批示', '省部级', 1, 2, picture],
      [3, '专题会典型经验交流发言', null, 1, 0.5, '会议通知'],
    ]);
    expect(found(intake)).toEqual(['claim-without-evidence F4', 'claimed-points-differ E4', 'claims-over-cap E6']);
    expect(intake.findings[1]?.message).toContain('相差1分');
  });
});

test('the numbers of the rows are no counts, whatever stands over them', () => {
  const rows = [
    ['2023年激励加分和扣分登记表'],
    ['NaN', '类别', '单位', '级别', '情形', '次数'],
    [1, '扣分', '县水务局', '市级', '被市政府通报批评', 1],
    [2, '扣分', '县住建局', '市级', '被市政府通报批评', 1],
  ];
  expect(told(readRows(rows))).toMatchObject({ '县住建局 10.D3 F4': 1 });
});

describe('registers with what the office accepted', () => {
  it('counts what was accepted, not what was claimed, and adds up no columns that count the same', () => {
    const intake = readRows(
      [
        ['政务环境激励加分申报审核登记表'],
        ['序', '申报单位', '层级', '申报事项', '次数', null, '核定加分', '审核意见'],
        [null, null, null, null, '申报', '认定', null, null],
        [1, '县教体局', '省级', '省委办公厅、省政府办公厅发文表彰奖励', 1, 1, 3, '认定'],
        [2, '县卫健局', '国家级', '人民日报、新华社正面报道', 2, 2, 4, '认定'],
        [3, '县税务局', null, '刊登全国优化营商环境简报', 4, 3, 0.9, '1期为全省简报，不计'],
        [4, '县文旅局', '市级', '市政府召开文旅审批现场观摩会', 1, 0, 0, '系行业会议，不予认定'],
        [5, '县林草局', '国家级', '国家林草局在昆明召开现场观摩会', 1, null, null, '待提供会议通知'],
      ],
      { merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3', 'H2:H3'] },
    );
    expect(told(intake)).toEqual({
      '县教体局 9.P2 F4': 1,
      '县卫健局 9.N5 F5': 2,
      '县税务局 9.B4 F6': 3,
    });
    expect(found(intake)).toContain('merit-outside D8');
  });

  it('goes by the words of a heading before those of its group, and counts no points', () => {
    const intake = readRows(
      [
        ['2023年度加分、扣分情况一览表'],
        ['单位', '通报批评、负面报道', null, null, null, null, null],
        [null, '国家级通报', '央媒负面报道', '省部级通报', '市政府通报', '专项组通报', '扣分小计（分）'],
        ['县自然资源局', null, null, 1, null, 2, 5],
        ['县城管局', null, 1, null, null, 1, 6],
        ['县水务局', 1, null, null, 1, null, 7],
      ],
      { merges: ['A1:G1', 'A2:A3', 'B2:G2'] },
    );
    expect(told(intake)).toEqual({
      '县自然资源局 10.D2 D4': 1,
      '县自然资源局 10.D4 F4': 2,
      '县城管局 10.D1m C5': 1,
      '县城管局 10.D4 F5': 1,
      '县水务局 10.D1 B6': 1,
      '县水务局 10.D3 E6': 1,
    });
  });

  it('counts how often it happened, and nothing that is said to be none', () => {
    const intake = readRows([
      ['县教育体育局扣分情形自查'],
      ['扣分情形', '标准（分/项）', '发生次数', '扣分', '备注'],
      ['国家级考核组、检查组、督查组通报批评', 5, '无', 0, null],
      ['省（部）级通报批评', 3, 1, 3, '校外培训'],
      ['政务环境专项组通报批评', 1, 2, 2, '二、四季度'],
    ]);
    expect(told(intake)).toMatchObject({ '县教体局 10.D2 C4': 1, '县教体局 10.D4 C5': 2 });
    expect(intake.claims.some(({ fact, value }) => fact === 'D1' && value !== 0)).toBe(false);
    const none = readRows([
      ['县市场监督管理局加减分申请说明'],
      ['扣分情形', '具体情况', '申请分值'],
      ['省（部）级通报批评', '省市场监管局内部工作提醒1次，不属于通报批评。', 0],
      ['政务环境专项组通报批评', '共3次。', 3],
    ]);
    expect(none.claims.some(({ fact, value }) => fact === 'D2' && value !== 0)).toBe(false);
  });

  it('takes nothing of which the office accepted no points', () => {
    const intake = readRows([
      ['激励加分申报认定表'],
      ['单位', '级别', '加分情形', '申报分值', '认定分值'],
      ['县公安局', '市级', '市委、市政府发文表彰奖励', 2, 2],
      ['县水务局', '市级', '市委、市政府发文表彰奖励', 2, 0],
    ]);
    expect(told(intake)).toEqual({ '县公安局 9.C2 C3': 1 });
  });

  it('counts no event whose remark says that it is not counted, nor a reminder that is no criticism', () => {
    const of = (remark: string | null) =>
      readRows([
        ['2023年扣分事项登记'],
        ['单位', '事项', '时间', '备注'],
        ['县水务局', '被市政府通报批评', '3月6日', null],
        ['县民政局', '被政务环境专项组通报批评', '9月9日', remark],
      ]);
    for (const remark of ['不计', '不计分', '不计入考评', '不予计分', '本次不计扣分。'])
      expect(told(of(remark))).toEqual({ '县水务局 10.D3 B3': 1 });
    for (const remark of [null, '不计分的依据见附件', '已整改'])
      expect(told(of(remark))).toEqual({ '县水务局 10.D3 B3': 1, '县民政局 10.D4 B4': 1 });
    const reminder = readRows([
      ['2023年扣分事项登记'],
      ['单位', '事项', '时间'],
      ['县水务局', '被市政府通报批评', '3月6日'],
      ['县民政局', '被政务环境专项组提醒，未批评', '5月9日'],
    ]);
    expect(told(reminder)).toEqual({ '县水务局 10.D3 B3': 1 });
  });
});

describe('a column of sorts', () => {
  it('says what an event was', () => {
    const intake = readRows([
      ['负面情况登记'],
      ['单位', '性质', '情况说明', '层级', '次数'],
      ['县林草局', '负面报道', '某网站反映窗口中午无人', '国家级', 2],
      ['县住建局', '通报批评', '推进不力', '市级', 1],
    ]);
    expect(told(intake)).toEqual({ '县林草局 10.D1m E3': 2, '县住建局 10.D3 E4': 1 });
  });

  it('says no more than which list it is of by 加分 and 扣分', () => {
    const intake = readRows([
      ['激励加分、扣分登记'],
      ['单位', '性质', '形式', '层级', '次数'],
      ['县林草局', '（一）加分事项', '领导肯定性批示', '市级', 3],
      ['县住建局', '扣分', '通报批评', '市级', 1],
      ['县民政局', '扣分', '窗口中午无人', '市级', 1],
    ]);
    expect(told(intake)).toEqual({ '县林草局 9.C4 E3': 3, '县住建局 10.D3 E4': 1 });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['C5']);
  });

  it('is not heard where it was not accepted: 是否加分', () => {
    const of = (verdict: string): unknown =>
      told(
        readRows([
          ['激励加分登记'],
          ['单位', '形式', '层级', '次数', '是否加分'],
          ['县林草局', '领导肯定性批示', '市级', 3, verdict],
          ['县民政局', '领导肯定性批示', '市级', 1, '是'],
        ]),
      );
    expect(of('是')).toEqual({ '县林草局 9.C4 D3': 3, '县民政局 9.C4 D4': 1 });
    for (const verdict of ['否', '不加', '不予加分']) expect(of(verdict)).toEqual({ '县民政局 9.C4 D4': 1 });
  });
});

describe('a verdict', () => {
  const heading = ['单位', '事由', '层级', '认定结果'];
  it('says how often it was so', () => {
    const intake = readRows([
      ['激励加分事项认定表'],
      heading,
      ['县林草局', '新增e办通点位6个', '其他', '核实5个，1个没有启用'],
      ['县民政局', '全国简报刊登', '国家级', '认定3次'],
      ['县气象局', '全国简报刊登', '国家级', '认定'],
      ['县统计局', '全国简报刊登', '国家级', '未采纳2次'],
    ]);
    expect(told(intake)).toEqual({ '县林草局 9.O4 B3': 5, '县民政局 9.B4 B4': 3, '县气象局 9.B4 B5': 1 });
  });

  it('settles the level of an event, and asks nothing of what it refuses', () => {
    const intake = readRows([
      ['激励加分事项认定表'],
      heading,
      ['县林草局', '省林草局表彰先进集体', '省部级', '认定'],
      ['县民政局', '省民政厅表彰先进集体', '省部级', ''],
      ['县气象局', '县级示范窗口', '县级', '不予认定'],
    ]);
    expect(told(intake)).toEqual({ '县林草局 9.P2 B3': 1 });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['B4']);
  });
});

describe('同上', () => {
  it('is the event of the row above once more', () => {
    const intake = readRows([
      ['激励加分申报'],
      ['单位', '事由', '层级', '时间'],
      ['县林草局', '在专题会上作交流发言', '其他', '2023.6'],
      ['县林草局', '同上，第二次', '其他', '2023.9'],
      ['县民政局', '同上', '其他', '2023.9'],
    ]);
    expect(told(intake)).toEqual({ '县林草局 9.O3 B3:B4': 2, '县民政局 9.O3 B5': 1 });
  });
});

it('reads a form of claims that tells in words what happened and how often', () => {
  const intake = readRows([
    ['县林草局加分申请'],
    ['项', '内容', '申请分', '依据'],
    [1, '新增“e办通”服务点位3个（甲村、乙村、丙村各1个）', 0.9, '照片'],
    [2, '3月在专题会上作典型经验交流发言1次', 0.5, '会议通知'],
  ]);
  expect(told(intake)).toEqual({ '县林草局 9.O4 B3': 3, '县林草局 9.O3 B4': 1 });
  expect(found(intake, 'error')).toEqual([]);
});

it('reads levels of which one is called by an office, where the others are struck out for what one alone can have', () => {
  const intake = readRows([
    ['县林草局加分扣分情况统计表'],
    ['加分'],
    ['情形', '国家级', '省部级', '市级'],
    ['发文表彰奖励', 0, 1, 0],
    ['央视正面报道', 1, '——', '——'],
    ['扣分'],
    ['情形', '国家级', '省部级', '市政府', '专项组'],
    ['通报批评（次）', 0, 0, 0, 2],
    ['中央媒体负面报道（次）', 0, '/', '/', '/'],
  ]);
  expect(told(intake)).toMatchObject({
    '县林草局 9.P2 C4': 1,
    '县林草局 9.N5 B5': 1,
    '县林草局 10.D4 E8': 2,
    '县林草局 10.D1m B9': 0,
  });
});

it('takes what the words of a row tell before the title of both', () => {
  const intake = readRows(
    [
      ['县林草局加分、扣分申报'],
      ['序号', '事项', '类型', '件数', '分值'],
      [1, '简报第9期刊登我县做法', '全国简报', 1, 0.3],
      [2, '窗口迟到被通报批评', '市政府通报批评', 1, -2],
    ],
    { name: '加减分' },
  );
  expect(told(intake)).toEqual({ '县林草局 9.B4 D3': 1, '县林草局 10.D3 D4': 1 });
});

describe('bonus and deductions in sentences, a row per level', () => {
  it('are read as sentences, each under its level', () => {
    const intake = readRows([
      ['县水务局激励加分和扣分情况'],
      ['加分类别', '事实', '拟加分'],
      ['国家级', '无', 0],
      ['省部级', '水利部发文表彰我局为“节水先进单位”（2023年5月）。', 3],
      ['市级', '1.昆明市委办发文号召全市学习我县经验；\n2.市水务局在我县召开座谈会。', 2],
      ['简报', '《全国优化营商环境简报》刊登2次（第21期、第47期）；《云南省优化营商环境简报》刊登3次。', 0.6],
      ['其他', '专题会上作典型发言2次；新增e办通点位4个。', 2],
      ['扣分', '专项组通报批评1次，无负面报道。', -1],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 9.P2 B4': 1,
      '县水务局 9.C1 B5': 1,
      '县水务局 9.B4 B6': 2,
      '县水务局 9.O3 B7': 2,
      '县水务局 9.O4 B7': 4,
      '县水务局 10.D4 B8': 1,
      '县水务局 10.D1m B8': 0,
    });
  });

  it('begin with the level where no column names it, and are asked about where they tell nothing that counts', () => {
    const intake = readRows([
      ['县水务局关于加分情况的说明'],
      ['编号', '情况说明', '申请分'],
      ['一', '省级层面。省政府办公厅印发通知，号召全省学习我县做法。', 3],
      ['二', '市级层面。市领导作出肯定性批示2次；市水务局表扬1次。', 2],
      ['三', '其他。我局参加了全国水利系统知识竞赛，并组织了多次演练活动。', 1],
    ]);
    expect(told(intake)).toEqual({ '县水务局 9.P1 B3': 1, '县水务局 9.C4 B4': 2 });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['B5']);
  });
});

it('finds what happened beside a column that says no more than 加分 or 扣分, and knows the mayor from an office', () => {
  const intake = readRows([
    ['竹山镇加分、扣分情况'],
    ['序号', '类别', '分值', '情况', '申报'],
    [1, '加分', '0.3/个', '新增“e办通”点位2个：镇便民服务中心、白车勒村', 0.6],
    [2, '加分', '1/次', '市政府市长对我镇报告作出肯定性批示', 1],
    [3, '扣分', '1/项', '4月被政务环境专项组通报批评1次', -1],
  ]);
  expect(told(intake)).toEqual({ '竹山镇 9.O4 D3': 2, '竹山镇 9.C4 D4': 1, '竹山镇 10.D4 D5': 1 });
});

it('does not count what the office has put off', () => {
  const intake = readRows([
    ['激励加分认定一览'],
    ['申报单位', '加分情形', '具体事由', '认定意见', '认定分'],
    ['县水务局', '省部级肯定性批示', '副省长批示', '材料不全，暂缓认定', null],
    ['县统计局', '省部级肯定性批示', '省长批示', '认定', 2],
  ]);
  expect(told(intake)).toEqual({ '县统计局 9.P4 B4': 1 });
  expect(found(intake)).toEqual(['merit-outside B3']);
});
