import { recordAnswers, scaleOfAnswers, type Answer, type SheetContext } from '../answers';
import type { Line } from '../grid';
import { matchHeadings } from '../headings';
import { endsLikeUnit } from '../unit-column';
import { unitBlocks, type UnitBlock } from '../units-across';
import { noteNotRead } from '../not-read';
import type { Owner } from '../owner';
import { countingPeriod, namesItsPart, periodOf, type Period } from '../periods';
import { columnsFor, rowKind, type Column, type Table } from '../tables';
import { factTarget, type Target } from '../targets';
import { isOfAnotherYear, plainText } from '../text';
import { readNumber } from '../values';
import { listRows, type Row } from './list-rows';
import { readPassages } from './passages';
import { notePartsOnly } from './unit-rows';

/**
 * Lists of indicators: a row per indicator, with one column of values for one unit, a column for each of several units,
 * or a column that names the unit of each row. Lists may stand side by side.
 */
export function readIndicators(context: SheetContext, table: Table, owner: () => Owner, tableNumber?: number): void {
  const { reading, grid } = context;
  const units = unitBlocks(context, table);
  const named = unitColumnOf(context, table);
  const indicators = columnsFor(table, 'indicator').filter((column) => column !== named);
  for (const [i, indicator] of indicators.entries()) {
    const block = blockOf(table, indicators, i);
    if (units.length) {
      noteStrangers(context, table, units);
      for (const { name, unit, columns } of units) {
        const [first] = columns as [Column];
        reading.mention(
          name,
          reading.source(grid, columns.length > 1 ? table.top : table.bottom, first.index),
          tableNumber,
        );
        const value = columns.length > 1 ? valueColumn(columns, reading.rulebook.year) : first;
        const part = value ? undefined : partsOnly(columns);
        if (part) notePartsOnly(context, part, table.bottom);
        const answers = value ? answersIn(context, table, table.rows, indicator, value, block) : [];
        const scale = scaleOfAnswers(grid, answers);
        recordAnswers(context, unit, 'platform', answers, () => scale);
      }
      return;
    }
    const value = valueColumn(block, reading.rulebook.year);
    if (!value) {
      const part = partsOnly(block);
      if (part) notePartsOnly(context, part, table.bottom);
      continue;
    }
    if (named) {
      readNamedRows(context, table, indicator, value, block, named);
    } else {
      const answers = answersIn(context, table, table.rows, indicator, value, block, owner);
      const { unit } = answers.length ? owner() : { unit: undefined };
      if (!unit) continue;
      const scale = scaleOfAnswers(context.grid, answers);
      recordAnswers(context, unit, 'department', answers, () => scale);
    }
  }
}

/** Names between those of units that no list has: what stands under them is taken for nobody. */
function noteStrangers({ reading, grid }: SheetContext, table: Table, units: UnitBlock[]): void {
  const first = units[0]?.columns[0]?.index ?? 0;
  for (const { index, path, roles, leaf } of table.columns) {
    const name = path[path.length - 1] ?? '';
    if (index < first || roles.length || leaf.length < 3 || periodOf(name) || reading.unitNamed(name)) continue;
    if (endsLikeUnit(name)) reading.mention(name, reading.source(grid, table.bottom, index));
  }
}

/** A list of indicators needs a column of names and one of values. */
export function isIndicatorList(context: SheetContext, table: Table): boolean {
  const indicators = columnsFor(table, 'indicator');
  if (!indicators.length) return false;
  return (
    unitBlocks(context, table).length > 0 ||
    indicators.some((_, i) => {
      const block = blockOf(table, indicators, i);
      return valueColumn(block, context.reading.rulebook.year) ?? partsOnly(block);
    })
  );
}

/** The columns that belong to a list: those up to the next one; the ones before it too when its values stand there. */
function blockOf(table: Table, indicators: Column[], i: number): Column[] {
  const [own, next] = [indicators[i]?.index ?? 0, indicators[i + 1]?.index ?? Infinity];
  const after = table.columns.filter((column) => column.index > own && column.index < next);
  const before = table.columns.filter((column) => column.index < own);
  const hasValues = (columns: Column[]): boolean => columns.some(({ roles }) => roles.includes('value'));
  return indicators.length === 1 && hasValues(before) && !hasValues(after) ? [...before, ...after] : after;
}

/** What a share is made of, and what is aimed at. */
const BESIDES = ['done', 'whole', 'aim'];
const OTHER = [
  ...['indicator', 'measure', 'seq', 'remark', 'group', 'item', 'evidence', 'unit', 'total', 'points', 'self'],
  ...['claimed'],
];

