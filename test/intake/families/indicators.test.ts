import { day, found, percent, readRows, told, type Written } from '../workbook';

describe('lists of indicators', () => {
  it("reads one unit's values, whatever the columns are called and however values are written", () => {
    const intake = readRows([
      ['2023年“互联网+政务服务”考评指标填报表'],
      ['填报单位（公章）：宜良县水务局', null, '联系人：某某　联系电话：0871-0000'],
      ['编号', '填报内容', '填报数据', '数据单位', '说明'],
      [1, '即办件占全部事项比例', '７８．５％', '%', null],
      [2, '承诺办结时限压缩率', percent(0.915), '%', null],
      [3, '办事平均跑动次数', '0.03次', '次', null],
      [4, '最多跑动次数', 1, '次', '不考核'],
      [5, '上级实施规范公布日期', day('2023-05-08'), '日期', null],
      [6, '本级实施规范公布日期', '2023.6.1', '日期', null],
      [7, '容缺受理清单报送日期', '未报送', '日期', null],
      [8, '是否公布容缺受理清单', '√', '是/否', null],
      [9, '“明进暗不进”', '无', '起', null],
      ['注：本表数据截至2023年12月31日'],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 3.5.instant C4': 78.5,
      '县水务局 3.5.compress C5': 91.5,
      '县水务局 3.5.trips C6': 0.03,
      '县水务局 1.1.1.upper_published C8': '2023-05-08',
      '县水务局 1.1.1.published C9': '2023-06-01',
      '县水务局 3.12.list_submitted C10': 'never',
      '县水务局 3.12.list_published C11': true,
      '县水务局 2.7.fake_entries C12': 0,
    });
    expect(intake.claims.every((claim) => claim.voice === 'department')).toBe(true);
    expect(found(intake, 'error')).toEqual([]);
  });

  it('takes meaning from groups, banners and 其中, and keeps two lists apart that stand side by side', () => {
    const intake = readRows(
      [
        ['单位名称：县民政局'],
        ['类别', '指标', '数量', '指标', '数量'],
        ['好差评', '评价覆盖率', percent(0.86), '应进驻事项', 60],
        [null, '缺数据月份', 1, '已进驻事项', 58],
        ['办件数据', '缺数据月份', 2, '行政许可指南总数', 20],
        [null, null, null, '其中：已关联权力清单', 20],
      ],
      { merges: ['A3:A4', 'A5:A6'] },
    );
    expect(told(intake)).toEqual({
      '县民政局 2.10.coverage C3': 86,
      '县民政局 2.10.months_missing C4': 1,
      '县民政局 5.2.months_missing C5': 2,
      '县民政局 2.5.must_move_in E3': 60,
      '县民政局 2.5.moved_in E4': 58,
      '县民政局 1.2.2.licence_total E5': 20,
      '县民政局 1.2.2.licence_linked E6': 20,
    });
  });

  it('reads a list with a column for each unit, and one that names the unit in each row', () => {
    const across = readRows([
      ['序号', '指标名称', '县教体局', '县文化和旅游局'],
      [1, '全程网办率', percent(0.94), '91.2%'],
      [2, '零跑腿比例', percent(0.97), '—'],
    ]);
    const down = readRows([
      ['单位', '指标名称', '数值'],
      ['县教体局', '全程网办率', 94],
      ['县教体局', '零跑腿比例', 97.5],
      ['县文旅局', '全程网办率', 1],
    ]);
    expect(told(across)).toEqual({
      '县教体局 3.2.full_online C2': 94,
      '县教体局 3.2.zero_trip C3': 97,
      '县文旅局 3.2.full_online D2': 91.2,
      '县文旅局 3.2.zero_trip D3': 'missing',
    });
    expect(told(down)).toEqual({
      '县教体局 3.2.full_online C2': 94,
      '县教体局 3.2.zero_trip C3': 97.5,
      '县文旅局 3.2.full_online C4': 1,
    });
  });

  it('reads a list that lies on its side', () => {
    const intake = readRows(
      [
        ['指标', '归集承诺数量', '辖区企业数量', '非涉密系统数', '已共享系统数'],
        ['计量单位', '件', '户', '个', '个'],
        ['数值', '1,826件', 692, 3, 2],
      ],
      { name: '县林草局' },
    );
    expect(told(intake)).toEqual({
      '县林草局 6.1.promises B3': 1826,
      '县林草局 6.1.firms C3': 692,
      '县林草局 6.2.promises B3': 1826,
      '县林草局 6.2.firms C3': 692,
      '县林草局 5.1.systems D3': 3,
      '县林草局 5.1.systems_shared E3': 2,
    });
  });

  it('puts yes and no together where several rows make one fact, and understands headings that ask the opposite', () => {
    const intake = readRows([
      ['填报单位：县司法局'],
      ['指标名称', '数值'],
      ['收件即受理落实情况', '已落实'],
      ['首席事务代表制度', '未落实'],
      ['简单事项即时办结', '已落实'],
      ['证明材料规范化是否按要求推进', '是'],
      ['证明事项清单是否符合要求', '否'],
      ['办事通事项是否上线', '是'],
    ]);
    expect(told(intake)).toEqual({
      '县司法局 2.7.instant_acceptance B3:B5': false,
      '县司法局 2.2.not_advancing B6': false,
      '县司法局 2.2.lists_noncompliant B7': true,
    });
    // One of two parts alone does not make the fact, but may be meant for it.
    expect(intake.questions.map(({ source, candidates }) => [source.cell, candidates[0]?.fact])).toEqual([
      ['A8', 'items_online_and_list_copied'],
    ]);
  });

  it('takes nothing when the unit cannot be told', () => {
    const intake = readRows([
      ['指标名称', '数值'],
      ['全程网办率', percent(0.94)],
    ]);
    expect(intake.claims).toEqual([]);
    expect(found(intake)).toEqual(['no-unit A1']);
  });
});

