import { found, percent, read, told, workbook, type Written } from './workbook';

const HEADING = ['单位', '评价率', '办件缺报月数'];
const of = (name: string, title: string, ...rows: Written[][]) => ({ name, rows: [[title], HEADING, ...rows] });
const JULY = of('7月', '2023年7月好差评情况', ['县公安局', percent(0.8), 0], ['县残联', percent(0.7), 0]);
const AUGUST = of('8月', '2023年8月好差评情况', ['县公安局', percent(0.82), 0], ['县残联', percent(0.72), 0]);
const SUM = of('累计', '2023年1—9月好差评情况', ['县公安局', percent(0.85), 1], ['县残联', percent(0.75), 0]);

describe('tables of single months', () => {
  it('give way to the table with the same columns that reaches from January on, and it is told', () => {
    const intake = read(workbook('好差评.xlsx', JULY, AUGUST, SUM));
    expect(intake.claims.every(({ source }) => source.sheet === '累计')).toBe(true);
    expect(told(intake)).toMatchObject({ '县公安局 2.10.coverage B3': 85, '县残联 2.10.coverage B4': 75 });
    expect(intake.findings.filter(({ code }) => code === 'parts-of-year').map(({ source }) => source?.sheet)).toEqual([
      '7月',
      '8月',
    ]);
  });

  it('are read where no table reaches further', () => {
    const intake = read(workbook('好差评.xlsx', JULY));
    expect(told(intake)).toMatchObject({ '县公安局 2.10.coverage B3': 80 });
    expect(found(intake).filter((one) => one.startsWith('parts-of-year'))).toEqual([]);
  });

  it('are kept where the table that reaches further is of other units', () => {
    const other = of('1-9月', '2023年1—9月好差评情况', ['县水务局', percent(0.9), 0], ['县财政局', percent(0.6), 2]);
    const intake = read(workbook('好差评.xlsx', JULY, other));
    expect(told(intake)).toMatchObject({ '县公安局 2.10.coverage B3': 80, '县水务局 2.10.coverage B3': 90 });
    expect(found(intake).filter((one) => one.startsWith('parts-of-year'))).toEqual([]);
  });
});

describe('tables from January on', () => {
  const half = of('上半年', '2023年上半年好差评情况', ['县公安局', percent(0.61), 2], ['县残联', percent(0.62), 3]);
  const year = of('全年', '2023年全年好差评情况', ['县公安局', percent(0.71), 4], ['县残联', percent(0.72), 5]);
  const parts = (...sheets: (typeof half)[]): (string | undefined)[] =>
    read(workbook('好差评.xlsx', ...sheets))
      .findings.filter(({ code }) => code === 'parts-of-year')
      .map(({ source }) => source?.sheet);

  it('give way to one of the same units that reaches further', () => {
    const intake = read(workbook('好差评.xlsx', half, year));
    expect(intake.claims.every(({ source }) => source.sheet === '全年')).toBe(true);
    expect(told(intake)).toMatchObject({ '县公安局 2.10.coverage B3': 71, '县残联 2.10.coverage B4': 72 });
    expect(parts(half, SUM, year)).toEqual(['上半年', '累计']);
    expect(parts(of('前三季度', '2023年前三季度好差评情况', ...half.rows.slice(2)), year)).toEqual(['前三季度']);
  });

  it('stand beside one another where their units differ, or where they reach as far', () => {
    const others = of('全年', '2023年全年好差评情况', ['县水务局', percent(0.8), 1], ['县财政局', percent(0.9), 0]);
    const intake = read(workbook('好差评.xlsx', half, others));
    expect(intake.claims.map(({ unit }) => unit)).toEqual(
      expect.arrayContaining(['县公安局', '县残联', '县水务局', '县财政局']),
    );
    expect(parts(half, others)).toEqual([]);
    expect(parts(of('1-6月', '2023年1—6月好差评情况', ...half.rows.slice(2)), half)).toEqual([]);
  });
});
