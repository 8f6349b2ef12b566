import { day, found, percent, readRows, told } from '../workbook';

describe('a row per unit', () => {
  it('reads columns under merged groups and leaves out totals, parts and decoys', () => {
    const intake = readRows(
      [
        ['各单位政务服务数据统计表'],
        ['制表单位：县政务局'],
        [null, null, '马上办好', null, '好差评', null, '整改'],
        ['序号', '部门名称', '时限压缩比（%）', '即办率\n（%）', '评价覆盖率', '累计评价数', '超时整改（件）'],
        [1, '县 财 政 局', 92.1, 76, percent(0.9), 55, 1],
        [2, '宜良县审计局', 88, 1, percent(1), 14, '无'],
        ['其中', '县财政局本级', 90, 70, null, 12, 1],
        [null, '小计', null, null, null, 69, 1],
        [3, '匡远街道办事处', 60, 71.5, percent(0.795), 8, '2件'],
        ['合计', null, null, null, null, 77, 3],
      ],
      { merges: ['A1:G1', 'A2:G2', 'C3:D3', 'E3:F3'] },
    );
    expect(told(intake)).toEqual({
      '县财政局 3.5.compress C5': 92.1,
      '县财政局 3.5.instant D5': 76,
      '县财政局 2.10.coverage E5': 90,
      '县财政局 2.11.overdue G5': 1,
      '县审计局 3.5.compress C6': 88,
      '县审计局 3.5.instant D6': 1,
      '县审计局 2.10.coverage E6': 100,
      '县审计局 2.11.overdue G6': 0,
      '匡远街道 3.5.compress C9': 60,
      '匡远街道 3.5.instant D9': 71.5,
      '匡远街道 2.10.coverage E9': 79.5,
      '匡远街道 2.11.overdue G9': 2,
    });
    expect(intake.claims.every((claim) => claim.voice === 'platform')).toBe(true);
    expect(found(intake, 'error')).toEqual([]);
  });

  it('reads group headings that are not merged, and a heading repeated on the next page', () => {
    const intake = readRows([
      ['序号', '单位', '互联网+监管', null, '一网通办', null],
      [null, null, '清单完善率', '行为覆盖率', '全程网办率', '网上可办率'],
      [1, '县水务局', percent(1), percent(0.81), 0.935, 0.998],
      ['序号', '单位', '互联网+监管', null, '一网通办', null],
      [null, null, '清单完善率', '行为覆盖率', '全程网办率', '网上可办率'],
      [2, '县应急局', percent(1), percent(0.7), 0.9, 1],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 2.3.list_rate C3': 100,
      '县水务局 2.3.coverage D3': 81,
      '县水务局 3.2.full_online E3': 93.5,
      '县应急局(县防震减灾局) 2.3.list_rate C6': 100,
      '县应急局(县防震减灾局) 2.3.coverage D6': 70,
      '县应急局(县防震减灾局) 3.2.full_online E6': 90,
    });
  });

  it('asks when two facts fit a heading, and takes the answer the next time', () => {
    const rows = [
      ['单位', '缺数据月份'],
      ['县水务局', 2],
      ['县财政局', 0],
    ];
    const first = readRows(rows);
    expect(first.claims).toEqual([]);
    expect(first.questions).toHaveLength(1);
    const question = first.questions[0];
    expect(question?.source.cell).toBe('B1');
    expect(question?.candidates.map(({ item }) => item).sort()).toEqual(['2.10', '5.2']);
    const mapping = { [question?.fingerprint ?? '']: { item: '5.2', fact: 'months_missing' } };
    expect(told(readRows(rows, { mapping }))).toEqual({
      '县水务局 5.2.months_missing B2': 2,
      '县财政局 5.2.months_missing B3': 0,
    });
    expect(readRows(rows, { mapping: { [question?.fingerprint ?? '']: 'ignore' } }).questions).toEqual([]);
  });

  it('takes a dash for nothing known, or for nothing to do when the sheet says so', () => {
    const rows = [
      ['单位', '整改完成率', '超时整改件数'],
      ['县水务局', '/', 0],
    ];
    const legend = [...rows, ['注：“/”表示不涉及']];
    expect(told(readRows(rows))['县水务局 2.11.completion B2']).toBe('missing');
    expect(told(readRows(legend))['县水务局 2.11.completion B2']).toBe('notApplicable');
  });

  it('takes the last quarter up to the cut-off where a unit has a row for each', () => {
    const rows = [
      ['单位', '季度', '即办件比例'],
      ['县水务局', '一季度', percent(0.7)],
      ['县水务局', '二季度', percent(0.72)],
      ['县水务局', '三季度', percent(0.74)],
    ];
    expect(told(readRows(rows))).toEqual({ '县水务局 3.5.instant C4': 74 });
    expect(told(readRows(rows, { asOf: '2023-06-30' }))).toEqual({ '县水务局 3.5.instant C3': 72 });
    expect(found(readRows(rows))).toEqual([]);
  });

  it("lets the title speak for a column that is only called 得分, as the office's word", () => {
    const intake = readRows([['2023年12345热线县政府办考核评分'], ['序号', '单位', '得分'], [1, '县水务局', 2.8]]);
    expect(told(intake)).toEqual({ '县水务局 1.3.score C3': 2.8 });
    expect(intake.claims[0]?.voice).toBe('office');
  });

  it('leaves columns and tables of another year alone', () => {
    const columns = readRows([
      ['单位', '2022年即办件比例', '2023年即办件比例'],
      ['县水务局', percent(0.5), percent(0.8)],
    ]);
    const table = readRows([['2022年政务服务数据汇总表'], ['单位', '即办件比例'], ['县水务局', percent(0.5)]]);
    expect(told(columns)).toEqual({ '县水务局 3.5.instant C2': 80 });
    expect(table.claims).toEqual([]);
    expect(found(table)).toEqual(['other-year A1']);
  });

  it('holds 小计 and 合计 against the rows that they cover, above or below', () => {
    const rows = (subtotal: number, total: number): Parameters<typeof readRows>[0] => [
      ['单位', '超时整改件数'],
      ['县级部门小计', subtotal],
      ['县水务局', 1],
      ['县财政局', 2],
      ['乡镇小计', 7],
      ['狗街镇', 3],
      ['竹山镇', 4],
      ['合计', total],
    ];
    expect(found(readRows(rows(3, 10)), 'error')).toEqual([]);
    expect(found(readRows(rows(4, 11)), 'error')).toEqual(['wrong-subtotal B2', 'wrong-subtotal B8']);
  });

  it('skips the row that numbers the columns, and takes no mean for a sum', () => {
    const intake = readRows([
      ['序号', '单位名称', '应承接事项', '已承接', '平均跑动次数'],
      [null, null, '项', '项', '次'],
      ['甲', '乙', 1, 2, 3],
      [1, '县水务局', 44, 43, 0.05],
      [2, '县财政局', 51, 51, 0.01],
      ['小计', null, 95, 94, 0.03],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 1.1.3.total C4': 44,
      '县水务局 1.1.3.accepted D4': 43,
      '县水务局 3.5.trips E4': 0.05,
      '县财政局 1.1.3.total C5': 51,
      '县财政局 1.1.3.accepted D5': 51,
      '县财政局 3.5.trips E5': 0.01,
    });
    expect(found(intake, 'error')).toEqual([]);
  });

  it('reads tables side by side each by its own units', () => {
    const intake = readRows([
      ['表1 信用承诺归集', null, null, null, null, '表2 系统共享'],
      ['序号', '部门', '归集承诺（条）', '辖区企业（户）', null, '序号', '部门', '系统总数（个）', '已共享系统数'],
      [1, '县水务局', 5, 10, null, 1, '县财政局', 2, 1],
      [2, '县应急局', 6, 12, null, 2, '县公安局', 6, 5],
    ]);
    expect(told(intake)).toMatchObject({
      '县水务局 6.1.promises C3': 5,
      '县财政局 5.1.systems H3': 2,
      '县公安局 5.1.systems_shared I4': 5,
    });
    expect(intake.claims.filter(({ unit, item }) => unit === '县水务局' && item === '5.1')).toEqual([]);
  });

  it('knows by the days under it that a heading asks for one', () => {
    const intake = readRows([
      ['各单位清单上报时间一览表'],
      ['单位', '容缺受理事项清单', '证明材料清单（10月底前）'],
      ['县水务局', day('2023-06-30'), '未报送'],
      ['县财政局', '2023.6.29', day('2023-10-31')],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 3.12.list_submitted B3': '2023-06-30',
      '县水务局 2.2.lists_submitted C3': 'never',
      '县财政局 3.12.list_submitted B4': '2023-06-29',
      '县财政局 2.2.lists_submitted C4': '2023-10-31',
    });
  });

  it('raises no alarm about tables that are none of its business', () => {
    const intake = readRows([
      ['联系人名单'],
      ['序号', '单位', '姓名', '电话'],
      [1, '县水务局', '某某', 13800000000],
      [2, '某某旅游公司', '某某', 13800000001],
      ['合计', null, null, 5],
    ]);
    expect(intake.findings).toEqual([]);
    expect(intake.questions).toEqual([]);
  });

  it('reads the rows of this year alone where a column tells the year', () => {
    const rows = (year: number, rate: number) => [
      [year, '县民政局', '全程网办率', rate],
      [year, '县民政局', '即办件比例', rate - 10],
    ];
    const intake = readRows([['统计年度', '单位名称', '指标名称', '指标值'], ...rows(2022, 91), ...rows(2023, 95)]);
    expect(told(intake)).toEqual({ '县民政局 3.2.full_online D4': 95, '县民政局 3.5.instant D5': 85 });
    expect(found(intake)).toEqual(['other-year A2:A3']);
  });

  it('takes the part that a heading asks for and not the whole before it', () => {
    const intake = readRows([
      ['单位', '系统总数（个）', '其中：非涉密（个）', '已共享（个）'],
      ['县公安局', 9, 4, 3],
      ['县税务局', 6, 6, 2],
    ]);
    expect(told(intake)).toEqual({
      '县公安局 5.1.systems C2': 4,
      '县公安局 5.1.systems_shared D2': 3,
      '县税务局 5.1.systems C3': 6,
      '县税务局 5.1.systems_shared D3': 2,
    });
  });
});

