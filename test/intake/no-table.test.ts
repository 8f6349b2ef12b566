import { found, readRows } from './workbook';

describe('a sheet of which no table is recognised', () => {
  it('is told of when it speaks of facts and nothing can be taken', () => {
    const rows = [['县水务局工作报告'], ['办事大厅', '约4间'], ['办理情况：承诺时限压缩比95%左右，即办件比例约80%。']];
    expect(found(readRows(rows), 'warning')).toContain('no-table A3');
  });

  it('is left alone when it does not, or only explains', () => {
    expect(
      found(
        readRows([
          ['姓名', '电话'],
          ['张三', 67512345],
        ]),
      ),
    ).toEqual([]);
    expect(found(readRows([['请于12月20日前报送本表。']]))).toEqual([]);
    expect(found(readRows([['承诺时限压缩比填到92%这样的形式。']], { name: '填表说明' }))).toEqual([]);
  });

  it('with a row for each of several units is not taken for what its own unit did', () => {
    const rows = [
      ['填报单位：县政务局'],
      ['来文单位', '材料名称', '收文', '备注'],
      ['县住建局', '中介服务事项情况', '6月26日', ''],
      ['县水务局', '告知承诺制事项情况', '6月15日', ''],
      ['县发改局', '容缺受理情况', '未报送', ''],
    ];
    const intake = readRows(rows);
    expect(intake.claims.filter(({ unit }) => unit === '县政务服务局')).toEqual([]);
    expect(found(intake, 'warning')).toContain('no-table A3:A5');
  });

  it('is told of beside another table that was read, but for lists of people', () => {
    const units = ['县住建局', '县水务局', '县发改局'];
    const readBefore = [['单位', '即办件比例'], ...units.map((unit) => [unit, '80%']), []];
    const unread = [...readBefore, ['单位', '考勤分', '卫生分'], ...units.map((unit) => [unit, 3, 4])];
    expect(found(readRows(unread), 'warning')).toEqual(['no-table A7:A9']);
    const people = [...readBefore, ['单位', '联系人', '电话'], ...units.map((unit) => [unit, '张三', 67512345])];
    expect(found(readRows(people), 'warning')).toEqual([]);
  });
});
