import { acceptedTimes } from '../accepted-times';
import type { SheetContext } from '../answers';
import { evidenceAt } from '../evidence-cell';
import { joinCells, type Entry, type Line } from '../grid';
import { itemByReference } from '../items';
import { factFor, kindOf, levelOf } from '../merit-words';
import type { Owner } from '../owner';
import type { MeritEntry } from '../../rulebook/vocabulary';
import type { Item } from '../../rulebook/model';
import { textsIn } from '../column-texts';
import { columnFor, columnsFor, rowKind, type Column, type Table } from '../tables';
import { noteTextNumber, noteUnnamedColumns } from '../spoilt-cells';
import { factTarget } from '../targets';
import { meritCells, type MeritCell } from './merit-matrix';
import { chineseNumber, plainText } from '../text';
import { addColumnTotals, addRegisterTotals } from '../totals';
import { unitsAt } from '../row-units';
import { unitAt } from '../unit-column';
import { readFigure, readNumber, shorten, type Figure } from '../values';

interface Merit {
  unit: string;
  item: Item;
  fact: string;
  row: number;
  column: number;
  figure: Figure;
}

/** Nothing is claimed, or only hoped for. */
export const NOTHING = /^(?:无|没有|暂无|无此项|不涉及|\/|—|-|0)[。.]?$/;
const NOT_COUNTED =
  /^(否|不属实|不实|不成立|不认定|不予|不认可|不同意|不通过|不采纳|未采纳|未通过|未认定|驳回|退回|×|✗|不符合|不计|不加|不扣|核实不成立)/;
/** 不计 beside an event. */
const NOT_COUNTED_REMARK = /^(?:本次|此次)?不予?(?:计(?:入|分)?|算)(?:加分|扣分|考评|考核)?[。.]?$/;
const IS_ACCEPTED = /^(?:同意|准予|予以)?(?:认定|认可|通过|加分|扣分|采纳)(?:\d|$)/;
const UNDECIDED = /^(?:待|尚未|审核中|核实中|核实待|暂不)|^未(?:审|核)|暂缓|材料不[全足]|待补/;

/** 加分, 扣分事项, （一）加分: which of the two lists, and no more. */
const BARE_KIND = /^[一二三四五六七八九十\d]*(?:激励)?(?:加|扣|减)分(?:项|事项|项目|类)?$/;

/** Told to all, and no 通报批评. */
const NO_BLAME = /^(?:一般(?:性)?|情况|工作|进度|表扬)通报$|^通报表扬$/;

/** Bonus and deductions claimed by kind, level and form: a row per event or per form. */
export function readMerits(context: SheetContext, table: Table, owner: () => Owner, tableNumber: number): void {
  const titles = titlesOf(context, table);
  const cells = meritCells(context, table, titles);
  const columns = cells ? undefined : meritColumns(table);
  if (cells) {
    noteUnits(context, table, tableNumber);
    readMatrix(context, cells, owner);
    const counts = new Set(cells.map(({ column }) => column));
    addColumnTotals(
      context,
      table,
      table.columns.filter(({ index }) => counts.has(index)),
    );
  }
  if (!columns) return;
  const merits = new Map<string, Merit[]>();
  let kind = '';
  let isWhole = true;
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain' || line.entries.length < 2) continue;
    const textOf = (column: Column | undefined): string => (column ? context.grid.textAt(line.row, column.index) : '');
    kind = textOf(columns.kind) || kind;
    const verdict = textOf(columns.verified).normalize('NFKC');
    const refused =
      NOT_COUNTED.test(verdict) ||
      NOT_COUNTED_REMARK.test(textOf(columns.remark).normalize('NFKC')) ||
      (columns.points && readNumber(textOf(columns.points))?.value === 0);
    const merit = refused ? undefined : meritOf(context, line, columns, textOf, kind, titles, verdict);
    const accepted = acceptedTimes(verdict);
    if (!merit || UNDECIDED.test(verdict) || accepted !== undefined) isWhole = false;
    if (!merit) continue;
    if (accepted !== undefined) merit.figure = { state: 'value', value: accepted };
    const mild = merit.item.penalty && line.entries.find(({ text }) => NO_BLAME.test(text))?.text;
    if (mild) {
      noteOutside(context, line, columns.form, merit.item, textOf(columns.form), `是“${mild}”`);
      isWhole = false;
      continue;
    }
    if (UNDECIDED.test(verdict)) {
      noteOutside(context, line, columns.form, merit.item, textOf(columns.form), `的审核情况是“${verdict}”`);
      continue;
    }
    for (const unit of columns.unit ? unitsAt(context, line, columns.unit) : [owner().unit ?? []].flat()) {
      noteRow(context, line, columns, merit, unit);
      const key = `${unit}\n${merit.item.id}\n${merit.fact}`;
      const list = merits.get(key);
      if (list) list.push({ ...merit, unit });
      else merits.set(key, [{ ...merit, unit }]);
    }
  }
  for (const list of merits.values()) claim(context, list, Boolean(columns.unit));
  if (merits.size && columns.unit) noteUnnamedColumns(context, table);
  if (isWhole) addRegisterTotals(context, table, [columns.times, columns.claimed]);
}

