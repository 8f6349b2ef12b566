import { day, found, readRows, told } from '../workbook';

describe('ledgers of findings', () => {
  it('counts verified rows by what the problem is, whatever the columns are called', () => {
    const intake = readRows([
      ['政务服务抽查发现问题清单'],
      ['编号', '被查单位', '检查时间', '事项名称', '问题描述', '问题数', '是否属实'],
      [1, '县水务局', day('2023-04-11'), '取水许可', '线上办事指南与窗口公示内容不一致', '２次', '属实'],
      [2, '县水务局', '2023年5月6日', '取水许可', '办事指南内容未及时更新', 1, '不属实'],
      [3, '宜良县水务局', '2023.6.7', '河道采砂', '权责清单与政务服务事项没有一一对应', 1, '是'],
      [4, '县水务局', '6月8日', '河道采砂', '窗口要求群众另行提供指南之外的证明材料', 1, '是'],
      [5, '县公安局', '6月8日', '户籍', '通过厅外受理，存在明进暗不进', null, '是'],
      [6, '县公安局', '6月9日', '户籍', '办事通移动端指南收费标准有误', 3, '是'],
    ]);
    expect(told(intake)).toMatchObject({
      '县水务局 1.1.2.guide_findings F3': 2,
      '县水务局 1.1.2.list_findings F5': 1,
      '县水务局 1.1.2.rounds_with_findings C3,C5': 2,
      '县水务局 2.1.matters F6': 1,
      '县公安局 2.7.fake_entries F7': 1,
      '县公安局 2.8.guide_errors F8': 3,
    });
    expect(intake.claims.every((claim) => claim.voice === 'office' && !claim.linkable)).toBe(true);
    expect(found(intake, 'error')).toEqual([]);
  });

  it('leaves out what was found untrue, with or without the reason, and counts the agencies that a row tells of', () => {
    const intake = readRows([
      ['政务环境明察暗访发现问题交办台账（2023年）'],
      ['序号', '检查日期', '涉及单位', '问题情况', '来源', '核实情况'],
      [1, '2023/10/24', '县烟草局', '办理要求额外提交房屋产权证复印件，指南中无此材料', '企业投诉', '核实'],
      [2, '2023/11/6', '县烟草局', '要求额外提交健康证明，指南中无此材料', '企业投诉', '不实（属申请人误解）'],
      [3, '2023/11/9', '县水务局', '2家水土保持方案编制中介机构未在中介超市公开服务指南', '平台抽查', '核实'],
    ]);
    expect(told(intake)).toMatchObject({
      '县烟草专卖局 2.1.matters D3': 1,
      '县水务局 2.4.agencies_without_guide D5': 2,
    });
  });

  it('tells of a column that nobody named: how often, or whether verified, may stand in it', () => {
    const of = (heading: string | number | null, values: (string | number)[]) =>
      readRows([
        ['政务服务抽查问题台账'],
        ['序号', '日期', '单位', '问题描述', heading],
        ...values.map((value, i) => [i + 1, '2023-04-11', '县水务局', '线上线下办事指南内容不一致', value]),
      ]).findings.filter(({ code }) => code === 'no-heading');
    for (const heading of [null, '−5', '0x10', '2023年6月30日', '字字字']) {
      expect(of(heading, ['是', '否', '是']).map(({ source }) => source?.cell)).toEqual(['E2']);
    }
    expect(of('整改措施', ['已更新指南', '已核对', '已培训'])).toEqual([]);
    expect(of('是否核实', ['是', '否', '是'])).toEqual([]);
  });

  it('counts rounds by their days, or by their names where there is a column for them', () => {
    const byDay = readRows([
      ['日期', '单位', '问题描述', '核实情况'],
      [day('2023-04-11'), '县水务局', '实施清单要素不一致', '是'],
      [day('2023-04-11'), '县水务局', '五级十二同要素不统一', '是'],
      [day('2023-08-02'), '县水务局', '实施清单要素不一致', '是'],
      [day('2023-09-02'), '县水务局', '实施清单要素不一致', '否'],
    ]);
    const byRound = readRows([
      ['抽查轮次', '日期', '单位', '问题描述'],
      ['第一轮', day('2023-04-11'), '县水务局', '实施清单要素不一致'],
      ['第一轮', day('2023-04-12'), '县水务局', '实施清单要素不一致'],
    ]);
    expect(told(byDay)['县水务局 1.2.1.rounds_with_inconsistency A2:A4']).toBe(2);
    expect(told(byRound)['县水务局 1.2.1.rounds_with_inconsistency A2:A3']).toBe(1);
  });

  it('does not tell how many matters there were where none is named and rows are in the same words', () => {
    const of = (...problems: string[]) =>
      readRows([
        ['日期', '单位', '问题描述', '核实情况'],
        ...problems.map((problem, i) => [`2023-04-1${i}`, '县水务局', problem, '是']),
      ]).claims.find(({ fact }) => fact === 'inconsistent_items');
    expect(of('实施清单要素不一致', '实施清单要素不一致')).toMatchObject({ state: 'missing' });
    expect(of('取水许可实施清单要素不一致', '采砂许可实施清单要素不一致')).toMatchObject({ value: 2 });
  });

  it('sends complaints to their own facts', () => {
    const intake = readRows([
      ['2023年政务服务投诉台账'],
      ['受理时间', '被投诉单位', '投诉内容', '是否属实'],
      ['2023.3.2', '县林草局', '线上线下办理标准不一致，区别对待', '是'],
      ['2023.3.9', '县林草局', '被要求到指定中介机构做报告', '是'],
      ['2023.4.1', '县林草局', '窗口额外要求盖章材料', '属实'],
    ]);
    expect(told(intake)).toMatchObject({
      '县林草局 2.9.complaints C3': 1,
      '县林草局 2.4.forced C4': 1,
      '县林草局 2.1.matters C5': 1,
      '县林草局 2.1.complaints C5': 1,
    });
    expect(told(intake)).not.toHaveProperty('县林草局 2.9.findings C3');
  });

  it('asks about a problem that fits nothing, and refuses a count that cannot be', () => {
    const intake = readRows([
      ['单位', '问题描述', '次数', '是否核实'],
      ['县林草局', '大厅灯光太暗', 1, '是'],
      ['县税务局', '线上线下办事指南内容不一致', -1, '是'],
      ['县税务局', '线上线下办事指南内容不一致', 2, '待核实'],
      ['县水务局', '权责清单未动态调整', 1, '经复核情况属实'],
      ['县水务局', '权责清单未动态调整', 1, null],
    ]);
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['B2']);
    expect(told(intake)['县税务局 1.1.2.guide_findings C3']).toBe('rejected');
    expect(told(intake)['县水务局 1.1.2.list_findings C5']).toBe(1);
    expect(found(intake)).toEqual(
      expect.arrayContaining(['negative-count C3', 'unverified-finding D4', 'unverified-finding D6']),
    );
  });
});

