import { findUnit } from '../rulebook/units';
import { settleForm } from './form/settle-columns';
import type { Line } from './grid';
import { columnAt } from './heading-rows';
import { speaksOfFact } from './heading-scores';
import { settleLedger } from './ledger-columns';
import { monthOf, type Role } from './roles';
import { readNumber } from './values';
import type { Column, Table, TableWords } from './tables';

/** So many rows tell what a column holds. */
const LOOKED_AT = 40;
/** A form with one of these says itself where its names are. */
const FORM: Role[] = ['goal', 'progress', 'clause', 'self', 'problem', 'month', 'form'];

/**
 * What stands in a column outweighs its heading: 单位 over 件 and 次 is a measure, 考评对象 over names of units is the
 * unit, a column of names of figures is the indicator whatever is written over it.
 */
export function settleRoles(table: Table, words: TableWords): void {
  const held = table.columns.map((column) => textsIn(table, column));
  const units = table.columns.filter(
    (column, i) =>
      isMostly(held[i] ?? [], (text) => isUnit(text, words)) && !isSectionColumn(table, column, held[i] ?? [], words),
  );
  const named = units.filter(({ roles }) => roles.includes('unit'));
  const unheaded = units.find((column) => mayBeUnits(table, column));
  if (unheaded && !named.length) giveRole(table, unheaded, 'unit');
  if (named.length) {
    for (const column of table.columns) if (!units.includes(column)) takeRole(table, column, 'unit');
  }
  for (const [i, column] of table.columns.entries()) {
    // 通报单位 is who was criticised, or who did it.
    if (column.roles.includes('origin') && !(held[i] ?? []).some((text) => isUnit(text, words)))
      takeRole(table, column, 'unit');
    // 名称 under 分子 names what a share is made of.
    if (column.path.length > 1 && /^分[子母]/.test(column.path[0] ?? '')) takeRole(table, column, 'indicator');
    if (column.roles.includes('goal') && holdsFigures(table, column)) change(table, column, ['aim']);
  }
  if (!table.columns.some(({ roles, month }) => roles.includes('month') || month !== undefined)) {
    const months = table.columns.find(
      ({ leaf }, i) => leaf.includes('月') && isMostly(held[i] ?? [], (text) => monthOf(text) !== undefined),
    );
    if (months) giveRole(table, months, 'month');
  }
  settleLedger(table, words);
  settleUnitsAcross(table, words);
  if (!isRegister(table)) settleForm(table, words);
  if (table.columns.some(({ roles }) => roles.some((role) => FORM.includes(role)))) return;
  const isNamesOfFigures = (column: Column): boolean =>
    isMostly(held[table.columns.findIndex(({ index }) => index === column.index)] ?? [], (text) =>
      speaksOfFact(withoutNumber(text), words.targets),
    );
  const indicators = table.columns.filter(({ roles }) => roles.includes('indicator'));
  if (indicators.length > 1) dropGroups(table, indicators, isNamesOfFigures);
  if (indicators.length || (units.length && !isList(table))) return;
  const names = table.columns.filter(
    (column) => !units.includes(column) && !column.roles.includes('seq') && isNamesOfFigures(column),
  );
  // Of a group and what stands in it, the names are to the right.
  const column = names[names.length - 1];
  if (column) giveRole(table, column, 'indicator');
}

/** 考核目标 over 100, 96 and — is what is aimed at, and no task in words. */
function holdsFigures({ grid, rows }: Table, { index }: Column): boolean {
  const texts = rows.map(({ row }) => grid.textAt(row, index)).filter((text) => text !== '');
  const figures = texts.filter((text) => readNumber(text) !== undefined);
  return figures.length >= 2 && figures.length * 2 > texts.filter((text) => !/^[\s/／—–-]+$/.test(text)).length;
}

/** Units that only some rows name are no row's own: 迟到, 缺席单位. */
function mayBeUnits(table: Table, column: Column): boolean {
  if (/缺席|未到|迟到|早退|请假|未参|机关|来源|发文/.test(column.leaf)) return false;
  return textsIn(table, column).length * 2 >= Math.min(table.rows.length, LOOKED_AT);
}

/** Under units side by side, whatever stands below their names, the text left of them names the rows. */
function settleUnitsAcross(table: Table, words: TableWords): void {
  const isName = ({ path }: Column): boolean => path.slice(-2).some((text) => isUnit(text, words));
  if (table.columns.filter(isName).length < 2) return;
  addUnheaded(table, table.columns.find(isName) as Column);
  const first = table.columns.findIndex(isName);
  if (first < 1) return;
  if (table.columns.some(({ roles }) => [...FORM, 'indicator'].some((role) => roles.includes(role)))) return;
  const left = table.columns.slice(0, first).filter((column) => !column.roles.includes('seq'));
  const names = left.filter(({ roles }) => !roles.includes('measure')).at(-1) ?? left.at(-1);
  if (names && textsIn(table, names).length) giveRole(table, names, 'indicator');
}

