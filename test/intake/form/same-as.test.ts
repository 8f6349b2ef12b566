import { readRows, told, type Written } from '../workbook';

const head: Written[][] = [
  ['县市场监管局2023年政务环境自评表'],
  ['条款', '考评内容', '完成情况', '自评得分'],
  ['六、1', '推进信用承诺', '辖区企业1200家，归集承诺1300条', 1],
];
const own = { '县市场监管局 6.1.firms C3': 1200, '县市场监管局 6.1.promises C3': 1300 };
const other = { '县市场监管局 6.2.firms C3': 1200, '县市场监管局 6.2.promises C3': 1300 };

describe('an answer that points at another', () => {
  it.each(['数据同六1', '同六、1', '同上', '详见6.1', '同第6.1条'])('%s is read from there', (answer) => {
    expect(told(readRows([...head, ['六、2', '建立信用信息归集共享机制', answer, 1]]))).toEqual({ ...own, ...other });
  });

  it.each(['同步推进', '详见附件3', '同去年'])('%s points at none', (answer) => {
    expect(told(readRows([...head, ['六、2', '建立信用信息归集共享机制', answer, 1]]))).toEqual({
      ...own,
      '县市场监管局 6.2.firms C4': 'missing',
      '县市场监管局 6.2.promises C4': 'missing',
    });
  });
});
