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
});