/** Such a table names levels or forms of praise and blame. */
export function isMerits(context: SheetContext, table: Table): boolean {
  const titles = titlesOf(context, table);
  const columns = meritColumns(table);
  const isAbout = titles.some((title) => ABOUT.test(title));
  if (columns && (isAbout || (columns.level && !hasUnitsAcross(context, table)))) return true;
  return meritCells(context, table, titles) !== undefined;
}

/** Several columns are called by units: what stands there are their figures. */
function hasUnitsAcross({ reading }: SheetContext, table: Table): boolean {
  return table.columns.filter(({ path }) => reading.unitNamed(path[path.length - 1] ?? '')).length >= 2;
}

export const ABOUT = /加分|扣分|激励|表彰|通报批评|荣誉/;

/** What is written over a table, nearest first: its headings, the lines above it, the sheet's name. */
export function titlesOf(context: SheetContext, table: Table): string[] {
  const above = table.preamble.map((line) => line.entries.map((entry) => entry.text).join(''));
  return [table.columns.map((column) => column.leaf).join(''), ...above.reverse(), context.grid.sheet.name];
}

const OTHER = [
  ...['unit', 'seq', 'times', 'level', 'kind', 'verified', 'item', 'value', 'self', 'points', 'date', 'remark'],
  ...['evidence', 'total', 'claimed', 'levelName'],
];

const isOther = (column: Column): boolean =>
  column.roles.some((role) => OTHER.includes(role)) || isTimes(column) || ACCEPTED_POINTS.test(plainText(column.leaf));
/** 来源 tells who praised or blamed. */
const isOrigin = (column: Column): boolean => column.roles.includes('origin');

const ACCEPTED = /认定|核定|审定|核准|审核|确认|核实|认可|批准/;
const ACCEPTED_POINTS = /^(?:认定|核定|审定|核准|审核|确认)(?:后)?的?(?:加减?分|扣分|加扣分|得分|分值?|分数)值?$/;
const TIMES_OF = /^(?:申报|申请|自报|上报|发生|累计|认定|核定|审定|核准|审核|确认|核实)的?(?:次数|件数|个数|数量|数)$/;

/** 次数, 申报次数, or 认定 under 次数. */
function isTimes({ roles, path, leaf }: Column): boolean {
  return (
    roles.includes('times') ||
    TIMES_OF.test(plainText(leaf)) ||
    path.slice(0, -1).some((text) => /^(?:次数|件数|个数|数量)/.test(plainText(text)))
  );
}

const isAccepted = ({ path }: Column): boolean => path.some((text) => ACCEPTED.test(text));

