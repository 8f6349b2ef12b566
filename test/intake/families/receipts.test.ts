import { found, readRows, told, type Written } from '../workbook';

describe('registers of quarterly reports with both documents of a quarter side by side', () => {
  const of = (...rows: Written[][]): ReturnType<typeof readRows> =>
    readRows(
      [
        ['季度工作情况报告报送登记'],
        ['单位', '二季度', null, '三季度', null, '备注'],
        [null, '情况报告', '问题清单', '情况报告', '问题清单', null],
        ...rows,
      ],
      { merges: ['A2:A3', 'B2:C2', 'D2:E2', 'F2:F3'], asOf: '2023-09-30' },
    );
  const ON_TIME = ['2023-06-13 10:20', '2023-06-13 11:40'];

  it('reads 同左 as what stands beside it', () => {
    const intake = of(
      ['县气象局', '2023-06-13 10:20', '同左', '2023-09-13 17:01', '同左', null],
      ['县统计局', '2023-06-13 10:20', '同左', '未报', '同左', null],
    );
    expect(told(intake)).toEqual({ '县气象局 8.late_reports B4:E4': 1, '县统计局 8.late_reports B5:E5': 1 });
    expect(intake.receipts).toContainEqual(
      expect.objectContaining({ unit: '县气象局', quarter: '2023Q3', received: '2023-09-13T17:01' }),
    );
    expect(found(intake)).toEqual(['late-report D4:E4', 'late-report D5:E5']);
  });

  it('does not read 同左 as the report of the quarter before, nor as the unit', () => {
    const intake = of(
      ['县气象局', ...ON_TIME, '同左', '2023-09-13 09:00', null],
      ['县统计局', '同左', '2023-06-13 10:20', '2023-09-13 09:00', '同左', null],
    );
    expect(told(intake)).toEqual({
      '县气象局 8.late_reports D4:E4': 'missing',
      '县统计局 8.late_reports B5:C5': 'missing',
    });
    const single = readRows(
      [['季度报告报送登记'], ['单位', '二季度', '三季度'], ['县气象局', '2023-06-13 10:20', '同左']],
      { asOf: '2023-09-30' },
    );
    expect(told(single)).toEqual({ '县气象局 8.late_reports C3': 'missing' });
  });

  it('reads a remark as that of the quarter that it names', () => {
    const intake = of(
      ['县气象局', ...ON_TIME, '2023-09-13 09:00', null, '三季度缺清单'],
      ['县统计局', ...ON_TIME, null, null, '二季度按时；三季度未报'],
      ['县审计局', ...ON_TIME, '2023-09-13 09:00', null, '二季度缺清单'],
      ['县民政局', ...ON_TIME, null, null, '三季度会议缺席'],
      ['县文旅局', ...ON_TIME, '2023-09-13 09:00', null, '三季度不缺清单'],
      ['县水务局', ...ON_TIME, '2023-09-13 09:00', '2023-09-13 09:30', '三季度缺附件，已补'],
    );
    expect(told(intake)).toEqual({
      '县气象局 8.late_reports B4:E4': 1,
      '县统计局 8.late_reports B5:E5': 1,
      '县审计局 8.late_reports D6:E6': 'missing',
      '县民政局 8.late_reports D7:E7': 'missing',
      '县文旅局 8.late_reports D8:E8': 'missing',
      '县水务局 8.late_reports B9:E9': 0,
    });
  });
});

test('同上 in a register of rows is what stands above, where anything does', () => {
  const intake = readRows([
    ['季度报告报送登记'],
    ['单位', '季度', '实报时间'],
    ['县民政局', '二季度', '同上'],
    ['县气象局', '二季度', '2023-06-13 17:20'],
    ['县统计局', '二季度', '同上'],
    ['县审计局', '二季度', '同上'],
    ['县文旅局', '二季度', '2023-06-13 16:20'],
    ['县水务局', '二季度', '同上'],
  ]);
  expect(told(intake)).toEqual({
    '县民政局 8.late_reports C3': 'missing',
    '县气象局 8.late_reports C4': 1,
    '县统计局 8.late_reports C5': 1,
    '县审计局 8.late_reports C6': 1,
    '县文旅局 8.late_reports C7': 0,
    '县水务局 8.late_reports C8': 0,
  });
});
