import type { Intake } from '../assessment';
import type { ReadableRulebook, ReadingChoice } from '../rulebook/model';
import type { Sheet, Snapshot } from '../workbook/snapshot';
import type { SheetContext } from './answers';
import { runChecks } from './checks';
import { listsAbsentees, readAbsentees } from './families/absentees';
import { hasMeetings, isAttendance, readAttendance } from './families/attendance';
import { isCorrections, readCorrections } from './families/corrections';
import { isFailingCheck, readFailingCheck } from './families/failing-check';
import { isFindingsLedger, readFindingsLedger } from './families/findings-ledger';
import { readFactRow, isFactRow } from './families/fact-row';
import { isIndicatorList, readIndicators } from './families/indicators';
import { isListRegister, readListRegister } from './families/list-register';
import { isMeritsInWords, readMeritsInWords } from './families/merits-in-words';
import { isMerits, readMerits } from './families/merits';
import { claimMonthsTold } from './families/month-claims';
import { isMonthly, readMonths } from './families/months';
import { isReceiptRegister, readReceipts } from './families/receipts';
import { isSelfAssessment, readSelfAssessment } from './families/self-assessment';
import { readPassages } from './families/passages';
import { isThingLedger, readThingLedger } from './families/thing-ledger';
import { isTopicCounts, readTopicCounts } from './families/topic-counts';
import { readUnitRows } from './families/unit-rows';
import type { Mapping } from './headings';
import { layoutOf } from './layout';
import { explains, noteNoTable, noteUnitsAcross, noteUnplacedUnits } from './no-table';
import type { Line } from './grid';
import { readNotes } from './notes';
import { ownerOf, strangerOver, type Owner } from './owner';
import { parseProseVocabulary, type ProseVocabulary } from './prose/vocabulary';
import { partsBesideSums } from './parts-of-year';
import { Reading } from './reading';
import { Roles } from './roles';
import { columnFor, type Table } from './tables';
import { targetsOf, type Targets } from './targets';
import { listsUnits } from './unit-column';
import { linesBeside } from './lines-beside';
import { isOfAnotherYear } from './text';
import { keepSettledRows } from './settled-rows';
import { shorten } from './values';
import { keepRowsOfYear } from './year-column';

export interface ReadOptions {
  /** Answers to earlier questions, by fingerprint. */
  mapping?: Mapping;
  /** ISO day of the cut-off. */
  asOf: string;
  readings: ReadingChoice;
  /** Canonical name of the unit whose workbook it is, where it names none. */
  unit?: string;
}

const NO_ANSWERS: Mapping = {};

const proseByData = new WeakMap<object, ProseVocabulary>();

function proseOf(data: object): ProseVocabulary {
  const known = proseByData.get(data);
  if (known) return known;
  const parsed = parseProseVocabulary(data);
  proseByData.set(data, parsed);
  return parsed;
}

/**
 * Sheets in which there was nothing to take, to ask or to say, with the words and answers that they were looked through
 * with. An edit elsewhere changes nothing in them, so that a long list beside a form costs no time at every edit.
 */
const mute = new WeakMap<Sheet, { targets: Targets; mapping: Mapping }>();

