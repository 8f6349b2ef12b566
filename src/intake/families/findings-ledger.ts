import { acceptedTimes } from '../accepted-times';
import type { SheetContext } from '../answers';
import type { LedgerEntry } from '../../rulebook/vocabulary';
import { momentOfSerial, readDate } from '../dates';
import { joinCells, type Line } from '../grid';
import { fingerprintOf, matchHeadings } from '../headings';
import { itemByReference } from '../items';
import type { Owner } from '../owner';
import { unitRows } from '../row-units';
import { columnFor, type Column, type Table } from '../tables';
import { noteTextNumber, noteUnnamedColumns } from '../spoilt-cells';
import { factTarget } from '../targets';
import { matchAny, plainText } from '../text';
import { addRegisterTotals } from '../totals';
import { timesInWords } from '../times-in-words';
import { readFigure, shorten, type Figure } from '../values';

interface LedgerRow {
  line: Line;
  unit: string;
  entry: LedgerEntry;
  isComplaint: boolean;
  verified: boolean;
  /** Nobody has found yet whether it is so. */
  isOpen: boolean;
  /** How often, or why that cannot be told. */
  times: Figure;
  /** The check round: its name or its day. */
  round: string;
  matter: string;
}

interface LedgerColumns {
  unit: Column | undefined;
  problem: Column;
  matter: Column | undefined;
  date: Column | undefined;
  round: Column | undefined;
  times: Column | undefined;
  verified: Column | undefined;
  origin: Column | undefined;
  item: Column | undefined;
  /** 问题类型: a person has sorted the rows. */
  kind: Column | undefined;
  remark: Column | undefined;
}

const KIND =
  /^(问题|事项|投诉|检查|抽查|归口|归属|所属|反映|投诉举报)?(类型|类别|分类|归类|性质|种类)$|^(检查|抽查)(内容|项目|要点)$/;
const NOT_VERIFIED =
  /^(否|无|×|✗|撤销)$|^(?:[未待](?!整改)|核[实查]中|调查中|办理中|处理中|正在(?!整改)|部分|不扣|不加)|不属实|^不实|不实$|不成立|不予|不认定|不采信|不计入|不确认|查无|不存在|未查实/;
/** 同一事项，与5号重复: told already in another row. */
const AGAIN = /重复|已计|同一(?:事项|问题)|同上一?条|并入|合并计/;
const PENDING = /待|核[实查]中|调查中|办理中|处理中|正在|部分/;
/** 说明：属实、部分属实的计入: the register itself says what it counts. */
const PARTLY_COUNTS = /部分属实(?:的|件)?[^，,。；;不]{0,8}计入/;
/** Where a finding came from, when it was no check. */
const COMPLAINT = /投诉|举报|12345|热线|来信|来访|信访|来电|差评|营商环境.{0,6}平台|群众反映|企业反映/;
const CHECK = /抽查|检查|督查|巡查|暗访|抽检/;
/** A check that found nothing. */
const CLEAN =
  /^(?:[^,。;]{0,8},)?(?:经?(?:抽查|检查|核查|复查|回头看),?)?(?:均?(?:未|没有?)(?:发现|查出|检出)[^,。;但]{0,16}|无[不未]?[^,。;未不]{0,10}(?:问题|情况|情形|现象|异常)|无)[。.]?$/;
/** 未发现公示办事指南: what was not found is what should be there. */
const NOT_THERE =
  /(?:发现|查出|检出)(?!.*(?:问题|情况|情形|现象|异常))[^未不没无]*(?:公开|公示|公布|发布|张贴|摆放|更新|设置|配备|在岗)/;
const SAME_AS_ABOVE = /^(?:同上|同前|〃|″)(?:条|项)?$/;
/** In a remark it takes more words to say so: 与编号11为同一问题. */
const AGAIN_IN_REMARK = /与.{0,10}(?:同一(?:个|事项|问题)|重复)|同上一?条|(?:已|合)并(?:入|计)|重复(?:登记|计)/;

