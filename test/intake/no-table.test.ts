import { found, readRows } from './workbook';

describe('a sheet of which no table is recognised', () => {
  it('is told of when it speaks of facts', () => {
    const report = readRows([['县水务局工作报告'], ['承诺时限压缩比92%，即办件比例80%。']]);
    expect(found(report, 'warning')).toContain('no-table A2');
    expect(found(readRows([['县水务局'], ['全程网办率', 95]]), 'warning')).toContain('no-table A2');
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
});
