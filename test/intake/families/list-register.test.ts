import { day, found, readRows, told } from '../workbook';

const heading = ['收文号', '来文单位', '材料名称', '收文时间'];

describe('a register of the lists that were sent in', () => {
  it('gives each list its day by its own name', () => {
    const rows = [
      ['清单类材料收文登记簿'],
      heading,
      [1, '县住建局', '中介服务事项清单', day('2023-06-26')],
      [2, '县住建局', '告知承诺制事项清单', day('2023-07-03')],
      [3, '县水务局', '容缺受理事项清单', '2023.6.30'],
      [4, '县水务局', '中介服务事项清单', '未报送'],
    ];
    expect(told(readRows(rows))).toEqual({
      '县住建局 2.4.list_submitted D3': '2023-06-26',
      '县住建局 3.11.list_submitted D4': '2023-07-03',
      '县水务局 3.12.list_submitted D5': '2023-06-30',
      '县水务局 2.4.list_submitted D6': 'never',
    });
  });

  it('asks which list a name means that it does not know', () => {
    const rows = [
      ['清单类材料收文登记簿'],
      heading,
      [1, '县住建局', '中介服务事项清单', day('2023-06-26')],
      [2, '县水务局', '其他事项清单', day('2023-07-03')],
    ];
    const intake = readRows(rows);
    expect(told(intake)).toEqual({ '县住建局 2.4.list_submitted D3': '2023-06-26' });
    expect(intake.questions.map(({ heading: name }) => name)).toEqual(['其他事项清单']);
  });

  it('takes a list of names alone for no list of matters', () => {
    const intake = readRows([
      ['清单类材料收文登记簿'],
      heading,
      [1, '县住建局', '进驻事项清单及首席事务代表名单', day('2023-06-26')],
      [2, '县水务局', '首席事务代表名单', day('2023-06-20')],
    ]);
    expect(told(intake)).toEqual({ '县住建局 2.7.list_submitted D3': '2023-06-26' });
    expect(intake.questions.map(({ source }) => source.cell)).toEqual(['C4']);
  });

  it('takes the day on which a list was sent, under any word for it, and no other day', () => {
    const intake = readRows([
      ['清单编制抄送情况'],
      ['清单名称', '责任单位', '制定日期', '应抄送日期', '抄送日期'],
      ['中介服务事项清单', '县林草局', day('2023-03-05'), day('2023-06-30'), day('2023-07-04')],
      ['告知承诺制事项清单', '县民政局', '2023.4.1', '2023.6.30', '2023.6.21'],
      ['告知承诺制事项清单', '县文旅局', '2023.4.1', '2023.6.30', '尚未抄送'],
    ]);
    expect(told(intake)).toEqual({
      '县林草局 2.4.list_submitted E3': '2023-07-04',
      '县民政局 3.11.list_submitted E4': '2023-06-21',
      '县文旅局 3.11.list_submitted E5': 'never',
    });
    expect(found(intake)).toEqual([]);
  });

  it('takes no office that a list went to for a day', () => {
    const intake = readRows([
      ['清单登记'],
      ['单位', '清单名称', '抄送机关', '日期'],
      ['县林草局', '容缺受理事项清单', '县政务局', day('2023-06-08')],
    ]);
    expect(told(intake)).toEqual({ '县林草局 3.12.list_submitted D3': '2023-06-08' });
  });

  it('tells whether a list is out where an item asks for that', () => {
    const intake = readRows([
      ['清单公布抄送登记'],
      ['单位', '清单名称', '公布时间', '报送时间'],
      ['县林草局', '容缺受理事项清单', day('2023-05-08'), day('2023-06-08')],
      ['县民政局', '容缺受理事项清单', '暂未公布', day('2023-06-09')],
      ['县文旅局', '容缺受理事项清单', '已公布', day('2023-06-10')],
      ['县气象局', '容缺受理事项清单', null, day('2023-06-11')],
      ['县统计局', '容缺受理事项清单', '见网站', day('2023-06-12')],
      ['县审计局', '中介服务事项清单', day('2023-05-09'), day('2023-06-13')],
    ]);
    const published = intake.claims.filter(({ fact }) => fact === 'list_published');
    expect(published.map(({ unit, value, source }) => [unit, value, source.cell])).toEqual([
      ['县林草局', true, 'C3'],
      ['县民政局', false, 'C4'],
      ['县文旅局', true, 'C5'],
    ]);
    expect(told(intake)).toMatchObject({ '县审计局 2.4.list_submitted D8': '2023-06-13' });
  });

  it.each(['公布时间', '公布日期'])('takes no %s for the day on which a list was sent in', (heading) => {
    const intake = readRows([
      ['清单公布登记'],
      ['清单名称', '责任单位', heading],
      ['容缺受理事项清单', '县林草局', '2023.6.1'],
      ['告知承诺制事项清单', '县民政局', '2023.6.2'],
    ]);
    expect(told(intake)).toEqual({ '县林草局 3.12.list_published C3': true });
    expect(found(intake)).toEqual(['not-read A4']);
  });
});
