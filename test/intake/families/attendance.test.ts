import { found, readRows, told, type Written } from '../workbook';

const HEADING = ['单位', '3月', '6月', '9月', '11月'];
const of = (first: Written[], second: Written[], ...notes: string[]): ReturnType<typeof readRows> =>
  readRows([
    ['推进会到会登记'],
    HEADING,
    ['县气象局', ...first],
    ['县统计局', ...second],
    ...notes.map((note) => [note]),
  ]);

describe('marks of who came to a meeting', () => {
  it('are read as single characters, as the legend has them', () => {
    const intake = of(
      ['到', '代', '缺', '迟'],
      ['到', '旷', '假', '到'],
      '说明：到：准时参会；代：派员代会；缺：未参加；旷：无故未到；假：经批准请假；迟：迟到',
    );
    expect(told(intake)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 1 });
    expect(found(intake)).toEqual(['excused-absence D4']);
  });

  it('are known without a legend too', () => {
    const intake = of(['到', '代', '缺', '迟'], ['到', '旷', '到', '替']);
    expect(told(intake)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 1 });
  });

  it('mean what the legend says where it says another thing', () => {
    const turned = of(['√', '×', '√', '√'], ['√', '√', '○', '○'], '√参会 ×无需参加 ○缺席');
    expect(told(turned)).toEqual({ '县气象局 8.absences B3,D3:E3': 0, '县统计局 8.absences B4:E4': 2 });
    const deputies = of(['到', '代', '到', '到'], ['到', '到', '代', '代'], '到：参会；代：由股室人员代签，按缺席');
    expect(told(deputies)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 2 });
  });

  it('may be digits', () => {
    const intake = of([1, 0, 1, 1], [1, 1, 2, 1], '注：1=参会，0=缺席，2=经批准请假');
    expect(told(intake)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 0 });
    expect(found(intake)).toEqual(['excused-absence D4']);
  });

  it('keep what follows a comma with the mark that it is said of', () => {
    const counted = of(
      ['√', '△', '○', '√'],
      ['√', '√', '△', '×'],
      '△：派员代会，不视为参会，○：经批准请假，不计缺席，×：缺席，√：参会',
    );
    expect(told(counted)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 2 });
    expect(found(counted)).toEqual([]);
  });

  it('are dashes of who was not called, unless the legend says who stayed away', () => {
    const rows: [Written[], Written[]] = [
      ['√', '—', '√', '√'],
      ['√', '√', '—', '—'],
    ];
    expect(told(of(...rows))).toEqual({ '县气象局 8.absences B3,D3:E3': 0, '县统计局 8.absences B4:C4': 0 });
    const absent = of(...rows, '√：参会；—：缺席');
    expect(told(absent)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 2 });
  });

  it('are not told by a single character with a colon, nor by a title with dashes', () => {
    const note = of(['√', '×', '√', '√'], ['√', '√', '√', '√'], '注：缺席人员由办公室另行通知');
    expect(told(note)).toEqual({ '县气象局 8.absences B3:E3': 1, '县统计局 8.absences B4:E4': 0 });
    const title = readRows([
      ['2023年1—12月推进会到会登记—县级部门—汇总'],
      HEADING,
      ['县气象局', '√', '—', '√', '×'],
      ['县统计局', '√', '√', '√', '√'],
    ]);
    expect(told(title)).toEqual({ '县气象局 8.absences B3,D3:E3': 1, '县统计局 8.absences B4:E4': 0 });
  });
});

it('takes the count that stands beside the marks where one of them is not clear', () => {
  const intake = readRows([
    ['推进会到会登记'],
    [...HEADING, '缺席次数'],
    ['县气象局', '√', '派员', '×', '√', 1],
    ['县统计局', '√', '见附页', '√', '×', 1],
    ['县民政局', '√', '√', '√', '√', 0],
  ]);
  expect(told(intake)).toEqual({
    '县气象局 8.absences B3:E3': 1,
    '县统计局 8.absences F4': 1,
    '县民政局 8.absences B5:E5': 0,
  });
});
