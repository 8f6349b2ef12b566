import { found, readRows, told, type Written } from './workbook';

describe('tables side by side', () => {
  const merges = ['D2:D3', 'E2:F2'];
  const heading = (first: Written[]): Written[][] => [
    ['好差评与进驻情况'],
    ['单位', '评价率', null, '单位', '进驻情况', null],
    [...first, null, null, '应进驻事项数', '已进驻事项数'],
  ];

  it('begin where their own heading ends, though the neighbour’s has another row', () => {
    const intake = readRows(
      [
        ...heading(['县气象局', '87%']),
        ['县统计局', '91%', null, '县审计局', 14, 13],
        ['县民政局', '76%', null, '县文旅局', 9, 9],
        ['县林草局', '66%', null, '县水务局', 8, 7],
      ],
      { merges },
    );
    expect(told(intake)).toEqual({
      '县气象局 2.10.coverage B3': 87,
      '县统计局 2.10.coverage B4': 91,
      '县民政局 2.10.coverage B5': 76,
      '县林草局 2.10.coverage B6': 66,
      '县审计局 2.5.must_move_in E4': 14,
      '县审计局 2.5.moved_in F4': 13,
      '县文旅局 2.5.must_move_in E5': 9,
      '县文旅局 2.5.moved_in F5': 9,
      '县水务局 2.5.must_move_in E6': 8,
      '县水务局 2.5.moved_in F6': 7,
    });
    expect(found(intake)).toEqual([]);
  });

  it('begin after the gap, whatever their first column is', () => {
    const intake = readRows([
      ['各单位数据'],
      ['单位', '评价率', null, null, '大厅', '主管单位', '应进驻事项数', '已进驻事项数'],
      ['县气象局', '87%', null, null, '一号厅', '县审计局', 14, 13],
      ['县统计局', '91%', null, null, '二号厅', '县文旅局', 9, 9],
      ['县民政局', '76%'],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 2.10.coverage B3': 87,
      '县统计局 2.10.coverage B4': 91,
      '县民政局 2.10.coverage B5': 76,
      '县审计局 2.5.must_move_in G3': 14,
      '县审计局 2.5.moved_in H3': 13,
      '县文旅局 2.5.must_move_in G4': 9,
      '县文旅局 2.5.moved_in H4': 9,
    });
  });

  it('do so too where they list the same units row by row', () => {
    const intake = readRows(
      [
        ...heading(['县气象局', '87%']),
        ['县统计局', '91%', null, '县统计局', 14, 13],
        ['县民政局', '76%', null, '县民政局', 9, 9],
      ],
      { merges },
    );
    expect(told(intake)).toMatchObject({
      '县气象局 2.10.coverage B3': 87,
      '县统计局 2.10.coverage B4': 91,
      '县统计局 2.5.must_move_in E4': 14,
      '县民政局 2.5.moved_in F5': 9,
    });
  });

  it('have the same first row where both headings are as high', () => {
    const intake = readRows(
      [
        ...heading([null, null]),
        ['县统计局', '91%', null, '县审计局', 14, 13],
        ['县民政局', '76%', null, '县文旅局', 9, 9],
      ],
      { merges: ['A2:A3', 'B2:B3', ...merges] },
    );
    expect(told(intake)).toEqual({
      '县统计局 2.10.coverage B4': 91,
      '县民政局 2.10.coverage B5': 76,
      '县审计局 2.5.must_move_in E4': 14,
      '县审计局 2.5.moved_in F4': 13,
      '县文旅局 2.5.must_move_in E5': 9,
      '县文旅局 2.5.moved_in F5': 9,
    });
  });

  it('are one table where a second column has the short names of the same units', () => {
    const intake = readRows([
      ['好差评情况'],
      ['单位', '简称', '评价率'],
      ['宜良县统计局', '县统计局', '91%'],
      ['宜良县民政局', '县民政局', '76%'],
    ]);
    expect(told(intake)).toEqual({ '县统计局 2.10.coverage C3': 91, '县民政局 2.10.coverage C4': 76 });
  });

  it('keep their rows to themselves, though one has a single unit and a sum', () => {
    const intake = readRows([
      ['好差评与宣传情况'],
      ['单位', '评价率', null, '单位', '宣传次数'],
      ['县气象局', '87%', null, '县统计局', 4],
      ['县民政局', '77%', null, '合计', 4],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 2.10.coverage B3': 87,
      '县民政局 2.10.coverage B4': 77,
      '县统计局 3.3.campaigns E3': 4,
    });
  });
});

describe('lists of figures side by side', () => {
  it('are as many lists, each under headings of its own', () => {
    const intake = readRows([
      ['县气象局附表'],
      ['附表一　效率', null, null, null, '附表二　电子证照'],
      ['指标', '去年', '今年', null, '项', '数'],
      ['全程网办率', '90%', '93.1%', null, '证照种类', 3],
      ['承诺时限压缩比', '88%', '91.5%', null, '印章加盖率', '100%'],
      ['平均跑动次数', 0.08, 0.04],
    ]);
    expect(told(intake)).toEqual({
      '县气象局 3.2.full_online C4': 93.1,
      '县气象局 3.5.compress C5': 91.5,
      '县气象局 3.5.trips C6': 0.04,
      '县气象局 3.9.kinds F4': 3,
      '县气象局 3.9.seal_rate F5': 100,
    });
  });
});
