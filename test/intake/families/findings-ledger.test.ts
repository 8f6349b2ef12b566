import { found, readRows, told, type Written } from '../workbook';

describe('what a person has sorted a finding as', () => {
  const of = (kind: string, ...rows: [string, string, string][]): ReturnType<typeof readRows> =>
    readRows([
      ['政务服务抽查发现问题台账'],
      ['检查日期', '单位', kind, '问题描述', '核实情况'],
      ...rows.map(([unit, sort, problem], i) => [`2023-05-1${i}`, unit, sort, problem, '属实']),
    ]);

  it.each(['问题类型', '归口分类', '所属类别', '问题归类', '反映类别'])('comes first under %s', (heading) => {
    const intake = of(
      heading,
      ['县住建局', '指定中介机构', '办事指南未更新，窗口让申请人找指定的公司'],
      ['县林草局', '差别受理', '窗口解答不耐烦'],
    );
    expect(told(intake)).toEqual({ '县住建局 2.4.forced D3': 1, '县林草局 2.9.findings D4': 1 });
  });

  it('leaves the choice to the words of the finding where it says nothing, or fits several', () => {
    const intake = of(
      '问题归类',
      ['县住建局', '其他', '办事指南未更新'],
      ['县林草局', '权责清单、办事指南未更新', '存在明进暗不进'],
    );
    expect(told(intake)).toMatchObject({ '县住建局 1.1.2.guide_findings D3': 1, '县林草局 2.7.fake_entries D4': 1 });
  });

  it('is the point that was checked, where neither says what was wrong', () => {
    const intake = of(
      '检查要点',
      ['县住建局', '权责清单', '抽查5项，1项名称有出入'],
      ['县林草局', '权责清单（本级）', '2处漏项'],
      ['县民政局', '环境卫生', '大厅有积水'],
    );
    expect(told(intake)).toMatchObject({ '县住建局 1.1.2.list_findings D3': 1, '县林草局 1.1.2.list_findings D4': 2 });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['D5']);
  });
});

describe('rows of checks that found nothing', () => {
  const of = (...problems: string[]): ReturnType<typeof told> =>
    told(
      readRows([
        ['政务服务抽查台账'],
        ['日期', '单位', '检查内容', '检查情况'],
        ...problems.map((problem, i) => [`2023-07-0${i + 1}`, '县审计局', '办事指南', problem]),
      ]),
    );

  it.each([
    '未发现问题',
    '经抽查，未发现指南未更新',
    '均没有发现不一致情形。',
    '无不一致问题',
    '回头看，未发现指南内容不符',
    '未发现办事指南未及时更新问题',
  ])('%s counts none', (problem) => {
    expect(of(problem)['县审计局 1.1.2.guide_findings D3']).toBe(0);
  });

  it('are those too that say no more than 无', () => {
    expect(of('指南内容不一致', '无', '指南未更新')).toEqual({
      '县审计局 1.1.2.guide_findings D3,D5': 2,
      '县审计局 1.1.2.rounds_with_findings A3,A5': 2,
    });
  });

  it.each([
    '未发现专人管理，指南未更新',
    '未发现负面清单问题，但指南未更新',
    '未发现大厅张贴办事指南，内容不一致',
    '未发现办事指南更新',
    '无办事指南，网上指南不一致',
  ])('%s counts', (problem) => {
    expect(of(problem)['县审计局 1.1.2.guide_findings D3']).toBe(1);
  });

  it('need no verdict, and leave what else was found to count', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '问题描述', '核实情况'],
      ['2023-07-03', '县审计局', '未发现权责清单问题', null],
      ['2023-08-03', '县审计局', '权责清单有缺漏', '属实'],
      ['2023-09-03', '县民政局', '未发现明进暗不进', '属实'],
    ]);
    expect(told(intake)).toEqual({
      '县审计局 1.1.2.list_findings C4': 1,
      '县审计局 1.1.2.rounds_with_findings A4': 1,
      '县民政局 2.7.fake_entries C5': 0,
    });
    expect(found(intake)).toEqual([]);
  });
});

