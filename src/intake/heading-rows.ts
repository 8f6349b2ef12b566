import { findUnit } from '../rulebook/units';
import { isDateFormat, momentOfSerial } from './dates';
import type { Entry, Grid, Line } from './grid';
import { speaksOfFact } from './heading-scores';
import { sectionTitled } from './items';
import { periodOf } from './periods';
import { monthOf, throughMonth, type Role } from './roles';
import type { Column, Table, TableWords } from './tables';
import { splitHeading } from './text';

const HEADING_ROWS = 4;
/** Words such as 日期 and 数量 stand in the body of tables too; one of these makes a heading. */
const KEY_ROLES = new Set<Role>([
  ...['seq', 'unit', 'indicator', 'goal', 'clause', 'progress', 'self', 'value', 'problem', 'item'],
  ...['quarter', 'month', 'level', 'form', 'attendance', 'points', 'absentees'],
]);
/** A number, a percentage or a day kept as text: no heading has that. */
const VALUE = /^[\d０-９.．,，]+[%％]?$|^[12]\d{3}[.年/-]\d{1,2}[.月/-]\d{1,2}日?$/;
/** 1项, 1次（9月14日报）: a figure with its measure, which no heading is. */
const COUNTED = /^\d+(?:\.\d+)?\s*(?:项|个|次|件|起|家|户|条|种|类|处|所)(?:[（(].*[）)])?$/;
/** 季度报告6月12日、9月12日报送，没有迟报。 */
const SENTENCE = /^.{8,}[，。；].*(?:\d|已|未|没有|无|均).*$/;
/** So many names are weighed by likeness in one sheet; what is longer is no form. */
const MOST_NAMES = 3000;

type Kind = 'role' | 'month' | 'fact' | 'unit' | 'strange';

/** Finds the rows of a sheet that are headings, and makes tables of them. */
export class HeadingRows {
  private left = MOST_NAMES;

  constructor(
    private readonly grid: Grid,
    private readonly words: TableWords,
  ) {}

  /**
   * Whether a row is the heading of a table: enough of its cells say what stands under them.
   * @param isFresh nothing above it claims the row
   */
  isHeading(index: number, isFresh: boolean): boolean {
    const { grid, words } = this;
    const line = grid.lines[index] as Line;
    const { entries } = line;
    if (entries.length < 2 || entries.length > 400 || entries.some(holdsFigure) || isColumnNumbers(line)) return false;
    if (isBanner(grid, index) || namesTheUnit(line, words)) return false;
    const grouped = hasGroups(grid, line);
    const run = monthRun(grid, line);
    const counted = { role: 0, month: 0, fact: 0, unit: 0, strange: 0 };
    const facts = new Set<string>();
    let hasKey = false;
    for (const { cell, text, column } of entries) {
      if (typeof cell.value !== 'string') {
        if (monthOf(text) === undefined && !run.has(column)) return false;
        counted.month += 1;
        continue;
      }
      if (text.length > 60 || (VALUE.test(text) && monthOf(text) === undefined && !run.has(column))) return false;
      if (COUNTED.test(text) || SENTENCE.test(text)) return false;
      if (!hasKey && words.roles.of(text).some((role) => KEY_ROLES.has(role))) hasKey = true;
      const kind = this.kindOf(text, isFresh);
      counted[kind] += 1;
      if (kind === 'fact') facts.add(text);
      if (!grouped && counted.strange * 2 > entries.length && counted.strange > 8) return false;
    }
    if (hasKey && isBorneOut(grid, index, words)) return true;
    if (isFresh && (standsOverUnits(grid, index, words) || standsOverSections(grid, index, words))) return true;
    if (isFresh && namesLevels(line, words)) return true;
    if (isFresh && namesBeside(grid, index, words) !== undefined) return true;
    const { role, month, fact, unit, strange } = counted;
    const known = entries.length - strange;
    const isCarried = (grouped && role > 0) || (role >= 2 && standsOverFigures(grid, index));
    // 缺席 again and again is an answer and no name.
    const named = facts.size;
    if (month < 3 && named < 3 && known < strange && !isCarried) return false;
    if (month >= 3 || named >= 3 || (unit >= 3 && isFresh)) return true;
    if (isFresh && unit >= 2 && role >= 1 && unit + role === entries.length) return true;
    return hasKey && role >= 1 && (role >= 2 || fact >= 2 || unit >= 2 || (fact >= 1 && entries.length <= 3));
  }

