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
