import type { SheetContext } from '../answers';
import type { Entry, Grid, Line } from '../grid';
import { scoresOf } from '../heading-scores';
import type { Heading } from '../headings';
import { itemBefore, itemByReference } from '../items';
import { columnsFor, rowKind, type Column, type Table } from '../tables';
import { isOfAnotherYear, splitHeading } from '../text';
import { namesOf } from './unit-rows';

/** A name of a list with its value. */
export interface Row {
  heading: Heading;
  written: string;
  line: Line;
  value: Entry | undefined;
  /** The value is one of two in its cell. */
  isPart: boolean;
  /** The row that it is a part of: 其中：…. */
  of?: Row;
}

const LEADING_NUMBER = /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?\s*[.、．:：)）]\s*(?=\D)/;

/** The rows of a list, each with what its name says by itself and by what stands above and beside it. */
export function listRows(
  context: SheetContext,
  table: Table,
  lines: Line[],
  indicator: Column,
  value: Column,
  block: Column[],
): Row[] {
  const { grid, reading } = context;
  const indicators = columnsFor(table, 'indicator');
  const besides = indicators[indicators.indexOf(indicator) - 1];
  const measureColumn = block.find((column) => column.roles.includes('measure') && column !== value);
  const before = table.columns.filter((column) => column.index < indicator.index);
  const group = [...before, ...block].find((column) => column.roles.includes('group') || isExtraGroup(before, column));
  const reference = [...before, ...block].find((column) => column.roles.includes('item'));
  const about = namesOf(table);
  const rows: Row[] = [];
  let banner = '';
  let main: { plain: string; row?: Row } = { plain: '' };
  let wasPart = false;
  for (const line of lines) {
    const entry = grid.at(line.row, indicator.index);
    const cell = grid.at(line.row, value.index) ?? spreadOver(grid, line, block);
    const [alone] = line.entries;
    if (line.entries.length === 1 && alone && (!cell || cell === alone) && alone.column < value.index) {
      banner = alone.text.length <= 40 ? alone.text.replace(LEADING_NUMBER, '') : '';
      continue;
    }
    if (!entry || typeof entry.cell.value !== 'string' || rowKind(line) === 'total' || cell === entry) continue;
    const measureText = measureColumn ? splitHeading(grid.textAt(line.row, measureColumn.index)).plain : '';
    const groupText = group ? grid.textAt(line.row, group.index) : '';
    const referenceText = reference ? grid.textAt(line.row, reference.index) : '';
    for (const { text, value: own, isPart } of namesAndValues(entry.text, cell)) {
      const ofWhich: RegExpExecArray | null =
        /^\s*其中\s*[:：]?\s*/.exec(text) ?? (wasPart && isIndented(entry) ? /^\s*/.exec(text) : null);
      wasPart = ofWhich !== null;
      const inName = itemBefore(reading.rulebook, ofWhich ? text.slice(ofWhich[0].length) : text);
      const name = inName.rest.replace(LEADING_NUMBER, '').replace(/[:：]$/, '');
      const { plain, measure } = splitHeading(name);
      if (!plain || isOfAnotherYear(text, reading.rulebook.year)) continue;
      if (ofWhich) main = wholeBefore(context, line, besides, plain, main.plain) ?? main;
      else main = { plain };
      const item =
        inName.item ??
        itemByReference(reading.rulebook, referenceText) ??
        itemByReference(reading.rulebook, groupText) ??
        itemBefore(reading.rulebook, groupText).item;
      const parents = [banner, groupText, ofWhich ? main.plain : '']
        .map((part) => splitHeading(part).plain)
        .filter((part) => part);
      const row: Row = {
        heading: {
          leaf: plain,
          parents,
          measure: measureText || grid.textAt(line.row, measureColumn?.index ?? -1).normalize('NFKC') || measure,
          samples: own ? [own] : [],
          about,
          ...(item ? { item: item.id } : {}),
        },
        written: text,
        line,
        value: own,
        isPart,
        ...(ofWhich && main.row ? { of: main.row } : {}),
      };
      if (!ofWhich) main.row = row;
      rows.push(row);
    }
  }
  tellApart(context, rows, block, value);
  return rows;
}

