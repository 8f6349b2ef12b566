import type { SheetContext } from '../answers';
import { joinCells, type Line } from '../grid';
import { columnFor, rowKind, type Table } from '../tables';
import { factTarget } from '../targets';
import { plainText } from '../text';

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
  for (const line of table.rows) {
    const text = grid.textAt(line.row, column.index);
    if (rowKind(line) !== 'plain' || text === '' || NOBODY.test(plainText(text) || text)) continue;
    const place = { row: line.row, column: column.index };
    const absent = new Set<string>();
    for (const name of namesIn(text)) {
      const unit = reading.mention(name.replace(/[(（].*$/, ''), reading.source(grid, place.row, place.column));
      if (unit && !isExcused(context, name, unit, place) && !wasNotAsked(context, line, unit, place)) absent.add(unit);
    }
    for (const unit of absent) byUnit.set(unit, [...(byUnit.get(unit) ?? []), place]);
  }
  for (const [unit, places] of byUnit) {
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
      { state: 'value', value: places.length },
      { hidden: places.some(({ row, column: at }) => grid.isHidden(row, at)), expected: false },
    );
  }
}

/** Such a register lists who was absent, and no unit has a row of its own. */
export function listsAbsentees(table: Table): boolean {
  return columnFor(table, 'absentees') !== undefined && columnFor(table, 'unit') === undefined;
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