describe('registers of quarterly reports', () => {
  const head = ['单位', '季度', '应报时间', '实报时间'];

  it('holds each report against its due time', () => {
    const intake = readRows(
      [
        ['季度报告报送登记'],
        head,
        ['县水务局', '第一季度', '', '未报送'],
        [null, '第二季度', '', day('2023-06-13', '17:00')],
        [null, '第三季度', '', '9月13日'],
        [null, '第四季度', '', '2023年12月13日下午5点05分'],
        ['县财政局', '2季度', '', '未报'],
        ['县财政局', '3季度', '', null],
      ],
      { merges: ['A3:A6'] },
    );
    expect(told(intake)).toEqual({
      '县水务局 8.late_reports D4:D6': 1,
      '县财政局 8.late_reports D8': 'missing',
    });
    expect(intake.receipts).toContainEqual(
      expect.objectContaining({ unit: '县水务局', quarter: '2023Q2', received: '2023-06-13T17:00' }),
    );
    expect(found(intake).sort()).toEqual([
      'late-report D6',
      'late-report D7',
      'missing-required D8',
      'report-without-time D5',
    ]);
  });

  it('follows the reading about the very minute', () => {
    const rows = [head, ['县水务局', '二季度', '', day('2023-06-13', '17:00')]];
    expect(Object.values(told(readRows(rows)))).toEqual([0]);
    expect(Object.values(told(readRows(rows, { readings: { A13: 2 } })))).toEqual([1]);
  });

  it('wants both documents, and reads a column per quarter', () => {
    const both = readRows([
      ['单位', '季度', '情况报告报送时间', '问题清单报送时间'],
      ['县水务局', '2023Q3', '2023-09-12 09:00', '2023-09-14 09:00'],
    ]);
    const across = readRows(
      [
        ['季度工作情况报告报送情况'],
        ['单位', '二季度', '三季度', '四季度'],
        ['县水务局', '2023.6.13 16:59', '未报', '按时'],
      ],
      { asOf: '2023-09-30' },
    );
    expect(told(both)).toEqual({ '县水务局 8.late_reports C2:D2': 1 });
    expect(told(across)).toEqual({ '县水务局 8.late_reports B3:C3': 1 });
  });
});

