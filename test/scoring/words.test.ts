import type { Fact } from '../../src/rulebook/model';
import { isoToDay } from '../../src/rulebook/day';
import { decimal, rateText, shortDecimal, toFactValue, valueForCell, valueInWords } from '../../src/scoring/words';

const fact = (type: Fact['type'], unit = ''): Fact => ({ id: 'x', name: '指标', type, unit, better: 'more' }) as Fact;

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.05, '0.05'],
    [100, '100'],
    [100.01, '100.01'],
    [-0.3, '-0.3'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333333'],
    [90.995, '90.995'],
    [1.005, '1.005'],
  ])('%d is written %s', (value, text) => expect(decimal(value)).toBe(text));

  it.each([
    [200 / 3, '66.6667'],
    [90.995, '90.995'],
    [90.99999, '90.99999'],
    [91.00001, '91.00001'],
    [91, '91'],
  ])('%d is cut to %s, and to no whole number that it is not', (value, text) => expect(shortDecimal(value)).toBe(text));

  it.each([
    [90, '90%'],
    [200 / 3, '66.67%'],
    [90.995, '90.995%'],
    [90.994, '90.99%'],
  ])('a rate of %d is told as %s', (value, text) => expect(rateText(value)).toBe(text));
});

describe('values', () => {
  it.each([
    ['percent', '', 200 / 3, '66.6667%'],
    ['bool', '', 1, '是'],
    ['bool', '', 0, '否'],
    ['date', '', isoToDay('2023-06-30'), '2023年6月30日'],
    ['dateOrNever', '', Infinity, '未完成'],
    ['count', '次', 3, '3次'],
    ['number', '个工作日', 1.5, '1.5个工作日'],
  ] as [Fact['type'], string, number, string][])('a %s is told as people say it', (type, unit, value, text) =>
    expect(valueInWords(fact(type, unit), value)).toBe(text),
  );

  it.each([
    ['percent', 200 / 3, '66.6666666667%'],
    ['bool', 0, '否'],
    ['date', isoToDay('2023-06-30'), '2023-06-30'],
    ['dateOrNever', Infinity, '未报送'],
    ['count', 3, 3],
  ] as [Fact['type'], number, string | number][])('a %s in a cell can be read back as it was', (type, value, cell) =>
    expect(valueForCell(fact(type), value)).toBe(cell),
  );

  it.each([
    ['bool', 1, true],
    ['bool', 0, false],
    ['dateOrNever', Infinity, 'never'],
    ['date', isoToDay('2023-06-30'), '2023-06-30'],
    ['percent', 90.5, 90.5],
  ] as [Fact['type'], number, unknown][])('a %s is given out in its own type', (type, value, given) =>
    expect(toFactValue(fact(type), value)).toBe(given),
  );
});
