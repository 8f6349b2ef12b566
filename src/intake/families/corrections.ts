import type { SheetContext } from '../answers';
import { isDateFormat, isoTime, momentOfSerial, readDate, type Moment } from '../dates';
import { claimCells } from '../claim-cells';
import type { Entry, Line } from '../grid';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { factTarget } from '../targets';
import { noteFormulaError } from '../spoilt-cells';
import { unitAt } from '../unit-column';
import { readNumber, tidy, type Figure } from '../values';

interface Correction {
  line: Line;
  overdue: boolean | undefined;
  done: boolean | undefined;
  /** A row that stands for several cases: 超时3件. */
  late?: number;
  /** The share of its cases that are done, in percent points, where it stands for several. */
  rate?: number;
}

const YES_OVERDUE = /^(是|已?超时|已?超期|已?逾期|√|✓|超时.*|逾期.*|超期.*)$/;
const NO_OVERDUE = /^(否|未超时|未超期|未逾期|×|✗|无|按时|按期|及时|按时整改|按期整改|未.*|无(?:超时|超期|逾期).*)$/;
/** 超时3件, 3件超时, also behind 按时9件. */
const LATE_CASES =
  /(?:^|[,;、])(?:已?(?:超时|超期|逾期)(?:整改)?(\d+)[件条个起例]|(\d+)[件条个起例](?:超时|超期|逾期))(?=$|[,;、。])/;
const DONE = /^(是|√|✓|已.*|完成.*|整改完成|整改到位|办结.*|.*已整改|.*已办结)$/;
const NOT_DONE = /^(否|×|✗|未.*|尚未.*|正在.*|整改中|办理中)$/;

/** A register of complaints and bad ratings to be put right: a row per case, with its time limit and what became of it. */
export function readCorrections(context: SheetContext, table: Table): void {
  const unitColumn = columnFor(table, 'unit');
  if (!unitColumn) return;
  const columns = {
    overdue: columnFor(table, 'overdue'),
    fixed: columnFor(table, 'fixed'),
    deadline: columnFor(table, 'deadline'),
    finished: columnFor(table, 'finished'),
  };
  const byUnit = new Map<string, Correction[]>();
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain') continue;
    const unit = unitAt(context, line, unitColumn);
    if (!unit) continue;
    const list = byUnit.get(unit) ?? [];
    byUnit.set(unit, list);
    list.push(correctionOf(context, line, columns));
  }
  const evidence = columns.overdue ?? columns.finished ?? columns.fixed;
  if (!evidence) return;
  const register = context.reading.vocabulary.registers.corrections;
  for (const [unit, list] of byUnit) {
    const overdue = figureOf(
      list.map((one) => one.overdue),
      () => list.reduce((sum, { overdue: isLate, late }) => sum + (late ?? (isLate ? 1 : 0)), 0),
    );
    claim(context, unit, register.item, register.overdue, list, columns.overdue ?? evidence, overdue);
    if (!columns.fixed && !columns.finished) continue;
    const [only] = list.length === 1 ? list : [];
    const completion: Figure =
      only?.rate !== undefined
        ? { state: 'value', value: only.rate }
        : figureOf(
            list.map(({ done, rate }) => (rate === undefined ? done : undefined)),
            (done, all) => tidy((done / all) * 100),
          );
    claim(context, unit, register.item, register.completion, list, columns.fixed ?? evidence, completion);
  }
}

/** Such a register has a unit, and whether the time limit was kept. */
export function isCorrections(context: SheetContext, table: Table): boolean {
  if (!columnFor(table, 'unit')) return false;
  const title = [
    ...table.preamble.flatMap((line) => line.entries.map((entry) => entry.text)),
    context.grid.sheet.name,
  ].join('');
  if (!/差评|投诉|整改|超时|超期|逾期/.test(title)) return false;
  return Boolean(columnFor(table, 'overdue')) || Boolean(columnFor(table, 'deadline') && columnFor(table, 'finished'));
}

type Columns = { [role in 'overdue' | 'fixed' | 'deadline' | 'finished']: Column | undefined };

const NAMES = { overdue: '是否超时', fixed: '整改情况', deadline: '整改时限', finished: '整改完成时间' };

