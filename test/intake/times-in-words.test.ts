import { timesInWords } from '../../src/intake/times-in-words';

test.each([
  ['行政许可办事指南内容不一致3处', 3],
  ['发现“明进暗不进”问题２起', 2],
  ['共5处，其中指南3处、清单2处', 5],
  ['办事指南错误1个，已整改1处', 1],
  ['线上线下办事指南内容不一致', undefined],
  ['第2次抽查发现指南未更新', undefined],
  ['4月3日检查，未落实3项要求', undefined],
  ['群众为此跑了2次', undefined],
  ['收费标准错误2处，办理地点错误1处', 'unclear'],
  ['每次须提交3次', undefined],
  ['抽查6项，指南与窗口公示不一致', undefined],
  ['检查了5处，发现问题2处', 2],
  ['检查发现4处', 4],
])('%s', (text, times) => {
  expect(timesInWords(text)).toBe(times);
});
