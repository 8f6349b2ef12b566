import { found, readRows, told, type Written } from '../workbook';

const MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];

describe('monthly tables', () => {
  it('counts empty months, not reported zeros and not months with nothing due', () => {
    const intake = readRows(
      [
        ['2023年1-9月好差评数据汇聚情况'],
        ['填报单位：县政务局'],
        ['序号', '单位名称', ...MONTHS.slice(0, 9).map((month) => `${month}份`), '合计'],
        [1, '县水务局', 5, ' ', 0, 7, null, 4, 3, '/', 1, 20],
        [2, '县财政局', '/', '/', '/', '/', '/', '/', '/', '/', '/', 0],
        ['合计', null, 5, 0, 0, 7, 0, 4, 3, 0, 1, 20],
      ],
      { merges: ['A1:L1', 'A6:B6'] },
    );
    expect(told(intake)).toEqual({
      '县水务局 2.10.months_missing C4:K4': 2,
      '县财政局 2.10.months_missing C5:K5': 0,
    });
    expect(found(intake, 'error')).toEqual([]);
  });

  it('stops at the cut-off, or at the month that the table says it covers', () => {
    const rows = (title: string): Written[][] => [
      [title],
      ['单位', ...MONTHS],
      ['县水务局', 1, null, 3, null, null, null, null, null, null, null, null, null],
    ];
    const until = (title: string, asOf?: string): unknown =>
      Object.values(told(readRows(rows(title), asOf ? { asOf } : {})))[0];
    expect(until('办件数据汇聚情况表')).toBe(10);
    expect(until('办件数据汇聚情况表（截至2023年6月30日）')).toBe(4);
    expect(until('2023年1—9月办件数据汇聚情况表', '2023-06-30')).toBe(4);
    expect(until('办件数据汇聚情况表', '2023-06-15')).toBe(3);
    expect(until('2023年第一季度办件数据汇聚情况表')).toBe(1);
  });

  it('counts what stands behind the month of a title that was not brought up to date, and says so', () => {
    const intake = readRows([
      ['办件数据汇聚情况表（截至2023年6月30日）'],
      ['单位', ...MONTHS.slice(0, 9)],
      ['县水务局', 1, 2, 3, 4, null, 6, 7, null, 9],
    ]);
    expect(Object.values(told(intake))).toEqual([2]);
    expect(found(intake, 'warning')).toContain('stale-title A1');
  });

  it('believes the months that all units leave empty to be still to come', () => {
    const row = (unit: string, gap: number): Written[] => [
      unit,
      ...MONTHS.map((_, i) => (i < 9 && i !== gap ? 10 : null)),
    ];
    const intake = readRows([
      ['办件数据月报'],
      ['单位', ...MONTHS],
      row('县水务局', 3),
      row('县财政局', 99),
      row('县民政局', 0),
    ]);
    expect(Object.values(told(intake))).toEqual([1, 0, 1]);
  });

  it('keeps two groups of months apart, and rows of one unit named by what they count', () => {
    const groups = readRows(
      [
        ['单位', '办件数据', null, null, '好差评数据', null, null],
        [null, '1月', '2月', '3月', '1月', '2月', '3月'],
        ['县水务局', 4, null, 5, null, null, 1],
      ],
      { merges: ['A1:A2', 'B1:D1', 'E1:G1'] },
    );
    const rows = readRows([
      ['填报单位：县水务局'],
      ['项目', '一月', '二月', '三月'],
      ['办件量', 4, null, 5],
      ['好差评数据', '未汇聚', null, 1],
    ]);
    expect(told(groups)).toEqual({
      '县水务局 5.2.months_missing B3:D3': 1,
      '县水务局 2.10.months_missing E3:G3': 2,
    });
    expect(told(rows)).toEqual({
      '县水务局 5.2.months_missing B3:D3': 1,
      '县水务局 2.10.months_missing B4:D4': 2,
    });
  });

  it('reads months that run down, and follows what the sheet says of blanks', () => {
    const down = readRows([
      ['填报单位：县残联'],
      ['月份', '办件数据', '好差评评价数'],
      ['1月', 3, 1],
      ['2月', null, 0],
      ['3月', 5, null],
    ]);
    const legend = readRows([
      ['办件数据汇聚表'],
      ['单位', '1月', '2月', '3月'],
      ['县残联', null, 0, 4],
      ['说明：空白表示当月无办件（已报零），“0”表示当月未汇聚'],
    ]);
    expect(told(down)).toEqual({ '县残联 5.2.months_missing B3:B5': 1, '县残联 2.10.months_missing C3:C5': 1 });
    expect(Object.values(told(legend))).toEqual([1]);
  });

  it('asks which figure it is when neither title nor heading says so', () => {
    const rows: Written[][] = [['数据情况表'], ['单位', '1月', '2月', '3月'], ['县残联', null, 0, 4]];
    const intake = readRows(rows);
    expect(intake.claims).toEqual([]);
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['A2']);
    const mapping = { [intake.questions[0]?.fingerprint ?? '']: { item: '5.2', fact: 'months_missing' } };
    expect(Object.values(told(readRows(rows, { mapping })))).toEqual([1]);
  });
});

