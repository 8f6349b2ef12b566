import { read, readRows, told, workbook } from '../workbook';

describe('a list of indicators', () => {
  it('with columns for what a share is made of: counts where they are asked for, else the share', () => {
    const intake = readRows([
      ['填报单位：县税务局'],
      ['条款', '名称', '分子', '分母', '结果', '达标值'],
      ['一、1.(3)', '承接率', 88, 90, '97.78%', '100%'],
      ['二、7', '事项进驻率', 85, 88, '96.59%', '96%'],
      ['三、2', '零跑腿比例', 3, 3, '100%', '96%'],
    ]);
    expect(told(intake)).toMatchObject({
      '县税务局 1.1.3.accepted C3': 88,
      '县税务局 1.1.3.total D3': 90,
      '县税务局 2.7.move_in_rate E4': 96.59,
      '县税务局 3.2.zero_trip E5': 100,
    });
  });

  it('with answers in words under names that are no figures', () => {
    const intake = readRows([
      ['被考评单位：县住建局'],
      ['事项', '结果', '依据'],
      ['全程网办率', '95%', '平台'],
      ['零跑腿比例', '97%', '平台'],
      ['推进会考勤', '缺席3次', '签到表'],
    ]);
    expect(told(intake)).toMatchObject({ '县住建局 8.absences B5': 3, '县住建局 3.2.zero_trip B4': 97 });
  });
});

describe('several answers in one cell', () => {
  it.each([
    ['用水/用电/用气报装进驻', '是/是/否', { moved_in_water: true, moved_in_power: true, moved_in_gas: false }],
    ['全程网办率 / 零跑腿比例', '90.1% / 93.0%', { full_online: 90.1, zero_trip: 93 }],
  ])('%s | %s', (name, answer, facts) => {
    const intake = readRows([['县自然资源局'], ['报装一站式', '暂未建立'], [name, answer], ['推进会缺席', '1次']]);
    const taken = Object.fromEntries(
      intake.claims.filter(({ state }) => state === 'value').map(({ fact, value }) => [fact, value]),
    );
    expect(taken).toMatchObject(facts);
  });

  it('are left alone when there are not as many names', () => {
    const intake = readRows([
      ['县自然资源局'],
      ['报装一站式', '暂未建立'],
      ['全程网办率/零跑腿比例', '90.1%/93.0%/80%'],
    ]);
    expect(intake.claims.filter(({ item, state }) => item === '3.2' && state === 'value')).toEqual([]);
  });
});

test('the cover names the unit of sheets that name none', () => {
  const list = [
    ['指标名称', '数值'],
    ['承诺时限压缩比', '92%'],
    ['即办件比例', '76%'],
  ];
  const cover = { name: '封面', rows: [['宜良县科学技术和工业信息化局'], ['2023年政务环境考评材料']] };
  expect(told(read(workbook('报表.xlsx', cover, { name: '附表', rows: list })))).toMatchObject({
    '县科技工信局 3.5.compress B2': 92,
  });
  const two = { name: '封面', rows: [['县民政局'], ['县司法局']] };
  expect(told(read(workbook('报表.xlsx', two, { name: '附表', rows: list })))).toEqual({});
});