describe('lists in other shapes', () => {
  it('takes the column of groups left of short names for what it is, with units across', () => {
    const intake = readRows(
      [
        ['项目', '指标', '县水务局', '县财政局', '南羊街道'],
        ['“一网通办”', '全程网办率', percent(0.9), percent(0.8), percent(0.7)],
        [null, '零跑腿', percent(0.95), percent(0.85), percent(0.75)],
        ['政务信息系统共享', '系统总数', 9, 8, 7],
        [null, '已共享', 5, 4, 3],
      ],
      { merges: ['A2:A3', 'A4:A5'] },
    );
    expect(told(intake)).toMatchObject({
      '县水务局 3.2.full_online C2': 90,
      '南羊街道 3.2.zero_trip E3': 75,
      '县财政局 5.1.systems D4': 8,
      '县财政局 5.1.systems_shared D5': 4,
    });
  });

  it('takes of several columns under each unit the one that counts', () => {
    const rows = (first: string, last: string, note: string): Written[][] => [
      [`各单位盘点${note}`],
      ['指标', '县水务局', null, '南羊街道', null],
      [null, first, last, first, last],
      ['全程网办率', percent(0.8), percent(0.9), percent(0.6), percent(0.7)],
      ['评价数据没上传的月份', 3, 1, 2, '无'],
    ];
    const merges = ['A2:A3', 'B2:C2', 'D2:E2'];
    const last = {
      '县水务局 3.2.full_online C4': 90,
      '县水务局 2.10.months_missing C5': 1,
      '南羊街道 3.2.full_online E4': 70,
      '南羊街道 2.10.months_missing E5': 0,
    };
    expect(told(readRows(rows('2022年', '2023年', ''), { merges }))).toEqual(last);
    expect(told(readRows(rows('3月', '12月', '（“12月”为年终数）'), { merges }))).toEqual(last);
    const parts = readRows(rows('3月', '12月', ''), { merges });
    expect(told(parts)).toEqual({});
    expect(found(parts)).toContain('parts-of-year B3');
  });

  it('asks about two rows with the same words that cannot mean the same figure', () => {
    const intake = readRows([
      ['填报单位：县水务局'],
      ['指标名称', '数值'],
      ['政务信息系统共享', 9],
      ['政务信息系统共享', 5],
    ]);
    expect(told(intake)).toEqual({});
    expect(intake.questions).not.toHaveLength(0);
  });

  it('reads names and values in pairs, under a line that names the unit', () => {
    const intake = readRows([
      ['政务服务指标登记表'],
      ['单位', '县残联', '日期', '2023年12月'],
      ['承诺时限压缩比', percent(0.9), '即办件比例', percent(0.8)],
      ['平均跑动次数', 0.03, '全程网办率', percent(0.95)],
      ['应进驻事项数', 60, '已进驻事项数', 58],
    ]);
    expect(told(intake)).toEqual({
      '县残联 3.5.compress B3': 90,
      '县残联 3.5.instant D3': 80,
      '县残联 3.5.trips B4': 0.03,
      '县残联 3.2.full_online D4': 95,
      '县残联 2.5.must_move_in B5': 60,
      '县残联 2.5.moved_in D5': 58,
    });
  });

  it('is a list of figures, too, beside the items and what they score', () => {
    const intake = readRows([
      ['填报单位：县水务局'],
      ['序号', '条目', '指标名称', '完成情况', '满分', '得分'],
      [1, '3.5', '承诺时限压缩比', percent(0.9), 2, 2],
      [2, '3.5', '即办件比例', percent(0.8), 2, 1],
      [3, '2.10', '评价覆盖率', percent(0.7), 2, 1],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 3.5.compress D3': 90,
      '县水务局 3.5.instant D4': 80,
      '县水务局 2.10.coverage D5': 70,
    });
  });
});