describe('sums from January on', () => {
  it('tell the months that were not sent in, where they grow, and never fall', () => {
    const intake = readRows([
      ['办件数据汇聚累计情况'],
      ['单位', ...MONTHS.slice(0, 6).map((month) => `1-${month}`)],
      ['县水务局', 5, 9, null, 20, 22, 30],
      ['县财政局', 5, 9, 14, 4, 22, 30],
      ['县司法局', 5, 9, 9, 14, 22, 30],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 5.2.months_missing B3:G3': 1,
      '县财政局 5.2.months_missing B4:G4': 'missing',
      '县司法局 5.2.months_missing B5:G5': 'missing',
    });
    expect(found(intake)).toEqual(['unreadable B4:G4', 'unreadable B5:G5', 'cumulative-falls E4']);
  });

  it('may stand still where the sheet says that a month not sent in is left empty', () => {
    const intake = readRows([
      ['办件数据汇聚累计情况'],
      ['说明：空格＝该月没有汇聚'],
      ['单位', ...MONTHS.slice(0, 4).map((month) => `1-${month}`)],
      ['县水务局', 5, 5, null, 20],
      ['县财政局', 5, 9, 8, 14],
    ]);
    expect(told(intake)).toEqual({
      '县水务局 5.2.months_missing B4:E4': 1,
      '县财政局 5.2.months_missing B5:E5': 'missing',
    });
  });

  it('are added up to nothing, least of all to the sum of another year', () => {
    const months = ['1月', '1-2月', '1-3月', '1-4月'];
    const rows = [['县水务局', 5, 9, 12, 20, 77]];
    expect(found(readRows([['办件数据汇聚累计情况'], ['单位', ...months, '合计'], ...rows]))).toEqual([]);
    const single = ['1月', '2月', '3月', '4月'];
    expect(found(readRows([['办件数据汇聚情况'], ['单位', ...single, '2022年全年'], ...rows]))).toEqual([]);
    expect(found(readRows([['办件数据汇聚情况'], ['单位', ...single, '全年'], ...rows]))).toEqual([
      'wrong-subtotal F3',
    ]);
  });

  it('say nothing beside columns of the single months', () => {
    const intake = readRows([
      ['办件数据汇聚情况'],
      ['单位', '1月', '2月', '3月', '1-1月', '1-2月', '1-3月'],
      ['县水务局', 5, null, 3, 5, 5, 8],
    ]);
    expect(told(intake)).toEqual({ '县水务局 5.2.months_missing B3:D3': 1 });
  });
});