/** Reads a workbook: what it claims, what it leaves open, and what is wrong in it. Pure: no host, no clock, no files. */
export function readSnapshot(snapshot: Snapshot, rulebook: ReadableRulebook, options: ReadOptions): Intake {
  const { vocabulary } = rulebook;
  const targets = targetsOf(rulebook, vocabulary);
  const reading = new Reading(
    snapshot,
    rulebook,
    vocabulary,
    targets,
    options.mapping ?? NO_ANSWERS,
    options.asOf,
    options.readings,
    options.unit,
  );
  const prose = proseOf(rulebook.proseVocabulary);
  const words = {
    roles: new Roles(vocabulary),
    targets,
    rulebook,
    hints: vocabulary.hints,
    counted: vocabulary,
    prose,
  };
  const layouts = snapshot.sheets.map((sheet) => layoutOf(sheet, words));
  reading.grids.push(...layouts.map(({ grid }) => grid));
  const parts = partsBesideSums(layouts.flatMap(({ tables }) => tables));
  let tableNumber = 0;
  for (const { grid, tables } of layouts) {
    const { sheet } = grid;
    const looked = mute.get(sheet);
    if (looked?.targets === targets && looked.mapping === reading.mapping) {
      tableNumber += tables.length;
      continue;
    }
    const context: SheetContext = { reading, grid, notes: readNotes(grid), prose };
    const before = learned(reading);
    const unread = tables.filter((table) => {
      tableNumber += 1;
      const known = learned(reading);
      if (parts.has(table)) notePart(context, table);
      else readTable(context, table, tables, tableNumber);
      return learned(reading) === known;
    });
    if (explains(context)) continue;
    const beside = learned(reading) > before ? linesBeside(grid, tables, targets) : [];
    const [first] = tables;
    // Whose the sheet is need not be said where every row of its tables says it.
    const owner = first && beside.length ? ownerOf(first, tables, reading) : {};
    const noted = (): Owner => {
      if (first) noteOwner(context, first, owner);
      return owner;
    };
    if (owner.unit) readPassages(context, beside, noted);
    if (learned(reading) > before) {
      for (const table of unread) if (!noteRowsOfUnits(context, table.rows)) noteUnitsAcross(context, table);
      continue;
    }
    const lines = grid.lines.slice(0, MOST_LINES);
    if (noteRowsOfUnits(context, lines) || unread.some((table) => noteUnitsAcross(context, table))) continue;
    const title = lines.filter(({ entries }, i) => i < TITLE_LINES && entries.length <= 2);
    const whole: Table = { grid, top: 0, bottom: 0, columns: [], rows: lines, preamble: title };
    readPassages(context, lines, () => ownerAt(context, whole, tables));
    if (learned(reading) === before) noteNoTable(context);
    if (learned(reading) === before) mute.set(sheet, { targets, mapping: reading.mapping });
  }
  claimMonthsTold(reading);
  runChecks(reading);
  return {
    claims: reading.claims,
    selfScores: reading.selfScores,
    receipts: reading.receipts.map(({ unit, quarter, received, source }) => ({
      unit,
      quarter,
      ...(received === undefined ? {} : { received }),
      source,
    })),
    questions: reading.questions,
    findings: reading.findings,
    units: unitsOf(reading),
  };
}

/** What a sheet in no form is called, and whose it is, stands in its first lines. */
const TITLE_LINES = 5;
/** Sheets of more lines are no reports. */
const MOST_LINES = 300;

/** Rows of several units that were not read: what stands there is not the sheet's own unit's. Returns whether there are any. */
function noteRowsOfUnits(context: SheetContext, lines: Line[]): boolean {
  const { grid, reading } = context;
  const rows = lines.filter(({ entries }) => entries.length >= 2).slice(0, MOST_LINES);
  const wide = rows.filter(({ entries }) => entries.length >= 3);
  for (const some of [wide, rows]) {
    const columns = new Set(some.slice(0, 20).flatMap(({ entries }) => entries.map(({ column }) => column)));
    const column = [...columns].find((one) => listsUnits(grid, some, one, reading.rulebook));
    if (column === undefined) continue;
    noteUnplacedUnits(context, some, column);
    return true;
  }
  return false;
}

/** Figures of a part of the year beside those that reach further from January on. */
function notePart({ reading, grid }: SheetContext, table: Table): void {
  const title = table.preamble[0]?.entries[0];
  reading.findings.push({
    code: 'parts-of-year',
    severity: 'info',
    source: reading.source(grid, title?.row ?? table.top, title?.column ?? table.columns[0]?.index ?? 0),
    message: `“${shorten(title?.text ?? grid.sheet.name)}”只是一年中一段时间的数，另有同样栏目、累计到更晚的表，按那张表计。`,
    remedy: '如果应按这张表计，请把标题改为累计或全年。',
  });
}

/** How much was taken, asked or said of the workbook so far. */
function learned({ claims, months, questions, receipts, findings, scoreRows, mentions }: Reading): number {
  // A name that no list has becomes a finding of its own.
  const strangers = mentions.filter(({ unit }) => unit === undefined);
  return (
    strangers.length +
    claims.length +
    months.length +
    questions.length +
    receipts.length +
    findings.length +
    scoreRows.length
  );
}

function ownerAt(context: SheetContext, table: Table, tables: Table[]): Owner {
  const owner = ownerOf(table, tables, context.reading);
  noteOwner(context, table, owner);
  return owner;
}