describe('the same name under several groups', () => {
  it('is not the figure that another group’s words exclude', () => {
    const intake = readRows(
      [
        ['权力清单关联情况'],
        ['单位', '六类合计', null, '行政许可', null],
        [null, '总数', '已关联', '总数', '已关联'],
        ['县统计局', 31, 28, 6, 5],
        ['县民政局', 44, 44, 9, 9],
      ],
      { merges: ['A2:A3', 'B2:C2', 'D2:E2'] },
    );
    expect(told(intake)).toMatchObject({
      '县统计局 1.2.2.six_total B4': 31,
      '县统计局 1.2.2.six_linked C4': 28,
      '县统计局 1.2.2.licence_linked E4': 5,
      '县民政局 1.2.2.six_linked C5': 44,
      '县民政局 1.2.2.licence_linked E5': 9,
    });
    expect(intake.claims.filter(({ fact }) => fact === 'licence_linked')).toHaveLength(2);
  });

  it('is the figure where one group alone has it', () => {
    const intake = readRows(
      [
        ['权力清单关联情况'],
        ['单位', '行政许可', null],
        [null, '总数', '已关联'],
        ['县统计局', 6, 5],
        ['县民政局', 9, 9],
      ],
      { merges: ['A2:A3', 'B2:C2'] },
    );
    expect(told(intake)).toMatchObject({
      '县统计局 1.2.2.licence_linked C4': 5,
      '县民政局 1.2.2.licence_linked C5': 9,
    });
  });
});

