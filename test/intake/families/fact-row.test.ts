import { readRows, told, type Written } from '../workbook';

describe('one unit with its indicators across', () => {
  it.each(['实绩', '完成情况', '实际完成', '本单位', '填报值'])('takes the row of what was done: %s', (done) => {
    const intake = readRows([
      ['宜良县统计局2023年政务数据'],
      ['项目', '应进驻事项数', '已进驻事项数', '评价覆盖率', '未汇聚月数'],
      ['计量单位', '项', '项', '%', '个月'],
      ['目标值', 40, 40, 80, 0],
      [done, 40, 39, 83, 1],
    ]);
    expect(told(intake)).toEqual({
      '县统计局 2.5.must_move_in B5': 40,
      '县统计局 2.5.moved_in C5': 39,
      '县统计局 2.10.coverage D5': 83,
      '县统计局 2.10.months_missing E5': 1,
    });
  });

  it('takes no row of aims or limits, nor any where nobody can tell', () => {
    const of = (first: string, second: string) =>
      readRows([
        ['宜良县统计局2023年政务数据'],
        ['项目', '应进驻事项数', '已进驻事项数', '评价覆盖率'],
        [first, 40, 40, 80],
        [second, 40, 39, 83],
      ]);
    expect(of('目标值', '完成时限').claims).toEqual([]);
    expect(of('甲方案', '乙方案').claims).toEqual([]);
    expect(told(of('目标值', '完成值'))).toMatchObject({ '县统计局 2.5.moved_in C4': 39 });
  });

  it("reads headings alike under the items' numbers in the line above, and asks where there are none", () => {
    const rows: Written[][] = [
      ['指标', '被投诉次数', '未汇聚月数', '未汇聚月数', '清单报送日期'],
      ['目标', 0, 0, 0, '6月底前'],
      ['完成情况', 1, 2, 0, '2023年6月8日'],
    ];
    const numbered = readRows([['宜良县统计局2023年政务数据'], [null, '2.4', '5.2', '2.10', '3.12'], ...rows]);
    expect(told(numbered)).toEqual({
      '县统计局 2.4.complaints B5': 1,
      '县统计局 5.2.months_missing C5': 2,
      '县统计局 2.10.months_missing D5': 0,
      '县统计局 3.12.list_submitted E5': '2023-06-08',
    });
    const bare = readRows([['宜良县统计局2023年政务数据'], ...rows]);
    expect(bare.claims).toEqual([]);
    expect(bare.questions.map(({ heading }) => heading)).toEqual(['被投诉次数', '未汇聚月数', '清单报送日期']);
  });
});
