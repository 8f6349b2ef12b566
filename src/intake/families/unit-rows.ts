import { recordAnswers, type Answer, type SheetContext } from '../answers';
import type { Entry, Line } from '../grid';
import { itemBefore, itemByReference } from '../items';
import type { Item, Rulebook } from '../../rulebook/model';
import { matchHeadings, type Heading, type Meaning } from '../headings';
import { noteNotRead } from '../not-read';
import type { Reading } from '../reading';
import { speaksOfFact } from '../heading-scores';
import { standingOf } from '../subheadings';
import { countingPeriod, namesItsPart, periodOf, withoutPeriod } from '../periods';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { isOfAnotherYear, plainText, splitHeading } from '../text';
import { addColumnTotals } from '../totals';
import { percentScale, shorten, type PercentScale } from '../values';
import { unitAt } from '../unit-column';
import { quarterOf } from './receipts';

const NOT_VALUES = ['seq', 'unit', 'remark', 'indicator', 'measure', 'total', 'evidence', 'month', 'quarter'];

/** The columns that may hold figures of this year; of a figure given for several parts of the year the one that counts. */
function valueColumns(context: SheetContext, table: Table): Column[] {
  const { year } = context.reading.rulebook;
  const isValue = ({ roles, path }: Column): boolean =>
    (path.length > 1 && periodOf(path[path.length - 1] ?? '') !== undefined) ||
    !roles.some((role) => NOT_VALUES.includes(role));
  const columns = table.columns.filter(
    (column) => isValue(column) && !isOfAnotherYear(column.path.join(' '), year) && !isBeside(column, year),
  );
  const arePeriods = columns.every(isPeriod);
  const split = (column: Column): ReturnType<typeof withoutPeriod> => {
    const period = arePeriods ? periodOf(column.path[0] ?? '') : undefined;
    return period ? { path: [], period } : withoutPeriod(column);
  };
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const key = split(column).path.join('\n');
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()].flatMap((group) => {
    const periods = group.flatMap((of) => {
      const { period } = split(of);
      return period ? [{ period, of }] : [];
    });
    if (group.length < 2 || periods.length < group.length) {
      const [part] = group.filter(namesItsPart);
      if (part && group.every(namesItsPart)) notePartsOnly(context, part, table.bottom);
      return group.filter((one) => !isTotal(one) && !namesItsPart(one));
    }
    const counting = countingPeriod(periods);
    if (!counting) notePartsOnly(context, group[0] as Column, table.bottom);
    return counting ? [counting] : [];
  });
}

/** 9月, 全年 with no name of a figure above it: the title says what the table tells. */
function isPeriod({ path }: Column): boolean {
  return path.length === 1 && periodOf(path[0] ?? '') !== undefined;
}

/** 2022年, 增减, 目标值, 不实 under the name of a figure: another figure than the one that counts. */
function isBeside({ path }: Column, year: number): boolean {
  return path.length > 1 && standingOf(path[path.length - 1] ?? '', year) === 'beside';
}

/** 合计 over nothing but itself is a sum of other columns. */
function isTotal({ roles }: Column): boolean {
  return roles.some((role) => NOT_VALUES.includes(role));
}

/** Figures of single months or quarters, and none of the year. */
export function notePartsOnly({ reading, grid }: SheetContext, column: Column, row: number): void {
  const name = withoutPeriod(column).path.join(' ') || column.path.join(' ');
  reading.findings.push({
    code: 'parts-of-year',
    severity: 'warning',
    source: reading.source(grid, row, column.index),
    message: `“${shorten(name)}”只有分月、分季度或分轮次的数，没有全年或累计数，没有采用。`,
    remedy: '请加上“全年”或“1—×月累计”一栏。',
  });
}

/** Of a unit's rows for several quarters the last one up to the cut-off counts. */
function keepLatestQuarter(context: SheetContext, rows: { unit: string; line: Line }[], column: Column): void {
  const { rulebook, asOf } = context.reading;
  const now = `${asOf.slice(0, 4)}Q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`;
  const quarterAt = (line: Line): string =>
    quarterOf(context.grid.textAt(line.row, column.index), rulebook.year) ?? `${rulebook.year}Q0`;
  const latest = new Map<string, string>();
  for (const { unit, line } of rows) {
    const quarter = quarterAt(line);
    if (quarter <= now && quarter > (latest.get(unit) ?? '')) latest.set(unit, quarter);
  }
  const kept = rows.filter(({ unit, line }) => quarterAt(line) === latest.get(unit));
  rows.splice(0, rows.length, ...kept);
}