describe('主动评价率', () => {
  it('is no coverage, neither alone nor beside it', () => {
    const both = readRows([
      ['好差评情况'],
      ['单位', '主动评价率', '评价率'],
      ['县统计局', '36%', '93%'],
      ['县民政局', '37%', '94%'],
    ]);
    expect(told(both)).toEqual({ '县统计局 2.10.coverage C3': 93, '县民政局 2.10.coverage C4': 94 });
    const alone = readRows([['好差评情况'], ['单位', '主动评价率'], ['县统计局', '36%'], ['县民政局', '37%']]);
    expect(alone.claims).toEqual([]);
    expect(found(alone)).toEqual(['no-table A3:A4']);
  });

  it('takes a figure under a group of licences for that of licences', () => {
    const intake = readRows(
      [
        ['单位', '全部事项', null, '其中：行政许可事项', null],
        [null, '承诺时限压缩', '即办件比例', '承诺时限压缩', '即办件比例'],
        ['县气象局', '81%', '70%', '93%', '64%'],
        ['县统计局', '84%', '66%', '91%', '/'],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:E1'] },
    );
    expect(told(intake)).toMatchObject({
      '县气象局 3.5.compress B3': 81,
      '县气象局 3.5.instant C3': 70,
      '县气象局 3.5.compress_licence D3': 93,
      '县气象局 3.5.instant_licence E3': 64,
      '县统计局 3.5.compress B4': 84,
      '县统计局 3.5.compress_licence D4': 91,
    });
  });

  it('turns the months that have data into those that lack it, where twelve have', () => {
    const intake = readRows([
      ['单位', '评价覆盖率', '好差评有数据月份'],
      ['县气象局', '81%', 12],
      ['县统计局', '84%', 10],
    ]);
    expect(told(intake)).toMatchObject({
      '县气象局 2.10.months_missing C2': 0,
      '县统计局 2.10.months_missing C3': 'missing',
    });
    expect(found(intake)).toContain('unreadable C3');
  });

  it('does not mind who is to get what a heading speaks of', () => {
    const intake = readRows([
      ['单位', '服务清单报送至县政务服务局时间'],
      ['县气象局', '2023.6.30'],
      ['县统计局', '未报'],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 2.4.list_submitted B2': '2023-06-30',
      '县统计局 2.4.list_submitted B3': 'never',
    });
  });
});

describe('a heading that gives a second word for the same', () => {
  it('is the one that is meant', () => {
    const intake = readRows([
      ['行政许可事项实施规范公布时间'],
      ['单位', '省级公布', '市级公布（上一级）', '县级公布'],
      ['县统计局', day('2023-03-01'), day('2023-04-03'), day('2023-05-05')],
      ['县民政局', day('2023-03-02'), '2023.4.4', day('2023-05-08')],
    ]);
    expect(told(intake)).toEqual({
      '县统计局 1.1.1.upper_published C3': '2023-04-03',
      '县统计局 1.1.1.published D3': '2023-05-05',
      '县民政局 1.1.1.upper_published C4': '2023-04-04',
      '县民政局 1.1.1.published D4': '2023-05-08',
    });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['B2']);
  });
});

