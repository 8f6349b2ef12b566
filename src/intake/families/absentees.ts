import type { SheetContext } from '../answers';
import { joinCells, type Line } from '../grid';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { factTarget, type Target } from '../targets';
import { plainText } from '../text';
import { endsLikeUnit } from '../unit-column';

interface Absence {
  row: number;
  column: number;
}

const SEPARATOR = /[、,，;；/\n]|\s{2,}/;
const NOBODY = /^(无|没有|全部?到会|全到|均参加|[/／—–-]+|0)$/;

/** A row per meeting with the units that stayed away, named one after another in a cell. */
export function readAbsentees(context: SheetContext, table: Table): void {
  const { reading, grid } = context;
  const column = columnFor(table, 'absentees');
  const register = reading.vocabulary.registers.attendance;
  const target = factTarget(reading.targets, register.item, register.absences);
  if (!column || !target) return;
  const byUnit = new Map<string, Absence[]>();
  const invited = invitedIn(context, table);
  const untold = untoldIn(context, table, column);
  for (const line of table.rows) {
    const text = grid.textAt(line.row, column.index);
    if (rowKind(line) !== 'plain' || text === '' || saysNobody(text)) continue;
    const place = { row: line.row, column: column.index };
    const absent = new Set<string>();
    for (const name of namesIn(text)) {
      const unit = reading.mention(name.replace(/[(（].*$/, ''), reading.source(grid, place.row, place.column));
      if (unit && !isExcused(context, name, unit, place) && !wasNotAsked(context, line, unit, place)) absent.add(unit);
    }
    for (const unit of absent) byUnit.set(unit, [...(byUnit.get(unit) ?? []), place]);
  }
  // Asked to come and never named among those who stayed away.
  for (const [unit, places] of invited) {
    if (byUnit.has(unit)) continue;
    claimAbsences(context, target, unit, places, places.some(({ row }) => untold.has(row)) ? undefined : 0);
  }
  for (const [unit, places] of byUnit) claimAbsences(context, target, unit, places, places.length);
}

function claimAbsences(
  { reading, grid }: SheetContext,
  target: Target,
  unit: string,
  places: Absence[],
  absences: number | undefined,
): void {
  reading.claim(
    {
      unit,
      voice: 'office',
      confidence: 0.9,
      source: reading.sourceAt(grid, joinCells(places)),
      raw: places.map(({ row, column: at }) => grid.textAt(row, at)).join('；'),
      linkable: false,
    },
    target.item,
    target.fact,
    absences === undefined
      ? { state: 'missing', code: 'unreadable', problem: '有的会议没有写明哪些单位缺席。' }
      : { state: 'value', value: absences },
    { hidden: places.some(({ row, column: at }) => grid.isHidden(row, at)), expected: false },
  );
}

/** Such a register lists who was absent, and no unit has a row of its own. */
export function listsAbsentees(table: Table): boolean {
  const unit = columnFor(table, 'unit');
  return (
    columnFor(table, 'absentees') !== undefined && (!unit || holdsLists(table, unit, INVITED.test(unit.leaf) ? 2 : 3))
  );
}

/** 匡远、南羊、狗街: several names in a cell. */
function holdsLists({ grid, rows }: Table, { index }: Column, least: number): boolean {
  const texts = rows.map(({ row }) => grid.textAt(row, index)).filter((text) => text);
  return texts.filter((text) => namesIn(text).length >= least).length * 2 > texts.length;
}

function saysNobody(text: string): boolean {
  return NOBODY.test(plainText(text) || text);
}

/** The rows of meetings that do not tell who stayed away: 待统计, or nothing where others say 无. */
function untoldIn({ reading, grid }: SheetContext, { rows }: Table, { index }: Column): Set<number> {
  const texts = new Map(rows.map(({ row }) => [row, grid.textAt(row, index)]));
  const isBlankUntold = [...texts.values()].some(saysNobody);
  const tells = (text: string): boolean =>
    text === ''
      ? !isBlankUntold
      : saysNobody(text) ||
        namesIn(text).some((name) => reading.unitNamed(name.replace(/[(（].*$/, '')) || endsLikeUnit(name));
  return new Set([...texts].filter(([, text]) => !tells(text)).map(([row]) => row));
}

const INVITED = /应到|应参会|应参加|应出席/;
/** 取消, 延期: nobody could come. */
const CANCELLED = /取消|延期|改期|未召开/;

/** The units that each meeting was called for, with the cells that say so, where a column names them. */
function invitedIn({ reading, grid }: SheetContext, table: Table): Map<string, Absence[]> {
  const invited = new Map<string, Absence[]>();
  const column = table.columns.find((one) => INVITED.test(one.leaf) && holdsLists(table, one, 2));
  if (!column) return invited;
  for (const { row, entries } of table.rows) {
    if (entries.some(({ text }) => CANCELLED.test(text))) continue;
    for (const name of namesIn(grid.textAt(row, column.index))) {
      const unit = reading.unitNamed(name.replace(/[(（].*$/, ''));
      if (unit) invited.set(unit, [...(invited.get(unit) ?? []), { row, column: column.index }]);
    }
  }
  return invited;
}

const NOT_ASKED = /^(?:未|没有?)(?:予|获)?(?:通知|邀请)/;

/** 未通知 in its row: who was not asked to come did not stay away. */
function wasNotAsked({ reading, grid }: SheetContext, line: Line, unit: string, place: Absence): boolean {
  if (!line.entries.some(({ text }) => NOT_ASKED.test(text))) return false;
  const { item, absences } = reading.vocabulary.registers.attendance;
  reading.findings.push({
    code: 'not-asked-to-come',
    severity: 'warning',
    source: reading.source(grid, place.row, place.column),
    message: `“${unit}”这一次注明没有通知参会，没有计入缺席。`,
    remedy: '如果应当参会，请更正后重新读取。',
    item,
    fact: absences,
    unit,
  });
  return true;
}

function namesIn(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((name) =>
      name
        .trim()
        .replace(/^(?:共?\d+[个家][:：]?|[(（]?\d+[)）.．、])/, '')
        .replace(/(?:等\d*[个家]单位|。)$/, ''),
    )
    .filter((name) => name !== '');
}

/** 县统计局（请假）: the rules do not say whether that counts. */
function isExcused({ reading, grid }: SheetContext, name: string, unit: string, place: Absence): boolean {
  if (!/请假/.test(name)) return false;
  const { item, absences } = reading.vocabulary.registers.attendance;
  reading.findings.push({
    code: 'excused-absence',
    severity: 'warning',
    source: reading.source(grid, place.row, place.column),
    message: `“${unit}”请假，细则没有说请假是否算不参加，暂未计入缺席。`,
    remedy: '请核定这次请假是否计入缺席次数。',
    item,
    fact: absences,
    unit,
  });
  return true;
}
