import type { SheetContext } from '../answers';
import { joinCells, type Line } from '../grid';
import { columnFor, columnsFor, rowKind, type Column, type Table } from '../tables';
import { factTarget } from '../targets';
import { legendOf, presenceOf, type Presence } from './presence';
import { noteFormulaError } from '../spoilt-cells';
import { saysMostly, unitColumns } from '../units-across';
import { unitAt } from '../unit-column';
import { monthOf } from '../roles';
import { plainText } from '../text';
import { readNumber } from '../values';

/** Who came to the meetings: a row per unit and meeting, or a column per meeting. */
export function readAttendance(context: SheetContext, table: Table): void {
  const unitColumn = columnFor(table, 'unit');
  if (!unitColumn) {
    readUnitsAcross(context, table);
    return;
  }
  const columns = attendanceColumns(context, table);
  const byUnit = new Map<string, { line: Line; column: Column }[]>();
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const unit =
      unitAt(context, line, unitColumn) ?? context.reading.unitNamed(context.grid.textAt(line.row, unitColumn.index));
    if (!unit) continue;
    const places = byUnit.get(unit) ?? [];
    for (const column of columns) places.push({ line, column });
    byUnit.set(unit, places);
  }
  const legend = legendOf(context);
  const marked = new Set(columns.filter((column) => saysWhoCame(context, table, column, legend)));
  for (const [unit, places] of byUnit) {
    const own = ownCount(context, table, places);
    const absences = claimAbsences(context, unit, places, marked, legend, own);
    if (own && absences !== undefined) compareCount(context, unit, own, absences);
  }
}

/** A register of attendance has a column for it, or several columns of √ and × under meetings. */
export function isAttendance(context: SheetContext, table: Table): boolean {
  if (columnFor(table, 'unit')) return attendanceColumns(context, table).length > 0;
  const units = isAboutMeetings(context, table) ? unitColumns(context, table) : [];
  return units.length > 0 && saysMostly(context, table, units, (text) => presenceOf(text) !== 'unknown');
}

/** A row per meeting, a column per unit. */
function readUnitsAcross(context: SheetContext, table: Table): void {
  const { reading, grid } = context;
  const units = unitColumns(context, table);
  const lines = table.rows.filter((line) => rowKind(line) === 'plain' && line.entries.length > 1);
  const legend = legendOf(context);
  const marked = new Set(
    units.map(({ column }) => column).filter((column) => saysWhoCame(context, table, column, legend)),
  );
  for (const { column, name, unit } of units) {
    reading.mention(name, reading.source(grid, table.bottom, column.index));
    const places = lines.map((line) => ({ line, column }));
    claimAbsences(context, unit, places, marked, legend);
  }
}

function isAboutMeetings({ grid }: SheetContext, { preamble }: Table): boolean {
  const title = [...preamble.flatMap((line) => line.entries.map((entry) => entry.text)), grid.sheet.name].join('');
  return /会议|推进会|参会|签到|到会|考勤/.test(title);
}

/** Marks of who came under meetings that are called by their months, on a sheet about meetings. */
export function hasMeetings(context: SheetContext, table: Table): boolean {
  const columns = table.columns.filter(({ month }) => month !== undefined);
  return columns.length >= 3 && isAttendance(context, table);
}

function attendanceColumns(context: SheetContext, table: Table): Column[] {
  const named = columnsFor(table, 'attendance');
  if (named.length) return named;
  if (!isAboutMeetings(context, table)) return [];
  const legend = legendOf(context);
  return table.columns.filter((column) => {
    if (column.roles.length && !column.roles.includes('meeting')) return false;
    if (
      column.month === undefined &&
      monthOf(column.leaf) === undefined &&
      !/会|次|季度|\d月/.test(column.path.join(''))
    )
      return false;
    const texts = table.rows.map((line) => context.grid.textAt(line.row, column.index)).filter((text) => text);
    const spoken = texts.filter((text) => presenceOf(text, legend) !== 'unknown');
    return spoken.length > 0 && spoken.length * 2 >= texts.length;
  });
}

/** Who came is marked, not only who did not: then nothing at all tells nothing. */
function saysWhoCame({ grid }: SheetContext, table: Table, column: Column, legend: Map<string, Presence>): boolean {
  if (column.leaf.includes('缺席')) return false;
  return table.rows.some(({ row }) => {
    const text = grid.textAt(row, column.index);
    return presenceOf(text, legend) === 'present' || isSignature(column, text);
  });
}