/** A ledger of what spot checks found, or of complaints: a row per finding, with the unit and the problem in words. */
export function readFindingsLedger(context: SheetContext, table: Table, owner: () => Owner): void {
  const columns = ledgerColumns(table);
  if (!columns) return;
  const title = [
    ...table.preamble.flatMap((line) => line.entries.map((entry) => entry.text)),
    context.grid.sheet.name,
  ].join(' ');
  const aboutComplaints = /投诉|举报/.test(title) && !/抽查|检查/.test(title);
  const partlyCounts = context.grid.lines.some(({ entries }) => entries.some(({ text }) => PARTLY_COUNTS.test(text)));
  const entries = context.reading.vocabulary.ledger;
  const titled = onlyOf(entries.filter((entry) => isNamedIn(entry, plainText(title))));
  const rows: LedgerRow[] = [];
  const strangers: Line[] = [];
  for (const { line, unit } of unitRows(context, table, columns.unit, owner)) {
    const row = readRow(context, line, unit, columns, { aboutComplaints, partlyCounts, titled });
    if (row === 'stranger') strangers.push(line);
    else if (row) rows.push(row);
  }
  if (rows.length || /抽查|政务|窗口|办事/.test(title)) {
    for (const line of strangers) askCategory(context, line, columns);
  }
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const key = `${row.unit}\n${row.entry.item}\n${row.entry.fact}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) claimGroup(context, group, columns);
  if (rows.every(({ verified }) => verified) && !strangers.length) addRegisterTotals(context, table, [columns.times]);
  claimRounds(context, rows, columns);
  if (rows.length) noteUnnamedColumns(context, table);
}

/** A ledger of findings has a unit and a problem in each row. */
export function isFindingsLedger(table: Table): boolean {
  const problem = ledgerColumns(table)?.problem;
  if (!problem) return false;
  const texts = table.rows.slice(0, 20).flatMap((line) => table.grid.at(line.row, problem.index) ?? []);
  const sentences = texts.filter(
    ({ cell, text }) => typeof cell.value === 'string' && (text.length >= 4 || SAME_AS_ABOVE.test(text)),
  );
  return sentences.length * 2 >= texts.length;
}

function ledgerColumns(table: Table): LedgerColumns | undefined {
  const unit = columnFor(table, 'unit');
  const problem = columnFor(table, 'problem');
  if (!problem || !(unit ?? columnFor(table, 'verified'))) return undefined;
  const other = (role: string): Column | undefined =>
    table.columns.find((column) => column.roles.includes(role) && column !== unit && column !== problem);
  return {
    unit,
    problem,
    matter: other('matter'),
    date: other('date'),
    round: other('round'),
    times: other('times'),
    verified: other('verified'),
    origin: other('origin'),
    item: other('item'),
    remark: other('remark'),
    kind: table.columns.find((column) => KIND.test(column.leaf) && column !== problem && column !== unit),
  };
}

/** What a register says of all its rows. */
interface Register {
  aboutComplaints: boolean;
  partlyCounts: boolean;
  /** The one thing that its title says they are about: “明进暗不进”问题登记. */
  titled: LedgerEntry | undefined;
}

function readRow(
  context: SheetContext,
  line: Line,
  unit: string,
  columns: LedgerColumns,
  { aboutComplaints, partlyCounts, titled }: Register,
): LedgerRow | 'stranger' | undefined {
  const { grid } = context;
  const textOf = (column: Column | undefined): string => (column ? grid.textAt(line.row, column.index) : '');
  const problem = problemAt(context, line, columns.problem);
  if (!problem) return undefined;
  const origin = textOf(columns.origin);
  const isComplaint = aboutComplaints ? !CHECK.test(origin) : COMPLAINT.test(origin);
  const entry =
    categoryOf(context, problem, textOf(columns.kind), textOf(columns.matter), textOf(columns.item)) ?? titled;
  if (entry === 'ignore') return undefined;
  const written = textOf(columns.verified).normalize('NFKC');
  const verdict = partlyCounts && written === '部分属实' ? '属实' : written;
  const isClean = saysNothingFound(problem.normalize('NFKC'));
  if (!entry) return isClean || (verdict !== '' && NOT_VERIFIED.test(verdict)) ? undefined : 'stranger';
  const round = textOf(columns.round) || dayOf(context, line, columns.date);
  const remark = textOf(columns.remark).normalize('NFKC');
  const isAgain = AGAIN.test(verdict) ? columns.verified : AGAIN_IN_REMARK.test(remark) ? columns.remark : undefined;
  if (isAgain) {
    context.reading.findings.push({
      code: 'finding-again',
      severity: 'info',
      source: context.reading.source(grid, line.row, isAgain.index),
      message: `“${unit}”这一条问题写明与另一条重复（“${shorten(textOf(isAgain))}”），没有另计。`,
      remedy: '如果是另外发现的问题，请写明核实结果。',
      item: entry.item,
      unit,
    });
    return undefined;
  }
  const accepted = acceptedTimes(verdict);
  const isVerified = !columns.verified || Boolean(accepted) || (verdict !== '' && !NOT_VERIFIED.test(verdict));
  const isOpen = !isClean && !isVerified && (verdict === '' || PENDING.test(verdict));
  if (isOpen) {
    context.reading.findings.push({
      code: 'unverified-finding',
      severity: 'warning',
      source: context.reading.source(grid, line.row, columns.verified?.index ?? columns.problem.index),
      message: `“${unit}”这一条问题的核实情况${verdict ? `是“${verdict}”` : '空白'}，暂未计入。`,
      remedy: '请核实后填写“是”或“否”。',
      item: entry.item,
      unit,
    });
  }
  return {
    line,
    unit,
    entry,
    isComplaint,
    verified: !isClean && isVerified,
    isOpen,
    times: isClean || accepted ? { state: 'value', value: accepted ?? 0 } : timesOf(context, line, columns),
    round,
    matter: plainText(textOf(columns.matter)) || plainText(problem),
  };
}

function saysNothingFound(problem: string): boolean {
  return CLEAN.test(problem) && !NOT_THERE.test(problem);
}

/** What was found; 同上 is what stands in the row above. */
function problemAt({ grid }: SheetContext, { row }: Line, { index }: Column): string {
  let at = row;
  while (at > 0 && SAME_AS_ABOVE.test(grid.textAt(at, index))) at -= 1;
  return grid.textAt(at, index);
}

/** The day of a row as text; an impossible day is told, and its words still mark the round. */
function dayOf(context: SheetContext, line: Line, column: Column | undefined): string {
  const { reading, grid } = context;
  const entry = column && grid.at(line.row, column.index);
  if (!entry) return '';
  if (typeof entry.cell.value === 'number')
    return momentOfSerial(entry.cell.value, reading.snapshot.date1904)?.day ?? entry.text;
  const date = readDate(entry.text, reading.rulebook.year);
  if (date === 'impossible') {
    reading.loose.push({
      source: reading.source(grid, line.row, column.index),
      what: '日期',
      raw: entry.text,
      code: 'bad-date',
    });
  }
  return typeof date === 'object' ? date.day : entry.text;
}

/** How often: as the column for it says, else the sentence, else once. */
function timesOf(context: SheetContext, line: Line, columns: LedgerColumns): Figure {
  const entry = columns.times && context.grid.at(line.row, columns.times.index);
  if (entry?.text || entry?.cell.error) {
    const fact = { name: '次数', type: 'count' as const, better: 'less' as const };
    const settings = { year: 0, date1904: false, scale: 'unknown' as const, slash: 'missing' as const };
    const figure = readFigure(entry.cell, entry.text, fact, settings);
    noteTextNumber(context, entry, figure.textNumber);
    if (figure.state !== 'missing' || figure.code) return figure;
  }
  const problem = context.grid.textAt(line.row, columns.problem.index);
  const said = timesInWords(problem);
  if (said !== 'unclear') return { state: 'value', value: said ?? 1 };
  return {
    state: 'missing',
    code: 'unreadable',
    problem: `“${shorten(problem)}”里有几个数，看不出一共几次，请另列“次数”一栏。`,
  };
}

/**
 * What a problem counts for: as a person has sorted it (kind), else by its own words, else by both and those of its
 * matter; a reference to an item beside it narrows the choice.
 */
function categoryOf(
  context: SheetContext,
  problem: string,
  kind: string,
  matter: string,
  reference: string,
): LedgerEntry | 'ignore' | undefined {
  const { reading } = context;
  const plain = plainText(problem);
  const fingerprint = fingerprintOf({ leaf: plain, parents: [] });
  const answer = Object.hasOwn(reading.mapping, fingerprint) ? reading.mapping[fingerprint] : undefined;
  if (answer === 'ignore') return 'ignore';
  if (answer) {
    const known = reading.vocabulary.ledger.find((entry) => entry.item === answer.item && entry.fact === answer.fact);
    return known ?? { item: answer.item, fact: answer.fact, needs: [], not: [], count: 'times', both: false };
  }
  const item = itemByReference(reading.rulebook, reference);
  const fits = (entry: LedgerEntry, text: string): boolean =>
    (!item || entry.item === item.id) && speaksOf(entry, text);
  const entries = reading.vocabulary.ledger;
  const sorted = entries.filter((entry) => kind && fits(entry, plainText(kind)));
  const own = onlyOf(sorted) ?? entries.find((entry) => fits(entry, plain));
  if (own) return own;
  let said = plain;
  for (const text of [kind, matter]) {
    said += plainText(text);
    const found = text && entries.find((entry) => fits(entry, said));
    if (found) return found;
  }
  if (item) return onlyOf(entries.filter((entry) => entry.item === item.id));
  return kind ? sortedAs(context, kind) : undefined;
}

/** “明进暗不进”问题登记: one whole name, and not two common words. */
function isNamedIn({ needs }: LedgerEntry, title: string): boolean {
  return needs.some(([first = '', ...more]) => !more.length && first.length >= 4 && title.includes(first));
}

function speaksOf({ needs, not }: LedgerEntry, text: string): boolean {
  return matchAny(text, needs) && !not.some((word) => text.includes(word));
}

/** What a check point is counted as: 权责清单 in 权责清单问题次数. */
function sortedAs({ reading }: SheetContext, kind: string): LedgerEntry | undefined {
  const leaf = `${plainText(kind.replace(/[（(].*?[)）]/g, ''))}问题次数`;
  const [meaning] = matchHeadings([{ leaf, parents: [], measure: '', samples: [] }], reading.targets, {});
  if (meaning?.kind !== 'target') return undefined;
  const { item, fact } = meaning.target;
  return reading.vocabulary.ledger.find((entry) => entry.item === item.id && entry.fact === fact.id);
}

function onlyOf<T>(list: T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** Asks what a problem counts for that no category fits. */
function askCategory(context: SheetContext, line: Line, columns: LedgerColumns): void {
  const { reading, grid } = context;
  const problem = grid.textAt(line.row, columns.problem.index);
  const plain = plainText(problem);
  const reference = columns.item ? grid.textAt(line.row, columns.item.index) : '';
  const item = itemByReference(reading.rulebook, reference);
  const candidates = reading.vocabulary.ledger
    .filter((entry) => !item || entry.item === item.id)
    .map(({ item: itemId, fact, needs }) => {
      const words = needs.flat().flatMap((part) => part.split('|'));
      const shared = words.filter((word) => plain.includes(word)).length;
      return { item: itemId, fact, confidence: item ? 0.4 : Math.min(0.5, shared * 0.2) };
    })
    .filter((candidate) => candidate.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3);
  reading.askAbout(
    fingerprintOf({ leaf: plain, parents: [] }),
    problem,
    reading.source(grid, line.row, columns.problem.index),
    candidates,
  );
}

function claimGroup(context: SheetContext, group: LedgerRow[], columns: LedgerColumns): void {
  const { entry } = group[0] as LedgerRow;
  const complaints = group.filter((row) => row.isComplaint);
  const checks = group.filter((row) => !row.isComplaint);
  const separate = entry.complaint !== undefined && !entry.both;
  const main = separate ? checks : group;
  if (main.length) {
    if (entry.count === 'rounds')
      claim(context, main, entry.fact, columns.round ?? columns.date ?? columns.problem, distinctRounds(main));
    else
      claim(
        context,
        main,
        entry.fact,
        columns.times ?? columns.problem,
        entry.count === 'matters' ? sumOfMatters(main) : sumOfTimes(main),
      );
  }
  if (entry.distinct) {
    const distinct = columns.matter ? distinctMatters(main) : mattersUntold(main);
    claim(context, main, entry.distinct, columns.matter ?? columns.problem, distinct);
  }
  if (entry.complaint && complaints.length)
    claim(context, complaints, entry.complaint, columns.times ?? columns.problem, sumOfTimes(complaints));
  if (entry.spot && checks.length)
    claim(context, checks, entry.spot, columns.times ?? columns.problem, sumOfTimes(checks));
}

/** Facts that count the rounds in which anything was found for an item. */
function claimRounds(context: SheetContext, rows: LedgerRow[], columns: LedgerColumns): void {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    if (!row.entry.rounds) continue;
    const key = `${row.unit}\n${row.entry.item}\n${row.entry.rounds}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const group of groups.values()) {
    claim(
      context,
      group,
      group[0]?.entry.rounds ?? '',
      columns.round ?? columns.date ?? columns.problem,
      distinctRounds(group),
    );
  }
}

