import { readRows, told } from './workbook';

describe('what stands beside the tables of a sheet', () => {
  it('is read where names have their answers beside them under a title that ends the table above', () => {
    const intake = readRows([
      ['南羊街道四季度数据'],
      ['表一：效率'],
      ['指标名称', '数值'],
      ['全程网办率', '93.1%'],
      ['表二：其他'],
      ['容缺受理清单报送', '6月29日', '免提交材料数', 6],
      ['推进会缺席次数', '1次'],
    ]);
    expect(told(intake)).toEqual({
      '南羊街道 3.2.full_online B4': 93.1,
      '南羊街道 3.12.list_submitted B6': '2023-06-29',
      '南羊街道 3.10.materials D6': 6,
      '南羊街道 8.absences B7': 1,
    });
  });
});
