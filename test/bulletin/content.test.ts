import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assess/assess';
import type { Claim, Finding } from '../../src/assessment';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import shipped from '../../src/rulebook/default';
import { previousScores } from '../../src/bulletin';
import { assessmentOf, faultless } from './sample-assessment';
import { annex, bulletinOf, chapter, everything, linesOf } from './text';

describe('a bulletin of no unit', () => {
  const bulletin = bulletinOf(assessmentOf([]));

  it('says so and claims nothing else', () => {
    expect(linesOf(bulletin.body)).toEqual([
      '根据《某县打造“便捷环境”（试点）2023年工作考评细则》，现将2023年第三季度考评情况通报如下。',
      '一、总体情况',
      '本季度没有单位参加考评，不形成得分和排名。',
    ]);
    expect(bulletin.annexes).toEqual([]);
    expect(bulletin.title).toBe('关于某县打造“便捷环境”（试点）2023年工作考评第三季度情况的通报');
  });
});

test('units of which the same is to be told share a sentence', () => {
  const given = (['县甲局', '县乙局', '县丙局', '县丁局'] as const).map((name, i) =>
    faultless(name, { '9': { praise: [1, 2, 1, 0][i] }, '10': { blame: [0, 0, 1, 1][i] } }),
  );
  const bulletin = bulletinOf(assessmentOf(given));
  expect(chapter(bulletin, '激励加分情况')).toEqual([
    '3个单位获得激励加分。',
    '县甲局、县丙局各加2分：市级表彰奖励1次。',
    '县乙局加4分：市级表彰奖励2次。',
  ]);
  expect(chapter(bulletin, '（二）扣分情况')).toEqual([
    '2个单位被扣分。',
    '县丙局、县丁局各扣1分：专项组通报批评1次。',
  ]);
});

describe('a bulletin of one unit', () => {
  it('has no average, best or worst', () => {
    const bulletin = bulletinOf(assessmentOf([faultless('县甲局', { '1.1': { errors: 3 } })]));
    expect(chapter(bulletin, '总体情况')).toEqual([
      '本季度考评1个单位，为县甲局。考评数据截至2023年12月31日，满分10分。',
      '2023年第三季度工作情况报告及问题清单应于2023年9月13日17:00前报送。县甲局已按时报送。',
      '县甲局得分9.2分。',
    ]);
    expect(chapter(bulletin, '失分情况')).toEqual(['县甲局失分0.3分。逐条原因见附件2。', '各部分失分合计（分）']);
    // One section, and one thing in it, are not numbered.
    expect(chapter(bulletin, '存在问题')).toEqual([
      '“深化‘办事指南’管理”（一、1.（1））。评分标准规定“办事指南有错的，每次扣0.1分”，指南问题次数3次，失0.3分。',
    ]);
    expect(everything(bulletin)).not.toMatch(/平均|最高|最低|个单位均/);
  });
});