/** A day that the calendar does not have. */
function noteBadDate({ reading, grid }: SheetContext, entry: Entry | undefined, what: string): void {
  if (!entry || readDate(entry.text, reading.rulebook.year) !== 'impossible') return;
  const source = reading.source(grid, entry.row, entry.column);
  reading.loose.push({ source, what, raw: entry.text, code: 'bad-date' });
}

function correctionOf(context: SheetContext, line: Line, columns: Columns): Correction {
  const entryOf = (column: Column | undefined): Entry | undefined => column && context.grid.at(line.row, column.index);
  const finishedText = entryOf(columns.finished)?.text ?? '';
  for (const [role, column] of Object.entries(columns) as [keyof Columns, Column | undefined][]) {
    noteFormulaError(context, entryOf(column), NAMES[role]);
    noteBadDate(context, entryOf(column), NAMES[role]);
  }
  const deadline = momentOf(context, entryOf(columns.deadline));
  const finished = momentOf(context, entryOf(columns.finished));
  const fixedText = entryOf(columns.fixed)?.text ?? '';
  const done = finished ? true : (verdict(fixedText, DONE, NOT_DONE) ?? verdict(finishedText, DONE, NOT_DONE));
  const asksInTime = columns.overdue?.leaf.includes('按时') ?? false;
  let overdue = verdict(entryOf(columns.overdue)?.text ?? '', YES_OVERDUE, NO_OVERDUE);
  if (overdue !== undefined && asksInTime && /^(是|否|√|×|✓|✗|未.*)$/.test(entryOf(columns.overdue)?.text ?? '')) {
    overdue = /^(否|×|✗|未.*)$/.test(entryOf(columns.overdue)?.text ?? '');
  }
  if (overdue === undefined && deadline) {
    const end =
      finished ?? (done === false || finishedText === '' ? { day: context.reading.asOf, minutes: 1439 } : undefined);
    if (end) overdue = isAfter(end, deadline);
  }
  const [, behind, before] = LATE_CASES.exec(entryOf(columns.overdue)?.text.normalize('NFKC') ?? '') ?? [];
  const late = behind ?? before;
  if (late !== undefined) overdue = Number(late) > 0;
  const share = readNumber(finishedText);
  return {
    line,
    overdue,
    done,
    ...(late !== undefined && { late: Number(late) }),
    ...(share?.percent && { rate: share.value }),
  };
}

function isAfter(moment: Moment, deadline: Moment): boolean {
  if (moment.minutes === undefined || deadline.minutes === undefined) return moment.day > deadline.day;
  return isoTime(moment) > isoTime(deadline);
}

function momentOf(context: SheetContext, entry: Entry | undefined): Moment | undefined {
  if (!entry) return undefined;
  const { value, format } = entry.cell;
  if (typeof value === 'number')
    return isDateFormat(format) ? momentOfSerial(value, context.reading.snapshot.date1904) : undefined;
  const date = typeof value === 'string' ? readDate(value, context.reading.rulebook.year) : undefined;
  return typeof date === 'object' ? date : undefined;
}

function verdict(text: string, yes: RegExp, no: RegExp): boolean | undefined {
  const plain = text.normalize('NFKC').trim();
  if (no.test(plain)) return false;
  return yes.test(plain) ? true : undefined;
}

function figureOf(verdicts: (boolean | undefined)[], value: (yes: number, all: number) => number): Figure {
  if (verdicts.includes(undefined))
    return { state: 'missing', code: 'unreadable', problem: '有的行看不出是否按时、是否完成。' };
  return { state: 'value', value: value(verdicts.filter((one) => one).length, verdicts.length) };
}

function claim(
  context: SheetContext,
  unit: string,
  item: string,
  fact: string,
  list: Correction[],
  column: Column,
  figure: Figure,
): void {
  const { reading, grid } = context;
  const target = factTarget(reading.targets, item, fact);
  if (!target) return;
  const places = list.map(({ line }) => ({ row: line.row, column: column.index }));
  claimCells(reading, grid, { unit, voice: 'office', confidence: 0.85 }, target, places, figure, false);
}