describe('tables of months one under another', () => {
  const FIRST: Written[] = ['县统计局', 9, 4, null, 8, 5, 6];
  const SECOND: Written[] = ['县统计局', 7, null, 3, 6, 6, null];
  const head = (from: number): Written[] => ['单位', ...MONTHS.slice(from, from + 6)];

  it('are one series of each unit', () => {
    const intake = readRows([
      ['好差评数据汇聚（上半年）'],
      head(0),
      FIRST,
      ['县民政局', 3, 3, 4, 2, 3, 3],
      [],
      ['好差评数据汇聚（下半年）'],
      head(6),
      SECOND,
      ['县民政局', 6, null, 3, 3, 4, 1],
    ]);
    expect(told(intake)).toEqual({
      '县统计局 2.10.months_missing B3:G3,B8:G8': 3,
      '县民政局 2.10.months_missing B4:G4,B9:G9': 1,
    });
    expect(intake.claims.find(({ unit }) => unit === '县统计局')?.raw).toBe('9、4、空、8、5、6、7、空、3、6、6、空');
  });

  it('are so where the second has no title of its own, up to the cut-off', () => {
    const rows = [['好差评数据汇聚'], head(0), FIRST, [], head(6), SECOND];
    expect(told(readRows(rows))).toEqual({ '县统计局 2.10.months_missing B3:G3,B6:G6': 3 });
    expect(told(readRows(rows, { asOf: '2023-09-30' }))).toEqual({
      '县统计局 2.10.months_missing B3:G3,B6:D6': 2,
    });
  });

  it('are two where they tell the same months, another figure, or another unit', () => {
    const again = readRows([['好差评数据汇聚'], head(0), FIRST, [], ['好差评数据汇聚（复核）'], head(0), SECOND]);
    expect(told(again)).toEqual({ '县统计局 2.10.months_missing B3:G3': 1, '县统计局 2.10.months_missing B7:G7': 2 });
    const other = readRows([['好差评数据汇聚'], head(0), FIRST, [], ['办件数据汇聚'], head(6), SECOND]);
    expect(told(other)).toEqual({ '县统计局 2.10.months_missing B3:G3': 1, '县统计局 5.2.months_missing B7:G7': 2 });
    const unit = readRows([['好差评数据汇聚'], head(0), FIRST, [], head(6), ['县民政局', ...SECOND.slice(1)]]);
    expect(told(unit)).toEqual({ '县统计局 2.10.months_missing B3:G3': 1, '县民政局 2.10.months_missing B6:G6': 2 });
  });

  it('are not joined to what nobody can count', () => {
    const intake = readRows([
      ['办件数据汇聚'],
      head(0),
      FIRST,
      [],
      ['办件数据汇聚累计'],
      ['单位', ...MONTHS.slice(6).map((month) => `1-${month}`)],
      ['县统计局', 40, 44, 44, 50, 56, 60],
    ]);
    expect(told(intake)).toEqual({
      '县统计局 5.2.months_missing B3:G3': 1,
      '县统计局 5.2.months_missing B7:G7': 'missing',
    });
  });

  it('are one series where the months that both tell of say the same', () => {
    const of = (june: number | null): ReturnType<typeof told> =>
      told(
        readRows([
          ['好差评数据汇聚'],
          head(0),
          FIRST,
          [],
          ['好差评数据汇聚'],
          ['单位', ...MONTHS.slice(5)],
          ['县统计局', june, 7, null, 3, 6, 6, 2],
        ]),
      );
    expect(of(6)).toEqual({ '县统计局 2.10.months_missing B3:G3,C7:H7': 2 });
    expect(of(null)).toEqual({ '县统计局 2.10.months_missing B3:G3': 1, '县统计局 2.10.months_missing B7:H7': 2 });
  });
});

describe('months of what is no data that are sent in', () => {
  const campaigns: Written[] = [null, null, 1, null, 2, null, null, null, null, 1, null, null];

  it('are told by the figure of the year, which the title names', () => {
    const intake = readRows([
      ['办事通集中宣传推广次数（按月）'],
      ['单位', ...MONTHS, '全年合计'],
      ['县统计局', ...campaigns, 4],
      ['县气象局', 1, ...campaigns.slice(1), 5],
      ['合计', ...campaigns, 9],
    ]);
    expect(told(intake)).toEqual({ '县统计局 3.3.campaigns N3': 4, '县气象局 3.3.campaigns N4': 5 });
  });

  it('are not added up where no figure of the year stands beside them', () => {
    const intake = readRows([
      ['办事通集中宣传推广次数（按月）'],
      ['单位', ...MONTHS],
      ['县统计局', ...campaigns],
      ['县气象局', ...campaigns],
    ]);
    expect(told(intake)).toEqual({});
    expect(found(intake)).toEqual(['parts-of-year B2']);
  });

  it('stand among rows of such data', () => {
    const all = MONTHS.map((_, i) => i + 3);
    const intake = readRows([
      ['县统计局政务服务月度数据'],
      ['序号', '指标', '单位', ...MONTHS, '全年'],
      [1, '受理办件总量', '件', ...all, 102],
      [2, '其中：汇聚至省平台办件', '件', null, ...all.slice(1), 99],
      [3, '办事通集中宣传', '场', ...campaigns, 4],
      [4, '证明事项告知承诺办件', '件', ...all, 102],
    ]);
    expect(told(intake)).toEqual({ '县统计局 5.2.months_missing D4:O4': 1, '县统计局 3.3.campaigns P5': 4 });
  });
});