describe('several units', () => {
  const bulletin = bulletinOf(
    assessmentOf(
      [
        faultless('县甲局', { '1.3': { mark: 1.5 } }),
        faultless('县乙局', { '1.2': { rate: 70 } }, { report: { received: '2023-09-13T17:01', late: true } }),
        faultless('县丙局', { '1.3': { mark: 1.5 } }, { report: { late: true } }),
        faultless(
          '丁镇',
          { '1.2': {}, '10': { blame: 1 }, '9': { praise: 1 } },
          { kind: '乡镇(街道)', report: undefined },
        ),
        faultless('县戊局', { '1.1': { errors: 30 }, '2.1': { campaigns: 3 } }),
      ],
      {
        findings: [
          {
            code: 'percent-over-100',
            severity: 'error',
            unit: '县甲局',
            source: { file: '张三.xlsx', sheet: '指标', cell: 'C7' },
            message: '即办件比例为120%,超过100%。',
            remedy: '请核对。',
          },
          { code: 'x', severity: 'warning', unit: '县乙局', message: '可疑。', remedy: '请核对。' },
        ],
      },
    ),
  );

  it('counts units and reports', () => {
    expect(chapter(bulletin, '总体情况')).toEqual([
      '本季度共考评5个单位，其中县级部门4个，乡镇（街道）1个。考评数据截至2023年12月31日，满分10分。',
      '2023年第三季度工作情况报告及问题清单应于2023年9月13日17:00前报送。2个单位按时报送；1个单位逾期报送（县乙局）；1个单位未报送（县丙局）；1个单位没有报送登记，不作统计。',
      '平均得分8分；最高10分（丁镇）；最低3.5分（县戊局）。',
    ]);
  });

  it('lets equal totals share a rank, departments and townships apart', () => {
    expect(chapter(bulletin, '考评排名')).toEqual([
      '（一）县级部门',
      '1|县甲局|9|',
      '1|县丙局|9|',
      '3|县乙局|8.5|',
      '4|县戊局|3.5|',
      '（二）乡镇（街道）',
      '1|丁镇|10|',
      '注：得分相同的名次并列，排名不分先后。不适用于某单位的项目，按“不适用项记满分”计分。折算得分见附件1。',
    ]);
  });

  it('tells each section with its figures', () => {
    expect(chapter(bulletin, '推进便利化')).toEqual([
      '本部分4分，涉及5个单位，按适用项目合计，得分率80%。4个单位得满分。县戊局在“宣传推广”一项失4分。',
      '各部分得分率（%）',
    ]);
    expect(chapter(bulletin, '落实标准化')[0]).toBe(
      '本部分6分，涉及5个单位，按适用项目合计，得分率78.57%。1个单位得满分。4个单位失分，合计4分，其中“深化‘办事指南’管理”2分、“热线考核”1分、“提高即办比例”1分。',
    );
    expect(chapter(bulletin, '落实标准化')[1]).toMatch(/，即办件比例70%～80%（.*），热线评分1.5～2分（/);
  });

  it('puts the worst problem first and names its units', () => {
    expect(chapter(bulletin, '任务落实方面')).toEqual([
      '1.“宣传推广”（二、1）。评分标准规定“宣传不少于4次得4分”，县戊局宣传次数3次，未达到4次，失4分。',
      '2.“深化‘办事指南’管理”（一、1.（1））。评分标准规定“办事指南有错的，每次扣0.1分”，县戊局指南问题次数30次；扣分超过本项分值，按0分计，失2分。',
      '3.“热线考核”（一、2）。评分标准规定“由有关单位考核打分”，县甲局、县丙局2个单位失分，均为热线评分1.5分，合计1分。',
      '4.“提高即办比例”（一、1.（2））。评分标准规定“比例75%及以上得1.5分，60%—75%（不含）得0.5分，其余不得分”，县乙局即办件比例70%，在60%（含）至75%（不含）之间，失1分。',
    ]);
  });

  it('tells bonus and deductions from their facts only', () => {
    expect(chapter(bulletin, '激励加分情况')).toEqual(['丁镇加2分：市级表彰奖励1次。']);
    expect(chapter(bulletin, '（二）扣分情况')).toEqual(['丁镇扣1分：专项组通报批评1次。']);
  });

  it('counts errors among the findings, and shows no file name', () => {
    expect(chapter(bulletin, '数据填报方面')).toEqual([
      '检查发现数据填报错误1处，涉及县甲局。具体位置和处理要求见附件3。',
    ]);
    expect(annex(bulletin, '问题清单')).toContain('县甲局|百分比超过100%|指标 C7|请核对。');
    expect(everything(bulletin)).not.toContain('张三');
  });

  it('names the file of what is nobody’s, but no person in it', () => {
    const source = { file: '抽查台账（张三）.xlsx', sheet: '台账', cell: 'B3' };
    const error = { code: 'x', severity: 'error' as const, source, remedy: '请改。' };
    const assessment = assessmentOf([faultless('县甲局'), faultless('县乙局')], {
      findings: [
        { ...error, message: '日期不对。' },
        { ...error, unit: '县甲局', message: '抽查台账（张三）.xlsx“台账”B3为2次。' },
      ],
    });
    assessment.files.push({ file: source.file, sha256: '', status: 'read' });
    expect(annex(bulletinOf(assessment), '问题清单').filter((line) => line.endsWith('请改。'))).toEqual([
      '县甲局|抽查台账（略）.xlsx“台账”B3为2次。|台账 B3|请改。',
      '—|日期不对。|抽查台账（略）.xlsx 台账 B3|请改。',
    ]);
  });

  it('names no person whose name a sheet bears', () => {
    const source = { file: '台账.xlsx', sheet: '张三', cell: 'B3' };
    const finding = {
      code: 'x',
      severity: 'error' as const,
      source,
      unit: '县甲局',
      message: '错误。',
      remedy: '请改。',
    };
    const listed = annex(bulletinOf(assessmentOf([faultless('县甲局')], { findings: [finding] })), '问题清单');
    expect(listed).toContain('县甲局|错误。|（略） B3|请改。');
  });

  it('lists errors unit by unit, those of a kind together, and those that are nobody’s at the end', () => {
    const error = (rest: Partial<Finding>): Finding => ({
      code: 'percent-over-100',
      severity: 'error',
      message: '超过100%。',
      remedy: '请核对。',
      ...rest,
    });
    const at = (cell: string) => ({ file: 'a.xlsx', sheet: '指标', cell });
    const listed = bulletinOf(
      assessmentOf([faultless('县甲局'), faultless('县乙局')], {
        findings: [
          error({ unit: '县乙局', item: '1.2', fact: 'rate', source: at('C7') }),
          error({}),
          error({ unit: '县甲局', code: 'self-score-differs', item: '1.2', remedy: '请改为1分。' }),
          error({ unit: '县甲局', code: 'self-score-differs', item: '2.1', remedy: '请改为2分。' }),
          error({ unit: '县乙局', source: at('D8') }),
          error({ unit: '县乙局', code: 'new-kind', source: at('E9') }),
        ],
      }),
    );
    const rows = annex(listed, '问题清单');
    expect(rows.slice(rows.findIndex((row) => row.endsWith('数据填报错误')) + 1)).toEqual([
      '县甲局|自评得分与评分标准不符|一、1.（2）、二、1|请按评分标准更正自评得分，或补充、更正完成情况。',
      '县乙局|百分比超过100%|即办件比例（指标 C7）、指标 D8|请核对。',
      '县乙局|超过100%。|指标 E9|请核对。',
      '—|百分比超过100%|—|请核对。',
    ]);
  });

  it('lets no row of errors outgrow a page', () => {
    const findings = Array.from({ length: 30 }, (_, index): Finding => ({
      code: 'percent-over-100',
      severity: 'error',
      unit: '县甲局',
      source: { file: 'a.xlsx', sheet: '指标', cell: `C${index + 1}` },
      message: '超过100%。',
      remedy: '请核对。',
    }));
    const rows = annex(bulletinOf(assessmentOf([faultless('县甲局')], { findings })), '问题清单').slice(1);
    expect(rows.map((row) => row.split('|')[2].split('、').length)).toEqual([12, 12, 6]);
  });

  it('shows the values that contradict one another, each with its cell', () => {
    const source = (cell: string) => ({ file: 'a.xlsx', sheet: '指标', cell });
    const assessment = assessmentOf([faultless('县甲局')], {
      findings: [
        {
          code: 'conflicting-values',
          severity: 'error',
          unit: '县甲局',
          item: '1.2',
          fact: 'rate',
          source: source('C7'),
          message: '有不同的值。',
          remedy: '请核实后统一。',
        },
      ],
    });
    const claim = { unit: '县甲局', item: '1.2', fact: 'rate', state: 'value', raw: '', voice: 'department' };
    assessment.scorecards[0].items[1].facts[0].claims = [
      { ...claim, value: 80, source: source('C7') } as Claim,
      { ...claim, value: 85.5, source: source('D9') } as Claim,
    ];
    expect(annex(bulletinOf(assessment), '问题清单')).toContain(
      '县甲局|同一指标有不同的值|即办件比例（指标 C7为80%，指标 D9为85.5%）|请核实后统一。',
    );
  });

  it('says once of a section that nobody has full points and nobody lost any', () => {
    const open = bulletinOf(
      assessmentOf([faultless('县甲局', { '1.3': {} }), faultless('县乙局', { '1.3': {} })], { asOf: '2023-09-30' }),
    );
    expect(chapter(open, '落实标准化')[0]).toBe(
      '本部分6分，涉及2个单位，按适用项目合计，已确定得分率58.33%，另有33.33%待定。目前没有单位确定得满分，也没有单位失分。2个单位共2项次得分待定。',
    );
  });

  it('does not blame units for points that the criteria do not add up to', () => {
    expect(chapter(bulletin, '得分待定情况和计分口径')).toContain(
      '“提高即办比例”分值2分，按评分标准各条合计最多得1.5分，差额不作为单位失分。',
    );
    expect(annex(bulletin, '扣分明细').filter((line) => line.includes('提高即办比例'))).toEqual([
      '县乙局|一、1.（2）提高即办比例|即办件比例70%，在60%（含）至75%（不含）之间|1|4',
    ]);
  });

  it('points from every loss to its clause in the list of problems', () => {
    const problems = annex(bulletin, '问题清单');
    const losses = annex(bulletin, '扣分明细').filter((line) => line.split('|').length === 5);
    expect(losses).toHaveLength(5);
    for (const line of losses) {
      const [unit, task, , , number] = line.split('|');
      const problem = problems.find((candidate) => candidate.startsWith(`${number}|`))!;
      expect(problem.split('|')[1]).toBe(task);
      expect(problem.split('|')[3].split('、')).toContain(unit);
    }
  });

  it('tells the sentences of one clause apart, each with its share', () => {
    const assessment = assessmentOf([faultless('县甲局', { '1.1': { errors: 4, lists: 1 } })]);
    expect(annex(bulletinOf(assessment), '扣分明细')).toEqual([
      '县甲局|一、1.（1）深化“办事指南”管理|指南问题次数4次，每1次扣0.1分|0.4|1',
      '县甲局|一、1.（1）深化“办事指南”管理|清单问题次数1次，每1次扣0.2分|0.2|2',
    ]);
  });

  it('marks the item that does not concern a unit, by the reading', () => {
    expect(annex(bulletin, '计分口径')).toEqual(['A05|各项|“各有关单位”|不适用项记满分|是']);
  });
});