interface MeritColumns {
  form: Column;
  /** All columns whose words say what happened. */
  words: Column[];
  level: Column | undefined;
  kind: Column | undefined;
  times: Column | undefined;
  /** How often it was claimed, where another column tells how often it was accepted. */
  timesClaimed: Column | undefined;
  unit: Column | undefined;
  verified: Column | undefined;
  date: Column | undefined;
  remark: Column | undefined;
  item: Column | undefined;
  /** The points claimed, or accepted where that is told. */
  claimed: Column | undefined;
  /** The points accepted: 0 refuses the claim, blank leaves it open. */
  points: Column | undefined;
  evidence: Column | undefined;
  /** A row per event: most say how often. */
  isRegister: boolean;
}

function meritColumns(table: Table): MeritColumns | undefined {
  const form =
    columnFor(table, 'form') ??
    (['level', 'origin'].some((role) => columnFor(table, role)) || claimsInWords(table)
      ? (columnFor(table, 'indicator') ?? columnFor(table, 'problem'))
      : besideKinds(table));
  if (!form) return undefined;
  const level = columnFor(table, 'level');
  const counts = table.columns.filter(isTimes);
  const times = counts.find(isAccepted) ?? counts[0] ?? columnFor(table, 'value');
  const points = table.columns.find((column) => ACCEPTED_POINTS.test(plainText(column.leaf)));
  const claimed = points ?? columnFor(table, 'claimed');
  if (!level && !times && !claimed && !columnFor(table, 'kind') && !columnFor(table, 'unit')) return undefined;
  return {
    form,
    words: [form, ...table.columns.filter((column) => column !== form && (isOrigin(column) || !isOther(column)))],
    level,
    kind: columnFor(table, 'kind'),
    times,
    timesClaimed: times && isAccepted(times) ? counts.find((column) => !isAccepted(column)) : undefined,
    unit: columnFor(table, 'unit'),
    verified: columnsFor(table, 'verified').find((column) => !isTimes(column)),
    points,
    date: columnFor(table, 'date'),
    remark: columnFor(table, 'remark'),
    item: columnFor(table, 'item'),
    claimed,
    evidence: columnFor(table, 'evidence'),
    isRegister: columnFor(table, 'unit') !== undefined && times !== undefined && isMostlyFilled(table, times),
  };
}

/** 加分 | … and 扣分 | …: where one column says no more than which of the two, the longest texts tell what happened. */
function besideKinds(table: Table): Column | undefined {
  const kinds = table.columns.find((column) => {
    const texts = textsIn(table, column);
    return texts.length > 0 && texts.every((text) => BARE_KIND.test(plainText(text)));
  });
  if (!kinds) return undefined;
  const lengthOf = (column: Column): number => textsIn(table, column).join('').length;
  return table.columns
    .filter((column) => column !== kinds && !isOther(column))
    .reduce<Column | undefined>((best, one) => (best && lengthOf(best) >= lengthOf(one) ? best : one), undefined);
}

/** 内容 | 申请分: points are claimed for what the words tell, and no column tells how often. */
function claimsInWords(table: Table): boolean {
  return columnFor(table, 'claimed') !== undefined && !columnFor(table, 'value') && !table.columns.some(isTimes);
}

function isMostlyFilled({ grid, rows }: Table, { index }: Column): boolean {
  const events = rows.filter((line) => rowKind(line) === 'plain' && line.entries.length >= 2);
  return events.filter(({ row }) => grid.textAt(row, index) !== '').length * 2 > events.length;
}

