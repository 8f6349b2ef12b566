import type { Rulebook } from '../rulebook/model';
import type { Vocabulary } from '../rulebook/vocabulary';
import { settleRoles } from './column-roles';
import { formByContent } from './form/find-form';
import type { Entry, Grid, Line } from './grid';
import { HeadingRows, isColumnNumbers } from './heading-rows';
import { itemByReference } from './items';
import type { ProseVocabulary } from './prose/vocabulary';
import type { Role, Roles } from './roles';
import { splitSideBySide } from './side-by-side';
import { plainText, splitHeading } from './text';
import type { Targets } from './targets';
import { listByContent } from './unheaded';

export interface Column {
  index: number;
  /** The headings over it from the top, each once, as written. */
  path: string[];
  /** The lowest heading in plain text, without its measure. */
  leaf: string;
  measure: string;
  roles: readonly Role[];
  month?: number;
  /** It holds the sum from January up to its month. */
  cumulative?: boolean;
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
  /** Its rows are those of a self-assessment form, as what stands in them shows. */
  isForm?: boolean;
  /** Columns of a form whose heading says another thing than their content, and what they are taken for. */
  doubts?: { column: Column; role: Role }[];
}

export interface TableWords {
  roles: Roles;
  targets: Targets;
  rulebook: Rulebook;
  /** Words of headings that only suggest what a column of a form is for. */
  hints: Vocabulary['hints'];
  /** What findings and merits count for, by their words. */
  counted: Pick<Vocabulary, 'ledger' | 'merits'>;
  prose: ProseVocabulary;
}

const NOTE = /^[（(【]?(注|备注|说明|填表说明|填报说明|填写说明)[)）】]?\s*[0-9一]?[:：.、]|^考评得分\s*=/;
/** So long a label of a card is, and so many labels a card has. */
const LONGEST_LABEL = 8;
const MOST_LABELS = 5;
const SIGNATURE =
  /^(填报人|填表人|制表人|审核人|单位负责人|负责人|经办人|联系人|联系电话|报出日期|填报日期|复核人|审签)[:：（(]/;

/** Finds the tables of a sheet, one under another, by what their headings say and what stands under them. */
export function findTables(grid: Grid, words: TableWords): Table[] {
  if (hasCards(grid, words)) return [];
  const headings = new HeadingRows(grid, words);
  const tables: Table[] = [];
  let current: Table | undefined;
  let pending: Line[] = [];
  let covered = -1;
  for (const [index, line] of grid.lines.entries()) {
    if (line.row <= covered) continue;
    if (headings.isHeading(index, !current || startsAfresh(grid, index)) && !isHeadOfCard(line, words)) {
      const table = headings.tableAt(index);
      covered = table.bottom;
      if (current && (sameHeading(current, table) || goesOn(current, table))) continue;
      table.preamble = takePreamble(current, pending, table.top);
      tables.push(table);
      current = table;
      pending = [];
    } else if (current && isTitleOfNext(line)) {
      current = undefined;
      pending.push(line);
    } else if (current) {
      if (isRemark(line) || (!current.rows.length && isColumnNumbers(line))) continue;
      current.rows.push(line);
    } else {
      pending.push(line);
    }
  }
  if (!tables.length && !isCards(grid)) {
    const tableAt = (index: number): Table => headings.tableAt(index);
    const found = formByContent(grid, words, tableAt) ?? listByContent(grid, words, tableAt);
    if (found) tables.push({ ...found, rows: found.rows.filter((line) => !isRemark(line)) });
  }
  const apart = tables.flatMap((table) => splitSideBySide(table, words));
  for (const table of apart) settleRoles(table, words);
  return apart;
}

/** 条目 | …, 完成 | …, 得分 | … and again: cards of a few labels each, and no columns. */
function isCards({ lines }: Grid): boolean {
  const labels = lines
    .filter(({ entries }) => entries.length === 2 && (entries[0]?.text.length ?? 0) <= LONGEST_LABEL)
    .map(({ entries }) => entries[0]?.text ?? '');
  const kinds = new Set(labels).size;
  return kinds >= 2 && kinds <= MOST_LABELS && labels.length >= kinds * 3 && labels.length * 5 >= lines.length * 4;
}

/** 任务编号 | 1.1.1, 满分 | 1, 完成情况 | …: nearly all lines begin with one of a few labels, of which one asks what was done. */
function hasCards({ lines }: Grid, { roles }: TableWords): boolean {
  const times = new Map<string, number>();
  for (const { entries } of lines) {
    const text = entries[0]?.text ?? '';
    if (text.length <= LONGEST_LABEL) times.set(text, (times.get(text) ?? 0) + 1);
  }
  const labels = [...times].filter(([, often]) => often >= 3);
  const covered = labels.reduce((sum, [, often]) => sum + often, 0);
  const isAsked = labels.some(([text]) => roles.of(text).includes('progress'));
  return isAsked && labels.length >= 2 && labels.length <= MOST_LABELS && covered * 5 >= lines.length * 4;
}

/** 项目 | 二、5 | 中心标准化 | 自评: a line that names one item by its number says what the lines below are about. */
function isHeadOfCard({ entries }: Line, { rulebook }: TableWords): boolean {
  return entries.filter(({ text }) => itemByReference(rulebook, text)).length === 1;
}

/** 附表三 告知承诺, 表二：其他: what follows is no part of the table above, whether it has a heading or not. */
function isTitleOfNext({ entries }: Line): boolean {
  return entries.length === 1 && /^[（(]?(?:附?表|附件)\s*[一二三四五六七八九十\d]/.test(entries[0]?.text ?? '');
}

/** A note or a signature under a table. */
function isRemark(line: Line): boolean {
  const text = line.entries[0]?.text ?? '';
  return NOTE.test(text) || SIGNATURE.test(text);
}

/** After an empty row or a title a new table may begin. */
function startsAfresh(grid: Grid, index: number): boolean {
  const [before, line] = [grid.lines[index - 1], grid.lines[index]];
  return !before || !line || before.row < line.row - 1 || before.entries.length === 1;
}

function sameHeading(a: Table, b: Table): boolean {
  return hasColumnsOf(a, b) && (a.rows[a.rows.length - 1]?.entries.length ?? 2) > 1;
}

function hasColumnsOf(a: Table, b: Table): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column.index === b.columns[i]?.index && column.leaf === b.columns[i]?.leaf)
  );
}

/** The same heading on the next page, under a title that says it goes on or is the first one again; takes that title off. */
function goesOn(before: Table, table: Table): boolean {
  if (!hasColumnsOf(before, table)) return false;
  const titles = new Set(before.preamble.flatMap(({ entries }) => entries.map(({ text }) => plainText(text))));
  let kept = before.rows.length;
  while (kept && before.rows[kept - 1]?.entries.length === 1) kept -= 1;
  const between = before.rows.slice(kept).map(({ entries }) => entries[0]?.text ?? '');
  const isRepeated = (text: string): boolean => CONTINUED.test(text) || titles.has(plainText(text)) || PAGE.test(text);
  if (!between.length || !between.every(isRepeated)) return false;
  before.rows.length = kept;
  return true;
}

const CONTINUED = /[(（]\s*(?:接?上?续|续表?|接上[页表])[^)）]*[)）]|^\s*(?:续表|续上?[页表]|接上[页表])/;
const PAGE = /^第\s*\d+\s*页/;

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
