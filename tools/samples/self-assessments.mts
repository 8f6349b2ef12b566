import type ExcelJS from 'exceljs';
import type { Item, Rulebook } from '../../src/rulebook/model';
import { itemsOf } from '../../src/rulebook/rules';
import { newWorkbook, Table, type Cell } from './sheet.mts';

/** 完成情况, 自评得分, 佐证材料. */
type Entry = [progress: string, self: number | string, evidence: string];
export type Entries = { [item: string]: Entry };

/** Headings of Annex 1 that stand over several items. */
const OVER_ITEMS: { [prefix: string]: string } = {
  '1.1': '1.深入推进政务服务事项标准化。(6分)',
  '1.2': '2.全面落实政务服务事项实施清单标准化。(4分)',
  '3.6': '6.深化推进“就近申办”。(8分)',
  '3.13': '13.健全完善政务服务和投资项目帮办代办。(4分)',
};
const LAST_SECTIONS = { '9': '九、激励加分(累计不超过5分)', '10': '十、扣分' };

const sum = (entries: Entries, items: Item[]) =>
  Math.round(items.reduce((total, { id }) => total + (Number(entries[id][1]) || 0), 0) * 100) / 100;

const overOf = ({ id }: Item) => Object.keys(OVER_ITEMS).find((prefix) => id.startsWith(`${prefix}.`));
const scoreCell = (self: Entry[1]): Cell => (self === '/' ? '/' : self);

/** Annex 1 itself, with three columns to fill in at its right. */
export function likeAnnex1(rulebook: Rulebook, unit: string, entries: Entries): ExcelJS.Workbook {
  const book = newWorkbook();
  const table = new Table(book, '自评表', [16, 16, 50, 44, 12, 46, 9, 16]);
  table.line(`${rulebook.title.replace('考评细则', '考评自评表')}(截至第三季度)`, { size: 16, bold: true });
  table.line(`填报单位(盖章):宜良县${unit.slice(1)}    填报人:张某    联系电话:            报出日期:2023年10月8日`);
  const head = table.heading(
    '重点任务和分值',
    '具体目标和绩效要求',
    '',
    '评分标准',
    '查验方法',
    '完成情况',
    '自评得分',
    '佐证材料',
  );
  table.merge([head, 2, head, 3]);
  table.freeze(head);
  const groups = [
    ...rulebook.sections.map(({ title, points, items }) => ({ title: `${title}(${points}分)`, items })),
    ...[rulebook.bonus, rulebook.deductions].map((item) => ({
      title: LAST_SECTIONS[item.id as keyof typeof LAST_SECTIONS],
      items: [item],
    })),
  ];
  for (const { title, items } of groups) {
    const rows = items.map((item) => {
      const [progress, self, evidence] = entries[item.id];
      const over = overOf(item);
      const words = over ? [OVER_ITEMS[over], item.goal] : [item.goal, ''];
      return table.row(title, ...words, item.clause, item.methods, progress, scoreCell(self), evidence);
    });
    table.merge([rows[0], 1, rows[rows.length - 1], 1]);
    rows.forEach((row, index) => {
      const over = overOf(items[index]);
      if (!over) return table.merge([row, 2, row, 3]);
      if (index > 0 && overOf(items[index - 1]) === over) return;
      const last = items.reduce((found, item, at) => (overOf(item) === over ? at : found), index);
      table.merge([row, 2, rows[last], 2]);
    });
  }
  const total = table.row('自评得分合计', '', '', '', '', '', sum(entries, itemsOf<Item>(rulebook)));
  table.merge([total, 1, total, 6]);
  table.line(rulebook.formula);
  table.line('注:1.完成情况以平台数据为准,截至2023年9月30日;2.“/”表示不涉及。');
  return book;
}

/** The same rules in the order that a street office laid out for itself, a line for each section. */
export function inOwnOrder(rulebook: Rulebook, unit: string, entries: Entries): ExcelJS.Workbook {
  const book = newWorkbook();
  const table = new Table(book, 'Sheet1', [6, 40, 8, 44, 9, 44, 18]);
  table.line('2023年度“互联网+政务服务”工作自评情况表', { size: 16, bold: true });
  table.line(`填报单位:宜良县人民政府${unit}办事处    填报人:李某    填报日期:2023.10.9`);
  const head = table.heading('序号', '评分标准', '分值', '考评内容', '自评得分', '工作完成情况', '备注');
  table.freeze(head);
  let number = 0;
  for (const { title, points, items } of rulebook.sections) {
    table.line(`${title}(${points}分)`, { bold: true });
    for (const item of items) {
      const [progress, self, evidence] = entries[item.id];
      const over = overOf(item);
      const content = over ? `${OVER_ITEMS[over]}\n${item.goal}` : item.goal;
      const written = progress === '/' ? '我街道不涉及' : progress;
      table.row(++number, item.clause, item.points, content, scoreCell(self), written, evidence);
    }
  }
  for (const item of [rulebook.bonus, rulebook.deductions]) {
    const [progress, self, evidence] = entries[item.id];
    table.line(LAST_SECTIONS[item.id as keyof typeof LAST_SECTIONS], { bold: true });
    table.row(++number, item.clause, '', item.goal, scoreCell(self), progress, evidence);
  }
  table.row('', '合计', rulebook.total, '', sum(entries, itemsOf<Item>(rulebook)));
  return book;
}