function meritOf(
  context: SheetContext,
  line: Line,
  columns: MeritColumns,
  textOf: (column: Column | undefined) => string,
  kind: string,
  titles: string[],
  verdict: string,
): Omit<Merit, 'unit'> | undefined {
  const { reading, grid } = context;
  const form = formAt(context, line.row, columns.form);
  if (!form || NOTHING.test(form)) return undefined;
  const { bonus, deductions } = reading.rulebook;
  const { merits } = reading.vocabulary;
  const levelText = textOf(columns.level);
  // 性质：负面报道 says what it was, 性质：扣分 does not.
  const sort = BARE_KIND.test(plainText(kind)) ? [] : [kind];
  const words = [form, ...columns.words.filter((column) => column !== columns.form).map(textOf), ...sort]
    .filter((text) => text !== '')
    .join('，');
  const said = plainText([levelText, words].join('，'));
  const level = levelOf(plainText(levelText), merits.levels) ?? levelOf(said, merits.levels);
  const underHeadings = plainText(columns.words.map((column) => column.leaf + textOf(column)).join('，'));
  const factIn = (list: MeritEntry[]): string | undefined =>
    factFor(list, plainText(form), level) ?? factFor(list, said, level) ?? factFor(list, underHeadings, level);
  const byReference = itemByReference(reading.rulebook, textOf(columns.item));
  const [isBonus, isDeduction] = [merits.bonus, merits.deductions].map((list) => factIn(list) !== undefined);
  const byWords = isBonus === isDeduction ? undefined : isBonus ? bonus : deductions;
  const item =
    byReference ??
    itemOfKind([kind, said], merits, bonus, deductions) ??
    byWords ??
    itemOfKind(titles, merits, bonus, deductions) ??
    bonus;
  if (item !== bonus && item !== deductions) return undefined;
  const wanted = factIn(item === bonus ? merits.bonus : merits.deductions);
  const outside =
    wanted && (whyOutside(reading.rulebook.year, words, textOf(columns.date)) ?? whyElsewhere(wanted, words));
  if (outside) {
    noteOutside(context, line, columns.form, item, form, outside);
    return undefined;
  }
  // Offices under a province or city are not the ones that the rulebook names; what was accepted at its level is settled.
  const isSettled = columns.level !== undefined && levelText !== '' && IS_ACCEPTED.test(verdict);
  const isSubordinate = wanted && /^(?:[PC][1-4]|D3)$/.test(wanted) && SUBORDINATE.test(words);
  const fact = isSubordinate && !isSettled ? undefined : wanted;
  const at = columns.times ?? columns.form;
  if (!fact) {
    const figures = columns.times ?? columns.claimed;
    const claimed = figures ? textOf(figures) : form;
    if (claimed !== '' && !/^0|^无/.test(claimed)) askMerit(context, line, columns.form, item);
    return undefined;
  }
  const entry = grid.at(line.row, at.index);
  const read = columns.times ? timesIn(entry) : undefined;
  noteTextNumber(context, entry, read?.textNumber);
  const figure: Figure = read
    ? timesTold(read, entry, columns, form, textOf(columns.timesClaimed))
    : { state: 'value', value: timesSaid(form) ?? (countsThings(item, fact) ? timesSaid(words) : undefined) ?? 1 };
  return { item, fact, row: line.row, column: at.index, figure };
}

/**
 * How often, by the column for it. Blank in a form that lists all that can be claimed, nothing is claimed; in a register of
 * what has happened it is not told how often.
 */
function timesTold(
  read: Figure,
  entry: Entry | undefined,
  columns: MeritColumns,
  form: string,
  claimedTimes: string,
): Figure {
  if (read.state !== 'missing' || read.code) return read;
  const said = shorten(entry?.text ?? '');
  const isClaimed = columns.timesClaimed !== undefined && claimedTimes !== '';
  if (said === '' && !columns.isRegister && !isClaimed) return { state: 'value', value: 0 };
  const what = said === '' ? '没有写明次数' : `的次数写为“${said}”`;
  return { state: 'missing', code: 'unreadable', problem: `“${shorten(form)}”${what}。` };
}

/** What happened; 同上，第二次 is what stands in the row above, and more. */
function formAt(context: SheetContext, row: number, column: Column): string {
  const text = context.grid.textAt(row, column.index);
  const [same] = /^(?:同上|同前|〃|″)(?:条|项)?(?=$|[，,。；;])/.exec(text) ?? [];
  return same && row > 0 ? formAt(context, row - 1, column) + text.slice(same.length) : text;
}

