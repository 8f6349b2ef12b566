import { momentInWords, plain } from '../../src/bulletin/words';

describe('text from outside', () => {
  it.each([
    ['一、2.(1)“要素统一”自评3分', '一、2.（1）“要素统一”自评3分'],
    ['(5)个单位', '（5）个单位'],
    ['比例75%(不含)以上', '比例75%（不含）以上'],
    ['行政许可((一)事项)', '行政许可（（一）事项）'],
    ['f(x)=(1)', 'f(x)=(1)'],
  ])('has both brackets of a pair alike: %s', (text, printed) => {
    expect(plain(text)).toBe(printed);
  });
});

test('a day that was noted without a time is no more than a day', () => {
  expect(momentInWords('2023-09-14T00:00')).toBe('2023年9月14日');
  expect(momentInWords('2023-09-14T09:05')).toBe('2023年9月14日09:05');
});
