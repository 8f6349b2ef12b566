import { findUnit } from '../rulebook/units';
import type { Rulebook } from '../rulebook/model';
import type { Entry, Grid, Line } from './grid';
import { monthOf, type Role, type Roles } from './roles';
import { splitHeading } from './text';
import type { Targets } from './targets';

export interface Column {
  index: number;
  /** The headings over it from the top, each once, as written. */
  path: string[];
  /** The lowest heading in plain text, without its measure. */
  leaf: string;
  measure: string;
  roles: readonly Role[];
  month?: number;
}

export interface Table {
  grid: Grid;
  /** First and last row of the heading. */
  top: number;
  bottom: number;
  columns: Column[];
  /** Rows under the heading up to the next table; notes and signatures left out. */
  rows: Line[];
  /** Lines above the heading that belong to it: title, 填报单位. */
  preamble: Line[];
}

export interface TableWords {
  roles: Roles;
  targets: Targets;
  rulebook: Rulebook;
}

const HEADING_ROWS = 4;
/** Words such as 日期 and 数量 stand in the body of tables too; one of these makes a heading. */
const KEY_ROLES = new Set<Role>([
  ...['seq', 'unit', 'indicator', 'goal', 'clause', 'progress', 'self', 'value', 'problem', 'item'],
  ...['quarter', 'month', 'level', 'form', 'attendance', 'points'],
]);
/** A number, a percentage or a day kept as text: no heading has that. */
const VALUE = /^[\d０-９.．,，]+[%％]?$|^[12]\d{3}[.年/-]\d{1,2}[.月/-]\d{1,2}日?$/;
const NOTE = /^[（(【]?(注|备注|说明|填表说明|填报说明|填写说明)[)）】]?\s*[0-9一]?[:：.、]|^考评得分\s*=/;
const SIGNATURE =
  /^(填报人|填表人|制表人|审核人|单位负责人|负责人|经办人|联系人|联系电话|报出日期|填报日期|复核人|审签)[:：（(]/;

/** Finds the tables of a sheet, one under another, by what their headings say. */
export function findTables(grid: Grid, words: TableWords): Table[] {
  const tables: Table[] = [];
  let current: Table | undefined;
  let pending: Line[] = [];
  let covered = -1;
  for (const [index, line] of grid.lines.entries()) {
    if (line.row <= covered) continue;
    if (isHeading(grid, index, words)) {
      const table = headingAt(grid, index, words);
      covered = table.bottom;
      if (current && sameHeading(current, table)) continue;
      table.preamble = takePreamble(current, pending, table.top);
      tables.push(table);
      current = table;
      pending = [];
    } else if (current) {
      const text = line.entries[0]?.text ?? '';
      if (NOTE.test(text) || SIGNATURE.test(text)) continue;
      current.rows.push(line);
    } else {
      pending.push(line);
    }
  }
  return tables;
}

/** Whether a row is the heading of a table: enough of its cells say what stands under them. */
function isHeading(grid: Grid, index: number, words: TableWords): boolean {
  const line = grid.lines[index] as Line;
  const { entries } = line;
  if (entries.length < 2 || entries.length > 400) return false;
  let withRole = 0;
  let months = 0;
  let facts = 0;
  let units = 0;
  let strange = 0;
  let hasKey = false;
  const grouped = hasGroups(grid, line);
  if (isBanner(grid, index)) return false;
  const run = monthRun(grid, line);
  for (const { cell, text, column } of entries) {
    if (typeof cell.value !== 'string') {
      if (monthOf(text) === undefined && !run.has(column)) return false;
      months += 1;
      continue;
    }
    if (text.length > 60 || VALUE.test(text)) return false;
    if (!hasKey && words.roles.of(text).some((role) => KEY_ROLES.has(role))) hasKey = true;
    const kind = words.roles.of(text).length
      ? 'role'
      : monthOf(text) !== undefined
        ? 'month'
        : otherKind(text, withRole, words);
    if (kind === 'role') withRole += 1;
    else if (kind === 'month') months += 1;
    else if (kind === 'fact') facts += 1;
    else if (kind === 'unit') units += 1;
    else strange += 1;
    if (!grouped && strange * 2 > entries.length && strange > 8) return false;
  }
  if (hasKey && isBorneOut(grid, index, words)) return true;
  const known = entries.length - strange;
  const isCarried = (grouped && withRole > 0) || (withRole >= 2 && standsOverFigures(grid, index));
  if (months < 3 && facts < 3 && known < strange && !isCarried) return false;
  if (months >= 3 || facts >= 3) return true;
  return hasKey && withRole >= 1 && (withRole >= 2 || facts >= 2 || units >= 2 || (facts >= 1 && entries.length <= 3));
}

/** 二 | 乡镇（街道）: a line between the rows of a table, for most figures below stand under none of its words. */
function isBanner(grid: Grid, index: number): boolean {
  const line = grid.lines[index] as Line;
  const below = grid.lines[index + 1];
  if (!below || line.entries.length > 2) return false;
  const figures = below.entries.filter(({ cell }) => typeof cell.value === 'number');
  const covered = (column: number): boolean =>
    line.entries.some((entry) => {
      const merge = grid.mergeAt(entry.row, entry.column);
      return column >= entry.column && column <= (merge?.right ?? entry.column);
    });
  return figures.filter(({ column }) => !covered(column)).length >= 2;
}

const SHORTEST_RUN = 6;

/** 1 2 3 … 12 side by side in a row of names are months: the columns they stand in. */
function monthRun(grid: Grid, line: Line): Map<number, number> {
  const run = new Map<number, number>();
  let next = 1;
  let last = -1;
  for (const { text, column } of line.entries) {
    if (next > 12 || text !== String(next) || (next > 1 && column !== last + 1)) continue;
    run.set(column, next);
    last = column;
    next += 1;
  }
  const first = [...run.keys()][0];
  const above = first === undefined || line.row === 0 ? '' : grid.textAt(line.row - 1, first);
  const isNamed = /月|年/.test(above) || /^\D*$/.test(line.entries[0]?.text ?? '');
  return run.size >= SHORTEST_RUN && isNamed && run.size >= line.entries.length - 4 ? run : new Map<number, number>();
}

function monthInRun(grid: Grid, row: number, column: number): number | undefined {
  const line = grid.lines.find((one) => one.row === row);
  return line && monthRun(grid, line).get(column);
}

/** The row below has numbers under most of these words. */
function standsOverFigures(grid: Grid, index: number): boolean {
  const line = grid.lines[index] as Line;
  const below = grid.lines[index + 1]?.entries.filter((entry) => typeof entry.cell.value === 'number') ?? [];
  const columns = new Set(line.entries.map((entry) => entry.column));
  return below.filter((entry) => columns.has(entry.column)).length * 2 >= line.entries.length;
}

/** Under 单位 stand units, under 月份 months: then whatever stands beside it are headings too. */
function isBorneOut(grid: Grid, index: number, words: TableWords): boolean {
  const line = grid.lines[index] as Line;
  return line.entries.some(({ row, column, text }) => {
    const roles = words.roles.of(text);
    const isUnit = roles.includes('unit');
    const isLevel = roles.includes('level');
    if (!isUnit && !isLevel && !roles.includes('month')) return false;
    const below = grid.lines.slice(index + 1, index + 5).filter((other) => other.row > row);
    return below.some((other) => {
      const entry = grid.at(other.row, column);
      if (!entry || entry.row <= row || typeof entry.cell.value !== 'string') return false;
      if (isLevel) return /^(国家级?|省部?级|市级|中央)/.test(entry.text);
      return isUnit ? findUnit(words.rulebook, entry.text) !== undefined : monthOf(entry.text) !== undefined;
    });
  });
}

function otherKind(text: string, withRole: number, words: TableWords): 'fact' | 'unit' | undefined {
  if (isFactName(text, words.targets)) return 'fact';
  return withRole === 1 && findUnit(words.rulebook, text) ? 'unit' : undefined;
}

function isFactName(text: string, targets: Targets): boolean {
  if (text.length > 40) return false;
  const { plain } = splitHeading(text);
  return targets.byName.has(plain) || targets.decoyNames.has(plain);
}

/** A heading whose groups are merged over the columns below them: 序号 | 单位 | 互联网+监管 …. */
function hasGroups(grid: Grid, line: Line): boolean {
  return line.entries.some(({ row, column }) => {
    const merge = grid.mergeAt(row, column);
    return merge !== undefined && (merge.right > merge.left || merge.bottom > merge.top);
  });
}

function headingAt(grid: Grid, index: number, words: TableWords): Table {
  const line = grid.lines[index] as Line;
  const top = topOf(grid, index, words);
  const bottom = bottomOf(grid, index, words);
  const indexes = new Set<number>();
  for (let i = index; i >= 0 && (grid.lines[i] as Line).row >= top; i -= 1)
    addColumns(grid, grid.lines[i] as Line, indexes);
  for (let i = index; i < grid.lines.length && (grid.lines[i] as Line).row <= bottom; i += 1) {
    addColumns(grid, grid.lines[i] as Line, indexes);
  }
  const columns = [...indexes].sort((a, b) => a - b).map((column) => columnAt(grid, column, top, bottom, words));
  return { grid, top: Math.min(top, line.row), bottom, columns, rows: [], preamble: [] };
}

function addColumns(grid: Grid, line: Line, indexes: Set<number>): void {
  for (const { row, column } of line.entries) {
    const merge = grid.mergeAt(row, column);
    const right = Math.min(merge?.right ?? column, column + 400);
    for (let c = column; c <= right; c += 1) indexes.add(c);
  }
}

/** A row of group names above the row that names the columns belongs to the heading. */
function topOf(grid: Grid, index: number, words: TableWords): number {
  const line = grid.lines[index] as Line;
  const above = grid.lines[index - 1];
  const first = line.entries[0];
  if (!above || !first || above.row !== line.row - 1) return line.row;
  const isGroupRow =
    above.entries.every(
      ({ cell, text, column, row }) =>
        typeof cell.value === 'string' &&
        text.length <= 20 &&
        !/[:：]/.test(text) &&
        (column > first.column || (grid.mergeAt(row, column)?.bottom ?? row) > row),
    ) &&
    (above.entries.length > 1 || (grid.mergeAt(above.row, above.entries[0]?.column ?? 0)?.left ?? 0) > first.column);
  return isGroupRow && !words.roles.of(above.entries[0]?.text ?? '').includes('item') ? above.row : line.row;
}

function bottomOf(grid: Grid, index: number, words: TableWords): number {
  const line = grid.lines[index] as Line;
  let bottom = line.row;
  for (const { row, column } of line.entries) {
    const merge = grid.mergeAt(row, column);
    if (merge && merge.bottom - line.row < HEADING_ROWS) bottom = Math.max(bottom, merge.bottom);
  }
  if (bottom > line.row) return bottom;
  const below = grid.lines[index + 1];
  return below && below.row === line.row + 1 && isSubheading(grid, line, below, words) ? below.row : bottom;
}

/** Names under group names: nothing in the columns that are already named, only short words under the groups. */
function isSubheading(grid: Grid, line: Line, below: Line, words: TableWords): boolean {
  const named = new Set<number>();
  const groups: { left: number; right: number }[] = [];
  for (const [i, { row, column }] of line.entries.entries()) {
    const merge = grid.mergeAt(row, column);
    const next = line.entries[i + 1]?.column ?? column + 50;
    const right = merge && merge.right > column ? merge.right : next - 1;
    if (right > column && !words.roles.of(line.entries[i]?.text ?? '').includes('seq'))
      groups.push({ left: column, right });
    else named.add(column);
  }
  return (
    groups.length > 0 &&
    below.entries.length >= 2 &&
    below.entries.every(
      ({ cell, text, column }) =>
        typeof cell.value === 'string' &&
        text.length <= 40 &&
        !named.has(column) &&
        !/^[/／—–\-\d.]+%?$/.test(text) &&
        groups.some((group) => column >= group.left && column <= group.right),
    ) &&
    below.entries.some(
      ({ text }) => words.roles.of(text).length > 0 || isFactName(text, words.targets) || text.length >= 3,
    )
  );
}

function columnAt(grid: Grid, column: number, top: number, bottom: number, words: TableWords): Column {
  const path: string[] = [];
  let measureRow = '';
  for (let row = top; row <= bottom; row += 1) {
    let text = grid.textAt(row, column);
    if (!text && row < bottom && !grid.mergeAt(row, column)) text = groupLeftOf(grid, row, column, bottom);
    if (text && path[path.length - 1] !== text) path.push(text);
  }
  const last = path[path.length - 1] ?? '';
  if (path.length > 1 && /^[(（]?(%|％|个|项|次|件|起|是\/否|日期)[)）]?$/.test(last)) measureRow = path.pop() ?? '';
  const leafText = path[path.length - 1] ?? '';
  const { plain, measure } = splitHeading(leafText);
  const month = monthOf(leafText) ?? (/^\d{1,2}$/.test(leafText) ? monthInRun(grid, bottom, column) : undefined);
  return {
    index: column,
    path,
    leaf: plain,
    measure: measure || measureRow.replace(/[()（）]/g, '').normalize('NFKC'),
    roles: words.roles.of(leafText),
    ...(month === undefined ? {} : { month }),
  };
}

/** An unmerged group name reaches over the empty cells to its right, as far as the row below has names. */
function groupLeftOf(grid: Grid, row: number, column: number, bottom: number): string {
  if (!grid.own(bottom, column)?.text) return '';
  for (let c = column - 1; c >= 0 && c > column - 40; c -= 1) {
    const text = grid.textAt(row, c);
    if (text) return grid.own(bottom, c)?.text && !grid.mergeAt(row, c) ? text : '';
    if (!grid.own(bottom, c)?.text) return '';
  }
  return '';
}

function sameHeading(a: Table, b: Table): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column.index === b.columns[i]?.index && column.leaf === b.columns[i]?.leaf) &&
    (a.rows[a.rows.length - 1]?.entries.length ?? 2) > 1
  );
}