describe('the bulletin of the fourth quarter', () => {
  const titleOf = (quarter: string, asOf: string) =>
    bulletinOf(assessmentOf([faultless('县甲局')], { quarter, asOf }), { quarter }).title;

  it('is that of the whole year, once the year is over', () => {
    expect(titleOf('2023Q4', '2023-12-31')).toMatch(/第四季度暨全年情况的通报$/);
    expect(titleOf('2023Q4', '2023-12-20')).toMatch(/第四季度情况的通报$/);
    expect(titleOf('2023Q3', '2023-09-30')).toMatch(/第三季度情况的通报$/);
  });
});

describe('provisional totals', () => {
  const units = [{ name: '县甲局' }, { name: '县乙局', facts: { '1.1': { errors: 2 }, '1.3': { mark: 1 } } }];
  const bulletin = bulletinOf(assessmentOf(units, { asOf: '2023-09-30' }));

  it('shows ranges and ranks by what is sure', () => {
    expect(chapter(bulletin, '总体情况')[2]).toBe(
      '2个单位的得分均有待定部分，以下按已确定得分统计。平均已确定得分1.4分；最高2.8分（县乙局）；最低0分（县甲局）。',
    );
    expect(chapter(bulletin, '考评排名')).toEqual([
      '1|县乙局|2.8～8.3|待定',
      '2|县甲局|0～9.5|待定',
      '注：标注“待定”的单位，得分以“已确定得分～最高可能得分”表示，按已确定得分排名。各单位的得分区间均与其他单位重叠，名次均未确定，待定部分确定后可能变化。',
    ]);
  });

  it('asks for missing data, open targets and the next report, with their days', () => {
    expect(chapter(bulletin, '下一步工作要求')).toEqual([
      '1.抓好问题整改。县乙局要对照评分标准和附件3所列问题逐条整改，附件3所列完成时限已过的要抓紧整改到位。牵头单位（县政务局）要加强对所牵头任务的督促指导。',
      '2.加快推进时限未到、尚可得分的任务。时限为2023年10月31日的有“宣传推广”（2个单位）。',
      '3.补齐数据。2个单位共有4项次因数据不全无法评定，要按附件3所列项目补报。',
      '4.按时报送季度报告。2023年第四季度工作情况报告及问题清单应于2023年12月13日17:00前报送。',
    ]);
    expect(annex(bulletin, '问题清单')).toContain('县乙局|一、1.（2）|—');
  });

  it('puts many open targets into a table, few into a sentence', () => {
    const file = '县农业农村局自评表.xlsx';
    const snapshot = readWorkbook(readFileSync(join(__dirname, '../../assets/samples', file)), file);
    const many = assess(shipped, [{ file, sha256: '', snapshot }], { asOf: '2023-03-31' });
    const lines = chapter(bulletinOf(many, { quarter: '2023Q1' }), '下一步工作要求');
    const from = lines.indexOf('2.加快推进时限未到、尚可得分的任务。各项任务和时限如下表。');
    const rows = lines.slice(from + 1).filter((line) => line.includes('|'));
    expect(rows.length).toBeGreaterThan(8);
    expect(rows).toContain('2023年6月30日|二、5.县级政务服务中心标准化建设');
    expect(lines[from + 1 + rows.length]).toMatch(/^3\./);
    const months = rows.map((row) => Number(/年(\d+)月/.exec(row)![1]));
    expect(months).toEqual([...months].sort((a, b) => a - b));
  });

  it('names no unit that is sure of full points, and no bonus', () => {
    expect(chapter(bulletin, '推进便利化')[0]).toBe(
      '本部分4分，涉及2个单位，共2项次得分待定，没有已确定的得分和失分。',
    );
    expect(chapter(bulletin, '工作亮点和激励加分')).toEqual(['没有单位获得激励加分。']);
  });
});

