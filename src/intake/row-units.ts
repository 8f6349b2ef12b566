import type { SheetContext } from './answers';
import type { Line } from './grid';
import type { Owner } from './owner';
import { rowKind, type Column, type Table } from './tables';
import { unitAt } from './unit-column';
import { shorten } from './values';

/** A row of a ledger with the unit that it speaks of. */
export interface UnitRow {
  line: Line;
  unit: string;
}

/**
 * The rows of a ledger with their units: as the column of units says, else the row above them that names nothing but a
 * unit, else whose the table is. A row whose unit is left blank is not taken, and told.
 */
export function unitRows(
  context: SheetContext,
  table: Table,
  unitColumn: Column | undefined,
  owner: () => Owner,
): UnitRow[] {
  const { grid, reading } = context;
  const rows: UnitRow[] = [];
  let section: string | undefined;
  for (const line of table.rows) {
    const [first, ...others] = line.entries;
    if (first && !others.length) {
      const named = sectionUnit(context, first.text);
      if (named) section = reading.mention(named, reading.source(grid, first.row, first.column));
      if (named || !unitColumn) continue;
    }
    if (rowKind(line) !== 'plain') continue;
    if (unitColumn && grid.textAt(line.row, unitColumn.index) !== '') {
      for (const unit of unitsAt(context, line, unitColumn)) rows.push({ line, unit });
      continue;
    }
    const unit = section ?? (unitColumn ? undefined : owner().unit);
    if (unit) rows.push({ line, unit });
    else if (unitColumn) noteBlank(context, line, unitColumn);
  }
  return rows;
}

/** The unit or units that a row names in a column. */
export function unitsAt(context: SheetContext, line: Line, column: Column): string[] {
  const { grid, reading } = context;
  const text = grid.textAt(line.row, column.index);
  const several = unitsIn(context, text);
  if (several.length) {
    const source = reading.source(grid, line.row, column.index);
    return several.flatMap((name) => reading.mention(name, source) ?? []);
  }
  return [unitAt(context, line, column) ?? reading.unitNamed(text)].filter((unit) => unit !== undefined);
}

/** 县公安局、县人社局: what a row tells, it tells of each of them; empty where no list of units stands. */
function unitsIn({ reading }: SheetContext, text: string): string[] {
  if (reading.unitNamed(text)) return [];
  const names = text.split(/[、，,；;/\n]/).map((name) => name.trim());
  return names.length > 1 && names.every((name) => reading.unitNamed(name)) ? names : [];
}

/** The unit of a row that names nothing else: 县公安局, （一）县公安局：, 被查单位：县公安局. */
function sectionUnit(context: SheetContext, text: string): string | undefined {
  const bare = text
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)]?\s*[、.．]?\s*/, '')
    .replace(/^[^:：]{2,8}[:：]\s*(?=\S)/, '')
    .replace(/[:：]\s*$|[（(].*[)）]\s*$/, '');
  return [text, bare].find((name) => context.reading.unitNamed(name));
}

function noteBlank(context: SheetContext, line: Line, column: Column): void {
  const { reading, grid } = context;
  // A number or a note alone is no row of the ledger.
  if (line.entries.length < 3) return;
  reading.findings.push({
    code: 'row-without-unit',
    severity: 'warning',
    source: reading.source(grid, line.row, column.index),
    message: `“${shorten(line.entries.map(({ text }) => text).join('，'))}”这一行没有写单位，没有采用。`,
    remedy: '请在这一行填写单位名称，再重新读取。',
  });
}
