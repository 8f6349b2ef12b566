import type { Source } from '../assessment';
import { unitsNamedIn } from '../rulebook/units';
import type { Grid, Line } from './grid';
import type { Reading } from './reading';
import type { Table } from './tables';
import { plainText } from './text';

export interface Owner {
  unit?: string;
  /** The name as written, when it stands at a place that is there for it. */
  name?: string;
  source?: Source;
}

const LABEL =
  /^(?:(?:填报|填表|报送|申报|自评|被考评|被考核|考评|考核|责任|上报|编制|承报)(?:单位|部门)|单位名称|部门名称|单位|部门)(?:名称)?(?:[(（][^)）]*[)）])?\s*[:：]\s*/;
const BARE_LABEL = /^(填报单位|填表单位|自评单位|报送单位|被考评单位|考评单位|单位名称|申报单位|单位|部门)$/;
const NEXT =
  /\s{2,}|\u3000|\t|\n|(?=[(（]?(?:盖章|公章|签章))|(?=填报人|填表人|联系|填报(?:日期|时间)|日期|电话|负责人|经办|制表|审核|截止|截至|单位[:：])/;

const LONGEST_TITLE = 40;
const LONGEST_LINE = 80;
/** 于13日前报县政务局: what stands behind is who gets it, not whose it is. */
const SENT_TO = /(?<!填)(?:报送?|抄送|反馈|提交|上传|送)(?:至|到|给)?(?=(?:宜良)?县)/;

/** The unit that a line of a heading names as the one that fills in: 填报单位：…. */
function statedIn(line: Line, grid: Grid, reading: Reading): Owner | undefined {
  for (const { cell, text, row, column } of line.entries) {
    if (typeof cell.value !== 'string') continue;
    const label = LABEL.exec(text) ?? innerLabel(text);
    const bare = !label && BARE_LABEL.test(plainText(text));
    if (!label && !bare) continue;
    const name = label ? (text.slice(label.index + label[0].length).split(NEXT)[0] ?? '').trim() : '';
    if (name.length >= 2 && !/^(万?元|个|件|项|次|%|％|户)/.test(name))
      return owner(name, reading.source(grid, row, column), reading);
    if (name) continue;
    const next = line.entries.find((entry) => entry.column > column);
    if (next && typeof next.cell.value === 'string' && !/[:：]/.test(next.text)) {
      const found = owner(next.text, reading.source(grid, row, next.column), reading);
      if (label || found.unit) return found;
    }
  }
  return undefined;
}

/** 填报单位 may stand in the middle of a longer line. */
function innerLabel(text: string): RegExpExecArray | null {
  return /(?:填报|填表|自评|报送)(?:单位|部门)(?:[(（][^)）]*[)）])?\s*[:：]\s*/.exec(text);
}

function owner(name: string, source: Source, reading: Reading): Owner {
  const known = reading.unitNamed(name) ?? only(unitsNamedIn(reading.rulebook, name).map((one) => one.name));
  // A name that nobody knows is no better than none: then the caller says whose it is.
  const unit = known ?? reading.unit;
  return { name, source, ...(unit ? { unit } : {}) };
}

/** The one unit that a title over a table names. */
function titledOver({ grid, preamble }: Table, reading: Reading): Owner | undefined {
  for (const line of preamble) {
    // Among the cells of a register a unit is no one's name for the whole of it.
    if (line.entries.length > 4) continue;
    for (const { row, column, text, cell } of line.entries) {
      if (typeof cell.value !== 'string' || text.length > LONGEST_LINE) continue;
      const [own = ''] = text.split(SENT_TO);
      const unit = only(unitsNamedIn(reading.rulebook, own).map((one) => one.name));
      if (unit) return { unit, name: text, source: reading.source(grid, row, column) };
    }
  }
  return undefined;
}

/** Units that a line names which holds nothing else: on a cover, in a title. */
function titledBy({ entries: [entry] }: Line, reading: Reading): string[] {
  if (typeof entry?.cell.value !== 'string' || entry.text.length > LONGEST_TITLE) return [];
  const [own = ''] = entry.text.split(SENT_TO);
  return unitsNamedIn(reading.rulebook, own).map(({ name }) => name);
}

function only(units: string[]): string | undefined {
  return units.length === 1 ? units[0] : undefined;
}

/**
 * Whose table it is, when its rows do not say: the 填报单位 above it, elsewhere on the sheet, the title of the table
 * or of the sheet, the sheet's name, the file's name, then what the caller says. Nothing is taken where two units could be meant.
 */
export function ownerOf(table: Table, tables: Table[], reading: Reading): Owner {
  const { grid } = table;
  for (const line of [...table.preamble].reverse()) {
    const stated = statedIn(line, grid, reading);
    if (stated) return stated;
  }
  const titled = titledOver(table, reading);
  if (titled) return titled;
  if (tables.filter((other) => other.grid === grid).length === 1 || tables[0] === table) {
    for (const line of table.rows.slice(-6)) {
      const stated = statedIn(line, grid, reading);
      if (stated) return stated;
    }
  }
  const own = tables.indexOf(table);
  for (let i = own - 1; i >= 0; i -= 1) {
    const before = tables[i] as Table;
    const stated = before.preamble.map((line) => statedIn(line, grid, reading)).find((one) => one);
    if (stated) return stated;
  }
  const sheetTitled = tables.find((other) => other.grid === grid && other !== table);
  const above = sheetTitled && tables.indexOf(sheetTitled) < own ? titledOver(sheetTitled, reading) : undefined;
  if (above) return above;
  for (const text of [grid.sheet.name, reading.snapshot.file.replace(/\.[^.]*$/, '')]) {
    const unit = reading.unitNamed(text) ?? only(unitsNamedIn(reading.rulebook, text).map((one) => one.name));
    if (unit) return { unit };
  }
  const elsewhere = new Set<string>();
  const covers = new Set<string>();
  for (const other of reading.grids) {
    for (const line of other.lines.slice(0, 8)) {
      const stated = statedIn(line, other, reading);
      if (stated?.unit) elsewhere.add(stated.unit);
      if (other !== grid && line.entries.length === 1) for (const unit of titledBy(line, reading)) covers.add(unit);
    }
  }
  const unit = only([...elsewhere]) ?? only([...covers]) ?? reading.unit;
  return unit ? { unit } : {};
}

/** 汤池街道2023年…自评表, 关于 behind it: what looks like the name of a unit, at the beginning of a title. */
const LIKE_A_UNIT =
  /^(?:宜良县)?([\u4e00-\u9fa5]{2,10}?(?:街道|镇|乡|局|大队|中心))(?:办事处|人民政府)?(?=关于|20\d{2}|政务|自评|自查|考评|指标|$|[（(—-])/;

/** The unit that a title names and no list has. */
export function strangerOver({ grid, preamble }: Table, reading: Reading): Owner | undefined {
  for (const line of preamble) {
    const [{ text, row, column } = { text: '', row: 0, column: 0 }, ...others] = line.entries;
    const name = others.length ? undefined : LIKE_A_UNIT.exec(text.trim())?.[1];
    if (name) return { name, source: reading.source(grid, row, column) };
  }
  return undefined;
}