  tableAt(index: number): Table {
    const table = headingAt(this.grid, index, this.words);
    const names = namesBeside(this.grid, index, this.words);
    if (names === undefined || table.columns.some((column) => column.index <= names)) return table;
    const unheaded: Column = { index: names, path: [], leaf: '', measure: '', roles: ['indicator'] };
    return { ...table, columns: [unheaded, ...table.columns] };
  }

  private kindOf(text: string, isFresh: boolean): Kind {
    const { words } = this;
    if (words.roles.of(text).length) return 'role';
    if (periodOf(text)) return 'month';
    if (findUnit(words.rulebook, text)) return 'unit';
    return this.isFactName(text, isFresh) ? 'fact' : 'strange';
  }

  /** Names are looked up; where a table may begin they are weighed as well. */
  private isFactName(text: string, isFresh: boolean): boolean {
    if (text.length > 40) return false;
    const { plain } = splitHeading(text);
    const { targets } = this.words;
    if (targets.byName.has(plain) || targets.decoyNames.has(plain)) return true;
    if (!isFresh || this.left <= 0) return false;
    this.left -= 1;
    return speaksOfFact(text, targets);
  }
}

/** A number that is no month, no day of one and no first of a month as a serial number. */
function holdsFigure({ cell: { value } }: Entry): boolean {
  return typeof value === 'number' && value > 31 && value < 20_000;
}

/** Short answers that stand beside names, in lists without a heading. */
export const ANSWER = /^([是否有无√×✓✗/／—–-]|不涉及|待定|未报送?)$/;

/** 单位 | 县司法局 | 日期 | 2023年12月: a word and beside it the one unit that it asks for; several units are headings. */
function namesTheUnit({ entries }: Line, words: TableWords): boolean {
  const at = entries.findIndex(({ text }) => findUnit(words.rulebook, text));
  if (at < 1 || entries.length > 8) return false;
  const others = entries.filter((_, i) => i !== at);
  return (
    words.roles.of(entries[at - 1]?.text ?? '').includes('unit') &&
    !others.some(({ text }) => findUnit(words.rulebook, text) || isTotalWord(text)) &&
    others.every(({ text }) => !words.roles.of(text).some((role) => role === 'indicator' || role === 'value'))
  );
}

function isTotalWord(text: string): boolean {
  return /合计|小计|总计/.test(text);
}

/** Whatever it is called: under one of the words stand the names of units. */
function standsOverUnits(grid: Grid, index: number, words: TableWords): boolean {
  const line = grid.lines[index] as Line;
  if (line.entries.some(({ text }) => /[:：]/.test(text) || ANSWER.test(text) || findUnit(words.rulebook, text)))
    return false;
  return line.entries.some(({ column, row }) => {
    const below: string[] = [];
    for (const other of grid.lines.slice(index + 1, index + 6)) {
      const entry = other.row > row ? grid.own(other.row, column) : undefined;
      if (entry && entry.text) below.push(entry.text);
    }
    return below.length >= 2 && below.slice(0, 2).every((text) => findUnit(words.rulebook, text));
  });
}

/** 国家级 | 省部级 | 市级: what praise and blame are counted by. */
function namesLevels({ entries }: Line, { roles }: TableWords): boolean {
  return new Set(entries.filter(({ text }) => roles.of(text).includes('levelName')).map(({ text }) => text)).size >= 2;
}

/** 三季度末 | 考核要求, 上年 | 今年 | 考核值: several figures of each name, by what they are of. */
const OF_WHEN =
  /^(?:今|本|上|去|前)年(?:同期|完成|实际|数|值)*$|^(?:目标|任务|考[核评]|要求|达标|年度)(?:值|数|要求|标准|目标|线)$|^(?:年[初末]|期[初末])(?:数|值|实际)?$/;

/**
 * The column of names of figures beside a row that tells of which time its columns are, where two or more rows below have
 * such a name and a figure under two of them. It may have no heading of its own.
 */
function namesBeside(grid: Grid, index: number, words: TableWords): number | undefined {
  const line = grid.lines[index] as Line;
  const figures = line.entries.filter(({ text }) => periodOf(text) !== undefined || OF_WHEN.test(text));
  const [first] = figures;
  if (!first || figures.length < 2 || monthOf(first.text) !== undefined) return undefined;
  const below = grid.lines.slice(index + 1, index + 5);
  const naming = below.flatMap(({ row, entries: [name] }) =>
    name &&
    name.column < first.column &&
    figures.filter(({ column }) => /\d/.test(grid.textAt(row, column))).length >= 2 &&
    speaksOfFact(name.text, words.targets)
      ? [name.column]
      : [],
  );
  return naming.length >= 2 ? naming[0] : undefined;
}