const LONGEST_SCOPE = 20;

/** 即办件比例 | 政务服务事项, 即办件比例 | 行政许可事项: rows of one name by what stands beside it. */
function tellApart({ grid }: SheetContext, rows: Row[], block: Column[], value: Column): void {
  const beside = block.filter(({ index, roles }) => index < value.index && !roles.length);
  if (!beside.length) return;
  const nameOf = ({ heading: { leaf, parents } }: Row): string => [...parents, leaf].join('/');
  const byName = new Map<string, Row[]>();
  for (const row of rows) byName.set(nameOf(row), [...(byName.get(nameOf(row)) ?? []), row]);
  for (const { heading, line } of [...byName.values()].filter((same) => same.length > 1).flat()) {
    const scopes = beside
      .map(({ index }) => grid.textAt(line.row, index))
      .filter((text) => text.length <= LONGEST_SCOPE);
    heading.parents.push(...scopes.map((text) => splitHeading(text).plain).filter((text) => text !== ''));
  }
}

/** 行政许可指南 | 58 | 其中关联权力清单 | 58: of lists side by side, the whole of a part may stand left of it. */
function wholeBefore(
  { reading, grid }: SheetContext,
  { row }: Line,
  before: Column | undefined,
  part: string,
  above: string,
): { plain: string } | undefined {
  const text = before ? grid.textAt(row, before.index) : '';
  const plain = splitHeading(text.replace(LEADING_NUMBER, '')).plain;
  const itemOf = (leaf: string): string | undefined =>
    scoresOf({ leaf, parents: [], measure: '', samples: [] }, reading.targets).sort((a, b) => b.score - a.score)[0]
      ?.target.item.id;
  const own = plain && itemOf(part);
  return own && itemOf(plain) === own && itemOf(above) !== own ? { plain } : undefined;
}

const PAIR_OF_NAMES = /^([^/／]{2,20})[/／]([^/／]{2,20})$/;
const PAIR_OF_FIGURES = /^\s*(\d+)\s*[/／]\s*(\d+)\s*$/;

/** 非涉密系统（个）/已共享 | 4/3: two names in one cell with their two values in another are two rows. */
function namesAndValues(
  text: string,
  value: Entry | undefined,
): { text: string; value: Entry | undefined; isPart: boolean }[] {
  const names = PAIR_OF_NAMES.exec(text)?.slice(1) ?? [];
  const figures = PAIR_OF_FIGURES.exec(value?.text.normalize('NFKC') ?? '')?.slice(1) ?? [];
  if (!value || !names.length || !figures.length) return [{ text, value, isPart: false }];
  return names.map((name, i) => {
    const figure = figures[i] ?? '';
    return {
      text: name,
      value: { ...value, text: figure, cell: { value: Number(figure), text: figure } },
      isPart: true,
    };
  });
}

/** Below quarters and their sum, what has no quarters: one value, merged over several of the columns. */
function spreadOver(grid: Grid, line: Line, block: Column[]): Entry | undefined {
  const spread = line.entries.filter(({ row, column }) => {
    const merge = grid.mergeAt(row, column);
    return merge && block.filter(({ index }) => index >= merge.left && index <= merge.right).length > 1;
  });
  return spread.length === 1 ? spread[0] : undefined;
}

/** Under 其中：便民服务中心 another part, set in below its words. */
function isIndented(entry: Entry | undefined): boolean {
  return typeof entry?.cell.value === 'string' && /^[\s\u3000]{2,}/.test(entry.cell.value);
}

/** A column left of the indicators that is neither a number nor anything else names their group. */
function isExtraGroup(before: Column[], column: Column): boolean {
  return before.includes(column) && !column.roles.length && column.leaf !== '';
}
