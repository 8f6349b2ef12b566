import { isMostly, isUnit, LOOKED_AT, ownText, textsIn, withoutNumber } from './column-texts';
import { settleForm } from './form/settle-columns';
import { speaksOfFact } from './heading-scores';
import { settleLedger } from './ledger-columns';
import { monthOf, type Role } from './roles';
import { readNumber } from './values';
import type { Column, Table, TableWords } from './tables';

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
  for (const [i, column] of table.columns.entries())
    if (column.roles.includes('measure') && isMostly(held[i] ?? [], (text) => MEASURE.test(text.normalize('NFKC'))))
      takeRole(table, column, 'unit');
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

/** 单位 over these is a measure, and nobody's name. */
const MEASURE = /^(?:%|个?百分点|[个件次起条项家户人天场处种类分轮]|人次|个月|个?工作日|日期|是\/否)$/;

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
