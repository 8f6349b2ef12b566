import { columnLetters } from '../workbook/address';
import type { SheetContext } from './answers';
import { readDate } from './dates';
import type { Entry } from './grid';
import { rowKind, type Table } from './tables';
import { readNumber, shorten } from './values';

/** Tells of a cell of a register whose formula has failed; returns whether it has. */
export function noteFormulaError({ reading, grid }: SheetContext, entry: Entry | undefined, what: string): boolean {
  if (!entry?.cell.error) return false;
  reading.loose.push({
    source: reading.source(grid, entry.row, entry.column),
    what,
    raw: entry.text,
    code: 'formula-error',
    problem: `单元格是公式错误${entry.cell.error}`,
  });
  return true;
}

/** Tells of a count kept as text, which sums leave out. */
export function noteTextNumber(
  { reading, grid }: SheetContext,
  entry: Entry | undefined,
  value: number | undefined,
): void {
  if (!entry || value === undefined) return;
  reading.loose.push({
    source: reading.source(grid, entry.row, entry.column),
    what: '次数',
    raw: entry.text,
    code: 'text-number',
    value,
  });
}

const YES_OR_NO = /^(?:是|否|有|无|√|×|✓|✗)$/;

/**
 * Tells of the columns of a register that hold something under no heading, or under one that names nothing: what stands
 * there (how often, whether verified) is left out of the count.
 */
export function noteUnnamedColumns({ reading, grid }: SheetContext, table: Table): void {
  const rows = table.rows.filter((line) => rowKind(line) === 'plain' && line.entries.length >= 2);
  const filled = new Map<number, Entry[]>();
  for (const { entries } of rows) {
    for (const entry of entries) {
      const others = filled.get(entry.column);
      if (others) others.push(entry);
      else filled.set(entry.column, [entry]);
    }
  }
  for (const [index, entries] of filled) {
    const column = table.columns.find((one) => one.index === index);
    if (entries.length * 2 <= rows.length || column?.roles.length) continue;
    const heading = column?.path[column.path.length - 1] ?? '';
    const holdsAnswers = entries.every(({ text }) => YES_OR_NO.test(text));
    if (isNumbering(entries) || (isName(heading) && !holdsAnswers)) continue;
    reading.findings.push({
      code: 'no-heading',
      severity: 'warning',
      source: reading.source(grid, table.bottom, index),
      message:
        `${columnLetters(index)}列${heading ? `的标题“${shorten(heading)}”看不出是什么` : '没有标题'}，` +
        '这一列的内容没有采用，可能影响计数。',
      remedy: '是次数、核实情况、事项等的，请把标题写明；与考评无关的不必理会。',
    });
  }
}

function isName(heading: string): boolean {
  return /\p{Script=Han}/u.test(heading) && readNumber(heading) === undefined && readDate(heading, 2000) === undefined;
}

/** 1, 2, 3 down the column: numbers of the rows, which need no heading. */
function isNumbering(entries: Entry[]): boolean {
  return entries.every(({ text }, i) => Number(text) === i + Number(entries[0]?.text));
}
