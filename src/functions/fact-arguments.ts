import type { Fact, Item, Reading, ReadingChoice, Rulebook } from '../rulebook/model';
import { MISSING, parseFact, plain, type Given } from '../scoring/parse-fact';
import { cellError, invalid } from './errors';

/** What a function call says: the facts in the item's order, and the readings that it sets. */
export interface FactArguments {
  given: Given[];
  choice: ReadingChoice;
}

/** Words that head the columns of a name/value block. */
const HEADINGS =
  /^(序号|编号|口径|口径编号|指标|指标名称|名称|事实|项目|数值|值|取值|选项|填报值|id|name|value|fact|option)$/i;

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && plain(cell) === '');
}

function text(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? plain(String(cell)) : '';
}

/** What the first column of a block may name. */
interface Names {
  facts: Map<string, number>;
  readings: Map<string, Reading>;
}

const namesOf = new WeakMap<Item, Names>();

function names(item: Item, rulebook: Rulebook): Names {
  let found = namesOf.get(item);
  if (!found) {
    found = {
      facts: new Map(
        item.facts.flatMap((fact, index) => [fact.id, plain(fact.name)].map((name) => [name, index] as const)),
      ),
      readings: new Map(rulebook.readings.map((reading) => [reading.id, reading])),
    };
    namesOf.set(item, found);
  }
  return found;
}

class Collector {
  readonly cells = new Map<number, unknown>();
  readonly choice: ReadingChoice = {};

  constructor(
    private readonly item: Item,
    private readonly names: Names,
  ) {}

  /** A block of two or more columns whose first column names a fact of the item, or a reading. */
  isNamed(block: unknown[][]): boolean {
    return block.some((row) => {
      if (row.length < 2 || typeof row[0] !== 'string') return false;
      const name = plain(row[0]);
      return this.names.facts.has(name) || this.names.readings.has(name);
    });
  }

  fact(position: number, cell: unknown): void {
    const before = this.cells.get(position);
    if (this.cells.has(position) && !isBlank(before) && !isBlank(cell) && before !== cell) {
      throw invalid(`“${this.item.facts[position].name}”填了两个不同的值,请只保留一个。`);
    }
    if (!this.cells.has(position) || isBlank(before)) this.cells.set(position, cell);
  }

  private reading(reading: Reading, cell: unknown): void {
    const concerns = reading.items.includes('all') || reading.items.includes(this.item.id);
    if (!concerns || !reading.options || isBlank(cell)) return;
    const option = Number(text(cell) || NaN);
    if (!reading.options[String(option)]) {
      throw invalid(
        `口径${reading.id}没有选项“${text(cell) || '?'}”,可选:${Object.keys(reading.options).join('、')}。`,
      );
    }
    if (this.choice[reading.id] !== undefined && this.choice[reading.id] !== option) {
      throw invalid(`口径${reading.id}填了两个不同的选项,请只保留一个。`);
    }
    this.choice[reading.id] = option;
  }

  named(block: unknown[][]): void {
    let begun = false;
    for (const row of block) {
      const [name, cell] = [text(row[0]), row[1]];
      const position = this.names.facts.get(name);
      const reading = this.names.readings.get(name);
      if (position !== undefined) this.fact(position, cell);
      else if (reading) this.reading(reading, cell);
      else if (isBlank(row[0]) && isBlank(cell)) continue;
      else if (HEADINGS.test(name) || HEADINGS.test(text(cell)) || (!begun && isBlank(cell))) continue;
      else throw invalid(`“${name || '(空白)'}”不是条目${this.item.id}的指标名称,也不是口径编号。`);
      begun = true;
    }
  }
}

function parse(fact: Fact, cell: unknown, year: number): Given {
  const error = cellError(cell);
  if (error === '#N/A') return MISSING;
  if (error) throw invalid(`“${fact.name}”的单元格是错误值${error},请先更正。`);
  return parseFact(fact, cell, year);
}

function asBlock(argument: unknown): unknown[][] {
  if (!Array.isArray(argument)) return [[argument]];
  return argument.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
}

/**
 * Sorts the cells of a call into facts and readings: blocks of names and values by name, everything else in the order
 * of the item's facts.
 * @param facts the repeating matrix argument: an array of matrices
 * @throws CustomFunctions.Error #VALUE! for unknown or contradictory names, too many values and errors in cells
 */
export function readFactArguments(rulebook: Rulebook, item: Item, facts: unknown): FactArguments {
  const collector = new Collector(item, names(item, rulebook));
  const blocks = Array.isArray(facts) ? facts.map(asBlock) : isBlank(facts) ? [] : [asBlock(facts)];
  let next = 0;
  for (const block of blocks) {
    if (collector.isNamed(block)) {
      collector.named(block);
      continue;
    }
    for (const row of block) {
      for (const cell of row) {
        const position = next++;
        if (position < item.facts.length) collector.fact(position, cell);
        else if (!isBlank(cell)) {
          throw invalid(`条目${item.id}只有${item.facts.length}个指标,第${position + 1}个值多余。`);
        }
      }
    }
  }
  const given = item.facts.map((fact, position) =>
    collector.cells.has(position) ? parse(fact, collector.cells.get(position), rulebook.year) : MISSING,
  );
  return { given, choice: collector.choice };
}