/** Reads a table as the kind of form it is; what is none of them is left alone. Returns whether it is one of them. */
function readTable(context: SheetContext, table: Table, tables: Table[], tableNumber: number): boolean {
  const { reading } = context;
  if (isLastYears(context, table)) return true;
  keepRowsOfYear(context, table);
  keepSettledRows(context, table);
  let known: Owner | undefined;
  const owner = (): Owner => {
    if (!known) {
      known = ownerOf(table, tables, reading);
      noteOwner(context, table, known);
    }
    return known;
  };
  if (isFailingCheck(context, table)) readFailingCheck(context, table, owner);
  else if (isMeritsInWords(context, table)) readMeritsInWords(context, table, owner);
  else if (isSelfAssessment(context, table)) return readSelfAssessment(context, table, owner);
  else if (listsAbsentees(table)) readAbsentees(context, table);
  else if (hasMeetings(context, table)) readAttendance(context, table);
  else if (isMonthly(context, table)) readMonths(context, table, owner, tableNumber);
  else if (isFindingsLedger(table)) readFindingsLedger(context, table, owner);
  else if (isListRegister(context, table)) readListRegister(context, table);
  else if (isReceiptRegister(context, table)) readReceipts(context, table);
  else if (isCorrections(context, table)) readCorrections(context, table);
  else if (isAttendance(context, table)) readAttendance(context, table);
  else if (isMerits(context, table)) readMerits(context, table, owner, tableNumber);
  else if (isThingLedger(context, table)) readThingLedger(context, table, owner);
  else if (isTopicCounts(context, table)) readTopicCounts(context, table, owner, tableNumber);
  else if (isIndicatorList(context, table)) readIndicators(context, table, owner, tableNumber);
  else if (columnFor(table, 'unit')) readUnitRows(context, table, tableNumber);
  else if (isFactRow(table)) readFactRow(context, table, owner);
  else return false;
  return true;
}

/** A day, and what makes it the end of a time: 截至2023年9月30日. */
const FULL_DAY = /(截[至止]|[年月日\d][至到—–~～-]{1,2})?(20\d{2})\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?/g;

/** A table whose title names another year, or whose sheet a year before, tells nothing about this one. */
function isLastYears(context: SheetContext, table: Table): boolean {
  const { reading, grid } = context;
  const { year } = reading.rulebook;
  const above = table.preamble.flatMap((line) => line.entries).filter(({ text }) => !/[:：]|日期|时间|印发/.test(text));
  const named = { text: grid.sheet.name, row: table.top, column: table.columns[0]?.index ?? 0 };
  const titles = isOfLaterYear(named.text, year) ? above : [...above, named];
  // 2024年1月3日 is the day on which a table of 2023 was made, 2023年1月3日 that on which one of 2022 was.
  const made = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(FULL_DAY, (day, until: string | undefined, of: string) =>
        Number(of) < year || (Number(of) === year && until) ? day : '',
      );
  const title = titles.find(({ text }) => isOfAnotherYear(made(text), year));
  if (!title || titles.some(({ text }) => made(text).includes(String(year)))) return false;
  reading.findings.push({
    code: 'other-year',
    severity: 'warning',
    source: reading.source(grid, title.row, title.column),
    message: `“${shorten(title.text)}”不是${year}年的表，表中的数据没有采用。`,
    remedy: `如果确是${year}年的数据，请改正标题中的年份。`,
  });
  return true;
}

/** 2024年1月 is when a sheet of 2023 was made. */
function isOfLaterYear(text: string, year: number): boolean {
  return [...text.matchAll(/20\d{2}/g)].some(([named]) => Number(named) > year);
}

/** Says it when a table speaks for one unit and does not name it. */
function noteOwner(context: SheetContext, table: Table, owner: Owner): void {
  const { reading, grid } = context;
  const { name, source: at } = owner.unit || owner.name !== undefined ? owner : (strangerOver(table, reading) ?? owner);
  if (name !== undefined && at) {
    reading.mentions.push({ name, source: at, ...(owner.unit ? { unit: owner.unit } : {}) });
  } else if (owner.unit) {
    const source = reading.source(grid, table.top, table.columns[0]?.index ?? 0);
    reading.mentions.push({ name: owner.unit, unit: owner.unit, source });
  } else {
    reading.findings.push({
      code: 'no-unit',
      severity: 'error',
      source: reading.source(grid, table.top, table.columns[0]?.index ?? 0),
      message: '看不出这张表是哪个单位填报的，表中的数据没有采用。',
      remedy: '请在表头写明“填报单位：×××”，再重新读取。',
    });
  }
}

function unitsOf(reading: Reading): string[] {
  const units = new Set<string>();
  for (const { unit } of reading.mentions) if (unit) units.add(unit);
  for (const { unit } of reading.claims) units.add(unit);
  return [...units];
}