describe('reports', () => {
  const of = (reports: ({ received?: string; late: boolean } | undefined)[], asOf = '2023-09-30', quarter = '2023Q3') =>
    chapter(
      bulletinOf(
        assessmentOf(
          reports.map((report, index) => faultless(`县${index}局`, {}, { report })),
          { asOf, quarter },
        ),
        { quarter },
      ),
      '总体情况',
    )[1];

  it('reads well when nobody or everybody reported', () => {
    expect(of([{ late: true }, { late: true }])).toMatch(/前报送。2个单位均未报送。$/);
    const inTime = { received: '2023-09-10T08:00', late: false };
    expect(of([inTime, inTime])).toMatch(/前报送。2个单位均按时报送。$/);
    expect(of([undefined, undefined])).toMatch(/本次考评数据中没有报送登记，不作统计。$/);
  });

  it('agrees with zero, one and many', () => {
    const inTime = { received: '2023-09-10T08:00', late: false };
    expect(of([inTime])).toMatch(/前报送。县0局已按时报送。$/);
    expect(of([{ late: true }, { received: '2023-09-14T08:00', late: true }])).toMatch(
      /前报送。没有单位按时报送；1个单位逾期报送（县1局）；1个单位未报送（县0局）。$/,
    );
    expect(of([inTime, undefined])).toMatch(/前报送。1个单位按时报送；1个单位没有报送登记，不作统计。$/);
  });

  it('calls nobody late before the day', () => {
    expect(of([{ late: false }, { late: false }], '2023-09-01')).toMatch(/2个单位尚未报送，报送时限未到。$/);
  });

  it('shows a day without a time as a day, and says how it counts', () => {
    const day = { received: '2023-09-13T00:00', late: false };
    const units = [day, { received: '2023-09-12T10:30', late: false }].map((report, index) =>
      faultless(`县${index}局`, {}, { report }),
    );
    expect(annex(bulletinOf(assessmentOf(units)), '报送情况').slice(1)).toEqual([
      '县0局|2023年9月13日|按时报送',
      '县1局|2023年9月12日10:30|按时报送',
      '注：时限当天收到、没有登记时刻的，按时限前收到计。',
    ]);
  });

  it('says when a date is not counted, or not in the rulebook', () => {
    expect(of([{ late: true }], '2023-03-31', '2023Q1')).toMatch(/前报送。县0局未报送。该次报送不计入考评。$/);
    expect(of([{ late: true }], '2023-06-30', '2023Q2')).toMatch(/^2023年第二季度工作情况报告及问题清单报送情况如下：/);
  });
});