/** The lines just above a heading that are its title, taken off the table before it. */
function takePreamble(before: Table | undefined, pending: Line[], top: number): Line[] {
  if (!before) return pending.filter((line) => line.row < top);
  const taken: Line[] = [];
  while (before.rows.length && taken.length < 6) {
    const line = before.rows[before.rows.length - 1] as Line;
    const isTitle = line.row >= top || line.entries.length === 1 || line.entries.every(isLabel);
    if (!isTitle) break;
    taken.unshift(line);
    before.rows.pop();
  }
  return taken.filter((line) => line.row < top);
}

function isLabel({ text }: Entry): boolean {
  return /[:：]/.test(text);
}

/** total: a sum of rows; part: 其中, counted in another row; average: not a sum. */
export type RowKind = 'total' | 'subtotal' | 'part' | 'average' | 'plain';

/** What a row is by its first words. */
export function rowKind(line: Line): RowKind {
  for (const { cell, text, column } of line.entries.slice(0, 3)) {
    if (typeof cell.value !== 'string') continue;
    const plain = splitHeading(text).plain;
    if (
      /^(合计|总计|共计|总合计|全县合计|全县总计|全县|自评得分合计|自评总分|总分|合计得分|得分合计|自评合计)$/.test(
        plain,
      )
    )
      return 'total';
    if (/小计$/.test(plain) || (/合计$/.test(plain) && plain.length <= 10)) return 'subtotal';
    if (/^其中/.test(plain)) return 'part';
    if (/^(全县)?平均(值|数|分)?$/.test(plain)) return 'average';
    if (column > (line.entries[0]?.column ?? 0) + 2) break;
  }
  return 'plain';
}

/** The first column with a role. */
export function columnFor(table: Table, role: Role): Column | undefined {
  return table.columns.find((column) => column.roles.includes(role));
}

/** All columns with a role. */
export function columnsFor(table: Table, role: Role): Column[] {
  return table.columns.filter((column) => column.roles.includes(role));
}