describe('several figures beside one name', () => {
  it('takes what has come about up to the latest day, and no aim or average', () => {
    const intake = readRows([
      ['县公积金中心政务服务指标监测表'],
      ['序号', '监测指标', '计量单位', '考核目标', '二季度末', '三季度末', '全县平均'],
      [1, '已发布政务服务事项', '项', 17, 16, 17, null],
      [2, '综合窗口覆盖率', '%', 100, 50, 100, 96.2],
      [3, '全程网办率', '%', 93, 88.2, 94.1, 93.7],
      [4, '平均跑动次数', '次', 0.05, 0.06, 0.04, 0.05],
    ]);
    expect(told(intake)).toEqual({
      '县公积金中心 1.1.3.published F3': 17,
      '县公积金中心 2.5.window_reform F4': 100,
      '县公积金中心 3.2.full_online F5': 94.1,
      '县公积金中心 3.5.trips F6': 0.04,
    });
  });

  it('takes the column of the whole unit beside those of its parts', () => {
    const intake = readRows([
      ['宜良县公安局分警种办理指标'],
      ['指标', '治安', '户政出入境', '交警大队', '全局', '备注'],
      ['全程网办率', '96%', '88%', '94%', '93.1%', null],
      ['新增通办事项（个）', 0, 2, 1, 3, null],
    ]);
    expect(told(intake)).toEqual({ '县公安局 3.2.full_online E3': 93.1, '县公安局 3.7.new_items E4': 3 });
  });

  it('takes the result for the share, and the counts under 分子 and 分母 for what it is made of', () => {
    const intake = readRows(
      [
        ['县残联政务服务指标'],
        ['指标名称', '分子', null, '分母', null, '结果'],
        [null, '名称', '数值', '名称', '数值', null],
        ['发布率', '已发布事项', 13, '应承接事项', 14, '92.86%'],
        ['全程网办率', '全程网办事项', 13, '纳入统计事项', 14, '92.86%'],
        ['即办件比例', '即办件事项', 9, '纳入统计事项', 14, '64.29%'],
      ],
      { merges: ['A1:F1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:F3'] },
    );
    expect(told(intake)).toMatchObject({
      '县残联 3.2.full_online F5': 92.86,
      '县残联 3.5.instant F6': 64.29,
    });
    expect(intake.claims.filter(({ fact }) => ['full_online', 'instant'].includes(fact))).toHaveLength(2);
  });

  it('takes 否 under 是否存在 for the failing not being there', () => {
    const intake = readRows([
      ['县民政局2023年扣分点排查表'],
      ['序', '扣分点', '是否存在', '数量'],
      [1, '跨省通办、省内通办事项抽查未落实（次）', '否', 0],
      [2, '上述程序没有明确办结时限', '否', null],
      [3, '未抄送利企惠民政策', '否', null],
      [4, '监管行为数据覆盖率不达80%', '否', '82.1%'],
    ]);
    expect(told(intake)).toEqual({
      '县民政局 3.7.not_landed_findings D3': 0,
      '县民政局 2.1.limit_stated C4': true,
      '县民政局 3.8.copied C5': true,
      '县民政局 2.3.coverage D6': 82.1,
    });
  });

  it('asks what a bare 否 to words that deny says, where no heading tells', () => {
    const intake = readRows([
      ['县民政局2023年扣分点排查表'],
      ['未抄送利企惠民政策', '否'],
      ['上述程序没有明确办结时限', '否'],
      ['监管行为数据覆盖率不达80%', '82.1%'],
    ]);
    expect(told(intake)).toEqual({ '县民政局 2.3.coverage B4': 82.1 });
    expect(intake.questions.map(({ heading }) => heading)).toContain('未抄送利企惠民政策');
  });

  it('shows all of several that nobody can tell apart', () => {
    const parts = readRows([
      ['县民政局2023年政务指标'],
      ['名称', '甲口径', '乙口径'],
      ['全程网办率', 91, 94],
      ['零跑腿比例', 96, 97],
    ]);
    expect(told(parts)).toEqual({
      '县民政局 3.2.full_online B3': 91,
      '县民政局 3.2.full_online C3': 94,
      '县民政局 3.2.zero_trip B4': 96,
      '县民政局 3.2.zero_trip C4': 97,
    });
  });
});

