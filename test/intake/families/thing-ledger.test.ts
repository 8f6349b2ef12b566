import { day, found, readRows, told } from '../workbook';

describe('a row per thing', () => {
  it('counts the things of a unit, and of how many it says enough', () => {
    const intake = readRows(
      [
        ['电子证照应用台账'],
        ['单位', '证照名称', '应用场景个数', '是否社会化应用'],
        ['县林草局', '采伐证', 3, '否'],
        [null, '运输证', 1, '是'],
        ['县水务局', '取水证', 4, null],
        ['县农业农村局', '经营许可证', null, '否'],
      ],
      { merges: ['A3:A4'] },
    );
    expect(told(intake)).toEqual({
      '县林草局 3.9.kinds B3:B4': 2,
      '县林草局 3.9.kinds_with_2_scenes C3:C4': 1,
      '县林草局 3.9.social_use D3:D4': true,
      '县水务局 3.9.kinds B5': 1,
      '县水务局 3.9.kinds_with_2_scenes C5': 1,
      '县水务局 3.9.social_use D5': 'missing',
      '县农业农村局 3.9.kinds B6': 1,
      '县农业农村局 3.9.kinds_with_2_scenes C6': 'missing',
      '县农业农村局 3.9.social_use D6': false,
    });
    expect(found(intake)).toEqual(['unreadable C6']);
  });

  it('leaves out what is none of them', () => {
    const intake = readRows([
      ['信息系统清查'],
      ['单位', '系统名称', '是否涉密', '是否接入共享平台'],
      ['县林草局', '甲系统', '否', '已接入'],
      ['县林草局', '乙系统', '是', '未接入'],
      ['县林草局', '丙系统', '否', '未接入'],
    ]);
    expect(told(intake)).toEqual({
      '县林草局 5.1.systems B3,B5': 2,
      '县林草局 5.1.systems_shared D3,D5': 1,
    });
  });

  it('counts what took place in the year up to the cut-off, no plans and no examples', () => {
    const intake = readRows(
      [
        ['办事通宣传台账'],
        ['时间', '单位', '地点'],
        ['样例：1月1日', '县某局', '某广场'],
        ['4月3日', '县林草局', '甲广场'],
        [day('2023-08-05'), '县林草局', '乙广场'],
        ['2022.12.5', '县林草局', '丙广场'],
        ['11月（计划）', '县林草局', '丁广场'],
        ['11月2日', '县林草局', '戊广场'],
      ],
      { asOf: '2023-09-30' },
    );
    expect(told(intake)).toEqual({ '县林草局 3.3.campaigns C4:C5': 2 });
    expect(found(intake)).toEqual([]);
  });

  it('is another table where its title speaks of another thing', () => {
    expect(told(readRows([['节能宣传台账'], ['时间', '单位', '地点'], ['4月3日', '县林草局', '甲广场']]))).toEqual({});
  });
});
