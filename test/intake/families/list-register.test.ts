import { day, readRows, told } from '../workbook';

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
});