describe('other registers', () => {
  it('counts absences in rows and under meetings', () => {
    const rows = readRows([
      ['会议名称', '参会单位', '参会情况'],
      ['第一次推进会', '县水务局', '出席'],
      ['第二次推进会', '县水务局', '缺席'],
      ['第二次推进会', '县财政局', '请假'],
    ]);
    const across = readRows([
      ['推进会签到情况'],
      ['单位', '一季度推进会', '二季度推进会', '三季度推进会'],
      ['县水务局', '√', '×', '未参加'],
      ['县财政局', '√', '/', '√'],
    ]);
    expect(told(rows)).toEqual({ '县水务局 8.absences C2:C3': 1, '县财政局 8.absences C4': 0 });
    expect(found(rows)).toEqual(['excused-absence C4']);
    expect(told(across)).toEqual({ '县水务局 8.absences B3:D3': 2, '县财政局 8.absences B4,D4': 0 });
  });

  it('counts cases that were put right late', () => {
    const said = readRows([
      ['差评投诉整改台账'],
      ['单位', '差评内容', '整改情况', '是否超时'],
      ['县水务局', '态度差', '已整改', '是'],
      ['县水务局', '等候久', '已整改', '否'],
    ]);
    const byDay = readRows([
      ['好差评差评整改台账'],
      ['单位', '应整改时间', '整改完成时间'],
      ['县水务局', '2023-03-06', '2023-03-08'],
      ['县水务局', '2023-04-06', '2023-04-06'],
      ['县水务局', '2023-05-06', null],
    ]);
    expect(told(said)).toMatchObject({ '县水务局 2.11.overdue D3:D4': 1, '县水务局 2.11.completion C3:C4': 100 });
    expect(told(byDay)['县水务局 2.11.overdue C3:C5']).toBe(2);
  });
});

describe('bonus and deductions', () => {
  it('reads kind, level, form and count', () => {
    const intake = readRows([
      ['激励加分和扣分申报表'],
      ['申报单位：县医保局'],
      ['类别', '层级', '形式', '次数', '依据'],
      ['加分', '省部级', '发文表彰奖励', 1, '某某文件'],
      ['加分', '市级', '领导肯定性批示', 2, null],
      ['加分', '国家级', '全国优化营商环境简报刊登', 3, null],
      ['加分', '/', '新增“e办通”服务点位', '2个', null],
      ['扣分', '市政府', '通报批评', 1, null],
      ['扣分', '县级', '政务环境专项组通报批评', 0, null],
    ]);
    expect(told(intake)).toEqual({
      '县医保局 9.P2 D4': 1,
      '县医保局 9.C4 D5': 2,
      '县医保局 9.B4 D6': 3,
      '县医保局 9.O4 D7': 2,
      '县医保局 10.D3 D8': 1,
      '县医保局 10.D4 D9': 0,
    });
  });

  it('adds rows of one form, one event a row, and leaves out what was not accepted', () => {
    const intake = readRows([
      ['2023年激励加分台账'],
      ['序号', '单位', '级别', '加分事项', '是否认定'],
      [1, '县医保局', '县级', '在全县政务环境工作专题会上作典型经验交流发言', '是'],
      [2, '县医保局', '县级', '在全县政务环境工作专题会上作典型经验交流发言', '是'],
      [3, '县医保局', '国家级', '人民日报正面报道', '是'],
      [4, '县医保局', '省级', '省政府通报表扬（表彰）', '否'],
    ]);
    expect(told(intake)).toEqual({ '县医保局 9.O3 D3:D4': 2, '县医保局 9.N5 D5': 1 });
    expect(intake.claims.every((claim) => claim.voice === 'office')).toBe(true);
  });

  it('reads deductions by their title, and indicators of either kind in other tables', () => {
    const ledger = readRows([
      ['扣分情况登记表'],
      ['被通报单位', '通报级别', '扣分事由', '次数'],
      ['县城管局', '省级', '被省政府督查组通报批评', 1],
      ['县城管局', '国家级', '被新华社负面报道', 1],
    ]);
    const list = readRows([
      ['单位', '新增e办通点位数', '专项组通报批评次数'],
      ['县城管局', 3, 1],
    ]);
    expect(told(ledger)).toEqual({ '县城管局 10.D2 D3': 1, '县城管局 10.D1m D4': 1 });
    expect(told(list)).toEqual({ '县城管局 9.O4 B2': 3, '县城管局 10.D4 C2': 1 });
  });
});

