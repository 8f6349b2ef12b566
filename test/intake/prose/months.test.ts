import { sure } from './items';

// How many months are missing, as it is written: by their names, by their number, or not at all.
test.each([
  ['12 个月里 11 个月有数据', 1],
  ['办件数据12个月均汇聚到省平台。', 0],
  ['窗口4月至6月集中办理，每月均有数据，全年12个月未缺。', 0],
  ['全年12个月中有2个月（1月、2月）未汇聚数据。', 2],
  ['应汇聚12个月，实际汇聚11个月', 1],
  ['除2月外，其余各月均已汇聚', 1],
  ['1-11月已汇聚，12月未汇聚', 1],
  ['一月、八月没有数据，其余月份正常', 2],
  ['全年无缺月', 0],
  ['办件数据按月推送，未出现断传', 0],
  ['漏报1个月（5月）', 1],
  ['每月均汇聚办件数据，1至9月共汇聚办件1.2万件', 0],
])('counts the missing months: %s', (text, missing) => {
  expect(sure('5.2', text)).toEqual({ months_missing: missing });
});

test.each(['目前汇聚11个月', '1-9月均已按月汇聚，10月以后正在推进', '7月因系统故障未推送，已补报', '按要求汇聚'])(
  'leaves open how many months are missing: %s',
  (text) => {
    expect(sure('5.2', text)).toEqual({});
  },
);

// Last year's figures, where a figure started, tenths in words, licence figures in brackets.
test.each([
  [
    '2.10',
    '覆盖率91.30%（上年同期88.60%，同比提高2.7个百分点）；十二个月中一月、八月未汇聚。',
    { coverage: 91.3, months_missing: 2 },
  ],
  ['2.10', '87.9%，十二个月齐全', { coverage: 87.9, months_missing: 0 }],
  ['2.10', '覆盖率八成五，达到八成的要求。数据每月汇聚，没有缺月。', { coverage: 85, months_missing: 0 }],
  [
    '2.3',
    '清单完善率由年初的82%提高到100%；覆盖率由年初的41%提高到78.9%，尚不达标。',
    { list_rate: 100, coverage: 78.9 },
  ],
  [
    '3.5',
    '压缩比89.9%（许可类92.4%），即办比例74.9%（许可类71.2%），跑动次数0.06次（许可类0.04次）。',
    {
      compress: 89.9,
      instant: 74.9,
      trips: 0.06,
      compress_licence: 92.4,
      instant_licence: 71.2,
      trips_licence: 0.04,
    },
  ],
  ['3.9', '均 100%', { seal_rate: 100, link_rate: 100 }],
])('reads the figure of now: %s %s', (id, text, expected) => {
  expect(sure(id, text)).toEqual(expected);
});
