import type { SheetContext } from '../answers';
import type { Line } from '../grid';
import type { Item } from '../../rulebook/model';
import type { MeritEntry } from '../../rulebook/vocabulary';
import { columnFor, rowKind, type Column, type Table } from '../tables';
import { factFor, kindOf, levelOf } from '../merit-words';
import { plainText } from '../text';
import { readNumber } from '../values';

/** A cell of a table of counts of praise and blame, with what its row and column say together. */
export interface MeritCell {
  row: number;
  column: number;
  /** The unit that the row or the column names, if one does. */
  unit?: string;
  item: Item;
  fact: string;
}

const NO_COUNTS = [
  'seq',
  'points',
  'claimed',
  'remark',
  'total',
  'date',
  'evidence',
  'self',
  'score',
  'verified',
  'item',
];
/** What so large a part of the cells tells of must be praise or blame. */
const MOST = 0.6;
/** So many cells tell what kind of table it is. */
const ENOUGH = 400;

/** 加分小计（分）: points, or what the columns beside it add up to. */
function isSum({ leaf, measure }: Column): boolean {
  return (
    plainText(measure) === '分' ||
    /小计|合计|共计|总计|(?:加|扣|得|申报|申请|自评)分(?:值|数)?$|\(分\)|（分）/.test(leaf)
  );
}

/** 县级（不加分）: asked for, and counted nowhere. */
function isUncounted({ path }: Column): boolean {
  return path.some((text) => /不[加扣计](?:入|分)/.test(text));
}

/** 1, 2, 3 down the first column under whatever heading: the rows' numbers and no counts. */
function numbersRows({ grid }: SheetContext, lines: Line[], column: Column): boolean {
  const numbers = lines.map(({ row }) => readNumber(grid.textAt(row, column.index))?.value);
  return lines.length >= 2 && numbers.every((number, i) => number === i + 1);
}

/**
 * The cells of a table of counts of which most are praise or blame, by the words of their row and their column: forms down
 * and levels or units across, units down and forms under levels across. undefined when it is no such table.
 */
export function meritCells(context: SheetContext, table: Table, titles: string[]): MeritCell[] | undefined {
  const { reading, grid } = context;
  const { bonus, deductions } = reading.rulebook;
  const { merits } = reading.vocabulary;
  const unitColumn = columnFor(table, 'unit');
  const lines = table.rows.filter((line) => rowKind(line) === 'plain');
  const rest = table.columns.filter(
    (column) =>
      column !== unitColumn &&
      !column.roles.some((role) => NO_COUNTS.includes(role)) &&
      !(column === table.columns[0] && numbersRows(context, lines, column)),
  );
  const labels = rest.filter((column) => isLabels(context, table, column));
  const counts = rest.filter((column) => !labels.includes(column) && !isSum(column) && !isUncounted(column));
  if (counts.length < 2) return undefined;
  // 国家级 | 省级 | 市政府 | 专项组: one column called by an office is who praised or blamed, and not whom.
  const calledByUnits = counts.filter(({ path }) => path.some((text) => reading.unitNamed(text))).length > 1;
  const unitIn = (text: string): string | undefined => (calledByUnits ? reading.unitNamed(text) : undefined);
  const headings = counts.map((column) => ({
    column,
    named: column.path.map(unitIn).find((one) => one),
    over: column.path.filter((text) => !unitIn(text)),
  }));
  const isAboutCriticism = titles.some((title) => title.includes('通报批评'));
  const cells: MeritCell[] = [];
  let looked = 0;
  for (const { row } of lines) {
    const unit = unitColumn && reading.unitNamed(grid.textAt(row, unitColumn.index));
    if (unitColumn && !unit) continue;
    const beside = labels.map(({ index }) => grid.textAt(row, index)).filter((text) => text);
    const headed = labels.map(({ index, leaf }) => ({ index, text: plainText(leaf + grid.textAt(row, index)) }));
    // A long table that is something else shows it soon.
    if (looked >= ENOUGH && cells.length < looked * MOST) return undefined;
    for (const { column, named, over } of headings) {
      const parts = [...beside, ...over].map(plainText);
      const leaf = [...beside, ...over.slice(-1)].map(plainText);
      const levelIn = (texts: string[]): string | undefined =>
        texts.map((text) => levelOf(text, merits.levels)).find((one) => one);
      const level = levelIn(leaf) ?? levelIn(parts);
      const said = parts.join('');
      const kind = kindOf([...parts, ...titles], merits);
      // 通报层级 over 国家级, or a title that says it: what the level alone leaves out.
      const underHeadings = headed.filter(({ index }) => index < column.index).map(({ text }) => text);
      const factIn = (list: MeritEntry[], about = ''): string | undefined =>
        factFor(list, leaf.join(''), level) ??
        factFor(list, said, level) ??
        factFor(list, [...underHeadings, ...over.map(plainText), about].join(''), level);
      const inDeductions = factIn(merits.deductions, isAboutCriticism ? '通报批评' : '');
      const isDeduction = kind === 'deduction' || (!kind && inDeductions !== undefined);
      const fact = isDeduction ? inDeductions : factIn(merits.bonus);
      looked += 1;
      if (fact === undefined) continue;
      const about = unit ?? named;
      cells.push({
        row,
        column: column.index,
        item: isDeduction ? deductions : bonus,
        fact,
        ...(about === undefined ? {} : { unit: about }),
      });
    }
  }
  // Columns that all count the same of a row (申报 and 认定) are those of a register.
  const byRow = new Map<number, string[]>();
  for (const { row, item, fact } of cells) {
    const own = byRow.get(row);
    if (own) own.push(`${item.id} ${fact}`);
    else byRow.set(row, [`${item.id} ${fact}`]);
  }
  const alike = [...byRow.values()].filter((own) => own.length > 1 && new Set(own).size === 1);
  if (alike.length * 2 > lines.length && !headings.some(({ named }) => named)) return undefined;
  const facts = new Set(cells.map(({ item, fact }) => `${item.id} ${fact}`));
  return facts.size >= 2 && cells.length >= looked * MOST ? cells : undefined;
}

/** Words stand in it, and no counts. */
function isLabels({ grid }: SheetContext, table: Table, column: Column): boolean {
  const texts = table.rows
    .slice(0, ENOUGH)
    .map(({ row }) => grid.textAt(row, column.index))
    .filter((text) => text);
  const words = texts.filter((text) => readNumber(text) === undefined && !/^[\s/／—–\-无√×]+$/.test(text));
  return words.length * 2 > texts.length;
}