describe('registers of reports by name', () => {
  it('takes the quarter from what the report is called', () => {
    const intake = readRows([
      ['收件登记簿'],
      ['序号', '单位', '报告名称', '收到时间'],
      [1, '县水务局', '2023年第二季度工作情况报告及问题清单', '2023-06-13 16:30'],
      [2, '县水务局', '2023年第三季度工作情况报告及问题清单', '2023-09-13 17:05'],
      [3, '县财政局', '2023年第二季度工作情况报告及问题清单', '未报'],
    ]);
    expect(intake.receipts.map(({ unit, quarter, received }) => [unit, quarter, received])).toEqual([
      ['县水务局', '2023Q2', '2023-06-13T16:30'],
      ['县水务局', '2023Q3', '2023-09-13T17:05'],
      ['县财政局', '2023Q2', undefined],
    ]);
    expect(Object.values(told(intake))).toEqual([1, 1]);
  });

  it('takes a correction sent in later for no report of its own', () => {
    const intake = readRows([
      ['收文登记簿（季度工作情况报告及问题清单）'],
      ['收到时间', '来文单位', '文件标题', '备注'],
      [day('2023-09-12', '08:00'), '县林草局', '关于报送2023年三季度工作情况报告及问题清单的函', null],
      [day('2023-12-12', '09:00'), '县林草局', '关于报送2023年四季度工作情况报告及问题清单的函', null],
      [day('2023-12-20', '10:00'), '县林草局', '关于更正四季度工作情况报告中附件2数据的函', '更正件，不作逾期'],
      [day('2023-09-14', '10:00'), '县农业农村局', '关于报送2023年三季度工作情况报告及问题清单的函', null],
    ]);
    const late = intake.claims.map(({ unit, fact, value }) => [unit, fact, value]);
    expect(late).toEqual([
      ['县林草局', 'late_reports', 0],
      ['县农业农村局', 'late_reports', 1],
    ]);
  });

  it("reads a register's marks as its legend has them, and holds its own count against them", () => {
    const intake = readRows(
      [
        ['推进会参会情况统计'],
        ['参会单位', '5月18日', '6月20日', '9月19日', '12月19日', '未参加次数'],
        ['县住建局', '△', '√', '√', '√', 0],
        ['县公安局', '√', '√', '○', '√', 0],
        ['县林草局', '√', '△', '√', '×', 2],
        ['县水务局', '×', '×', '√', '√', 2],
        ['图例：√参加；△派员代会（视为参加）；○经批准请假（不计未参加）；×未参加。'],
      ],
      { merges: ['A1:F1', 'A7:F7'] },
    );
    expect(told(intake)).toMatchObject({
      '县住建局 8.absences B3:E3': 0,
      '县公安局 8.absences B4:E4': 0,
      '县林草局 8.absences B5:E5': 1,
      '县水务局 8.absences B6:E6': 2,
    });
    expect(found(intake)).toEqual(['absences-differ F5']);
  });
});
