import { itemsOf } from '../../../src/rulebook/rules';
import { found, readRows, rulebook, told, type Written } from '../workbook';

function item(id: string): { goal: string; clause: string } {
  const one = itemsOf(rulebook).find((candidate) => candidate.id === id);
  if (!one) throw new Error(`no item ${id}`);
  return one;
}

describe('self-assessment forms', () => {
  it('finds items by their words, however spaced, cut short or ordered, and columns by their meaning', () => {
    const spaced = item('3.5')
      .goal.replace(/(.{7})/gu, '$1 ')
      .replace(/,/g, '，');
    const intake = readRows(
      [
        ['宜良县2023年工作考评自评表'],
        ['自评单位：', '宜良县林业和草原局', null, '填报日期：2023年12月1日'],
        ['自评得分', '完成情况', '评分标准', '考核内容', '佐证材料'],
        [3, '承诺时限压缩比９２％，即办件比例76%，平均跑动次数0.03次。', item('3.5').clause, spaced, '截图'],
        [
          '０.５分',
          '整改完成率95%，超时整改1件',
          item('2.11').clause.slice(0, 40),
          item('2.11').goal.slice(0, 60),
          null,
        ],
        ['/', '不涉及', item('4.1').clause, item('4.1').goal, null],
        [3.5, null, null, '合 计', null],
      ],
      { merges: ['A1:E1'] },
    );
    expect(told(intake)).toEqual({
      '县林草局 3.5.compress B4': 92,
      '县林草局 3.5.instant B4': 76,
      '县林草局 3.5.trips B4': 0.03,
      '县林草局 2.11.completion B5': 95,
      '县林草局 2.11.overdue B5': 1,
      '县林草局 4.1.water B6': 'notApplicable',
      '县林草局 4.1.power B6': 'notApplicable',
      '县林草局 4.1.gas B6': 'notApplicable',
    });
    expect(intake.selfScores.map(({ item: id, points, source }) => [id, points, source.cell])).toEqual([
      ['3.5', 3, 'A4'],
      ['2.11', 0.5, 'A5'],
    ]);
    expect(intake.claims.every((claim) => claim.voice === 'department' && !claim.linkable)).toBe(true);
    expect(found(intake, 'error')).toEqual([]);
  });

  it('finds items by their numbers alone', () => {
    const intake = readRows([
      ['填报单位：县统计局'],
      ['条款号', '完成情况', '自评分'],
      ['三、5', '承诺时限压缩比92%，即办件比例76%，平均跑动次数0.03次', 3],
      ['1.1.（3）', '应承接126项，已承接126项，已实施126项，已发布126项', 2],
      ['5.1', '非涉密系统2个，已全部共享', 2],
    ]);
    expect(told(intake)).toMatchObject({
      '县统计局 3.5.trips B3': 0.03,
      '县统计局 1.1.3.published B4': 126,
      '县统计局 5.1.systems_shared B5': 2,
    });
  });

  it('finds items by a few words of their title, and not by words that stand in another item too', () => {
    const intake = readRows([
      ['填报单位：县统计局'],
      ['考核指标', '自评分', '自评情况'],
      ['一网通办', 1, '全程网办率95%，零跑腿比例97%'],
      ['全面推行容缺受理', 2, '容缺受理清单已公布，2023年6月20日报送'],
      ['13.（1）帮办代办窗口', '得1分', '窗口已设置，已实质开展工作'],
    ]);
    expect(intake.selfScores.map((score) => score.item)).toEqual(['3.2', '3.12', '3.13.1']);
  });

  it('does not take 2.1 typed as a number for an item, since it may be 2.10', () => {
    const intake = readRows([
      ['填报单位：县统计局'],
      ['条款号', '完成情况', '自评分'],
      [2.1, '评价覆盖率85%', 2],
      [3.5, '即办件比例76%', 1],
    ]);
    expect(intake.selfScores.map((score) => score.item)).toEqual(['3.5']);
    expect(found(intake)).toContain('not-in-rulebook A3');
  });

  it('tells the twins 6.1 and 6.2 apart by their order when only the clause is there', () => {
    const intake = readRows([
      ['填报单位：县发改局'],
      ['评分标准', '完成情况', '自评得分'],
      [item('5.2').clause, '1-12月办件数据均已汇聚', 2],
      [item('6.1').clause, '归集承诺数量826件，辖区企业数量692家', 1],
      [item('6.2').clause, '归集承诺数量826件，辖区企业数量692家', 1],
    ]);
    expect(told(intake)).toMatchObject({ '县发改局 6.1.promises B4': 826, '县发改局 6.2.promises B5': 826 });
    expect(intake.selfScores.map((score) => score.item)).toEqual(['5.2', '6.1', '6.2']);
  });

  it('reads the two rows of item 8 with one merged score, bonus and deductions, and the sum', () => {
    const rows: Written[][] = [
      ['填报单位：县民政局'],
      ['具体目标', '评分标准', '完成情况', '自评得分'],
      ['1.按时参加政务环境专项组办公室组织的推进会。', '不参加1次,扣0.3分,扣完2分为止。', '应参会4次，缺席1次', 2.7],
      [item('8').goal.split('\n')[1]?.trim(), '没有按时上报1次,扣1分,扣完3分为止。', '均按时上报，未按时上报0次', null],
      [item('9').goal, item('9').clause, '新增e办通点位2个', 0.6],
      [item('10').goal, item('10').clause, '被市政府通报批评1次', -2],
      ['自评得分合计', null, null, 1.3],
    ];
    const intake = readRows(rows, { merges: ['D3:D4', 'A7:C7'] });
    expect(told(intake)).toMatchObject({
      '县民政局 8.absences C3': 1,
      '县民政局 8.late_reports C4': 0,
      '县民政局 9.O4 C5': 2,
      '县民政局 10.D3 C6': 1,
    });
    expect(intake.selfScores.map(({ item: id, points }) => [id, points])).toEqual([
      ['8', 2.7],
      ['9', 0.6],
      ['10', 2],
    ]);
    expect(found(intake, 'error')).toEqual([]);
    rows[6] = ['自评得分合计', null, null, 1.2];
    expect(found(readRows(rows, { merges: ['D3:D4', 'A7:C7'] }), 'error')).toEqual(['wrong-subtotal D7']);
  });

  it('says what a text leaves out, once a cell, and what belongs to no item', () => {
    const intake = readRows([
      ['填报单位：县民政局'],
      ['具体目标', '评分标准', '完成情况', '自评得分'],
      [item('2.3').goal, item('2.3').clause, '行政检查实施清单完善率100%。', 2],
      [item('2.10').goal, item('2.10').clause, null, 1],
      ['完成全年招商引资任务，引进亿元以上项目三个', '每少一个扣一分', '已引进三个', 5],
    ]);
    expect(told(intake)).toMatchObject({ '县民政局 2.3.list_rate C3': 100, '县民政局 2.3.coverage C3': 'missing' });
    expect(found(intake)).toEqual(['not-in-rulebook A5', 'missing-required C3', 'missing-required C4']);
  });

  it('reads a row per section, whatever its columns are called', () => {
    const [third, fifth] = [rulebook.sections[2]?.title ?? '', rulebook.sections[4]?.title ?? ''];
    const text = '5.深化推进“马上办好”：承诺时限压缩比92%。\n2.深化推进“一网通办”：全程网办率95%。';
    for (const [kind, done] of [
      ['任务类别', '完成情况'],
      ['任务板块', '年内做法'],
    ]) {
      const intake = readRows([
        ['填报单位：县水务局'],
        [kind, done],
        [third, text],
        [fifth, '全年数据共享和汇聚工作都按要求做了，没有问题。'],
      ]);
      expect(told(intake)).toMatchObject({ '县水务局 3.5.compress B3': 92, '县水务局 3.2.full_online B3': 95 });
      expect(found(intake)).toContain('section-undivided B4');
    }
  });

  it('reads paragraphs of a section by the numbers of its items, where what they say agrees', () => {
    const of = (text: string) =>
      readRows([['填报单位：县水务局'], ['板块', '累计完成情况', '自评'], ['三、便利化（38分）', text, 20]]);
    const sections = told(
      of('2.全程网办率92.4%、零跑腿比例93.3%。\n5.压缩比79.5%、即办比例59.9%、跑动0.1次。\n12.容缺清单没有编制。'),
    );
    expect(sections).toMatchObject({
      '县水务局 3.2.full_online B3': 92.4,
      '县水务局 3.5.compress B3': 79.5,
      '县水务局 3.12.list_published B3': false,
    });
    // The writer's own numbers: nothing is told apart by them, and that is said.
    const own = of('1.全程网办率92.4%。\n2.压缩比79.5%、跑动0.1次。\n3.容缺清单已经公布。');
    expect(told(own)).toEqual({});
    expect(found(own)).toEqual(['no-table B3']);
  });

  it('takes a WPS picture for evidence', () => {
    const picture = { value: null, text: '', formula: '_xlfn.DISPIMG("ID_1A2B",1)' };
    const rows = (evidence: Written): Written[][] => [
      ['填报单位：县水务局'],
      ['具体目标', '完成情况', '自评得分', '佐证材料'],
      [item('2.3').goal, '检查实施清单完善率100%，监管行为数据覆盖率85%', 2, evidence],
    ];
    expect(found(readRows(rows(picture)))).not.toContain('claim-without-evidence D3');
    expect(found(readRows(rows(null)))).toContain('claim-without-evidence D3');
  });

  it('cuts a cell of running words where its name says nothing, and asks where a clause could be about two items', () => {
    const intake = readRows([
      ['宜良县竹山镇政务环境工作年度情况表'],
      ['单位', '竹山镇人民政府'],
      [
        '工作情况',
        '一、承接县级下放事项98项，实施98项，发布98项，目录内事项共98项。二、“好差评”覆盖率达93.6%（上年87.2%），全年无缺报月份。',
      ],
      [
        '其他指标',
        '全程网办率98.0%，承诺时限压缩比97.3%，即办件比例九成，平均跑动次数0.03次；没有勘验、审查、听证类事项。归集承诺1,204条。',
      ],
      ['参会报送', '推进会4次全部参加。'],
      ['下步打算', '力争2024年村级站政务外网全覆盖14个，评价覆盖率保持在95%以上，综合窗口设置15处。'],
    ]);
    expect(told(intake)).toMatchObject({
      '竹山镇 1.1.3.total B3': 98,
      '竹山镇 1.1.3.published B3': 98,
      '竹山镇 2.10.coverage B3': 93.6,
      '竹山镇 3.2.full_online B4': 98,
      '竹山镇 3.5.compress B4': 97.3,
      '竹山镇 3.5.instant B4': 90,
      '竹山镇 3.5.trips B4': 0.03,
      '竹山镇 8.absences B5': 0,
    });
    expect(Object.keys(told(intake)).filter((place) => place.endsWith('B6'))).toEqual([]);
    expect(found(intake)).toEqual(expect.arrayContaining(['divided-by-words B3', 'which-item B4']));
  });

  it('takes a number for the one within the section that stands beside it', () => {
    const intake = readRows(
      [
        ['宜良县应急管理局2023年度考评自评情况'],
        ['重点任务', '条款', '自评得分', '落实情况'],
        ['事项标准化', '1（3）', 2, '应承接 36；承接 36；实施 36；发布 36'],
        [null, '2（2）', 1, '许可指南11个，关联11个，抽查不一致0次'],
        ['服务规范化', 7, 2.8, '进驻率97.22%；明进暗不进1起'],
        [null, 10, 1.4, '覆盖率81.0%，缺3个月'],
        ['便利化', 9, 0, '证照6类，2个以上应用场景的4类'],
      ],
      { merges: ['A1:D1', 'A3:A4', 'A5:A6'] },
    );
    expect(told(intake)).toMatchObject({
      '县应急局(县防震减灾局) 1.1.3.total D3': 36,
      '县应急局(县防震减灾局) 1.2.2.licence_linked D4': 11,
      '县应急局(县防震减灾局) 2.7.move_in_rate D5': 97.22,
      '县应急局(县防震减灾局) 2.10.months_missing D6': 3,
    });
    expect(intake.claims.filter(({ item }) => ['1.3', '7', '9', '10'].includes(item))).toEqual([]);
  });

  it('takes nothing from a question in the column of what was done', () => {
    const intake = readRows([
      ['填报单位：县民政局'],
      ['考核内容', '完成情况', '自评分'],
      [item('3.12').goal, '容缺受理清单是否已公布？', 1],
      [item('2.3').goal, '清单完善率达到100%了吗？监管行为数据覆盖率83%。', 2],
      [item('3.2').goal, '全程网办率94%，零跑腿比例95%。', 1],
    ]);
    expect(told(intake)).toEqual({
      '县民政局 3.12.list_published B3': 'missing',
      '县民政局 3.12.list_submitted B3': 'missing',
      '县民政局 2.3.list_rate B4': 'missing',
      '县民政局 2.3.coverage B4': 83,
      '县民政局 3.2.full_online B5': 94,
      '县民政局 3.2.zero_trip B5': 95,
    });
  });

  it('keeps a column for what was done that tells it in the rulebook’s words', () => {
    const rows = (done: string[]): Written[][] => [
      ['填报单位：县民政局'],
      ['条款号', '完成情况', '自评分'],
      ['3.5', done[0], 3],
      ['2.3', done[1], 2],
      ['3.2', done[2], 1],
    ];
    const reports = [
      '承诺时限压缩比例94%，即办件比例71%',
      '检查实施清单完善率100%，监管行为数据覆盖率83%',
      '全程网办率94%',
    ];
    const intake = readRows(rows(reports));
    expect(told(intake)).toMatchObject({ '县民政局 3.5.compress B3': 94, '县民政局 2.3.coverage B4': 83 });
    expect(found(intake)).not.toContain('column-by-content B2');
    const copied = readRows(rows(['3.5', '2.3', '3.2'].map((id) => item(id).clause)));
    expect(copied.claims.filter(({ state }) => state === 'value')).toEqual([]);
  });
});