describe('against the quarter before', () => {
  const before = assessmentOf([faultless('县甲局', { '1.1': { errors: 5 } }), faultless('县乙局'), faultless('旧局')], {
    quarter: '2023Q2',
  });
  const now = assessmentOf([faultless('县甲局'), faultless('县乙局'), faultless('新局')]);

  it('compares only units that are in both', () => {
    const bulletin = bulletinOf(now, { previous: previousScores(before) });
    expect(chapter(bulletin, '考评排名').at(-1)).toContain('标注“—”的单位没有2023年第二季度的得分。');
    expect(chapter(bulletin, '总体情况')[3]).toBe(
      '与2023年第二季度相比，两个季度均参加考评的单位有2个，平均已确定得分由9.25分升至9.5分，提高0.25分；1个单位上升、1个单位持平。',
    );
    expect(chapter(bulletin, '考评排名')).toEqual(
      expect.arrayContaining(['1|县甲局|9.5|+0.5|', '1|县乙局|9.5|0|', '1|新局|9.5|—|']),
    );
  });
});

describe('the problems of the quarter before', () => {
  const before = previousScores(
    assessmentOf(
      [
        faultless('县甲局', { '1.1': { errors: 3, lists: 1 }, '1.2': { rate: 70 } }),
        faultless('县乙局', { '1.3': { mark: 1 } }),
        faultless('县丙局', { '2.1': { campaigns: 1 } }),
        faultless('旧局', { '1.1': { errors: 1 } }),
      ],
      { quarter: '2023Q2' },
    ),
  );
  const now = assessmentOf([
    faultless('县甲局', { '1.1': { errors: 5, lists: 1 }, '1.2': { rate: 76 } }),
    faultless('县乙局', { '1.3': {} }),
    faultless('县丙局', { '1.1': { errors: 2 } }),
    faultless('新局', { '1.1': { errors: 9 } }),
  ]);

  it('are told apart as solved, open and not to be verified, and new ones are named', () => {
    const bulletin = bulletinOf(now, { previous: before });
    expect(chapter(bulletin, '2023年第二季度问题复查情况')).toEqual([
      '2023年第二季度失分问题共6项次，涉及4个单位。经复查，已解决2项次，仍有失分2项次，未能复核2项次。逐项情况见附件3。',
      '仍有失分的单位是县甲局。其中失分比上次增加的有1项次。因已经发生的情形扣减的分值，整改后在本年度内也不恢复。',
      '未能复核的，是本次没有参加考评、不再适用该项任务或数据不全的单位和项目。',
      '与2023年第二季度相比，新增失分问题1项次，涉及县丙局。',
    ]);
    const list = annex(bulletin, '问题清单');
    const from = list.findIndex((line) => line.endsWith('2023年第二季度问题复查'));
    expect(list.slice(from + 1, from + 6)).toEqual([
      '一、1.（1）深化“办事指南”管理（指南问题次数）|0.4|仍有失分：县甲局0.5分（上次0.3分）；未能复核：旧局。',
      '一、1.（1）深化“办事指南”管理（清单问题次数）|0.2|仍有失分：县甲局0.2分。',
      '一、1.（2）提高即办比例|1|已解决：县甲局。',
      '一、2.热线考核|1|未能复核：县乙局。',
      '二、1.宣传推广|4|已解决：县丙局。',
    ]);
  });

  it('name the units in the order in which all lists name them', () => {
    const losing = ['县甲局', '县乙局'].map((name) => faultless(name, { '1.1': { errors: 1 } }));
    const previous = previousScores(assessmentOf([losing[1], losing[0]], { quarter: '2023Q2' }));
    expect(chapter(bulletinOf(assessmentOf(losing), { previous }), '问题复查情况')[1]).toMatch(
      /^仍有失分的单位是县甲局、县乙局2个单位。/,
    );
  });

  it('read well when there were none, all are solved, or none is', () => {
    const of = (units: Parameters<typeof assessmentOf>[0], then: Parameters<typeof assessmentOf>[0]) =>
      chapter(
        bulletinOf(assessmentOf(units), { previous: previousScores(assessmentOf(then, { quarter: '2023Q2' })) }),
        '问题复查情况',
      );
    const [good, bad] = [faultless('县甲局'), faultless('县甲局', { '1.1': { errors: 1 } })];
    expect(of([good], [good])).toEqual([
      '2023年第二季度考评没有失分问题。',
      '与2023年第二季度相比，没有新增失分问题。',
    ]);
    expect(of([good], [bad])[0]).toBe('2023年第二季度失分问题共1项次，涉及1个单位。经复查，已解决。逐项情况见附件3。');
    const other = faultless('县乙局', { '1.1': { errors: 1 } });
    expect(of([bad, other], [bad, other])[0]).toMatch(/共2项次，涉及2个单位。经复查，均仍有失分。/);
    expect(of([], [bad])).toEqual([]);
    expect(of([other], [bad]).at(-1)).toMatch(/^未能复核的/);
  });

  it('are left out when only totals are known', () => {
    const bulletin = bulletinOf(now, { previous: { quarter: before.quarter, scores: before.scores } });
    expect(chapter(bulletin, '问题复查情况')).toEqual([]);
    expect(annex(bulletin, '问题清单').join()).not.toContain('复查');
  });
});

