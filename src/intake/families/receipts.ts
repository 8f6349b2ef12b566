import { resolver } from '../../scoring/resolve';
import type { SheetContext } from '../answers';
import { isDateFormat, isoTime, momentOfSerial, readDate, type Moment } from '../dates';
import { joinCells, type Entry, type Line } from '../grid';
import { columnFor, columnsFor, rowKind, type Column, type Table } from '../tables';
import { factTarget } from '../targets';
import { noteFormulaError } from '../spoilt-cells';
import { saysMostly, unitColumns } from '../units-across';
import { unitAt } from '../unit-column';

interface Receipt {
  quarter: string;
  /** Of the two documents the one that a row is about, when it says so. */
  document: string;
  /** 关于更正…的函: it goes with a report that came before. */
  corrects: boolean;
  cells: { row: number; column: number }[];
  state: 'received' | 'never' | 'unknown';
  moment?: Moment;
  late: boolean;
  counted: boolean;
  raw: string;
}

const QUARTER = /(?:(20\d{2})年?)?第?([一二三四1234])季(?:度)?|(?:(20\d{2})年?)?q([1-4])|^([1-4])$/i;
const ABOUT = /报送|上报|季报|季度报告|情况报告/;
const NEVER = /未报|未交|未送|未收|缺报|漏报|没有报|没报|未上报|未提交|^(无|否|×|✗)$/;
const IN_TIME_WORDS = /^(按时|及时|准时|已按时|如期|√|✓|是|已报|已报送)/;
const LATE_WORDS = /迟报|逾期|超时|超期|延迟|延期|补报/;

/** 二季度, 第2季度, 2023Q2 as 2023Q2. */
export function quarterOf(text: string, year: number): string | undefined {
  const match = QUARTER.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return undefined;
  const word = match[2] ?? match[4] ?? match[5] ?? '';
  const number = '一二三四'.indexOf(word) + 1 || Number(word);
  return `${match[1] ?? match[3] ?? year}Q${number}`;
}

/** The register of quarterly reports: a row per unit and quarter, or a column per quarter. */
export function readReceipts(context: SheetContext, table: Table): void {
  const unitColumn = columnFor(table, 'unit');
  if (!unitColumn) {
    readUnitsAcross(context, table);
    return;
  }
  const { reading, grid } = context;
  const byUnit = new Map<string, Receipt[]>();
  const quarterColumn = columnFor(table, 'quarter');
  const remarkColumn = columnFor(table, 'remark');
  const received = receivedColumns(table, unitColumn);
  const across = quarterColumns(context, table);
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const unit = unitAt(context, line, unitColumn) ?? reading.unitNamed(grid.textAt(line.row, unitColumn.index));
    if (!unit) continue;
    const receipts = byUnit.get(unit) ?? [];
    byUnit.set(unit, receipts);
    if (across.size) {
      const remark = remarkColumn ? grid.textAt(line.row, remarkColumn.index) : '';
      for (const [quarter, columns] of across)
        receipts.push(receiptOf(context, line, columns, quarter, remarkOn(quarter, remark, reading.rulebook.year)));
    } else {
      const quarter =
        (quarterColumn && quarterOf(grid.textAt(line.row, quarterColumn.index), reading.rulebook.year)) ??
        quarterInName(context, line, unitColumn) ??
        quarterOfDue(context, line, table) ??
        quarterOf(titleOf(table), reading.rulebook.year);
      if (quarter)
        receipts.push(
          receiptOf(context, line, received, quarter, remarkColumn ? grid.textAt(line.row, remarkColumn.index) : ''),
        );
    }
  }
  for (const [unit, receipts] of byUnit) claimReceipts(context, unit, onceEach(context, unit, receipts));
}

/** 二季度缺清单；四季度未收到: what a remark on the whole year says of one quarter. */
function remarkOn(quarter: string, remark: string, year: number): string {
  return remark
    .split(/[；;，,。\n]/)
    .filter((clause) => quarterOf(clause, year) === quarter)
    .join('；');
}

/** A row per quarter, a column per unit. */
function readUnitsAcross(context: SheetContext, table: Table): void {
  const { reading, grid } = context;
  for (const { column, name, unit } of unitColumns(context, table)) {
    reading.mention(name, reading.source(grid, table.bottom, column.index));
    const receipts = table.rows.flatMap((line) => {
      const quarter = quarterOfRow(context, line);
      return quarter ? [receiptOf(context, line, [column], quarter, '')] : [];
    });
    claimReceipts(context, unit, onceEach(context, unit, receipts));
  }
}

/** The quarter that a row begins with. */
function quarterOfRow({ reading }: SheetContext, { entries }: Line): string | undefined {
  const first = entries.slice(0, 2).find(({ text }) => /季|q[1-4]/i.test(text));
  return first && quarterOf(first.text, reading.rulebook.year);
}