const NOT_NOW =
  /目标|任务|上年|去年|往年|年初|期初|上期|上季|计划|平均|均值|考[核评](?:值|线|要求|标准|目标)|要求|达标|基准|同比|环比|增减|增幅|升降|变化|差距|排名|名次|位次/;
/** 治安 | 交警 | 全局: the column of the whole unit beside those of its parts. */
const OF_ALL =
  /^(?:全|本)(?:局|委|办|院|镇|乡|街道|中心|系统|单位|部门|队|所|站|校|处)(?:合计|总计|汇总|数)?$|^(?:单位|部门)?(?:合计|总计|汇总)$/;
const OF_SHARE = /^分[子母](?:数|值|项)?$/;

/** The columns of what is done and of how much there is, where a list has them beside the share: 分子、分母. */
function shareColumns(block: Column[]): { done: Column; of: Column } | undefined {
  const under = (word: RegExp): Column | undefined =>
    block.find(({ path, leaf }) => path.length > 1 && word.test(plainText(path[0] ?? '')) && /数/.test(leaf));
  const done = block.find(({ roles }) => roles.includes('done')) ?? under(/^分子/);
  const of = block.find(({ roles }) => roles.includes('whole')) ?? under(/^分母/);
  return done && of ? { done, of } : undefined;
}

/** The column that holds the values: the one that says so, of several parts of the year the one that counts. */
function valueColumn(block: Column[], year: number): Column | undefined {
  const now = block.filter(
    (column) =>
      !column.roles.some((role) => BESIDES.includes(role)) &&
      !NOT_NOW.test(column.path.join('')) &&
      !column.path.some((text) => OF_SHARE.test(plainText(text))) &&
      !isOfAnotherYear(column.path.join(' '), year),
  );
  const named = now.filter((column) => column.roles.includes('value'));
  const plain = named.filter((column) => !/累计/.test(column.path.join('')) && !isPart(column));
  const best = plain.find((column) => /完成|实际|本年|数值|数据/.test(column.leaf)) ?? plain[0];
  if (best) return best;
  const rest = now.filter(
    (column) =>
      !column.roles.some((role) => OTHER.includes(role) && !(role === 'total' && periodOf(column.leaf))) &&
      !/来源|科室|责任/.test(column.path.join('')),
  );
  return (
    onlyOne(rest) ??
    countingPeriod(periodsOf(rest)) ??
    onlyOne(rest.filter((column) => isOfYear(column, year))) ??
    onlyOne(now.filter((column) => OF_ALL.test(plainText(column.leaf))))
  );
}

function periodsOf(columns: Column[]): { period: Period; of: Column }[] {
  return columns.flatMap((of) => {
    const period =
      periodOf(of.leaf) ?? (/累计|年初以来|截至/.test(of.leaf) ? ({ kind: 'toDate', last: 0 } as const) : undefined);
    return period ? [{ period, of }] : [];
  });
}

/** 本期数, 三季度: of a part of the year only. */
function isPart(column: Column): boolean {
  return periodOf(column.leaf)?.kind === 'part';
}

/** The first of several columns for single months or quarters, where there is none for the year. */
function partsOnly(block: Column[]): Column | undefined {
  const parts = block.filter(isPart);
  return parts.length > 1 ? parts[0] : undefined;
}

function isOfYear(column: Column, year: number): boolean {
  return new RegExp(`全年|年度|本年|${year}年`).test(column.path.join(''));
}

/** 单位 means the measure in a list of indicators, unless units stand in it. */
function unitColumnOf(context: SheetContext, table: Table): Column | undefined {
  for (const column of columnsFor(table, 'unit')) {
    const texts = table.rows
      .slice(0, 40)
      .map((line) => context.grid.textAt(line.row, column.index))
      .filter((text) => text);
    const units = texts.filter((text) => context.reading.unitNamed(text));
    if (units.length * 2 > texts.length) return column;
  }
  return undefined;
}

function readNamedRows(
  context: SheetContext,
  table: Table,
  indicator: Column,
  value: Column,
  block: Column[],
  named: Column,
): void {
  const byUnit = new Map<string, Line[]>();
  let above: string | undefined;
  for (const line of table.rows) {
    const name = context.grid.textAt(line.row, named.index);
    if (rowKind(line) !== 'plain') continue;
    // A name left out in the rows below is the one above.
    if (name) above = context.reading.mention(name, context.reading.source(context.grid, line.row, named.index));
    const unit = line.entries.length > 1 ? above : undefined;
    if (!unit) continue;
    const lines = byUnit.get(unit);
    if (lines) lines.push(line);
    else byUnit.set(unit, [line]);
  }
  const answers = new Map<string, Answer[]>();
  for (const [unit, lines] of byUnit) answers.set(unit, answersIn(context, table, lines, indicator, value, block));
  const scale = scaleOfAnswers(context.grid, [...answers.values()].flat());
  for (const [unit, list] of answers) recordAnswers(context, unit, 'platform', list, () => scale);
}

