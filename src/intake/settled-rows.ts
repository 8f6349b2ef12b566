import type { SheetContext } from './answers';
import { joinCells, type Grid, type Line } from './grid';
import type { Reading } from './reading';
import type { Role } from './roles';
import { columnFor, type Column, type Table } from './tables';
import { plainText } from './text';
import { shorten } from './values';

/** Words of rows that come in pairs, the one that only goes before and the one that counts. */
const PAIRS = [
  {
    before: /^(?:单位|部门|自行)?(?:申报|自报|填报|上报|申请|自评|申报数|自报数)(?:数|次数|件数|情况|值)?$/,
    counts:
      /^(?:专项组|办公室|县政务局|专项组办公室|审核|复核)?(?:认定|核定|审定|核实|审核|复核|确认|采信|最终)(?:数|次数|件数|情况|结果|值)?$/,
  },
  {
    before: /^(?:年度)?(?:目标|任务|计划|指标|要求)(?:数|值)?$/,
    counts: /^(?:实际)?(?:完成|实际|实绩|达到)(?:数|值|情况)?$/,
  },
];
/** What a unit's two rows are both about, where rows are of one figure each. */
const SUBJECTS: Role[] = ['indicator', 'problem', 'matter'];
/** A column tells rows apart when so few of its words are something else. */
const STRANGERS = 0.1;

/**
 * Of a unit's two rows, what it claimed and what was accepted (申报, 认定), or what it was set and what it reached (目标, 完成),
 * leaves out the first and says so.
 */
export function keepSettledRows({ reading, grid }: SheetContext, table: Table): void {
  const unitColumn = columnFor(table, 'unit');
  if (!unitColumn) return;
  for (const { before, counts } of PAIRS) {
    const column = table.columns.find((one) => one !== unitColumn && tellsApart(table, one, before, counts));
    if (!column) continue;
    const wordAt = (line: Line): string => plainText(grid.textAt(line.row, column.index));
    const unitIn = ({ row }: Line): string => {
      const name = grid.textAt(row, unitColumn.index);
      return reading.unitNamed(name) ?? name;
    };
    const about = table.columns.filter((one) => one !== column && one.roles.some((role) => SUBJECTS.includes(role)));
    const keyOf = (line: Line): string =>
      [unitIn(line), ...about.map(({ index }) => plainText(grid.textAt(line.row, index)))].join('\n');
    const counting = table.rows.filter((line) => counts.test(wordAt(line)));
    for (const line of counting) if (unitIn(line) === '') noteBlank(reading, grid, line, column);
    const settled = new Set(counting.map(keyOf));
    const left = table.rows.filter((line) => before.test(wordAt(line)) && settled.has(keyOf(line)));
    if (!left.length) continue;
    table.rows = table.rows.filter((line) => !left.includes(line));
    // It has told the rows apart, and names neither a figure nor an event.
    table.columns = table.columns.filter((one) => one !== column);
    const [word] = left.map(wordAt);
    reading.findings.push({
      code: 'claimed-rows',
      severity: 'info',
      source: reading.sourceAt(grid, joinCells(left.map(({ row }) => ({ row, column: column.index })))),
      message: `有的单位既有“${shorten(word ?? '')}”一行，又有与它对应的一行，“${shorten(word ?? '')}”的${left.length}行没有采用。`,
      remedy: '如果应按这些行计，请在核定表中写明。',
    });
  }
}

/** A unit's name that stands in the first of its two rows only. */
function noteBlank(reading: Reading, grid: Grid, { row }: Line, column: Column): void {
  const word = shorten(grid.textAt(row, column.index));
  reading.findings.push({
    code: 'row-without-unit',
    severity: 'warning',
    source: reading.source(grid, row, column.index),
    message: `“${word}”这一行没有写单位，没有采用。`,
    remedy: '请在这一行填写单位名称，再重新读取。',
  });
}

function tellsApart({ grid, rows }: Table, { index }: Column, before: RegExp, counts: RegExp): boolean {
  const found = { before: 0, counts: 0, strangers: 0 };
  for (const { row } of rows) {
    const word = plainText(grid.textAt(row, index));
    if (word === '') continue;
    found[before.test(word) ? 'before' : counts.test(word) ? 'counts' : 'strangers'] += 1;
    // A column of other words shows it soon.
    if (found.strangers > rows.length * STRANGERS) return false;
  }
  const words = found.before + found.counts + found.strangers;
  return found.before > 0 && found.counts > 1 && found.strangers <= words * STRANGERS;
}
