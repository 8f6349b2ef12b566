import { read, told, workbook } from './workbook';

/** What was found out about a sheet is kept for the next reading after an edit; it must change nothing. */

const form = {
  name: '自评',
  rows: [
    ['填报单位：县民政局'],
    ['考评内容', '完成情况'],
    ['深化推进“马上办好”', '承诺时限压缩比92%，即办件比例76%，平均跑动次数0.03次。'],
  ],
};
const list = {
  name: '明细',
  rows: [['材料甲', '窗口乙'], ...Array.from({ length: 40 }, (_, i) => [`事项${i}`, i * 7])],
};

test('a sheet that told nothing tells nothing again, and the others still tell theirs', () => {
  const book = workbook('测试.xlsx', list, form);
  const first = read(book);
  expect(Object.keys(told(first))).toHaveLength(3);
  expect(read(book)).toEqual(first);
  const [silent] = book.sheets;
  const edited = workbook('测试.xlsx', form).sheets;
  edited[0].rows[2]![1] = { value: '承诺时限压缩比85%', text: '承诺时限压缩比85%' };
  expect(told(read({ ...book, sheets: [silent, ...edited] }))).toMatchObject({ '县民政局 3.5.compress B3': 85 });
});

test('a sheet that told nothing is looked through again when it was edited', () => {
  const book = workbook('测试.xlsx', list);
  expect(read(book).claims).toEqual([]);
  const rows = [['填报单位：县民政局'], ['指标名称', '数值'], ['承诺时限压缩比', '92%'], ['即办件比例', '76%']];
  expect(read({ ...book, sheets: workbook('测试.xlsx', { rows }).sheets }).claims).toHaveLength(2);
});