function hasUnitsAcross(context: SheetContext, table: Table): boolean {
  const units = unitColumns(context, table);
  const quarters = table.rows.filter((line) => quarterOfRow(context, line));
  const says = (text: string): boolean =>
    typeof readDate(text, 2000) === 'object' || NEVER.test(text) || IN_TIME_WORDS.test(text) || LATE_WORDS.test(text);
  return units.length > 0 && quarters.length * 2 > table.rows.length && saysMostly(context, table, units, says);
}

/**
 * A report that was registered again, sent in after a reminder or corrected, is still one report: its first arrival
 * counts. The two documents of a quarter are both needed.
 */
function onceEach(context: SheetContext, unit: string, receipts: Receipt[]): Receipt[] {
  const byQuarter = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const of = byQuarter.get(receipt.quarter);
    if (of) of.push(receipt);
    else byQuarter.set(receipt.quarter, [receipt]);
  }
  return [...byQuarter.values()].map((of) => {
    // Both documents in one row: what came besides is the same again, and so is what corrects a report.
    const isWhole = of.some(({ document }) => document === '');
    const isReport = of.some(({ corrects }) => !corrects);
    const documents = new Map<string, Receipt[]>();
    for (const receipt of of) {
      const document = isWhole || (receipt.corrects && isReport) ? '' : receipt.document;
      documents.set(document, [...(documents.get(document) ?? []), receipt]);
    }
    const each = [...documents.values()].map((same) => firstOf(context, unit, same));
    const [first, ...others] = each as [Receipt, ...Receipt[]];
    for (const other of others) {
      first.cells.push(...other.cells);
      first.raw += `、${other.raw}`;
      first.late ||= other.late;
      if (other.state !== 'received') first.state = other.state;
      if (other.moment && (!first.moment || isoTime(other.moment) > isoTime(first.moment))) first.moment = other.moment;
    }
    return first;
  });
}

function firstOf(context: SheetContext, unit: string, same: Receipt[]): Receipt {
  const [only] = same as [Receipt, ...Receipt[]];
  if (same.length === 1) return only;
  const { reading, grid } = context;
  const known = same.filter(({ state, late }) => state !== 'unknown' || late);
  const came = known.filter(({ moment }) => moment);
  came.sort((a, b) => isoTime(a.moment as Moment).localeCompare(isoTime(b.moment as Moment)));
  const first = came.find(({ late }) => !late) ?? came[0] ?? known[0] ?? only;
  reading.findings.push({
    code: 'report-again',
    severity: 'info',
    source: reading.sourceAt(grid, joinCells(same.flatMap(({ cells }) => cells))),
    message: `“${unit}”${first.quarter}的季度报告登记了${same.length}次，按首次报送的时间（${first.raw}）计。`,
    remedy: '如果首次报送被退回、不算报送，请只保留有效的一行。',
    unit,
  });
  return first;
}

/** A register of reports has units and when their reports came, by quarter. */
export function isReceiptRegister(context: SheetContext, table: Table): boolean {
  const unit = columnFor(table, 'unit');
  const isAbout = ABOUT.test(titleOf(table) + context.grid.sheet.name);
  if (!unit) return isAbout && hasUnitsAcross(context, table);
  if (quarterColumns(context, table).size >= 2 && isAbout) return true;
  const received = receivedColumns(table, unit);
  return (
    received.length > 0 &&
    (Boolean(columnFor(table, 'quarter') ?? columnFor(table, 'due') ?? quarterOf(titleOf(table), 2000)) ||
      table.rows.filter((line) => quarterInName(context, line, unit)).length * 2 > table.rows.length)
  );
}

function receivedColumns(table: Table, unit: Column): Column[] {
  const isAsked = (column: Column): boolean =>
    column !== unit && !column.roles.includes('due') && !OTHER_LIST.test(column.leaf);
  const named = columnsFor(table, 'received').filter(isAsked);
  if (named.length) return named;
  // 日期 over days when documents came, where the rows say what came.
  const days = columnsFor(table, 'date').filter((column) => isAsked(column) && holdsDays(table, column));
  const reports = table.rows.filter(({ entries }) =>
    entries.some(({ text }) => text.length <= 30 && DOCUMENT.test(text)),
  );
  return days.length === 1 && reports.length * 2 > table.rows.length ? days : [];
}

/** Days, and no times of day in a column of their own. */
function holdsDays({ rows, grid }: Table, { index }: Column): boolean {
  const cells = rows.flatMap(({ row }) => grid.at(row, index) ?? []).filter(({ text }) => text !== '');
  const days = cells.filter(({ cell: { value, format }, text }) =>
    typeof value === 'number' ? value >= 1 && isDateFormat(format) : readDate(text, 2000) !== undefined,
  );
  return days.length * 2 > cells.length;
}