/** Headings that mean something only under the table's title. */
const GENERAL = /^(得分|评分|打分|分数|考核分|核定分|次数|个数|件数|月数|比例|比率|完成率|覆盖率|率)$/;

/** A row per unit, a column per indicator, groups of columns under merged headings. */
export function readUnitRows(context: SheetContext, table: Table, tableNumber?: number): void {
  const { grid } = context;
  const unitColumn = columnFor(table, 'unit');
  if (!unitColumn) return;
  const lines = table.rows.filter(
    (line) => rowKind(line) === 'plain' && grid.textAt(line.row, unitColumn.index) !== '',
  );
  const columns = valueColumns(context, table);
  const meanings = placeColumns(context, table, columns, lines);
  if (!meanings.size) return;
  const quarterColumn = columnFor(table, 'quarter');
  const rows: { unit: string; line: Line }[] = [];
  for (const line of lines) {
    const unit = unitAt(context, line, unitColumn, quarterColumn ? undefined : tableNumber);
    if (unit) rows.push({ unit, line });
  }
  if (quarterColumn) keepLatestQuarter(context, rows, quarterColumn);
  const scales = new Map<number, PercentScale>();
  for (const column of meanings.keys()) {
    const cells = lines.flatMap((line) => grid.at(line.row, column.index)?.cell ?? []);
    scales.set(column.index, percentScale(cells));
  }
  const scaleOf = (answer: Answer): PercentScale => scales.get(answer.column) ?? 'unknown';
  for (const { unit, line } of rows) {
    const answers: Answer[] = [];
    for (const [column, { target, confidence, inverse }] of meanings) {
      answers.push({ target, confidence, inverse, row: line.row, column: column.index });
    }
    recordAnswers(context, unit, 'platform', answers, scaleOf);
  }
  addColumnTotals(context, table, columns);
}

type Placed = Pick<Answer, 'target' | 'confidence' | 'inverse'>;

/**
 * What each column holds; columns in doubt become questions. 系统总数 beside 其中：非涉密 is not what the part's own name asks for.
 */
export function placeColumns(
  context: SheetContext,
  table: Table,
  columns: Column[],
  lines: Line[],
): Map<Column, Placed> {
  const { reading, grid } = context;
  const about = namesOf(table);
  const headings = columns.map((whole, i): Heading => {
    const column = ofWhich(inFull(overQualifier(reading, overPeriod(whole), columns)), columns[i - 1]);
    const samples: Entry[] = [];
    for (const line of lines.slice(0, 30)) {
      const entry = grid.at(line.row, column.index);
      if (entry && entry.text) samples.push(entry);
    }
    const parents = parentsOf(column);
    const isAlone = columns.length === 1 && !parents.length && GENERAL.test(column.leaf);
    const { item, rest } = numbered(reading.rulebook, column);
    const subject = columns.length === 1 && isPeriod(column) ? subjectOf(table) : undefined;
    return {
      leaf: subject?.plain ?? (item ? splitHeading(rest).plain : column.leaf),
      parents: isAlone ? [titleOf(table)] : parents,
      measure: subject?.measure ?? column.measure,
      samples,
      about,
      ...(item ? { item: item.id } : {}),
    };
  });
  const meanings: Meaning[] = matchHeadings(headings, reading.targets, reading.mapping);
  noteNotRead(
    context,
    headings.map((heading, i) => ({
      heading,
      meaning: meanings[i],
      row: table.bottom,
      column: (columns[i] as Column).index,
    })),
  );
  const placed = new Map<Column, Placed>();
  for (const [i, column] of columns.entries()) {
    const meaning = meanings[i];
    if (meaning?.kind === 'target') placed.set(column, meaning);
    if (meaning?.kind === 'doubtful' && headings[i]?.samples.length) {
      reading.ask(headings[i], column.path.join(' / '), reading.source(grid, table.bottom, column.index), meaning);
    }
    const before = columns[i - 1];
    const isPart = /^其中/.test(column.leaf.trim()) && placed.get(column) !== undefined;
    if (before && isPart && placed.get(before)?.target === placed.get(column)?.target) placed.delete(before);
  }
  return placed;
}