/** Keeps what the row claims beside its event, for the checks. */
function noteRow(
  context: SheetContext,
  line: Line,
  columns: MeritColumns,
  { item, fact: id, figure }: Omit<Merit, 'unit'>,
  unit: string,
): void {
  const { reading, grid } = context;
  const fact = item.facts.find((one) => one.id === id);
  if (!fact || typeof figure.value !== 'number') return;
  const claimed = columns.claimed && readNumber(grid.textAt(line.row, columns.claimed.index).replace(/^[加扣+]/, ''));
  reading.meritRows.push({
    unit,
    item,
    fact,
    what: shorten(grid.textAt(line.row, columns.form.index)),
    times: figure.value,
    source: reading.source(grid, line.row, columns.form.index),
    ...(columns.claimed && claimed && !claimed.percent
      ? { claimed: { points: claimed.value, source: reading.source(grid, line.row, columns.claimed.index) } }
      : {}),
    ...(columns.evidence && { evidence: evidenceAt(context, line.row, columns.evidence.index) }),
  });
}

/** 省税务局, 市委宣传部: bodies below those whose praise or blame counts. */
const SUBORDINATE =
  /[省市](?!委|政府|人民政府|级领导|领导|长|场监)[\u4e00-\u9fa5]{1,12}(?:厅|局|委员会|委|办公室|中心)|[省市]委(?:组织部|宣传部|统战部|政法委|编办|网信办|改革办)|[省市](?:级|直)(?:部门|单位|机关)/;
const NOT_YET = /拟申报|拟推荐|正在申报|已申报|申报中|推荐中|待(?:批|公布|评审|认定)|尚未|未获|未被采纳/;

const NO_SUCH = /不(?:属于?|算|是)(?:通报批评|负面报道|表彰奖励|肯定性批示)|(?:未|没有|不)(?:被)?点名(?:通报)?批评/;

/** Why an event does not count this year, if it does not. */
function whyOutside(year: number, words: string, date: string): string | undefined {
  if (NOT_YET.test(words)) return '还没有成为事实';
  if (NO_SUCH.test(words)) return '写明不属于这种情形';
  const years = [...`${date}，${words}`.normalize('NFKC').matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([match]) =>
    Number(match),
  );
  return years.length > 0 && !years.includes(year) ? `不是${year}年的` : undefined;
}

const HERE = /昆明|宜良|我[市县镇乡]|本[市县镇乡]|全[市县]|县|街道|镇|乡/;

/** What a meeting on the spot held elsewhere tells: 在昆明召开 is what the levels above the city are asked for. */
function whyElsewhere(fact: string, words: string): string | undefined {
  if (!/^[NP]3$/.test(fact)) return undefined;
  const place = /在([^，,。；;]{2,12}?)(?:召开|举办|举行|组织)/.exec(words)?.[1];
  return place !== undefined && !HERE.test(place) ? `在${place}召开，不是在昆明召开的` : undefined;
}

function noteOutside(context: SheetContext, line: Line, column: Column, item: Item, form: string, why: string): void {
  const { reading, grid } = context;
  reading.findings.push({
    code: 'merit-outside',
    severity: 'warning',
    source: reading.source(grid, line.row, column.index),
    message: `“${shorten(form)}”${why}，没有计入“${item.title}”。`,
    remedy: '如果确应计入，请写明文件名称和日期，并附佐证材料。',
    item: item.id,
  });
}