/** Names of rows under an empty corner: a column without a heading. */
function addUnheaded(table: Table, first: Column): void {
  const index = first.index - 1;
  if (index < 0 || table.columns[0] !== first) return;
  const column: Column = { index, path: [], leaf: '', measure: '', roles: [] };
  if (textsIn(table, column).length * 2 > Math.min(table.rows.length, LOOKED_AT)) table.columns.unshift(column);
}

const OF_REGISTERS: Role[] = ['problem', 'form', 'attendance', 'received', 'deadline'];
const OF_SELF_ASSESSMENTS: Role[] = ['goal', 'clause', 'progress', 'self'];

/** A row per unit and event is no form, however much its sentences are like the rulebook's. */
function isRegister({ columns }: Table): boolean {
  const has = (roles: Role[]): boolean => columns.some((column) => column.roles.some((role) => roles.includes(role)));
  return has(['unit']) && has(OF_REGISTERS) && !has(OF_SELF_ASSESSMENTS);
}

/** Units that stand alone in their rows name what follows them, whatever column they begin in. */
function isSectionColumn(table: Table, column: Column, texts: string[], words: TableWords): boolean {
  const beside = table.rows.filter(({ entries }) => entries.length > 1).slice(0, LOOKED_AT);
  const filled = beside.flatMap(({ row }) => table.grid.at(row, column.index)?.text || []);
  return filled.length > texts.length && !filled.some((text) => isUnit(text, words));
}

/** Tables side by side, each with its own column of units and figures of its own, are as many tables. */
export function splitSideBySide(table: Table, words: TableWords): Table[] {
  const { columns } = table;
  const units = [...columns.keys()].filter((i) => isUnits(table, columns[i] as Column, words));
  const starts = units.map((at, i) => startOf(table, at, units[i - 1] ?? -1));
  const [first, ...others] = starts;
  if (
    first === undefined ||
    !others.length ||
    !others.every((start, i) => startsAnew(table, units[i + 1] as number, start))
  )
    return [table];
  const blocks = starts.map((start, i) => columns.slice(i ? start : 0, starts[i + 1]));
  const hasFigures = blocks.every((block) =>
    block.some(
      (column) => !column.roles.some((role) => ['seq', 'unit', 'remark'].includes(role)) && column.leaf !== '',
    ),
  );
  if (!hasFigures || !(differ(table, units) || beginApart(table, units, words))) return [table];
  return blocks.map((block) => {
    const own = withOwnHeading(table, block, words);
    const preamble = table.preamble.map((line) => overBlock(line, block));
    return {
      ...own,
      rows: own.rows.map((line) => inBlock(line, block)).filter(({ entries }) => entries.length),
      preamble,
    };
  });
}

/** So many columns may stand left of the units of a table beside another: 序号, 分中心. */
const MOST_BEFORE_UNITS = 2;

/** Where a table begins: with the numbers of its rows, or after the gap a little left of its units. */
function startOf(table: Table, unit: number, before: number): number {
  for (let at = unit; at > before + 1 && unit - at <= MOST_BEFORE_UNITS; at -= 1) if (isAfterGap(table, at)) return at;
  return table.columns[unit - 1]?.roles.includes('seq') ? unit - 1 : unit;
}

/** Nothing stands in the columns right before it, neither a heading nor anything below. */
function isAfterGap({ columns, rows, grid }: Table, at: number): boolean {
  const [before, own] = [columns[at - 1], columns[at]];
  if (!before || !own || before.index >= own.index - 1) return false;
  return rows.slice(0, LOOKED_AT).every(({ row }) => grid.textAt(row, own.index - 1) === '');
}

/** One of several tables side by side: its heading may have fewer rows than its neighbour's, and its first rows begin beside that. */
function withOwnHeading(table: Table, block: Column[], words: TableWords): Table {
  const { grid, top } = table;
  let { bottom } = table;
  const beginsAt = (row: number): boolean =>
    block.some(({ index }) => findUnit(words.rulebook, grid.own(row, index)?.text ?? '') !== undefined);
  while (bottom > top && beginsAt(bottom)) bottom -= 1;
  if (bottom === table.bottom) return { ...table, columns: block };
  return {
    ...table,
    bottom,
    columns: block.map(({ index }) => columnAt(grid, index, top, bottom, words)),
    rows: [...grid.lines.filter(({ row }) => row > bottom && row <= table.bottom), ...table.rows],
  };
}

function isUnits(table: Table, column: Column, words: TableWords): boolean {
  const texts = textsIn(table, column).filter((text) => !/^(?:合计|小计|总计|平均)/.test(text));
  return isMostly(texts, (text) => isUnit(text, words));
}