describe('a row of a list', () => {
  it('is told from another of the same name by what stands beside it', () => {
    const intake = readRows([
      ['县气象局指标'],
      ['指标名称', '计算口径', '完成值', '单位'],
      ['应承接事项数', '基本目录', 40, '项'],
      ['承诺时限压缩比', '政务服务事项', 91.5, '%'],
      ['即办件比例', '政务服务事项', 76, '%'],
      ['承诺时限压缩比', '行政许可事项', 88, '%'],
      ['即办件比例', '行政许可事项', 71, '%'],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 1.1.3.total C3': 40,
      '县气象局 3.5.compress C4': 91.5,
      '县气象局 3.5.instant C5': 76,
      '县气象局 3.5.compress_licence C6': 88,
      '县气象局 3.5.instant_licence C7': 71,
    });
  });

  it('without quarters, below those that have them, has its value merged over them', () => {
    const intake = readRows(
      [
        ['县气象局分季度数据'],
        ['指标', '一季度', '二季度', '三季度', '四季度', '全年'],
        ['“办事通”集中宣传次数', 1, 0, 2, 1, 4],
        ['非季度性指标'],
        ['容缺受理清单报送日期', '6月27日', null, null, null, null],
        ['电子证照种类', 3, null, null, null, null],
      ],
      { merges: ['B5:E5', 'B6:E6'] },
    );
    expect(told(intake)).toEqual({
      '县气象局 3.3.campaigns F3': 4,
      '县气象局 3.12.list_submitted B5': '2023-06-27',
      '县气象局 3.9.kinds B6': 3,
    });
  });

  it('may have two names with their two values, neither of which a formula could take from the cell', () => {
    const intake = readRows([
      ['县气象局指标表'],
      ['指标名称', '数值'],
      ['免提交材料（项）/证照免提交事项（项）', '11/7'],
      ['应承接事项数/已承接事项数', '38／37'],
      ['全程网办率', '93.1%'],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 3.10.materials B3': 11,
      '县气象局 3.10.licence_items B3': 7,
      '县气象局 1.1.3.total B4': 38,
      '县气象局 1.1.3.accepted B4': 37,
      '县气象局 3.2.full_online B5': 93.1,
    });
    const parts = intake.claims.filter(({ source }) => source.cell === 'B3');
    expect(parts.map(({ raw, linkable }) => [raw, linkable])).toEqual([
      ['11', false],
      ['7', false],
    ]);
  });

  it('is a part of what stands left of it, where that is of the same item and what stands above it is not', () => {
    const intake = readRows([
      ['县气象局指标表'],
      ['指标名称', '数值', '指标名称', '数值'],
      ['应承接事项数', 38, '实施清单要素抽查不一致（轮）', 1],
      ['行政许可指南总数', 22, '其中：关联权力清单', 21],
    ]);
    expect(told(intake)).toMatchObject({
      '县气象局 1.2.2.licence_total B4': 22,
      '县气象局 1.2.2.licence_linked D4': 21,
    });
  });
});

it('takes the name of a section over a list for no word of its figures', () => {
  const intake = readRows([
    ['县气象局指标表'],
    ['指标名称', '数值'],
    ['二、规范化'],
    ['综合窗口覆盖率', '96%'],
    ['窗口规范设置率', '98%'],
  ]);
  expect(told(intake)).toEqual({ '县气象局 2.5.window_reform B4': 96, '县气象局 2.5.window_std B5': 98 });
});

it('takes what has come about so far, and not what had by the middle of the year', () => {
  const intake = readRows([
    ['县气象局第三季度指标'],
    ['指标', '上半年', '本期累计', '较上期'],
    ['全程网办率', '91%', '93%', '+2'],
    ['集中宣传推广次数', '2次', '3次', '+1'],
  ]);
  expect(told(intake)).toEqual({ '县气象局 3.2.full_online C3': 93, '县气象局 3.3.campaigns C4': 3 });
});

it('knows a figure by its full name, whatever its group says', () => {
  const intake = readRows(
    [['县气象局指标'], ['分类', '指标', '数值'], ['规范运行', '综合窗口覆盖率', '100%'], [null, '事项进驻率', '98%']],
    { merges: ['A3:A4'] },
  );
  expect(told(intake)).toEqual({ '县气象局 2.5.window_reform C3': 100, '县气象局 2.7.move_in_rate C4': 98 });
});

it('knows the office above by any name, and an aside of another day for none of the name', () => {
  const intake = readRows([
    ['县水务局指标'],
    ['指标', '数值'],
    ['市水务局公布许可事项实施规范的日期', '2023-06-05'],
    ['本局行政许可实施规范公布日期（市水务局6月5日公布）', '7月3日'],
  ]);
  expect(told(intake)).toEqual({
    '县水务局 1.1.1.upper_published B3': '2023-06-05',
    '县水务局 1.1.1.published B4': '2023-07-03',
  });
});
