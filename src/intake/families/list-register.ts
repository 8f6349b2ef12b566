import { recordAnswers, type Answer, type SheetContext } from '../answers';
import { isDateFormat, momentOfSerial, readDate } from '../dates';
import { joinCells, type Line } from '../grid';
import { matchHeadings } from '../headings';
import type { Reading } from '../reading';
import { columnFor, columnsFor, rowKind, type Column, type Table } from '../tables';
import { plainText } from '../text';
import type { Target } from '../targets';
import { unitAt } from '../unit-column';

const LIST = /清单|名单|目录|文本|汇总表/;
/** The quarterly report comes with a list of its own. */
const REPORT = /问题清单|工作情况|季度报告|季报/;

/** A register of the lists that were sent in: a row per unit and list, with the day it came. */
export function readListRegister(context: SheetContext, table: Table): void {
  const columns = registerColumns(context, table);
  if (!columns) return;
  readPublished(context, table, columns);
  // A day on which a list came out is not that on which it was sent in.
  if (columns.day) readSent(context, table, columns, columns.day);
  else notePublishedOnly(context, table, columns);
}

/** Lists of which no item asks whether they are out. */
function notePublishedOnly({ reading, grid }: SheetContext, table: Table, { name, published }: RegisterColumns): void {
  const others = table.rows.filter(({ row }) => {
    const text = grid.textAt(row, name.index);
    return text !== '' && !publishedNamed(reading, text);
  });
  if (!others.length || !published) return;
  reading.findings.push({
    code: 'not-read',
    severity: 'info',
    source: reading.sourceAt(grid, joinCells(others.map(({ row }) => ({ row, column: name.index })))),
    message: `“${published.leaf}”不是报送日期，细则也不看这${others.length}份清单何时公布，没有采用。`,
    remedy: '如果要按报送日期计分，请另列“报送日期”一栏。',
  });
}

/** When each list was sent in. */
function readSent(context: SheetContext, table: Table, columns: RegisterColumns, sent: Column): void {
  const { grid } = context;
  const byName = new Map<string, Target | undefined>();
  const latest = new Map<string, { unit: string; answer: Answer; day: string }>();
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const unit = unitAt(context, line, columns.unit);
    const name = grid.textAt(line.row, columns.name.index);
    if (!unit || !name) continue;
    if (!byName.has(name)) byName.set(name, listNamed(context, name));
    const target = byName.get(name);
    if (!target) {
      askList(context, line, columns.name, name);
      continue;
    }
    const day = dayAt(context, line, sent);
    const key = `${unit}\n${target.item.id}\n${target.fact.id}`;
    const before = latest.get(key);
    // Of several lists that one clause asks for the last one in decides, and one that never came is never in time.
    if (before && before.day >= day) continue;
    latest.set(key, {
      unit,
      day,
      answer: { target, confidence: 0.9, inverse: false, row: line.row, column: sent.index },
    });
  }
  for (const { unit, answer } of latest.values()) recordAnswers(context, unit, 'office', [answer], () => 'unknown');
}

/** Whether a list is out, where an item asks for that: a day, or 未公布. */
function readPublished(
  context: SheetContext,
  table: Table,
  { unit: unitColumn, name, published }: RegisterColumns,
): void {
  if (!published) return;
  const { grid, reading } = context;
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const unit = unitAt(context, line, unitColumn);
    const about = grid.textAt(line.row, name.index);
    const entry = grid.at(line.row, published.index);
    const target = unit && about && entry?.text ? publishedNamed(reading, about) : undefined;
    if (!unit || !entry || !target) continue;
    const isOut =
      typeof entry.cell.value === 'number' ||
      typeof readDate(entry.text, reading.rulebook.year) === 'object' ||
      /^(?:是|√|已(?:公布|公开|公示|发布)?)(?:$|[(（])/.test(entry.text);
    if (!isOut && !/^(?:(?:尚|暂|还|仍)?(?:未|没有)|[否×]$)/.test(entry.text)) continue;
    reading.claim(
      {
        unit,
        voice: 'office',
        confidence: 0.9,
        source: reading.source(grid, line.row, published.index),
        raw: entry.text,
        linkable: false,
      },
      target.item,
      target.fact,
      { state: 'value', value: isOut },
      { hidden: grid.isHidden(line.row, published.index) },
    );
  }
}

/** The yes or no that an item asks of a list: 容缺受理清单已公布. */
function publishedNamed(reading: Reading, name: string): Target | undefined {
  const leaf = `${plainText(name.replace(/[（(].*?[)）]/g, ''))}已公布`;
  const [meaning] = matchHeadings([{ leaf, parents: [], measure: '', samples: [] }], reading.targets, reading.mapping);
  return meaning?.kind === 'target' && meaning.target.fact.type === 'bool' ? meaning.target : undefined;
}