/** Whatever it is called: under one of the words stand titles of sections. */
function standsOverSections(grid: Grid, index: number, words: TableWords): boolean {
  const isTitle = (text: string): boolean => sectionTitled(words.rulebook, text) !== undefined;
  const line = grid.lines[index] as Line;
  const below = grid.lines.slice(index + 1, index + 3);
  if (below.length < 2 || line.entries.some(({ text }) => text.length > 20 || /[:：]/.test(text) || isTitle(text)))
    return false;
  return line.entries.some(({ column }) => below.every(({ row }) => isTitle(grid.textAt(row, column))));
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

const COLUMN_MARK = /^(甲|乙|丙|丁|戊|己|栏次|列次|行次|栏号|[—-]|[a-z])$/i;

/** 甲 | 乙 | 1 | 2 | 3: numbers of the columns, as statistical forms have them under the heading. */
export function isColumnNumbers({ entries }: Line): boolean {
  const marks = entries.filter(({ text }) => COLUMN_MARK.test(text));
  const numbers = entries.filter(({ text }) => !COLUMN_MARK.test(text)).map(({ text }) => readColumnNumber(text));
  return (
    marks.length > 0 &&
    numbers.length >= 2 &&
    entries[0] === marks[0] &&
    numbers.every((number, i) => number !== undefined && number === (numbers[0] ?? 0) + i)
  );
}

function readColumnNumber(text: string): number | undefined {
  const match = /^[(（]?(\d{1,3})[)）]?$/.exec(text.normalize('NFKC'));
  return match ? Number(match[1]) : undefined;
}

const SHORTEST_RUN = 6;
const SHORTEST_RUN_OF_DAYS = 3;

/** 1 2 3 … 12 side by side in a row of names are months: the columns they stand in. */
function monthRun(grid: Grid, line: Line): Map<number, number> {
  const days = firstDays(line);
  if (days.size >= SHORTEST_RUN_OF_DAYS) return days;
  const run = new Map<number, number>();
  let next = 1;
  let last = -1;
  for (const { text, column } of line.entries) {
    if (next > 12 || text.replace(/^0(?=\d)/, '') !== String(next) || (next > 1 && column !== last + 1)) continue;
    run.set(column, next);
    last = column;
    next += 1;
  }
  const first = [...run.keys()][0];
  const above = first === undefined || line.row === 0 ? '' : grid.textAt(line.row - 1, first);
  const isNamed = /月|年/.test(above) || /^\D*$/.test(line.entries[0]?.text ?? '');
  return run.size >= SHORTEST_RUN && isNamed && run.size >= line.entries.length - 4 ? run : new Map<number, number>();
}

/** The first days of months one after another: how a sheet keeps 1月, 2月, 3月 that are formatted as dates. */
function firstDays(line: Line): Map<number, number> {
  const run = new Map<number, number>();
  let last: { column: number; month: number } | undefined;
  for (const { cell, text, column } of line.entries) {
    const day =
      typeof cell.value === 'number' && isDateFormat(cell.format) ? momentOfSerial(cell.value, false)?.day : text;
    const match = /^20\d{2}[-/.年](\d{1,2})[-/.月]0?1日?$/.exec(day ?? '');
    const month = match ? Number(match[1]) : 0;
    if (!match || (last && (column !== last.column + 1 || month !== last.month + 1))) {
      if (run.size >= SHORTEST_RUN_OF_DAYS) break;
      run.clear();
      last = undefined;
      if (!match) continue;
    }
    run.set(column, month);
    last = { column, month };
  }
  return run;
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
    const isAbsentees = roles.includes('absentees');
    if (!isUnit && !isLevel && !isAbsentees && !roles.includes('month')) return false;
    const below = grid.lines.slice(index + 1, index + 5).filter((other) => other.row > row);
    return below.some((other) => {
      const entry = grid.at(other.row, column);
      if (!entry || entry.row <= row || typeof entry.cell.value !== 'string') return false;
      if (isLevel) return /^(国家级?|省部?级|市级|中央)/.test(entry.text);
      if (isAbsentees) return entry.text.split(/[、，,；;\s]/).some((name) => findUnit(words.rulebook, name));
      return isUnit ? findUnit(words.rulebook, entry.text) !== undefined : monthOf(entry.text) !== undefined;
    });
  });
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
  const reachesDown = (row: number, column: number): boolean => (grid.mergeAt(row, column)?.bottom ?? row) > row;
  const isBeside = above.entries.some(({ row, column }) => column < first.column && reachesDown(row, column));
  const isGroupRow =
    above.entries.every(
      ({ cell, text, column, row }) =>
        typeof cell.value === 'string' &&
        text.length <= 20 &&
        !/[:：]/.test(text) &&
        (column > first.column || (isBeside && column === first.column) || reachesDown(row, column)),
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
  for (let i = index; bottom - line.row < HEADING_ROWS - 1; i += 1) {
    const [above, below] = [grid.lines[i] as Line, grid.lines[i + 1]];
    if (!below || below.row > bottom + 1) break;
    if (below.row <= bottom) continue;
    if (!isMeasureRow(below) && !(bottom === line.row + i - index && isSubheading(grid, above, below, words))) break;
    bottom = below.row;
  }
  return bottom;
}