describe('losses', () => {
  const losses = (units: Parameters<typeof assessmentOf>[0]) => chapter(bulletinOf(assessmentOf(units)), '失分情况')[0];
  const losing = (name: string, errors: number) => faultless(name, { '1.1': { errors } });

  it('read well for one, for equals, and never name one of equals without the others', () => {
    expect(losses([losing('县甲局', 1), faultless('县乙局')])).toBe(
      '县甲局失0.1分，其他单位没有失分。逐条原因见附件2。',
    );
    expect(losses([losing('县甲局', 1), losing('县乙局', 1)])).toBe(
      '2个单位有失分，合计0.2分，各失0.1分。逐条原因见附件2。',
    );
    const many = [5, 4, 3, 2, 1, 1].map((errors, index) => losing(`县${index}局`, errors));
    expect(losses(many)).toBe(
      '6个单位有失分，合计1.6分，失分较多的是县0局0.5分、县1局0.4分、县2局0.3分、县3局0.2分。逐条原因见附件2。',
    );
  });
});

describe('one unit among several', () => {
  it('is named, and is told of 项, not 项次', () => {
    const bulletin = bulletinOf(assessmentOf([faultless('县甲局', { '1.3': {} }), faultless('县乙局')]));
    expect(chapter(bulletin, '落实标准化')[0]).toMatch(/没有单位失分。县甲局有1项得分待定。$/);
    expect(chapter(bulletin, '下一步工作要求')).toEqual([
      '补齐数据。县甲局有1项因数据不全无法评定，要按附件3所列项目补报。',
    ]);
    expect(chapter(bulletin, '得分待定情况和计分口径')[0]).toMatch(/^县甲局的得分尚有待定部分，即数据不全的1项。/);
  });

  it('has lost most when nobody else has lost as much', () => {
    const units = [3, 1, 1, 1, 1, 1].map((errors, index) => faultless(`县${index}局`, { '1.1': { errors } }));
    expect(chapter(bulletinOf(assessmentOf(units)), '失分情况')[0]).toBe(
      '6个单位有失分，合计0.8分，失分最多的是县0局0.3分。逐条原因见附件2。',
    );
  });
});