/** A new table begins with numbers of rows, after a gap, or with the heading that the first one begins with. */
function startsAnew(table: Table, unit: number, start: number): boolean {
  const { columns } = table;
  const first = columns.find(({ roles }) => roles.includes('unit'));
  return start < unit || isAfterGap(table, start) || columns[start]?.leaf === first?.leaf;
}

/** 单位全称 and 单位简称 say the same row by row; tables side by side do not. */
function differ({ rows, grid, columns }: Table, units: number[]): boolean {
  return rows.some(({ row }) => new Set(units.map((at) => grid.textAt(row, columns[at]?.index ?? 0))).size > 1);
}

/** A unit stands in a row that is part of the heading for its neighbour. */
function beginApart({ grid, top, bottom, columns }: Table, units: number[], { rulebook }: TableWords): boolean {
  const heading = grid.lines.filter(({ row }) => row > top && row <= bottom);
  return heading.some(({ row }) =>
    units.some((at) => findUnit(rulebook, grid.own(row, columns[at]?.index ?? 0)?.text ?? '')),
  );
}

/** What stands above one of several tables side by side, and what stands above all of them. */
function overBlock(line: Line, block: Column[]): Line {
  const own = inBlock(line, block);
  return own.entries.length && line.entries.length > 1 ? own : line;
}

/** What stands in a line under one of several tables: 合计 beside it makes no sum of its row. */
function inBlock(line: Line, block: Column[]): Line {
  const [left, right] = [block[0]?.index ?? 0, block[block.length - 1]?.index ?? 0];
  return { ...line, entries: line.entries.filter(({ column }) => column >= left && column <= right) };
}

/** A row per unit and figure: units come again and again. */
function isList(table: Table): boolean {
  return table.columns.some(({ roles }) => roles.includes('value')) && table.columns.length <= 8;
}

/** 项目 | 指标 | 数值: what stands left of the names of figures is their group. */
function dropGroups(table: Table, all: Column[], isNames: (column: Column) => boolean): void {
  for (const [i, column] of all.entries()) {
    const next = all[i + 1];
    if (!next || next.index !== column.index + 1 || !isGroupOf(table, column, next)) continue;
    makeGroup(table, column);
  }
  const indicators = table.columns.filter(({ roles }) => roles.includes('indicator'));
  const names = indicators.filter(isNames);
  if (indicators.length < 2 || !names.length) return;
  for (const column of indicators) {
    const next = table.columns.find(({ index }) => index > column.index);
    if (names.includes(column) && !(next && names.includes(next))) continue;
    takeRole(table, column, 'indicator');
    if (next && indicators.includes(next)) giveRole(table, column, 'group');
  }
}

/** One name on the left for several on the right, again and again: the left ones are groups, whatever words they hold. */
function isGroupOf(table: Table, left: Column, right: Column): boolean {
  const names = table.rows.filter((line) => ownText(table, line, right) !== '');
  const starts = names.filter(({ row }) => table.grid.own(row, left.index)?.text).length;
  return starts > 0 && starts * 3 <= names.length * 2;
}

function textsIn(table: Table, column: Column): string[] {
  const texts: string[] = [];
  for (const line of table.rows.slice(0, LOOKED_AT)) {
    const text = ownText(table, line, column);
    if (text) texts.push(text);
  }
  return texts;
}

function ownText(table: Table, line: Line, column: Column): string {
  const entry = table.grid.at(line.row, column.index);
  return entry && typeof entry.cell.value === 'string' ? entry.text : '';
}

function isMostly(texts: string[], holds: (text: string) => boolean): boolean {
  if (!texts.length) return false;
  return texts.filter(holds).length * 2 > texts.length;
}

/** A unit, or several that a row speaks of: 县水务局、县交运局. */
function isUnit(text: string, { rulebook }: TableWords): boolean {
  return findUnit(rulebook, text) !== undefined || text.split(/[、，,；;\n]/).every((name) => findUnit(rulebook, name));
}

function withoutNumber(text: string): string {
  return text
    .replace(/^\s*(其中\s*[:：]?)?\s*[(（]?([\d一二三四五六七八九十]{1,3})[)）]?[.、．:：]\s*/, '')
    .replace(/[:：]$/, '');
}

function giveRole(table: Table, column: Column, role: Role): void {
  change(table, column, [role, ...column.roles.filter((one) => one !== role && one !== 'value')]);
}

/** It names what stands to the right of it, and no figure itself. */
function makeGroup(table: Table, column: Column): void {
  change(table, column, ['group', ...column.roles.filter((role) => !['group', 'indicator', 'value'].includes(role))]);
}

function takeRole(table: Table, column: Column, role: Role): void {
  if (column.roles.includes(role))
    change(
      table,
      column,
      column.roles.filter((one) => one !== role),
    );
}

function change(table: Table, column: Column, roles: Role[]): void {
  table.columns = table.columns.map((one) => (one.index === column.index ? { ...one, roles } : one));
}