it('reads one row on 加减分 for both', () => {
  const intake = readRows([
    ['县统计局自查'],
    ['大项', '自查情况'],
    ['便利化', '一网通办：全程网办98.7%，零跑腿99.1%。掌上通办：宣传4次。'],
    ['加减分', '新华社报道1篇；市委市政府批示肯定1次。被专项组通报批评1次。'],
  ]);
  expect(told(intake)).toMatchObject({
    '县统计局 9.N5 B4': 1,
    '县统计局 9.C4 B4': 1,
    '县统计局 10.D4 B4': 1,
  });
});

it('reads figures of licences told in the order of those before', () => {
  const intake = readRows([
    ['县统计局自查'],
    ['考评内容', '完成情况', '自评得分'],
    [
      '三、5.马上办好',
      '承诺时限压缩比为91.4%，即办件比例为77.5%，平均跑动次数0.03次；行政许可类分别为93.1%、79.2%、0.01次。',
      2,
    ],
    ['三、2.一网通办', '全程网办率95%，零跑腿比例97%。', 1],
  ]);
  expect(told(intake)).toMatchObject({
    '县统计局 3.5.compress B3': 91.4,
    '县统计局 3.5.compress_licence B3': 93.1,
    '县统计局 3.5.instant_licence B3': 79.2,
    '县统计局 3.5.trips_licence B3': 0.01,
  });
});

