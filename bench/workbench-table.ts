/** What the bench of the workbench edits. */
import ExcelJS from 'exceljs';
import rulebook from '../src/rulebook/default';
import type { Fact } from '../src/rulebook/model';
import { itemsOf } from '../src/rulebook/rules';

export const UNITS = 45;
export const COLUMNS = 150;
/** Columns of live scores at the right end. */
const SCORES = 20;

const facts = itemsOf(rulebook).flatMap((item) => item.facts.map((fact) => ({ item, fact })));

function figure({ type }: Fact, row: number): string | number {
  if (type === 'percent') return 0.7 + (row % 30) / 100;
  if (type.startsWith('date')) return `2023年6月${1 + (row % 28)}日`;
  if (type === 'bool') return row % 5 === 0 ? '否' : '是';
  return row % 4;
}

/** A table as an office collects it: a row a unit, a column an indicator, scores live at the end. */
export async function table(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('指标汇总');
  const kept = facts.slice(0, COLUMNS - 1 - SCORES);
  const filler = Array.from({ length: COLUMNS - 1 - SCORES - kept.length }, (_, i) => `备注${i + 1}`);
  const whole = itemsOf(rulebook).filter(
    (item) => kept.filter((each) => each.item === item).length === item.facts.length,
  );
  const scored = Array.from({ length: SCORES }, (_, i) => whole[i % whole.length]);
  sheet.addRow(['单位', ...kept.map(({ fact }) => fact.name), ...filler, ...scored.map(({ id }) => `${id}得分`)]);
  const units = rulebook.units.slice(0, UNITS).map(({ name }) => name);
  units.forEach((unit, row) => {
    const number = row + 2;
    const formulas = scored.map((item) => {
      const first = 2 + kept.findIndex((each) => each.item === item);
      const [from, to] = [first, first + item.facts.length - 1].map((column) => sheet.getColumn(column).letter);
      return { formula: `_xldudf_YL_SCORE("${item.id}",${from}${number}:${to}${number})`, result: 0 };
    });
    sheet.addRow([unit, ...kept.map(({ fact }) => figure(fact, row)), ...filler.map(() => '无'), ...formulas]);
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The column of a figure, counted from 0. */
export function columnOf({ item, fact }: { item: string; fact: string }): number {
  return 1 + facts.findIndex((each) => each.item.id === item && each.fact.id === fact);
}
