import { findUnit } from '../rulebook/units';
import type { SheetContext } from './answers';
import { joinCells, type Entry, type Line } from './grid';
import { speaksOfFact } from './heading-scores';
import type { Table } from './tables';
import { unitColumns } from './units-across';
import { shorten } from './values';

const MOST_LINES = 300;
/** Sheets that explain how to fill in others. */
const EXPLAINING = /(?:填[表报写]|使用)说明|口径|目录|封面|示例|样例|填报须知|评分标准|细则/;
const CLAUSES = /[，,。；;、\n（）()]/;
/** A figure at the end of a clause: 承诺时限压缩比达92.3%. */
const FIGURE_AT_END = /(?:约?为|是|达到?|有|共)?[:：]?\s*[\d０-９][\d０-９.．]*\s*(?:[%％]|[\u4e00-\u9fff]{1,3})?$/;

/** Whether a sheet only explains how to fill in others. */
export function explains({ grid, reading }: SheetContext): boolean {
  const isBesides = grid.sheet.name.includes('说明') && reading.grids.length > 1;
  return isBesides || EXPLAINING.test(grid.sheet.name);
}

/**
 * A sheet of which no table was read though it speaks of what the rulebook asks for: says so, with the place where it
 * does, so that nobody takes silence for having been read.
 */
export function noteNoTable(context: SheetContext): void {
  const { reading, grid } = context;
  if (explains(context)) return;
  for (const line of grid.lines.slice(0, MOST_LINES)) {
    const entry = line.entries.find((one) => tellsFact(one, line, context));
    if (!entry) continue;
    reading.findings.push({
      code: 'no-table',
      severity: 'warning',
      source: reading.source(grid, entry.row, entry.column),
      message: `工作表“${grid.sheet.name}”写有考评情况（如“${shorten(entry.text)}”），但看不出是哪一种表，其中的内容没有采用。`,
      remedy:
        '请加上一行列名，如“考核内容、完成情况、自评得分”或“指标名称、数值”，每个条款或指标单列一行，再重新读取。',
    });
    return;
  }
}

/** Lists of people and telephone numbers name units and tell nothing of them. */
const CONTACTS = /联系人|联系电话|联系方式|电话|手机|通讯录|联络员|邮箱/;

/** Rows of several units of which nothing was read: says so where the units stand. */
export function noteUnplacedUnits({ reading, grid }: SheetContext, lines: Line[], column: number): void {
  const units = lines.filter(({ row }) => findUnit(reading.rulebook, grid.own(row, column)?.text ?? ''));
  const [first] = units;
  const isContacts = [
    grid.sheet.name,
    ...grid.lines.slice(0, 6).flatMap(({ entries }) => entries.map(({ text }) => text)),
  ];
  if (!first || CONTACTS.test(isContacts.join('，'))) return;
  reading.findings.push({
    code: 'no-table',
    severity: 'warning',
    source: reading.sourceAt(grid, joinCells(units.map(({ row }) => ({ row, column })))),
    message: `工作表“${grid.sheet.name}”逐行列有单位（如“${grid.textAt(first.row, column)}”），但没有读出任何指标，其中的内容没有采用。`,
    remedy: '与考评有关的，请把列名改为指标名称（可照考评细则的说法），再重新读取；无关的不必处理。',
  });
}

/** The same for a table with a column for each of several units; returns whether it has them. */
export function noteUnitsAcross(context: SheetContext, table: Table): boolean {
  const { reading, grid } = context;
  const [first, ...others] = unitColumns(context, table);
  if (!first) return false;
  const places = [first, ...others].map(({ column }) => ({ row: table.bottom, column: column.index }));
  reading.findings.push({
    code: 'no-table',
    severity: 'warning',
    source: reading.sourceAt(grid, joinCells(places)),
    message: `工作表“${grid.sheet.name}”逐栏列有单位（如“${first.name}”），但没有读出任何指标，其中的内容没有采用。`,
    remedy: '与考评有关的，请把每行的名称改为指标名称（可照考评细则的说法），再重新读取；无关的不必处理。',
  });
  return true;
}

function tellsFact({ text, cell, column }: Entry, line: Line, { reading }: SheetContext): boolean {
  if (typeof cell.value !== 'string') return false;
  const isNamed = (name: string): boolean => name.length >= 3 && speaksOfFact(name, reading.targets);
  const beside = line.entries.some((other) => other.column > column && typeof other.cell.value === 'number');
  if (beside && isNamed(text)) return true;
  if (text.length > 8000 || !/[\d０-９]/.test(text)) return false;
  return text
    .split(CLAUSES)
    .filter((clause) => clause.length <= 60 && FIGURE_AT_END.test(clause))
    .some((clause) => isNamed(clause.replace(FIGURE_AT_END, '').replace(/^.*[:：]/, '')));
}
