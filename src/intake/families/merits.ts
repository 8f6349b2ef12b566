import type { SheetContext } from '../answers';
import { joinCells, type Entry, type Line } from '../grid';
import { itemByReference } from '../items';
import type { Owner } from '../owner';
import type { MeritEntry } from '../../rulebook/vocabulary';
import type { Item } from '../../rulebook/model';
import { columnFor, columnsFor, rowKind, type Column, type Table } from '../tables';
import { factTarget } from '../targets';
import { matchAny, plainText } from '../text';
import { unitAt } from '../unit-column';
import { readFigure, type Figure } from '../values';

interface Merit {
  unit: string;
  item: Item;
  fact: string;
  row: number;
  column: number;
  figure: Figure;
}

const NOT_COUNTED = /^(否|不属实|不认定|不予认定|未采纳|×|✗|不符合|不计)/;

/** Bonus and deductions claimed by kind, level and form: a row per event or per form. */
export function readMerits(context: SheetContext, table: Table, owner: () => Owner): void {
  const columns = meritColumns(table);
  if (!columns) {
    readMatrix(context, table, owner);
    return;
  }
  const merits = new Map<string, Merit[]>();
  const title = titleOf(context, table);
  let kind = '';
  for (const line of table.rows) {
    if (rowKind(line) !== 'plain' || line.entries.length < 2) continue;
    const textOf = (column: Column | undefined): string => (column ? context.grid.textAt(line.row, column.index) : '');
    kind = textOf(columns.kind) || kind;
    const merit = meritOf(context, line, columns, textOf, kind, title);
    if (!merit || NOT_COUNTED.test(textOf(columns.verified))) continue;
    const unit = columns.unit ? unitAt(context, line, columns.unit) : owner().unit;
    if (!unit) continue;
    const key = `${unit}\n${merit.item.id}\n${merit.fact}`;
    const list = merits.get(key);
    if (list) list.push({ ...merit, unit });
    else merits.set(key, [{ ...merit, unit }]);
  }
  for (const list of merits.values()) claim(context, list, Boolean(columns.unit));
}

/** Such a table names levels or forms of praise and blame. */
export function isMerits(context: SheetContext, table: Table): boolean {
  const columns = meritColumns(table);
  if (!columns) return matrixColumns(table).length >= 2;
  return Boolean(columns.level) || /加分|扣分|激励|表彰|通报/.test(titleOf(context, table));
}

function titleOf(context: SheetContext, table: Table): string {
  const above = table.preamble.flatMap((line) => line.entries.map((entry) => entry.text));
  return [...above, context.grid.sheet.name, ...table.columns.map((column) => column.leaf)].join('');
}

const OTHER = [
  ...['unit', 'seq', 'times', 'level', 'kind', 'verified', 'item', 'value', 'self', 'points', 'date', 'remark'],
  ...['evidence', 'total'],
];

interface MeritColumns {
  form: Column;
  /** All columns whose words say what happened. */
  words: Column[];
  level: Column | undefined;
  kind: Column | undefined;
  times: Column | undefined;
  unit: Column | undefined;
  verified: Column | undefined;
  item: Column | undefined;
}

function meritColumns(table: Table): MeritColumns | undefined {
  const form =
    columnFor(table, 'form') ??
    (columnFor(table, 'level') ? (columnFor(table, 'indicator') ?? columnFor(table, 'problem')) : undefined);
  if (!form) return undefined;
  const level = columnFor(table, 'level');
  const times = table.columns.find((column) => column.roles.includes('times')) ?? columnFor(table, 'value');
  if (!level && !times && !columnFor(table, 'kind')) return undefined;
  return {
    form,
    words: [
      form,
      ...table.columns.filter((column) => column !== form && !column.roles.some((role) => OTHER.includes(role))),
    ],
    level,
    kind: columnFor(table, 'kind'),
    times,
    unit: columnFor(table, 'unit'),
    verified: columnsFor(table, 'verified')[0],
    item: columnFor(table, 'item'),
  };
}

