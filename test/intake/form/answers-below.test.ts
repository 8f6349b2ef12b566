import { found, readRows, told, type Written } from '../workbook';

const tasks: Written[][] = [
  ['三、5', '深化推进“马上办好”', 3],
  ['自评情况', '承诺时限压缩比94%，即办件比例71%，平均跑动次数0.02次。'],
  ['二、10', '进一步规范评估评价', 2],
  ['自评情况', '评价覆盖率84%，每月均已汇聚。'],
  ['三、2', '深化推进“一网通办”', 1],
  ['自评情况', '全程网办率94%，零跑腿比例95%。'],
];

describe('forms with the answer below the task', () => {
  it('are read for the task above, with its score', () => {
    const intake = readRows([
      ['宜良县文化和旅游局2023年政务环境工作自评表'],
      ['条款', '考评内容', '自评得分'],
      ...tasks,
      ['三、12', '全面推行容缺受理', 2],
      ['自评情况', null],
    ]);
    expect(told(intake)).toEqual({
      '县文旅局 3.5.compress B4': 94,
      '县文旅局 3.5.instant B4': 71,
      '县文旅局 3.5.trips B4': 0.02,
      '县文旅局 2.10.coverage B6': 84,
      '县文旅局 2.10.months_missing B6': 0,
      '县文旅局 3.2.full_online B8': 94,
      '县文旅局 3.2.zero_trip B8': 95,
    });
    expect(intake.selfScores.map(({ item, points, source }) => [item, points, source.cell])).toEqual([
      ['3.5', 3, 'C3'],
      ['2.10', 2, 'C5'],
      ['3.2', 1, 'C7'],
      ['3.12', 2, 'C9'],
    ]);
    expect(found(intake, 'error')).toEqual([]);
  });

  it('are none where a column of its own says what was done', () => {
    const intake = readRows([
      ['填报单位：县文旅局'],
      ['任务', '完成情况', '自评分'],
      ['深化推进“马上办好”', '承诺时限压缩比94%，即办件比例71%，平均跑动次数0.02次。', 3],
      ['自评情况', '达标，未发现问题'],
      ['进一步规范评估评价', '评价覆盖率84%，每月均已汇聚。', 2],
      ['自评情况', '达标，未发现问题'],
      ['深化推进“一网通办”', '全程网办率94%，零跑腿比例95%。', 1],
      ['自评情况', '达标，未发现问题'],
    ]);
    expect(told(intake)).toEqual({
      '县文旅局 3.5.compress B3': 94,
      '县文旅局 3.5.instant B3': 71,
      '县文旅局 3.5.trips B3': 0.02,
      '县文旅局 2.10.coverage B5': 84,
      '县文旅局 2.10.months_missing B5': 0,
      '县文旅局 3.2.full_online B7': 94,
      '县文旅局 3.2.zero_trip B7': 95,
    });
    expect(intake.selfScores.map(({ item }) => item)).toEqual(['3.5', '2.10', '3.2']);
  });

  it('are none where the words beside stand under no name of what was done', () => {
    const rows = tasks.map(([first, ...others]) =>
      first === '自评情况' ? ['查验要求', ...others] : [first, ...others],
    );
    const intake = readRows([['填报单位：县文旅局'], ['条款', '考评内容', '自评得分'], ...rows]);
    expect(intake.selfScores.map(({ item }) => item)).toEqual(['3.5', '2.10', '3.2']);
    expect(intake.claims).toEqual([]);
  });
});
