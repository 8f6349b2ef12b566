import { error, ExcelError, yl } from './excel';

/** 13 June and 13 September 2023, as Excel counts days. */
const JUNE = 45090;
const SEPTEMBER = 45182;
const MINUTE = 1 / 1440;
const FIVE = 17 / 24;

describe('DUE', () => {
  test.each([
    ['2023Q3', SEPTEMBER],
    ['2023q3', SEPTEMBER],
    ['2023-Q3', SEPTEMBER],
    ['Q3', SEPTEMBER],
    [3, SEPTEMBER],
    ['3', SEPTEMBER],
    ['三季度', SEPTEMBER],
    ['第三季度', SEPTEMBER],
    ['2023年三季度', SEPTEMBER],
    ['２０２３Ｑ３', SEPTEMBER],
    [2, JUNE],
    [4, 45273],
    [1, 44998],
  ])('%p is the 13th of its last month at 17:00', (quarter, day) => {
    expect(yl('DUE', quarter)).toBeCloseTo(day + FIVE, 9);
  });

  test.each([0, 5, 2.5, '2024Q3', '2023Q5', '9月', '', null, true, {}])('%p is no quarter of the year', (quarter) => {
    expect(error('DUE', quarter)).toMatch(/^#VALUE! .*季度/);
    expect(error('LATE', SEPTEMBER, quarter)).toMatch(/^#VALUE! .*季度/);
  });
});

describe('LATE', () => {
  test.each<[unknown, boolean]>([
    [SEPTEMBER - 1, false],
    [SEPTEMBER, false],
    [SEPTEMBER + FIVE - MINUTE, false],
    [SEPTEMBER + FIVE, false],
    [SEPTEMBER + FIVE + 1e-9, false],
    [SEPTEMBER + FIVE - 1e-9, false],
    [SEPTEMBER + FIVE + MINUTE, true],
    [SEPTEMBER + 1, true],
    ['2023-09-13 16:59', false],
    ['2023-09-13 17:00', false],
    ['2023-09-13 17:00:00', false],
    ['2023-09-13 17:01', true],
    ['2023-09-13T17:01', true],
    ['2023/9/13 8:05', false],
    ['2023.9.13 17:20', true],
    ['2023年9月13日17时00分', false],
    ['2023年9月13日17时05分', true],
    ['9月13日 17时', false],
    ['9月13日17:20', true],
    ['9月13日下午5:30', true],
    ['9月13日下午4点30分', false],
    ['9月13日上午9:00', false],
    ['２０２３－０９－１３　１７：０１', true],
    ['2023-09-12', false],
    ['9月14日', true],
    ['未报送', true],
    ['未报', true],
    ['未上报', true],
    [' 未报送 ', true],
    ['无', true],
    [false, true],
  ])('%p: %p', (received, late) => {
    expect(yl('LATE', received, '2023Q3')).toBe(late);
  });

  test('a whole minute counts as it is written, whatever its binary noise', () => {
    for (const [day, quarter] of [
      [JUNE, 2],
      [SEPTEMBER, 3],
      [45273, 4],
    ]) {
      for (let minute = 1010; minute <= 1030; minute++) {
        expect(yl('LATE', day + minute / 1440, quarter)).toBe(minute > 1020);
      }
    }
  });

  test.each(['', null, undefined, 0, '待定', '/', new ExcelError('#N/A')])('%p: nothing is known yet', (received) => {
    expect(error('LATE', received, 3)).toBe('#N/A 缺少:收到时间');
  });

  test.each([
    ['昨天', '昨天'],
    ['2023-02-30 10:00', '2023-02-30'],
    ['2023-09-13 25:00', '25:00'],
    ['2023-09-13 16:75', '16:75'],
    [true, 'TRUE'],
    [-3, '-3'],
    [0.7, '0.7'],
    ['__proto__', '__proto__'],
  ])('%p cannot be read', (received, shown) => {
    expect(error('LATE', received, 3)).toMatch(/^#VALUE! 收到时间/);
    expect(error('LATE', received, 3)).toContain(shown);
  });

  test('an error in the cell is named', () => {
    expect(error('LATE', new ExcelError('#REF!'), 3)).toMatch(/^#VALUE! 收到时间.*#REF!/);
  });
});