/** Lists that items ask for have days of their own. */
const OTHER_LIST = /(中介|进驻|告知|承诺|容缺|证明|保留|清理|首席|权责|办事通)[\s\S]*清单/;
const DOCUMENT = /问题清单|工作情况|季度报告|情况报告|季报/;

/** 16:58 or 下午4点 in a column of its own beside the day, in minutes. */
function timeBeside(context: SheetContext, line: Line, day: number): number | undefined {
  const entry = line.entries.find(({ column }) => column > day && column <= day + 2);
  if (!entry) return undefined;
  const { value, format } = entry.cell;
  if (typeof value === 'number') {
    const isTime = value > 0 && value < 1 && (/[hs时]/i.test(format ?? '') || /:/.test(entry.text));
    return isTime ? Math.round(value * 1440) : undefined;
  }
  if (entry.text.length > 12 || !/\d.*[:：时点]/.test(entry.text)) return undefined;
  const date = readDate(`2000-01-01 ${entry.text}`, context.reading.rulebook.year);
  return typeof date === 'object' ? date.minutes : undefined;
}

/** Columns that stand under a quarter each. */
function quarterColumns(context: SheetContext, table: Table): Map<string, Column[]> {
  const found = new Map<string, Column[]>();
  for (const column of table.columns) {
    // 四季度（12月13日17:00前）: the day in brackets makes it no sentence.
    const text = column.path.find(
      (part) => /季度|q[1-4]/i.test(part) && part.replace(/[(（].*?[)）]/g, '').length <= 16,
    );
    const quarter = text && quarterOf(text, context.reading.rulebook.year);
    if (!quarter || column.roles.includes('due') || column.roles.includes('quarter') || column.roles.includes('remark'))
      continue;
    found.set(quarter, [...(found.get(quarter) ?? []), column]);
  }
  return found;
}

function titleOf(table: Table): string {
  return table.preamble.flatMap((line) => line.entries.map((entry) => entry.text)).join(' ');
}

function quarterOfDue(context: SheetContext, line: Line, table: Table): string | undefined {
  const column = columnFor(table, 'due');
  const moment = column && momentAt(context, context.grid.at(line.row, column.index));
  return typeof moment === 'object'
    ? `${moment.day.slice(0, 4)}Q${Math.ceil(Number(moment.day.slice(5, 7)) / 3)}`
    : undefined;
}

/** 2023年第二季度工作情况报告: the name of what was sent in tells the quarter. */
function quarterInName(context: SheetContext, line: Line, unit: Column): string | undefined {
  const name = line.entries.find(
    ({ text, column }) =>
      column !== unit.index && text.length <= 40 && /季(度|报)/.test(text) && /报告|清单|季报/.test(text),
  );
  return name && quarterOf(name.text, context.reading.rulebook.year);
}

function momentAt(context: SheetContext, entry: Entry | undefined): ReturnType<typeof readDate> {
  const { reading } = context;
  if (!entry) return undefined;
  const { value, format } = entry.cell;
  if (typeof value === 'number') {
    return isDateFormat(format) || value > 36000 ? momentOfSerial(value, reading.snapshot.date1904) : undefined;
  }
  return typeof value === 'string' ? readDate(value, reading.rulebook.year) : undefined;
}

/** Both documents must be in: the later one decides, and a missing one is never in time. */
function receiptOf(context: SheetContext, line: Line, columns: Column[], quarter: string, remark: string): Receipt {
  const { reading, grid } = context;
  const date = reading.rulebook.reports.find((report) => report.quarter === quarter);
  const cells = columns.map((column) => ({ row: line.row, column: column.index }));
  const receipt: Receipt = {
    quarter,
    document: documentOf(line),
    corrects: line.entries.some(({ text }) => CORRECTS.test(text)),
    cells,
    state: 'received',
    late: false,
    counted: date !== undefined && date.counted && date.due.slice(0, 10) <= reading.asOf,
    raw: cells.map((cell) => grid.textAt(cell.row, cell.column)).join('、'),
  };
  for (const { row, column } of cells) {
    const entry = sameAsBeside(context, grid.at(row, column), columns);
    const text = entry?.text ?? '';
    if (noteFormulaError(context, entry, '报送时间')) {
      receipt.state = 'unknown';
      continue;
    }
    const moment = momentAt(context, entry);
    if (typeof moment === 'object' && moment.minutes === undefined) {
      const minutes = timeBeside(context, line, column);
      if (minutes !== undefined) moment.minutes = minutes;
    }
    if (moment === 'impossible') {
      reading.loose.push({ source: reading.source(grid, row, column), what: '报送时间', raw: text, code: 'bad-date' });
      receipt.state = 'unknown';
    } else if (typeof moment === 'object') {
      if (!receipt.moment || isoTime(moment) > isoTime(receipt.moment)) receipt.moment = moment;
      if (date && isLate(context, moment, date.due)) receipt.late = true;
    } else if (NEVER.test(text)) {
      if (receipt.state === 'received') receipt.state = 'never';
      receipt.late = true;
    } else if (LATE_WORDS.test(text)) {
      receipt.late = true;
    } else if (!IN_TIME_WORDS.test(text)) {
      receipt.state = 'unknown';
    }
  }
  if (!cells.length) receipt.state = 'unknown';
  // 二季度缺清单: one of the two that a quarter needs.
  const isBlank = cells.some(({ row, column }) => grid.textAt(row, column) === '');
  if (receipt.state === 'unknown' && isBlank && (NEVER.test(remark) || LACKING.test(remark))) {
    receipt.state = 'never';
    receipt.late = true;
  }
  return receipt;
}

