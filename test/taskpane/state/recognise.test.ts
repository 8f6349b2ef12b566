import { quarterOfMost, quarterSaid, unitSaid } from '../../../src/taskpane/state/recognise';
import { rulebook, workbook } from '../../intake/workbook';

const said = (file: string, ...rows: string[][]) => quarterSaid(rulebook, workbook(file, { name: '表', rows }));

describe('the quarter that a workbook is for', () => {
  test.each([
    ['自评表（第三季度）', '2023Q3'],
    ['2023年三季度考评', '2023Q3'],
    ['前三季度完成情况', '2023Q3'],
    ['上半年考评自评表', '2023Q2'],
    ['2023Q1 数据', '2023Q1'],
    ['2023年全年考评', '2023Q4'],
    ['指标数据表（截至9月30日）', '2023Q3'],
    ['数据截止到2023年6月底', '2023Q2'],
    ['截至2023-03-31', '2023Q1'],
    ['2023年1—9月办件情况', '2023Q3'],
    ['截至 ９ 月 30 日', '2023Q3'],
  ])('%s', (title, quarter) => {
    expect(said('表.xlsx', [title])).toEqual({
      quarter,
      where: { words: title, place: { file: '表.xlsx', sheet: '表', cell: 'A1' } },
    });
  });

  test.each(['2022年第三季度', '考评自评表', '2023年10月8日', '县发改局1号', '截至13月'])('not %s', (title) => {
    expect(said('表.xlsx', [title])).toBeUndefined();
  });

  test('a quarter by its name goes before a date, the file’s name before the first lines', () => {
    expect(said('自评表.xlsx', ['截至9月30日'], ['第二季度'])?.quarter).toBe('2023Q2');
    expect(said('一季度.xlsx', ['第二季度'])).toMatchObject({ quarter: '2023Q1', where: { place: '文件名' } });
  });

  test('of several workbooks, what most of them say', () => {
    const files = ['三季度', '第三季度', '上半年', '其他'].map((name) => workbook(`${name}.xlsx`, { rows: [] }));
    expect(quarterOfMost(rulebook, files)).toEqual({ quarter: '2023Q3', files: 2 });
    expect(quarterOfMost(rulebook, files.slice(3))).toBeUndefined();
  });
});

test('where a unit is named: in a cell if anywhere', () => {
  const rows = [['自评表'], ['填报单位：宜良县发改局']];
  expect(unitSaid(rulebook, workbook('县发改局.xlsx', { name: '表', rows }), '县发改局')?.place).toMatchObject({
    cell: 'A2',
  });
  expect(unitSaid(rulebook, workbook('县发改局.xlsx', { rows: [] }), '县发改局')?.place).toBe('文件名');
});