/** Such a register has a unit, the name of a list and a day in each row. */
export function isListRegister(context: SheetContext, table: Table): boolean {
  return registerColumns(context, table) !== undefined;
}

interface RegisterColumns {
  unit: Column;
  name: Column;
  /** When the list was sent in. */
  day?: Column;
  /** When, or whether, it was made public. */
  published?: Column;
}

/** Of several days of a list the one on which it was sent in, not that on which it was made or published. */
const SENT = /报送|抄送|上报|抄报|报备|呈报|送达|提交|报出/;
const PUBLISHED = /^(?!.*(?:上一?级|[省市]级)).*(?:公布|公开|公示|发布)/;
/** 应抄送日期: by when, and not when. */
const DUE = /应|截止|时限|期限|要求|规定/;
/** It says when a list came out, and no more: 公布日期. */
const ONLY_PUBLISHED = /^(?:清单)?(?:公布|公开|公示|发布)(?:时间|日期|情况)$/;
const NEVER = /未|没有|^无$|不涉及/;

/** So many rows tell what a column holds. */
const LOOKED_AT = 400;

function registerColumns(context: SheetContext, table: Table): RegisterColumns | undefined {
  const unit = columnFor(table, 'unit');
  if (!unit) return undefined;
  const texts = (column: Column): string[] =>
    table.rows.slice(0, LOOKED_AT).flatMap(({ row }) => context.grid.at(row, column.index)?.text || []);
  const name = table.columns.find((column) => {
    const names = column === unit ? [] : texts(column);
    const lists = names.filter((text) => text.length <= 40 && LIST.test(text) && !REPORT.test(text));
    return lists.length > 0 && lists.length * 2 > names.length;
  });
  if (!name || !texts(name).some((text) => listNamed(context, text))) return undefined;
  const dated = [...columnsFor(table, 'received'), ...columnsFor(table, 'finished'), ...columnsFor(table, 'date')];
  const others = table.columns.filter(
    (column) => column !== name && column !== unit && !column.roles.includes('due') && !DUE.test(column.leaf),
  );
  const day =
    dated.find((column) => others.includes(column) && SENT.test(column.leaf)) ??
    others.find((column) => SENT.test(column.leaf) && holdsDays(context, table, column)) ??
    dated.find((column) => others.includes(column));
  const published = others.find((column) => column !== day && PUBLISHED.test(column.leaf));
  if (!day && !(published && ONLY_PUBLISHED.test(published.leaf))) return undefined;
  return { unit, name, ...(day && { day }), ...(published && { published }) };
}

/** Mostly days, or words that there is none. */
function holdsDays({ grid, reading }: SheetContext, { rows }: Table, { index }: Column): boolean {
  const cells = rows.flatMap(({ row }) => grid.at(row, index) ?? []).filter(({ text }) => text !== '');
  const days = cells.filter(
    ({ cell: { value, format }, text }) =>
      (typeof value === 'number' && isDateFormat(format)) ||
      typeof readDate(text, reading.rulebook.year) === 'object' ||
      NEVER.test(text),
  );
  return days.length > 0 && days.length * 2 > cells.length;
}

/** The day that an item asks for a list by. */
function listNamed({ reading }: SheetContext, name: string): Target | undefined {
  const leaf = `${plainText(name.replace(/[（(].*?[)）]/g, ''))}报送日期`;
  const heading = { leaf, parents: [], measure: '', samples: [] };
  const [meaning] = matchHeadings([heading], reading.targets, reading.mapping);
  if (meaning?.kind !== 'target') return undefined;
  return /date/i.test(meaning.target.fact.type) ? meaning.target : undefined;
}

function askList(context: SheetContext, line: Line, column: Column, name: string): void {
  const { reading, grid } = context;
  reading.askAbout(plainText(name), name, reading.source(grid, line.row, column.index), []);
}

/** The day as text that sorts; what never came sorts last, and what says nothing first. */
function dayAt({ grid, reading }: SheetContext, line: Line, column: Column): string {
  const entry = grid.at(line.row, column.index);
  if (!entry?.text) return '';
  if (typeof entry.cell.value === 'number')
    return momentOfSerial(entry.cell.value, reading.snapshot.date1904)?.day ?? '0';
  const date = readDate(entry.text, reading.rulebook.year);
  if (typeof date === 'object') return date.day;
  return /未|没有|无/.test(entry.text) ? '9' : '0';
}
