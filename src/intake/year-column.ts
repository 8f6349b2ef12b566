import type { SheetContext } from './answers';
import { joinCells, type Line } from './grid';
import type { Column, Table } from './tables';
import { plainText } from './text';

const HEADING = /^(?:统计|考核|考评|数据|所属|填报|报告)?(?:年度|年份|年|期间|所属期|统计期|周期)$/;
/** What this year is more or less than the last. */
const CHANGE = /^(?:[较比]上年|同比)?(?:增减|增幅|增长|变化|升降|差[距额值]|对比)/;
const YEAR = /^(20\d{2})(?:年(?:度|全年|1[-—–~至]\d{1,2}月)?)?$/;

/**
 * Leaves out the rows of other years of a table that has a column for the year (统计年度 2022, 2023, 增减), and says so. A
 * table that has none of this year's is left as it is.
 */
export function keepRowsOfYear({ reading, grid }: SheetContext, table: Table): void {
  const { year } = reading.rulebook;
  const yearIn = (line: Line, column: Column): number | undefined => {
    const match = YEAR.exec(grid.textAt(line.row, column.index).normalize('NFKC').replace(/\s/g, ''));
    return match ? Number(match[1]) : undefined;
  };
  const column = table.columns.find((one) => HEADING.test(plainText(one.leaf)));
  if (!column) return;
  const dated = table.rows.filter((line) => yearIn(line, column) !== undefined);
  const others = dated.filter((line) => yearIn(line, column) !== year);
  const changes = table.rows.filter((line) => CHANGE.test(plainText(grid.textAt(line.row, column.index))));
  const known = dated.length + changes.length;
  if (!others.length || others.length === dated.length || known * 10 < table.rows.length * 8) return;
  table.rows = table.rows.filter((line) => !others.includes(line) && !changes.includes(line));
  reading.findings.push({
    code: 'other-year',
    severity: 'info',
    source: reading.sourceAt(grid, joinCells(others.map(({ row }) => ({ row, column: column.index })))),
    message: `“${column.leaf}”写明不是${year}年的${others.length}行没有采用。`,
    remedy: `如果其中有${year}年的数据，请改正“${column.leaf}”。`,
  });
}