const LACKING = /(?<![不未没])缺(?!席|勤)/;

/** 同左, 同上: the cell that the words point at; left of the first document of a quarter stands that of another quarter. */
function sameAsBeside({ grid }: SheetContext, entry: Entry | undefined, columns: Column[]): Entry | undefined {
  let at = entry;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const points = SAME.exec(at.text)?.[1];
    if (!points) return at;
    if (points === '上') {
      at = grid.at(at.row - 1, at.column);
      continue;
    }
    const { row, column } = at;
    const before = columns.filter(({ index }) => index < column).at(-1);
    at = before && grid.at(row, before.index);
  }
  return at;
}

const SAME = /^同(左|前|上)$/;
const MOST_STEPS = 20;

const CORRECTS = /更正|勘误|补正|订正|替换件|修改件/;

/** 问题清单 or 工作情况报告 in a row of its own. */
function documentOf(line: Line): string {
  const texts = line.entries.filter(({ cell }) => typeof cell.value === 'string').map(({ text }) => text);
  const named = texts.find((text) => /问题清单|报告/.test(text) && text.length <= 30) ?? '';
  const [list, report] = [/问题清单/.test(named), /报告/.test(named)];
  return list === report ? '' : list ? '问题清单' : '报告';
}

/** A day without a time is in time on the due day itself. */
function isLate(context: SheetContext, moment: Moment, due: string): boolean {
  if (moment.minutes === undefined) return moment.day > due.slice(0, 10);
  const time = isoTime(moment);
  const { rulebook, readings } = context.reading;
  const onTheMinute = resolver(rulebook.readings, readings, new Set())(rulebook.general.onTheMinute);
  return onTheMinute === 'late' ? time >= due : time > due;
}

function claimReceipts(context: SheetContext, unit: string, receipts: Receipt[]): void {
  const { reading, grid } = context;
  for (const receipt of receipts) {
    const date = reading.rulebook.reports.find((report) => report.quarter === receipt.quarter);
    const { moment, cells } = receipt;
    if (receipt.state === 'unknown' || !cells.length) continue;
    const onDueDay = moment && date && moment.minutes === undefined && moment.day === date.due.slice(0, 10);
    reading.receipts.push({
      unit,
      quarter: receipt.quarter,
      ...(receipt.state === 'received' && moment ? { received: isoTime(moment) } : {}),
      source: reading.sourceAt(grid, joinCells(cells)),
      late: receipt.late && receipt.counted,
      never: receipt.state === 'never',
      due: date?.due ?? '',
      ...(onDueDay ? { note: `“${receipt.raw}”没有写时刻，按当天17:00前收到计。` } : {}),
    });
  }
  const register = reading.vocabulary.registers.receipts;
  const counted = receipts.filter((receipt) => receipt.counted && receipt.cells.length);
  const target = factTarget(reading.targets, register.item, register.late);
  if (!target || !counted.length) return;
  const unknown = counted.filter((receipt) => receipt.state === 'unknown' && !receipt.late);
  const places = (unknown.length ? unknown : counted).flatMap((receipt) => receipt.cells);
  reading.claim(
    {
      unit,
      voice: 'office',
      confidence: 0.95,
      source: reading.sourceAt(grid, joinCells(places.sort((a, b) => a.column - b.column || a.row - b.row))),
      raw: (unknown.length ? unknown : counted).map((receipt) => receipt.raw).join('、'),
      linkable: false,
    },
    target.item,
    target.fact,
    unknown.length ? { state: 'missing' } : { state: 'value', value: counted.filter((receipt) => receipt.late).length },
    { hidden: places.some((cell) => grid.isHidden(cell.row, cell.column)) },
  );
}