it('takes no word of what was done for the failing that its sentence takes points off for', () => {
  const intake = readRows([
    ['县统计局自评表'],
    ['重点任务', '评分标准', '完成情况', '得分'],
    ['证明材料规范化', '未按要求推进扣2分', '已推进', 0],
    ['证明材料规范化', '清单不规范扣1分', '规范', 0],
    ['保障措施', '没有按时上报每次扣1分', '三次都按时', 0],
  ]);
  const claimed = told(intake);
  expect(
    Object.entries(claimed).filter(([place, value]) => /noncompliant|late_reports/.test(place) && value !== 'missing'),
  ).toEqual([]);
  expect(claimed).toMatchObject({ '县统计局 2.2.not_advancing C3': false });
});

it('takes the numbers of files for no numbers of items', () => {
  const clause = (id: string): string => itemsOf(rulebook).find((item) => item.id === id)?.clause ?? '';
  const intake = readRows([
    ['县统计局自评表'],
    ['重点任务', '评分标准', '完成情况', '自评得分', '佐证材料'],
    ['二、10.进一步规范评估评价', clause('2.10'), '评价覆盖率86%，每月均汇聚。', 2, '2-6'],
    ['二、11.差评、投诉问题整改', clause('2.11'), '整改完成率96.4%，存在2条超时未整改。', 0.5, '2-7'],
    ['三、2.一网通办', clause('3.2'), '全程网办率95%，零跑腿比例97%。', 1, '3-1'],
  ]);
  expect(told(intake)).toMatchObject({
    '县统计局 2.10.coverage C3': 86,
    '县统计局 2.11.completion C4': 96.4,
    '县统计局 2.11.overdue C4': 2,
    '县统计局 3.2.full_online C5': 95,
  });
});