/** 新增点位2个（东、西各1个）, 批示3次: how often, where the words tell one number. */
function timesSaid(form: string): number | undefined {
  const plain = form.normalize('NFKC').replace(/[“"《][^”"》]*[”"》]/g, '');
  const counts = [plain.replace(/\([^()]*\)/g, ''), plain].map((text) => [...text.matchAll(TIMES)]);
  const [first, ...others] = counts.find(({ length }) => length > 0) ?? [];
  return first && !others.length ? (chineseNumber(first[1] ?? '') ?? Number(first[1])) : undefined;
}

/** 点位 and 主题 are counted by themselves, whatever the row's form is called; anything else by its rows. */
function countsThings(item: Item, id: string): boolean {
  const fact = item.facts.find((one) => one.id === id);
  return fact?.type === 'count' && fact.unit === '个';
}

const TIMES = /(?<![\d第〔(])(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:次|个|篇|处|项)(?![月年])/g;

/** The units that have a row or a column each, known or not. */
function noteUnits(context: SheetContext, table: Table, tableNumber: number): void {
  const { reading, grid } = context;
  const unitColumn = columnFor(table, 'unit');
  if (unitColumn) {
    for (const line of table.rows) if (rowKind(line) === 'plain') unitAt(context, line, unitColumn, tableNumber);
    return;
  }
  for (const { index, path } of table.columns) {
    const name = path.find((text) => reading.unitNamed(text));
    if (name) reading.mention(name, reading.source(grid, table.bottom, index), tableNumber);
  }
}

/** Counts by form, level and unit, in whatever direction. */
function readMatrix(context: SheetContext, cells: MeritCell[], owner: () => Owner): void {
  const merits = new Map<string, Merit[]>();
  for (const cell of cells) {
    const entry = context.grid.at(cell.row, cell.column);
    const unit = cell.unit ?? (entry?.text || entry?.cell.error ? owner().unit : undefined);
    if (!unit || !entry || (!entry.text && !entry.cell.error)) continue;
    const figure = timesIn(entry);
    noteTextNumber(context, entry, figure.textNumber);
    const key = `${unit}\n${cell.item.id}\n${cell.fact}`;
    merits.set(key, [...(merits.get(key) ?? []), { ...cell, unit, figure }]);
  }
  for (const list of merits.values())
    claim(
      context,
      withoutStrokes(list),
      cells.some(({ unit }) => unit),
    );
}

/** 央视报道 | 1 | — | —: what one level alone can have, the others are struck out for. */
function withoutStrokes(list: Merit[]): Merit[] {
  const told = list.filter(({ figure }) => figure.state === 'value' || figure.code);
  return told.length ? told : list;
}

/** Bonus or deduction, by the row's kind, its words, or the table's title. */
function itemOfKind(
  texts: string[],
  words: { bonusWords: string[]; deductionWords: string[] },
  bonus: Item,
  deductions: Item,
): Item | undefined {
  const kind = kindOf(texts, words);
  return kind && (kind === 'bonus' ? bonus : deductions);
}

function timesIn(entry: Entry | undefined): Figure {
  const about = { name: '次数', type: 'count' as const, better: 'more' as const };
  const settings = { year: 0, date1904: false, scale: 'unknown' as const, slash: 'missing' as const };
  return readFigure(entry?.cell, entry?.text ?? '', about, settings);
}

export function askMerit(context: SheetContext, line: Line, column: Column, item: Item): void {
  const { reading, grid } = context;
  const text = grid.textAt(line.row, column.index);
  const candidates = item.facts.slice(0, 3).map((fact) => ({ item: item.id, fact: fact.id, confidence: 0.2 }));
  reading.askAbout(`${item.id}/${plainText(text)}`, text, reading.source(grid, line.row, column.index), candidates);
}

function claim(context: SheetContext, list: Merit[], fromOffice: boolean): void {
  const { reading, grid } = context;
  const first = list[0];
  const target = first && factTarget(reading.targets, first.item.id, first.fact);
  if (!first || !target) return;
  const wrong = list.find((merit) => merit.figure.state !== 'value');
  const figure: Figure = wrong
    ? wrong.figure
    : { state: 'value', value: list.reduce((sum, merit) => sum + Number(merit.figure.value), 0) };
  const counting = wrong ? [wrong] : list.filter((merit) => Number(merit.figure.value) > 0);
  const places = counting.length ? counting : list;
  reading.claim(
    {
      unit: first.unit,
      voice: fromOffice ? 'office' : 'department',
      confidence: 0.9,
      source: reading.sourceAt(grid, joinCells(places)),
      raw: places.map((place) => grid.textAt(place.row, place.column)).join('、'),
      linkable: list.length === 1 && typeof grid.at(first.row, first.column)?.cell.value === 'number',
    },
    target.item,
    target.fact,
    figure,
    { hidden: places.some((place) => grid.isHidden(place.row, place.column)), expected: false },
  );
}
