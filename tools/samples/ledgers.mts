import type ExcelJS from 'exceljs';
import { newWorkbook, on, Table, type Cell } from './sheet.mts';

/** Units that report each quarter: when the second and the third report came in. */
const RECEIPTS: [unit: string, second: Cell, third: Cell][] = [
  ['县发改局', on(6, 13, 16, 58), on(9, 12, 10, 20)],
  ['县民政局', on(6, 12, 9, 30), on(9, 13, 17, 0)],
  ['县公安局', on(6, 13, 16, 59), on(9, 14, 9, 0)],
  ['县市场监管局', on(6, 13, 15, 10), on(9, 13, 16, 40)],
  ['县司法局', on(6, 9, 11, 0), on(9, 11, 15, 30)],
  ['县卫健局', on(6, 13, 11, 0), '9月13日17:20'],
  ['县住房和城乡建设局', on(6, 13, 17, 1), on(9, 13, 9, 0)],
  ['县自然资源局', on(6, 13, 10, 5), on(9, 13, 14, 25)],
  ['县水务局', on(6, 12, 17, 30), on(9, 13, 17, 0)],
  ['县农业农村局', on(6, 13, 9, 12), on(9, 13, 16, 55)],
  ['县交运局', '2023.6.13 16:30', on(9, 13, 17, 2)],
  ['县人社局', on(6, 8, 16, 0), on(9, 12, 8, 50)],
  ['县医保局', on(6, 13, 16, 45), '未报送'],
  ['县教体局', on(6, 13, 10, 40), on(9, 12, 16, 10)],
  ['匡远街道', '6月14日9:00', on(9, 13, 16, 20)],
  ['狗街镇', on(6, 13, 17, 0), on(9, 13, 11, 30)],
];

const FINDINGS: Cell[][] = [
  [on(3, 15), '县发改局', '企业投资项目备案', '线上线下办事指南内容不一致', 1, '是', '已整改'],
  [on(3, 15), '县住建局', '建筑工程施工许可', '行政许可事项办事指南未及时更新', 2, '是', '已整改'],
  [on(4, 20), '县卫健局', '医疗机构执业登记', '实施清单“五级十二同”要素不一致', 1, '是', '已整改'],
  [on(8, 17), '县卫生健康局', '公共场所卫生许可', '实施清单“五级十二同”要素不一致', 1, '是', '整改中'],
  [on(5, 11), '县市场监督管理局', '食品经营许可', '进驻事项仍在局机关收件,属“明进暗不进”', 2, '是', '已整改'],
  [on(5, 11), '县市场监管局', '企业登记', '厅外受理件,“明进暗不进”', 1, '否', ''],
  ['2023.5.23', '县交通运输局', '道路运输经营许可', '线上线下办事指南内容不一致', '2次', '是', '已整改'],
  [on(6, 27), '县公安局', '户口迁移', '省政务服务平台及移动端办事指南错误', 1, '是', '已整改'],
  [on(7, 19), '县农业农村局', '动物诊疗许可', '行政许可事项办事指南未更新', 1, '是', '已整改'],
  [on(7, 19), '县农业农村局', '种子生产经营许可', '窗口外收件,属“明进暗不进”', 1, '是', '已整改'],
  [on(7, 28), '县人社局', '社会保险登记', '在办事指南之外变相增加申请材料', 1, '是', '已整改'],
  ['9月6日', '匡远街道', '临时救助', '实施清单要素与省平台不一致', 1, '是', '已整改'],
  [on(9, 6), '匡远街道', '老年优待证办理', '线上线下办事指南内容不一致', 2, '是', '已整改'],
  [on(9, 6), '县住建局', '商品房预售许可', '因中介服务环节多、耗时长被投诉', 1, '是', '整改中'],
  [on(9, 20), '县医疗保障局', '异地就医备案', '跨省通办事项未落实', 1, '是', '整改中'],
  [on(9, 20), '县旅游集散中心', '旅游咨询', '线上线下办事指南内容不一致', 1, '是', ''],
];

const MEETINGS: [date: Date, name: string, absent: string[]][] = [
  [on(5, 26), '第一次推进会', ['县司法局', '匡远街道']],
  [on(7, 14), '第二次推进会', ['县住房和城乡建设局']],
  [on(9, 8), '第三次推进会', ['县住房和城乡建设局', '县医保局']],
];

const MERITS: Cell[][] = [
  ['加分', '县人社局', '市级', '市委市政府发文表彰奖励', 1, '表彰决定'],
  ['加分', '县农业农村局', '县级', '在全县政务环境工作专题会上作典型经验交流发言', 1, '会议议程'],
  ['加分', '匡远街道', '', '新增“e办通”服务点位', 2, '点位验收单'],
  ['加分', '县公安局', '国家级', '刊登在全国优化营商环境简报', 1, '简报第7期'],
  ['扣分', '县市场监管局', '县级', '被政务环境专项组通报批评', 1, '通报'],
  ['扣分', '县住建局', '市级', '被市政府通报批评', 1, '通报'],
];

/** What the office keeps itself: findings, receipts, attendance, bonus and deductions. */
export function ledgers(): ExcelJS.Workbook {
  const book = newWorkbook();

  const findings = new Table(book, '抽查问题台账', [6, 13, 22, 22, 40, 8, 10, 12]);
  findings.line('2023年政务服务抽查问题台账', { size: 16, bold: true });
  findings.line('登记:政务环境专项组办公室');
  findings.freeze(findings.heading('序号', '抽查日期', '单位', '事项', '问题描述', '次数', '是否核实', '整改情况'));
  FINDINGS.forEach((cells, index) => findings.row(index + 1, ...cells));

  const receipts = new Table(book, '季度报送登记', [6, 22, 10, 18, 18, 12]);
  receipts.line('2023年季度工作情况报告及问题清单报送登记表', { size: 16, bold: true });
  receipts.freeze(receipts.heading('序号', '单位', '季度', '应报时间', '实报时间', '备注'));
  let number = 0;
  for (const [unit, second, third] of RECEIPTS) {
    const first = receipts.row(++number, unit, '二季度', on(6, 13, 17), second);
    const last = receipts.row(++number, '', '三季度', on(9, 13, 17), third, third === '未报送' ? '已电话催报' : '');
    receipts.merge([first, 2, last, 2]);
  }

  const meetings = new Table(book, '会议签到', [6, 13, 18, 24, 12, 12]);
  meetings.line('2023年政务环境专项组推进会签到情况', { size: 16, bold: true });
  meetings.freeze(meetings.heading('序号', '会议日期', '会议名称', '单位', '签到情况', '备注'));
  number = 0;
  for (const [date, name, absent] of MEETINGS) {
    for (const [unit] of RECEIPTS) meetings.row(++number, date, name, unit, absent.includes(unit) ? '缺席' : '已签到');
  }

  const merits = new Table(book, '加分扣分登记', [6, 10, 22, 10, 44, 8, 16]);
  merits.line('2023年激励加分和扣分登记表', { size: 16, bold: true });
  merits.freeze(merits.heading('序号', '类别', '单位', '级别', '情形', '次数', '依据'));
  MERITS.forEach((cells, index) => merits.row(index + 1, ...cells));
  return book;
}
