import { found, percent, readRows } from './workbook';

describe('figures in unknown words', () => {
  it('are not passed over in silence where their table is read', () => {
    const intake = readRows([
      ['单位', '即办件比例', '办证提速幅度', '联系人', '群众满意度', '某某系数'],
      ['县水务局', percent(0.8), percent(0.3), '某某', percent(0.9), 3],
    ]);
    expect(found(intake)).toEqual(['not-read C1,F1']);
    expect(intake.findings[0]?.message).toBe('“办证提速幅度”、“某某系数”看不出对应细则的哪个指标，没有采用。');
  });

  it('are told once in a list, however many units it is for', () => {
    const intake = readRows([
      ['指标', '县水务局', '县财政局'],
      ['即办件比例', percent(0.8), percent(0.9)],
      ['某某系数', 3, 4],
    ]);
    expect(found(intake)).toEqual(['not-read A3']);
  });

  it('asks about a second heading for a figure that is already placed', () => {
    const intake = readRows([
      ['单位', '即办件比例', '即办件占比率'],
      ['县水务局', percent(0.8), percent(0.8)],
    ]);
    expect(intake.claims.map(({ source }) => source.cell)).toEqual(['B2']);
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['C1']);
  });

  it('are no business of ours in a table of which nothing is read', () => {
    expect(
      readRows([
        ['单位', '某某系数'],
        ['县水务局', 3],
      ]).findings,
    ).toEqual([]);
  });
});
