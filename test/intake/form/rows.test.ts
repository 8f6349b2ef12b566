import { item } from '../prose/items';
import { found, readRows, told, type Written } from '../workbook';

const rest: Written[] = [item('3.2').goal, item('3.2').clause, '全程网办率94%，零跑腿比例95%。', 1];
const form = (rows: Written[][], merges: string[]) =>
  readRows([['填报单位：县气象局'], ['考核内容', '评分标准', '完成情况', '自评分'], ...rows], { merges });

describe('rows under one merged task', () => {
  it('are items by their own numbers, where the title is over several', () => {
    const clause = (id: string, number: string): string => `(${number})${item(id).clause}`;
    const intake = form(
      [
        ['1.深入推进政务服务事项标准化', clause('1.1.1', '1'), '上级2023年5月8日公布，本级2023年6月2日公布。', 1],
        [null, clause('1.1.2', '2'), '(2)1.办事指南抽查发现问题0次；2.权责清单问题1次。', 1],
        [null, clause('1.1.3', '3'), '(3)应承接27项，已承接27项，已实施27项，已发布26项。', 2],
        rest,
      ],
      ['A3:A5'],
    );
    expect(told(intake)).toEqual({
      '县气象局 1.1.1.upper_published C3': '2023-05-08',
      '县气象局 1.1.1.published C3': '2023-06-02',
      '县气象局 1.1.2.guide_findings C4': 0,
      '县气象局 1.1.2.list_findings C4': 1,
      '县气象局 1.1.3.total C5': 27,
      '县气象局 1.1.3.accepted C5': 27,
      '县气象局 1.1.3.implemented C5': 27,
      '县气象局 1.1.3.published C5': 26,
      '县气象局 3.2.full_online C6': 94,
      '县气象局 3.2.zero_trip C6': 95,
    });
    expect(intake.selfScores.map(({ item: id, points }) => [id, points])).toEqual([
      ['1.1.1', 1],
      ['1.1.2', 1],
      ['1.1.3', 2],
      ['3.2', 1],
    ]);
  });

  it('are found by the number in what was done, where no clause has it', () => {
    const intake = readRows(
      [
        ['填报单位：县气象局'],
        ['考核内容', '完成情况', '自评分'],
        [item('1.1.1').goal, '上级2023年5月8日公布，本级2023年6月2日公布。', 1],
        [null, '(3)应承接27项，已承接27项，已实施27项，已发布26项。', 2],
        [item('3.2').goal, '全程网办率94%，零跑腿比例95%。', 1],
      ],
      { merges: ['A3:A4'] },
    );
    expect(told(intake)).toMatchObject({ '县气象局 1.1.3.total B4': 27, '县气象局 1.1.3.published B4': 26 });
  });

  it('stay one item with numbers of its own, and go on in a further paragraph', () => {
    for (const score of [1, null]) {
      const intake = readRows(
        [
          ['填报单位：县气象局'],
          ['考核内容', '完成情况', '自评分'],
          [item('3.5').goal, '(1)承诺时限压缩比94%，即办件比例71%', 2],
          [null, '(2)平均跑动次数0.02次。', score],
          [item('3.2').goal, '全程网办率94%，零跑腿比例95%。', 1],
        ],
        { merges: ['A3:A4'] },
      );
      expect(told(intake)).toMatchObject({ '县气象局 3.5.compress B3': 94, '县气象局 3.5.trips B4': 0.02 });
      expect(new Set(intake.claims.map(({ item: id }) => id))).toEqual(new Set(['3.5', '3.2']));
      expect(found(intake)).not.toContain('missing-required B3');
    }
  });

  it('are none where a banner or a remark stands between', () => {
    const banner = '四、加快推行水电气网市政公用服务一体化';
    const intake = readRows(
      [
        ['填报单位：县气象局'],
        ['考核内容', '完成情况', '自评分'],
        [item('3.5').goal, '承诺时限压缩比94%，即办件比例71%，平均跑动次数0.02次', 3],
        [banner, banner, banner],
        [null, '平均跑动次数0.08次'],
        [item('3.2').goal, '全程网办率94%，零跑腿比例95%。', 1],
      ],
      { merges: ['A4:C4'] },
    );
    expect(told(intake)).toEqual({
      '县气象局 3.5.compress B3': 94,
      '县气象局 3.5.instant B3': 71,
      '县气象局 3.5.trips B3': 0.02,
      '县气象局 3.2.full_online B6': 94,
      '县气象局 3.2.zero_trip B6': 95,
    });
  });
});

describe("answers to one sentence of an item's clause", () => {
  it("may repeat the clause's number", () => {
    const clauses = item('2.4').criteria.map(({ clause }) => clause);
    const intake = form(
      [
        [item('2.4').goal, clauses[0], '(4)1.2家', 1],
        [null, clauses[1], '2.0次', 1],
        [null, clauses[2], '3.发生1次', 1],
        [null, clauses[3], '4.6月12日报送', 1],
        rest,
      ],
      ['A3:A6'],
    );
    expect(told(intake)).toMatchObject({
      '县气象局 2.4.agencies_without_guide C3': 2,
      '县气象局 2.4.forced C4': 0,
      '县气象局 2.4.complaints C5': 1,
      '县气象局 2.4.list_submitted C6': '2023-06-12',
    });
  });

  it.each([
    ['0.05次', 0.05],
    ['0.5次', 0.5],
    ['1.5次', 1.5],
    ['平均0.05次', 0.05],
  ])('are whole figures: %s', (text, value) => {
    const clauses = item('3.5').criteria.map(({ clause }) => clause);
    const intake = form(
      [[item('3.5').goal, clauses[0], '94%', 1], [null, clauses[1], '1.达到71%', 1], [null, clauses[2], text, 1], rest],
      ['A3:A5'],
    );
    expect(told(intake)).toMatchObject({
      '县气象局 3.5.compress C3': 94,
      '县气象局 3.5.instant C4': 71,
      '县气象局 3.5.trips C5': value,
    });
  });
});