describe('a column that says what counts against a unit', () => {
  it('counts what is deducted and leaves out what is not', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '问题描述', '是否扣分'],
      ['2023-07-03', '县审计局', '权责清单没有调整', '是'],
      ['2023-07-04', '县民政局', '权责清单没有调整', '否'],
      ['2023-07-05', '县统计局', '权责清单没有调整', '不扣分'],
      ['2023-07-06', '县气象局', '权责清单没有调整', '扣0.2分'],
      ['2023-07-07', '县文旅局', '权责清单没有调整', null],
    ]);
    expect(told(intake)).toMatchObject({
      '县审计局 1.1.2.list_findings C3': 1,
      '县民政局 1.1.2.list_findings C4': 0,
      '县统计局 1.1.2.list_findings C5': 0,
      '县气象局 1.1.2.list_findings C6': 1,
    });
    expect(told(intake)).not.toHaveProperty('县文旅局 1.1.2.list_findings C7');
    expect(found(intake)).toEqual(['unverified-finding D7']);
  });
});

describe('registers of complaints and of checks', () => {
  const HEADING = ['收到日期', '来源', '单位', '反映问题', '核实结果'];
  const row = (source: string | null, problem: string, verdict: string): Written[] => [
    '2023-08-02',
    source,
    '县住建局',
    problem,
    verdict,
  ];

  it('takes what came in for a complaint, and what a check found for a finding of the check', () => {
    const intake = readRows([
      ['政务服务投诉举报登记簿'],
      HEADING,
      row('12345热线', '施工许可：窗口额外要求身份证复印件', '属实'),
      row('网民留言', '竣工备案：窗口增设盖章环节', '属实'),
      row(null, '商品房预售：窗口额外要求照片', '属实'),
      row('日常抽查', '物业备案：窗口另行提交纸质材料', '属实'),
    ]);
    expect(told(intake)).toEqual({
      '县住建局 2.1.matters D3:D6': 4,
      '县住建局 2.1.complaints D3:D5': 3,
      '县住建局 2.1.spot_findings D6': 1,
    });
  });

  it('turns it round on a sheet about checks', () => {
    const intake = readRows([
      ['政务服务抽查问题台账'],
      HEADING,
      row('窗口暗访', '施工许可：窗口额外要求身份证复印件', '属实'),
      row(null, '竣工备案：窗口增设盖章环节', '属实'),
      row('群众来信', '商品房预售：窗口额外要求照片', '属实'),
      row('市营商环境投诉平台', '线上线下办理标准不一致', '属实'),
    ]);
    expect(told(intake)).toEqual({
      '县住建局 2.1.matters D3:D5': 3,
      '县住建局 2.1.complaints D5': 1,
      '县住建局 2.1.spot_findings D3:D4': 2,
      '县住建局 2.9.complaints D6': 1,
    });
  });

  it('does not count what is open or told before, and says so', () => {
    const intake = readRows([
      ['政务服务投诉举报登记簿'],
      HEADING,
      row('来电', '施工许可：窗口额外要求身份证复印件', '属实'),
      row('来访', '竣工备案：窗口增设盖章环节', '办理中'),
      row('来信', '商品房预售：窗口额外要求照片', '正在调查'),
      row('来信', '施工许可：窗口额外要求身份证复印件', '重复件'),
      row('来信', '物业备案：窗口额外要求照片', '部分属实'),
      row('来信', '物业备案：窗口额外要求照片', '查无此事'),
    ]);
    expect(told(intake)).toEqual({ '县住建局 2.1.matters D3': 1, '县住建局 2.1.complaints D3': 1 });
    expect(found(intake)).toEqual([
      'unverified-finding E4',
      'unverified-finding E5',
      'finding-again E6',
      'unverified-finding E7',
    ]);
  });

  it('counts what is true and still to be put right, and says nothing of it', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '问题描述', '核实情况'],
      ['2023-07-03', '县审计局', '权责清单没有调整', '属实，正在整改'],
      ['2023-07-04', '县民政局', '权责清单没有调整', '正在整改'],
      ['2023-07-05', '县统计局', '权责清单没有调整', '待整改'],
      ['2023-07-06', '县气象局', '权责清单没有调整', '正在核实'],
    ]);
    expect(intake.claims.filter(({ fact }) => fact === 'list_findings').map(({ value }) => value)).toEqual([1, 1, 1]);
    expect(found(intake)).toEqual(['unverified-finding D6']);
  });

  it('counts as many as were found true, where the verdict says how many', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '问题描述', '问题数', '复核意见'],
      ['2023-07-03', '县审计局', '办事指南线上线下不一致', 4, '部分属实，其中2处属实'],
      ['2023-07-04', '县民政局', '办事指南线上线下不一致', 3, '核实1处，2处已先行改正'],
      ['2023-07-05', '县统计局', '办事指南线上线下不一致', 2, '待核实2处'],
      ['2023-07-06', '县气象局', '办事指南线上线下不一致', 2, '未查实2处'],
    ]);
    expect(told(intake)).toMatchObject({
      '县审计局 1.1.2.guide_findings D3': 2,
      '县民政局 1.1.2.guide_findings D4': 1,
      '县气象局 1.1.2.guide_findings D6': 0,
    });
    expect(found(intake)).toEqual(['unverified-finding E5']);
  });

  it('asks nothing of a check that found nothing', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '问题描述'],
      ['2023-07-03', '县审计局', '抽查5个事项，没发现问题'],
      ['2023-07-04', '县民政局', '权责清单没有调整'],
    ]);
    expect(told(intake)).toEqual({
      '县民政局 1.1.2.list_findings C4': 1,
      '县民政局 1.1.2.rounds_with_findings A4': 1,
    });
    expect(intake.questions).toEqual([]);
  });

  it('knows the same thing in other words', () => {
    const of = (problem: string): string[] =>
      readRows([['政务服务抽查台账'], ['日期', '单位', '问题描述'], ['2023-07-03', '县审计局', problem]])
        .claims.map(({ item, fact }) => `${item}.${fact}`)
        .filter((fact) => !fact.endsWith('rounds_with_findings'));
    expect(of('行政许可指南没有更新，窗口还在收身份证复印件')).toEqual(['1.1.2.guide_findings']);
    expect(of('墙上的办事指南没更新')).toEqual(['1.1.2.guide_findings']);
    expect(of('手机端指南的咨询电话打不通')).toEqual(['2.8.guide_errors']);
    expect(of('许可指南没有挂接权力清单')).toEqual(['1.2.2.findings']);
    expect(of('2家机构没在中介超市公开服务指南')).toEqual(['2.4.agencies_without_guide']);
    expect(of('异地事项窗口人员不会办')).toEqual(['3.7.not_landed_findings']);
  });

  it('counts what is partly true where the sheet says that it does', () => {
    const of = (note: string): unknown =>
      told(
        readRows([
          ['政务服务投诉举报登记簿'],
          HEADING,
          row('来信', '施工许可：窗口额外要求身份证复印件', '部分属实'),
          row('来信', '竣工备案：窗口增设盖章环节', '不属实'),
          [note],
        ]),
      )['县住建局 2.1.complaints D3'];
    expect(of('说明：经核实属实、部分属实的计入考评。')).toBe(1);
    expect(of('说明：部分属实的不计入考评。')).not.toBe(1);
    expect(of('说明：属实的计入考评。')).not.toBe(1);
  });
});