test('a bulletin of one unit says whose points are sure', () => {
  expect(chapter(bulletinOf(assessmentOf([faultless('县甲局')])), '得分待定情况和计分口径')[0]).toBe(
    '县甲局得分已确定，没有待定部分。',
  );
});

describe('sections in which units have full points', () => {
  const full = (units: Parameters<typeof assessmentOf>[0]) => chapter(bulletinOf(assessmentOf(units)), '得满分情况');
  const town = (name: string, facts = {}) => faultless(name, { '1.2': {}, ...facts }, { kind: '乡镇(街道)' });

  it('share a sentence when they are the same', () => {
    expect(full([town('甲镇'), town('乙镇')])).toEqual(['“落实标准化”“推进便利化”部分2个单位均得满分。']);
    expect(full([town('甲镇'), town('乙镇'), town('丙镇', { '1.1': { errors: 1 }, '2.1': { campaigns: 1 } })])).toEqual(
      ['“落实标准化”“推进便利化”部分均得满分的有甲镇、乙镇2个单位。'],
    );
    expect(full([town('甲镇', { '1.1': { errors: 1 } }), town('乙镇')])).toEqual([
      '“落实标准化”部分得满分的有乙镇。',
      '“推进便利化”部分2个单位均得满分。',
    ]);
  });
});

test('what is taken off beside the items stands among what is lost, with its reason', () => {
  const units = [faultless('县甲局', { '10': { blame: 2 } }), faultless('县乙局', { '1.1': { errors: 1 } })];
  expect(annex(bulletinOf(assessmentOf(units)), '扣分明细')).toEqual([
    '（一）失分',
    '县乙局|一、1.（1）深化“办事指南”管理|指南问题次数1次，每1次扣0.1分|0.1|1',
    '（二）第十项扣分',
    '县甲局|专项组通报批评2次|2',
  ]);
});