function sumOfTimes(rows: LedgerRow[]): Figure {
  return total(rows.filter((row) => row.verified).map((row) => row.times));
}

/** The same matter with the same problem counts once, however often it is entered. */
function sumOfMatters(rows: LedgerRow[]): Figure {
  const byMatter = new Map<string, Figure>();
  for (const row of rows) {
    if (!row.verified) continue;
    const before = byMatter.get(row.matter);
    if (!before || Number(row.times.value ?? 0) > Number(before.value ?? 0)) byMatter.set(row.matter, row.times);
  }
  return total([...byMatter.values()]);
}

/** Without a column of matters each of the times is one; rows in the same words may be of one matter or of two. */
function mattersUntold(rows: LedgerRow[]): Figure {
  const verified = rows.filter((row) => row.verified);
  if (new Set(verified.map(({ matter }) => matter)).size === verified.length) return sumOfTimes(rows);
  return { state: 'missing', code: 'unreadable', problem: '没有写明是哪个事项，看不出是不是同一事项。' };
}

function total(figures: Figure[]): Figure {
  const wrong = figures.find((figure) => figure.state !== 'value');
  if (wrong) return wrong.state === 'rejected' ? wrong : { ...wrong, state: 'missing' };
  return { state: 'value', value: figures.reduce((sum, figure) => sum + Number(figure.value), 0) };
}