describe('同上', () => {
  it('is what the row above found, for the unit of its own row', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '事项', '问题描述'],
      ['2023-07-03', '县审计局', '甲事项', '窗口额外要求复印件'],
      ['2023-07-04', '县审计局', '乙事项', '同上'],
      ['2023-07-05', '县民政局', '丙事项', '〃'],
    ]);
    expect(told(intake)).toEqual({
      '县审计局 2.1.matters D3:D4': 2,
      '县审计局 2.1.spot_findings D3:D4': 2,
      '县民政局 2.1.matters D5': 1,
      '县民政局 2.1.spot_findings D5': 1,
    });
  });

  it('is asked about where nothing stands above, and is not all of a longer sentence', () => {
    const intake = readRows([
      ['政务服务抽查台账'],
      ['日期', '单位', '问题描述'],
      ['2023-07-03', '县审计局', '同上'],
      ['2023-07-04', '县民政局', '权责清单没有调整'],
      ['2023-07-05', '县统计局', '同上，并存在明进暗不进'],
    ]);
    expect(told(intake)).toMatchObject({ '县民政局 1.1.2.list_findings C4': 1, '县统计局 2.7.fake_entries C5': 1 });
    expect(told(intake)).not.toHaveProperty('县统计局 1.1.2.list_findings C5');
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['C3']);
  });
});

it('is of what the title says where its own words say nothing else', () => {
  const intake = readRows([
    ['“明进暗不进”检查登记'],
    ['时间', '部门', '问题', '起数', '已核实'],
    ['2023-05-16', '县统计局', '规划类事项仍在局机关收件', 2, '√'],
    ['2023-08-22', '县统计局', '补正材料要求到局里递交', 1, '√'],
    ['2023-08-22', '县民政局', '窗口没有打印设备', 1, '×'],
    ['2023-08-23', '县气象局', '权责清单没有调整', 1, '√'],
  ]);
  expect(told(intake)).toEqual({
    '县统计局 2.7.fake_entries D3:D4': 3,
    '县民政局 2.7.fake_entries D5': 0,
    '县气象局 1.1.2.list_findings D6': 1,
    '县气象局 1.1.2.rounds_with_findings A6': 1,
  });
});