test('a bonus that is cut to its cap says so', () => {
  const assessment = assessmentOf([faultless('县甲局', { '9': { praise: 2 } })]);
  assessment.scorecards[0].bonus.notes.push('合计超过本项分值，按4分计');
  expect(chapter(bulletinOf(assessment), '激励加分情况')).toEqual([
    '县甲局加4分：市级表彰奖励2次，合计超过本项分值，按4分计。',
  ]);
});

test('a value that cannot be is to be corrected, and is not called missing too', () => {
  const assessment = assessmentOf([faultless('县甲局', { '1.2': {} })]);
  const score = assessment.scorecards[0].items.find(({ item }) => item === '1.2')!;
  Object.assign(score, { state: 'rejected', rejected: [{ fact: 'rate', problem: '比例102%超过100%。' }] });
  expect(score.missing).toContain('rate');
  const bulletin = bulletinOf(assessment);
  expect(annex(bulletin, '问题清单')).toContain('县甲局|—|一、1.（2）（比例102%超过100%）');
  expect(chapter(bulletin, '下一步工作要求')).toEqual([
    '补齐和更正数据。县甲局有1项因数据不合理无法评定，要按附件3所列项目更正。',
  ]);
});

describe('ranks while points are open', () => {
  const note = (units: Parameters<typeof assessmentOf>[0]) =>
    chapter(bulletinOf(assessmentOf(units)), '考评排名').at(-1);

  it('are said to be settled, partly settled, or not', () => {
    const open = (name: string, mark: number) => faultless(name, { '1.1': {}, '1.3': { mark } });
    expect(note([open('县甲局', 2), open('县乙局', 2)])).toMatch(/名次均未确定/);
    expect(note([faultless('县甲局'), faultless('县乙局', { '1.1': {}, '2.1': { campaigns: 0 } })])).toMatch(
      /待定部分不影响名次。$/,
    );
    expect(
      note([
        faultless('县甲局'),
        ...['县乙局', '县丙局'].map((name) => faultless(name, { '1.1': {}, '2.1': { campaigns: 0 } })),
      ]),
    ).toMatch(/名次已经确定的有1个单位，其他单位的名次在待定部分确定后可能变化。$/);
  });
});

describe('files that cannot be read', () => {
  it('are counted, since whoever sent them is not assessed by them', () => {
    const assessment = assessmentOf([faultless('县甲局')]);
    assessment.files.push({ file: '张三.xls', sha256: '', status: 'unreadable', reason: '有密码。' });
    expect(chapter(bulletinOf(assessment), '总体情况')[0]).toMatch(/另有1个报送文件不能读取，没有纳入考评。$/);
    expect(everything(bulletinOf(assessment))).not.toContain('张三');
  });
});

describe('options', () => {
  const assessment = assessmentOf([faultless('县甲局')]);
  it.each([
    [{ quarter: '三季度' }, '写法不对'],
    [{ quarter: '2024Q3' }, '不在考评细则的年度（2023年）内'],
    [{ quarter: '2023Q2' }, '与通报季度2023Q2不一致'],
    [{ issuer: ' ' }, '没有填写发文机关'],
    [{ date: '2023-02-30' }, '成文日期“2023-02-30”不是有效日期'],
    [{ previous: { quarter: '2023Q3', scores: [] } }, '不早于通报季度'],
  ])('refuses %j', (options, message) => {
    expect(() => bulletinOf(assessment, options)).toThrow(message);
  });
});

describe('a reading that is not the default', () => {
  it('is told in the text', () => {
    const assessment = assessmentOf([faultless('丁镇', {}, { kind: '乡镇(街道)', facts: { '1.1': { errors: 0 } } })], {
      readings: { A05: 2 },
    });
    expect(chapter(bulletinOf(assessment), '得分待定情况和计分口径')).toContain(
      '评分标准中有不同理解的，按选定的口径计分，本次得分涉及1条口径，见附件6。其中1条未采用默认口径：“各有关单位”按“不适用项记0分”计分。',
    );
  });
});