/** Under 签到 and 签名 stands the name of who came. */
function isSignature({ leaf }: Column, text: string): boolean {
  return (
    /签/.test(leaf) && /^[\u4e00-\u9fa5·]{2,4}(?:[(（]代[^)）]*[)）])?$/.test(text) && presenceOf(text) === 'unknown'
  );
}

const OWN_COUNT = /^(?:缺席|未参加|未参会|未到会?|缺会|缺勤)(?:会议)?(?:次数|数|合计|小计)?$/;

/** How often a unit was absent by the register's own count. */
interface OwnCount {
  row: number;
  column: Column;
  told: number;
}

function ownCount(
  { grid }: SheetContext,
  table: Table,
  places: { line: Line; column: Column }[],
): OwnCount | undefined {
  const [first, ...others] = new Set(places.map(({ line }) => line));
  const column = table.columns.find((one) => OWN_COUNT.test(plainText(one.leaf)));
  if (!column || !first || others.length || places.some((place) => place.column === column)) return undefined;
  const told = readNumber(grid.textAt(first.row, column.index))?.value;
  return told === undefined ? undefined : { row: first.row, column, told };
}

/** Holds that count against the marks. */
function compareCount(
  { reading, grid }: SheetContext,
  unit: string,
  { row, column, told }: OwnCount,
  absences: number,
): void {
  if (told === absences) return;
  reading.findings.push({
    code: 'absences-differ',
    severity: 'warning',
    source: reading.source(grid, row, column.index),
    message: `“${unit}”的“${plainText(column.leaf)}”填的是${told}，逐次记录里缺席${absences}次，按逐次记录计。`,
    remedy: '请核对签到情况，改正其中一处。',
    unit,
  });
}

/** Claims how often a unit was absent, and returns it where every meeting tells; where not all do, the register's own count stands. */
function claimAbsences(
  context: SheetContext,
  unit: string,
  places: { line: Line; column: Column }[],
  marked: Set<Column>,
  legend: Map<string, Presence>,
  own?: OwnCount,
): number | undefined {
  const { reading, grid } = context;
  const register = reading.vocabulary.registers.attendance;
  const target = factTarget(reading.targets, register.item, register.absences);
  if (!target) return undefined;
  const seen = places.map(({ line, column }) => {
    const asks = column.leaf.includes('缺席');
    const text = grid.textAt(line.row, column.index);
    const isSpoilt = noteFormulaError(context, grid.at(line.row, column.index), `“${unit}”参会情况`);
    const presence = isSignature(column, text) ? 'present' : presenceOf(text, legend);
    const turned = asks && /^(是|√|✓)$/.test(text) ? 'absent' : asks && /^(否|×|✗)$/.test(text) ? 'present' : presence;
    return { row: line.row, text, presence: text ? turned : ('unknown' as const), isSpoilt, column };
  });
  const counted = seen
    .filter((one) => (one.text !== '' || one.isSpoilt || marked.has(one.column)) && one.presence !== 'notInvited')
    .map((one) => ({ ...one, column: one.column.index }));
  if (!counted.length) return undefined;
  for (const one of counted.filter((place) => place.presence === 'excused')) {
    reading.findings.push({
      code: 'excused-absence',
      severity: 'warning',
      source: reading.source(grid, one.row, one.column),
      message: `“${unit}”请假，细则没有说请假是否算不参加，暂未计入缺席。`,
      remedy: '请核定这次请假是否计入缺席次数。',
      item: target.item.id,
      fact: target.fact.id,
      unit,
    });
  }
  const unclear = counted.some((one) => one.presence === 'unknown');
  if (unclear && own) {
    const at = { row: own.row, column: own.column.index };
    const source = reading.source(grid, at.row, at.column);
    const about = { unit, voice: 'office' as const, confidence: 0.9, source, raw: String(own.told), linkable: true };
    const hidden = grid.isHidden(at.row, at.column);
    reading.claim(about, target.item, target.fact, { state: 'value', value: own.told }, { hidden });
    return undefined;
  }
  const absences = counted.filter((one) => one.presence === 'absent').length;
  reading.claim(
    {
      unit,
      voice: 'office',
      confidence: 0.9,
      source: reading.sourceAt(grid, joinCells(counted)),
      raw: counted.map((one) => one.text).join('、'),
      linkable: false,
    },
    target.item,
    target.fact,
    unclear
      ? { state: 'missing', code: 'unreadable', problem: '参会情况里有空白或看不明白的字样。' }
      : { state: 'value', value: absences },
    { hidden: counted.some((one) => grid.isHidden(one.row, one.column)) },
  );
  return unclear ? undefined : absences;
}