describe('a name over several figures', () => {
  it('is that of their group where one of them is a figure by itself', () => {
    const intake = readRows(
      [
        ['部门进驻中心情况'],
        ['部门', '事项进驻', null, null],
        [null, '全部事项', '已进驻事项', '进驻率（已进驻/全部）'],
        ['县统计局', 75, 73, percent(0.9733)],
        ['县民政局', 87, 85, percent(0.977)],
      ],
      { merges: ['A2:A3', 'B2:D2'] },
    );
    expect(told(intake)).toEqual({
      '县统计局 2.5.moved_in C4': 73,
      '县统计局 2.7.move_in_rate D4': 97.33,
      '县民政局 2.5.moved_in C5': 85,
      '县民政局 2.7.move_in_rate D5': 97.7,
    });
  });

  it('is the figure where only parts of it stand below', () => {
    const intake = readRows(
      [['部门网办情况'], ['部门', '全程网办率', null], [null, '全部事项', '增减'], ['县统计局', '93%', '1%']],
      { merges: ['A2:A3', 'B2:C2'] },
    );
    expect(told(intake)).toEqual({ '县统计局 3.2.full_online B4': 93 });
  });
});

it('takes 事项数 of what nobody asks for, and what should be landed, for no figure', () => {
  const intake = readRows([
    ['容缺受理和通办情况'],
    ['单位', '容缺受理清单公布', '可容缺事项数', '跨省通办应落地事项'],
    ['县统计局', '是', 11, 4],
    ['县民政局', '是', 15, 2],
  ]);
  expect(told(intake)).toEqual({
    '县统计局 3.12.list_published B3': true,
    '县民政局 3.12.list_published B4': true,
  });
});