/** 好差评覆盖率 over 1-9月累计: the heading above is what the figure is called. */
function overPeriod(column: Column): Column {
  const { path, period } = withoutPeriod(column);
  if (!period) return column;
  const { plain, measure } = splitHeading(path[path.length - 1] ?? '');
  return { ...column, path, leaf: plain, measure: measure || column.measure };
}

/** 其中：行政许可 under or over the name of a figure: that figure of licences only. */
const LICENCES = /^(?:其中)?[:：]?\s*行政许可(?:类|事项|类事项)?$/;

/** 全程网办率 over 2023年, 明进暗不进 over 查实: so is the figure that counts. */
function overQualifier({ targets, rulebook }: Reading, column: Column, all: Column[]): Column {
  const path = column.path.slice(0, -1);
  const name = path[path.length - 1];
  if (name !== undefined && LICENCES.test(column.path[path.length] ?? '') && speaksOfFact(name, targets)) {
    const { plain, measure } = splitHeading(name);
    return { ...column, path, leaf: `行政许可${plain}`, measure: measure || column.measure };
  }
  const ofLicences = `行政许可${column.leaf}`;
  if (LICENCES.test(name ?? '') && speaksOfFact(ofLicences, targets)) return { ...column, leaf: ofLicences };
  if (name === undefined || standingOf(column.path[path.length] ?? '', rulebook.year) !== 'counts') return column;
  if (!speaksOfFact(name, targets)) return column;
  // 事项进驻 over 全部事项 and 进驻率 is the name of a group.
  const beside = all.filter((one) => one.index !== column.index && one.path.slice(0, -1).join() === path.join());
  if (beside.some(({ leaf }) => speaksOfFact(leaf, targets))) return column;
  const { plain, measure } = splitHeading(name);
  return { ...column, path, leaf: plain, measure: measure || column.measure };
}

/** 应 and 已 under 承接 are 应承接 and 已承接. */
function inFull(column: Column): Column {
  const group = column.path[column.path.length - 2];
  if (group === undefined || !/^[应已]$/.test(column.leaf)) return column;
  return { ...column, leaf: column.leaf + splitHeading(group).plain, path: column.path.slice(0, -1) };
}

/** 其中：今年新增 says something of what stands beside it. */
function ofWhich(column: Column, before: Column | undefined): Column {
  const last = column.path[column.path.length - 1] ?? '';
  const rest = last.replace(/^\s*其中\s*[:：]?\s*/, '');
  if (rest === last || rest === '' || !before) return column;
  const { plain, measure } = splitHeading(rest);
  return { ...column, path: [...before.path, rest], leaf: plain, measure: measure || column.measure };
}

/** The item whose number stands in a column's heading, or in a group's above it. */
function numbered(rulebook: Rulebook, { path }: Column): { item?: Item; rest: string } {
  const leaf = itemBefore(rulebook, path[path.length - 1] ?? '');
  if (leaf.item) return leaf;
  const above = [...path].reverse().map((text) => itemBefore(rulebook, text).item ?? itemByReference(rulebook, text));
  const item = above.find((one) => one);
  return item ? { ...leaf, item } : leaf;
}

/** What a table is called, and its sheet, in plain text. */
export function namesOf(table: Table): string[] {
  const title = table.preamble.find((line) => line.entries.length === 1)?.entries[0]?.text ?? '';
  return [title, table.grid.sheet.name].map(plainText).filter((text) => text.length > 1);
}

/** What a title says that a table tells: 好差评评价覆盖率 of 2023年各部门“好差评”评价覆盖率月度表（%）. */
function subjectOf(table: Table): { plain: string; measure: string } {
  const { plain, measure } = splitHeading(table.preamble[0]?.entries[0]?.text ?? table.grid.sheet.name);
  const bare = plain
    .replace(/^(?:宜良县|全县|我县)?(?:20\d{2}年?度?)?(?:全县)?(?:各?(?:单位|部门|县级部门|乡镇街道|乡镇|街道))*/, '')
    .replace(/(?:分?月度?|分?季度?|年度)?(?:情况|数据)?(?:统计|汇总|一览|通报|进度|明细)?(?:情况|表|台账)*$/, '');
  return { plain: bare || plain, measure };
}

function titleOf(table: Table): string {
  return plainText(table.preamble[0]?.entries[0]?.text ?? table.grid.sheet.name);
}

/** The headings above the lowest one, in plain text. */
export function parentsOf(column: Column): string[] {
  return column.path
    .slice(0, -1)
    .map((text) => splitHeading(text).plain)
    .filter((text) => text);
}