const MEASURE_WORD =
  /^[(（]?(单位|计量单位|[%％个项次件起家条类种户分天名人元月—-]|万元|个?工作日|个月|是[/／]否|日期|百分比)[)）]?$/;

/** A row that holds nothing but measures: % | 件 | 次. */
function isMeasureRow(line: Line): boolean {
  const texts = line.entries.map(({ text }) => text.replace(/\s/g, ''));
  return (
    texts.length >= 2 &&
    texts.every((text) => MEASURE_WORD.test(text)) &&
    texts.some((text) => !/^[—月-]$/.test(text)) &&
    line.entries.every(({ cell }) => typeof cell.value === 'string')
  );
}

/** Names under group names: nothing in the columns that are already named, only short words under the groups. */
function isSubheading(grid: Grid, line: Line, below: Line, words: TableWords): boolean {
  const named = new Set<number>();
  const groups: { left: number; right: number; merged: boolean }[] = [];
  for (const [i, { row, column, text }] of line.entries.entries()) {
    const merge = grid.mergeAt(row, column);
    const next = line.entries[i + 1]?.column ?? column + 50;
    const merged = merge !== undefined && merge.right > column;
    const right = merged ? merge.right : next - 1;
    if (right > column && !words.roles.of(text).includes('seq')) groups.push({ left: column, right, merged });
    else named.add(column);
  }
  const groupOf = (column: number) => groups.find((group) => column >= group.left && column <= group.right);
  return (
    groups.length > 0 &&
    below.entries.length >= 2 &&
    below.entries.every(
      ({ cell, text, column }) =>
        typeof cell.value === 'string' &&
        text.length <= 40 &&
        !named.has(column) &&
        !/^[/／—–\-\d.]+%?$/.test(text) &&
        groupOf(column) !== undefined,
    ) &&
    below.entries.some(
      ({ text, column }) =>
        words.roles.of(text).length > 0 || text.length >= 3 || (groupOf(column)?.merged && !ANSWER.test(text)),
    )
  );
}

/** A column as the headings over it, from row `top` to row `bottom`, have it. */
export function columnAt(grid: Grid, column: number, top: number, bottom: number, words: TableWords): Column {
  const path: string[] = [];
  let measureRow = '';
  for (let row = top; row <= bottom; row += 1) {
    let text = grid.textAt(row, column);
    if (!text && row < bottom && !grid.mergeAt(row, column)) text = groupLeftOf(grid, row, column, bottom);
    if (text && path[path.length - 1] !== text) path.push(text);
  }
  const last = path[path.length - 1] ?? '';
  if (path.length > 1 && MEASURE_WORD.test(last)) measureRow = path.pop() ?? '';
  let leafText = path[path.length - 1] ?? '';
  // The first day of a month, however it is shown, is a month among others.
  const named = typeof grid.own(bottom, column)?.cell.value === 'number' && monthOf(leafText) === undefined;
  const inRun = named || /^\d{1,2}$/.test(leafText) ? monthInRun(grid, bottom, column) : undefined;
  if (named && inRun !== undefined && path.length) path[path.length - 1] = leafText = `${inRun}月`;
  const { plain, measure } = splitHeading(leafText);
  // 1月 over 办件数据 and 好差评数据: the month may stand above what the columns hold.
  const through = throughMonth(leafText);
  const month = through ?? monthOf(leafText) ?? inRun ?? path.map(monthOf).find((one) => one !== undefined);
  return {
    index: column,
    path,
    leaf: plain,
    measure: measure || measureRow.replace(/[()（）]/g, '').normalize('NFKC'),
    roles: words.roles.of(leafText),
    ...(month === undefined ? {} : { month }),
    ...(through === undefined ? {} : { cumulative: true }),
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
