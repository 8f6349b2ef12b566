import { readRows, told } from './workbook';

test('a mark says what the column says that it stands in', () => {
  const rows = [
    ['填报单位：县民政局'],
    ['序号', '内容', '是', '否', '备注'],
    [1, '证明材料清单是否存在不符合要求', null, '√'],
    [2, '容缺受理清单是否编制公布', '✓'],
    [3, '是否制定示范创建工作方案和标准', null, 'V'],
  ];
  expect(told(readRows(rows))).toMatchObject({
    '县民政局 2.2.lists_noncompliant D3': false,
    '县民政局 3.12.list_published C4': true,
    '县民政局 2.5.demo_plan D5': false,
  });
});