function distinctRounds(rows: LedgerRow[]): Figure {
  const verified = rows.filter((row) => row.verified);
  const isSeveral = verified.length > 1 || verified.some(({ times }) => times.value !== 1);
  if (isSeveral && verified.some(({ round }) => round === '')) {
    return { state: 'missing', code: 'unreadable', problem: '没有写明是哪一天、哪一轮抽查，看不出几轮发现问题。' };
  }
  return { state: 'value', value: new Set(verified.map(({ round }) => round)).size };
}

function distinctMatters(rows: LedgerRow[]): Figure {
  return { state: 'value', value: new Set(rows.filter((row) => row.verified).map((row) => row.matter)).size };
}

function claim(context: SheetContext, rows: LedgerRow[], factId: string, column: Column, figure: Figure): void {
  const { reading, grid } = context;
  const first = rows[0];
  const found = first && factTarget(reading.targets, first.entry.item, factId);
  // What is still looked into is neither once nor never.
  if (!first || !found || rows.every(({ isOpen }) => isOpen)) return;
  const verified = rows.filter((row) => row.verified);
  const wrong = verified.filter((row) => figure.state !== 'value' && row.times.state !== 'value');
  const named = wrong.length ? wrong : verified.length ? verified : rows;
  const places = named.map((row) => ({ row: row.line.row, column: column.index }));
  reading.claim(
    {
      unit: first.unit,
      voice: 'office',
      confidence: 0.9,
      source: reading.sourceAt(grid, joinCells(places)),
      raw: named.map((row) => grid.textAt(row.line.row, column.index)).join('、'),
      linkable: false,
    },
    found.item,
    found.fact,
    figure,
    { hidden: places.some((place) => grid.isHidden(place.row, place.column)), expected: false },
  );
}