function meritOf(
  context: SheetContext,
  line: Line,
  columns: MeritColumns,
  textOf: (column: Column | undefined) => string,
  kind: string,
  title: string,
): Omit<Merit, 'unit'> | undefined {
  const { reading, grid } = context;
  const form = textOf(columns.form);
  if (!form) return undefined;
  const { bonus, deductions } = reading.rulebook;
  const { merits } = reading.vocabulary;
  const levelText = textOf(columns.level);
  const words = columns.words.map(textOf).join('，');
  const said = plainText([levelText, words].join('，'));
  const level = levelOf(plainText(levelText), merits.levels) ?? levelOf(said, merits.levels);
  const factIn = (list: MeritEntry[]): string | undefined =>
    factFor(list, plainText(form), level) ?? factFor(list, said, level);
  const byReference = itemByReference(reading.rulebook, textOf(columns.item));
  const isDeduction = factIn(merits.bonus) === undefined && factIn(merits.deductions) !== undefined;
  const item =
    byReference ?? itemOfKind([kind, said, title], merits, bonus, deductions) ?? (isDeduction ? deductions : bonus);
  if (item !== bonus && item !== deductions) return undefined;
  const fact = factIn(item === bonus ? merits.bonus : merits.deductions);
  const at = columns.times ?? columns.form;
  if (!fact) {
    if (textOf(columns.times) !== '' && !/^0/.test(textOf(columns.times))) askMerit(context, line, columns.form, item);
    return undefined;
  }
  const entry = grid.at(line.row, at.index);
  const read = columns.times ? timesIn(entry) : undefined;
  const figure: Figure =
    read && (read.state !== 'missing' || read.code) ? read : { state: 'value', value: columns.times ? 0 : 1 };
  return { item, fact, row: line.row, column: at.index, figure };
}

/** Levels down, forms across: the columns that name a form. */
function matrixColumns(table: Table): Column[] {
  if (!columnFor(table, 'level') || columnFor(table, 'unit')) return [];
  return table.columns.filter((column) => column.leaf !== '' && !column.roles.some((role) => OTHER.includes(role)));
}

function readMatrix(context: SheetContext, table: Table, owner: () => Owner): void {
  const { grid, reading } = context;
  const levelColumn = columnFor(table, 'level');
  if (!levelColumn) return;
  const { bonus, deductions } = reading.rulebook;
  const { merits } = reading.vocabulary;
  for (const line of table.rows) {
    const level = levelOf(plainText(grid.textAt(line.row, levelColumn.index)), merits.levels);
    for (const column of matrixColumns(table)) {
      const item = itemOfKind([column.leaf, titleOf(context, table)], merits, bonus, deductions) ?? bonus;
      const fact = factFor(item === bonus ? merits.bonus : merits.deductions, column.leaf, level);
      const entry = grid.at(line.row, column.index);
      if (fact === undefined || level === undefined || !entry) continue;
      const { unit } = owner();
      if (!unit) return;
      claim(context, [{ unit, item, fact, row: line.row, column: column.index, figure: timesIn(entry) }], false);
    }
  }
}

/** Bonus or deduction, by the row's kind, its words, or the table's title. */
function itemOfKind(
  texts: string[],
  words: { bonusWords: string[]; deductionWords: string[] },
  bonus: Item,
  deductions: Item,
): Item | undefined {
  const has = (text: string, list: string[]): boolean => list.some((word) => text.includes(word));
  for (const text of texts.map(plainText)) {
    if (has(text, words.deductionWords)) return deductions;
    if (has(text, words.bonusWords)) return bonus;
  }
  return undefined;
}

function timesIn(entry: Entry | undefined): Figure {
  const about = { name: '次数', type: 'count' as const, better: 'more' as const };
  const settings = { year: 0, date1904: false, scale: 'unknown' as const, slash: 'missing' as const };
  return readFigure(entry?.cell, entry?.text ?? '', about, settings);
}

function levelOf(text: string, levels: { level: string; words: string[] }[]): string | undefined {
  let best: { level: string; length: number } | undefined;
  for (const { level, words } of levels) {
    for (const word of words) {
      if (text.includes(word) && word.length > (best?.length ?? 0)) best = { level, length: word.length };
    }
  }
  return best?.level;
}

function factFor(entries: MeritEntry[], text: string, level: string | undefined): string | undefined {
  for (const { fact, levels, needs, not } of entries) {
    if (levels && (level === undefined || !levels.includes(level))) continue;
    if (not.some((word) => text.includes(word)) || !matchAny(text, needs)) continue;
    return fact.replace('{level}', level ?? '');
  }
  return undefined;
}

function askMerit(context: SheetContext, line: Line, column: Column, item: Item): void {
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