/** What the rows of a list answer; rows in doubt become questions. */
function answersIn(
  context: SheetContext,
  table: Table,
  lines: Line[],
  indicator: Column,
  value: Column,
  block: Column[],
  owner?: () => Owner,
): Answer[] {
  const { reading, grid } = context;
  const rows = listRows(context, table, lines, indicator, value, block);
  const meanings = matchHeadings(
    rows.map((row) => row.heading),
    reading.targets,
    reading.mapping,
  );
  const told = owner
    ? readInWords(
        context,
        rows.filter((_, i) => meanings[i]?.kind === 'ignored'),
        indicator,
        owner,
      )
    : [];
  noteNotRead(
    context,
    rows
      .map(({ heading, line }, i) => ({ heading, meaning: meanings[i], row: line.row, column: indicator.index }))
      .filter(({ row }) => !told.includes(row)),
  );
  const answers: Answer[] = [];
  const share = shareColumns(block);
  for (const [i, row] of rows.entries()) {
    const meaning = meanings[i];
    if (meaning && meaning.kind !== 'ignored' && namesItsPart({ path: [row.written] })) {
      if (meaning.kind === 'target') notePartsOnly(context, { ...indicator, path: [row.written] }, row.line.row);
    } else if (meaning?.kind === 'doubtful') {
      if (row.value)
        reading.ask(row.heading, row.written, reading.source(grid, row.line.row, indicator.index), meaning);
    } else if (meaning?.kind === 'target') {
      const { target, confidence, inverse } = meaning;
      // 其中：便民服务站 of 已设综合窗口场所 is neither the number of stations on the net nor of all that should have one.
      const whole = row.of && meanings[rows.indexOf(row.of)];
      if (whole?.kind === 'target' && !mayBePart(context, target, whole.target)) continue;
      const counts = share && countsOf(context, target, row.line, share);
      const own = {
        ...{ target, confidence, inverse, row: row.line.row, column: row.value?.column ?? value.index },
        ...(row.isPart && row.value ? { entry: row.value } : {}),
      };
      answers.push(...(counts ? counts.map((one) => ({ ...own, ...one })) : []));
      if (!counts || target.rate) answers.push(own);
    }
  }
  return answers;
}

/** 推进会考勤 | 缺席3次: no figure's name, but an answer in words, read as such text is elsewhere. Gives the rows of what was taken. */
function readInWords(context: SheetContext, rows: Row[], indicator: Column, owner: () => Owner): number[] {
  const { reading, grid } = context;
  const lines = rows.flatMap(({ line, value }): Line[] => {
    const name = grid.at(line.row, indicator.index);
    return name && value && typeof value.cell.value === 'string' ? [{ ...line, entries: [name, value] }] : [];
  });
  const before = reading.claims.length;
  if (lines.length) readPassages(context, lines, owner);
  return reading.claims.slice(before).map(({ source }) => Number(/\d+/.exec(source.cell)?.[0]) - 1);
}

/** 事项承接 | 88 | 90 | 97.8%: the two counts of an item that asks for them, each in its column. */
function countsOf(
  { reading, grid }: SheetContext,
  target: Target,
  line: Line,
  share: { done: Column; of: Column },
): Pick<Answer, 'target' | 'column'>[] | undefined {
  const { targets } = reading;
  const rate = [target, ...(targets.byItem.get(target.item.id) ?? [])]
    .map((one) => one.rate)
    .find((one) => one && (target.rate ? one === target.rate : [one.done, one.of].includes(target.fact.id)));
  const isCount = ({ index }: Column): boolean => readNumber(grid.textAt(line.row, index)) !== undefined;
  if (!rate || !isCount(share.done) || !isCount(share.of)) return undefined;
  const done = factTarget(targets, target.item.id, rate.done);
  const of = factTarget(targets, target.item.id, rate.of);
  return (
    done &&
    of && [
      { target: done, column: share.done.index },
      { target: of, column: share.of.index },
    ]
  );
}

/** A part belongs to the same item, and is not what its whole is a share of. */
function mayBePart({ reading }: SheetContext, part: Target, whole: Target): boolean {
  const rates = reading.targets.byItem.get(whole.item.id) ?? [];
  return (
    part.item === whole.item && !rates.some(({ rate }) => rate?.done === whole.fact.id && rate.of === part.fact.id)
  );
}

function onlyOne(columns: Column[]): Column | undefined {
  return columns.length === 1 ? columns[0] : undefined;
}
