import type { ReadingChoice } from '../rulebook/model';
import type { ItemRules, ReadingRules, Rules } from '../rulebook/rules';
import { MISSING, parseFact, plain, type Given } from '../scoring/parse-fact';
import { cellError, isBlank, rowsOf } from './cells';
import { invalid } from './errors';
import { readNamedBlock } from './named-block';
import { setReading } from './readings';

/** What a call says: the facts in the item's order, and the readings that it sets, if any. */
export interface FactArguments {
  given: Given[];
  choice?: ReadingChoice;
}

/** What the first column of a block may name: a fact, by its position, or a reading. */
type Names = Map<string, number | ReadingRules>;

const namesOf = new WeakMap<ItemRules, Names>();

function makeNames(rules: Rules, item: ItemRules): Names {
  const names: Names = new Map(rules.readings.map((reading) => [reading.id, reading]));
  item.facts.forEach(({ id, name }, position) => names.set(id, position).set(plain(name), position));
  return names;
}

class Reader implements FactArguments {
  readonly given: Given[];
  choice?: ReadingChoice;
  private next = 0;

  constructor(
    private readonly rules: Rules,
    private readonly item: ItemRules,
  ) {
    this.given = new Array<Given>(item.facts.length).fill(MISSING);
  }

  read(block: unknown): void {
    if (!Array.isArray(block)) this.takeNext(block);
    else if (block.some((row) => this.isNamed(row))) {
      const names = `条目${this.item.id}的指标名称，也不是口径编号`;
      readNamedBlock(rowsOf(block), names, (name, cell) => this.takeNamed(name, cell));
    } else {
      for (const row of block) {
        if (Array.isArray(row)) for (const cell of row) this.takeNext(cell);
        else this.takeNext(row);
      }
    }
  }

  private isNamed(row: unknown): boolean {
    return Array.isArray(row) && row.length > 1 && typeof row[0] === 'string' && this.names().has(plain(row[0]));
  }

  private names(): Names {
    let names = namesOf.get(this.item);
    if (!names) namesOf.set(this.item, (names = makeNames(this.rules, this.item)));
    return names;
  }

  private takeNext(cell: unknown): void {
    const position = this.next++;
    const { id, facts } = this.item;
    if (position < facts.length) this.take(position, cell);
    else if (!isBlank(cell)) throw invalid(`条目${id}只有${facts.length}个指标，第${position + 1}个值多余。`);
  }

  private takeNamed(name: string, cell: unknown): boolean {
    const named = this.names().get(name);
    if (typeof named === 'number') this.take(named, cell);
    else if (named?.items.some((id) => id === 'all' || id === this.item.id)) {
      setReading((this.choice ??= {}), named, cell);
    }
    return named !== undefined;
  }

  private take(position: number, cell: unknown): void {
    const fact = this.item.facts[position];
    const error = cellError(cell);
    if (error === '#N/A') return;
    if (error) throw invalid(`“${fact.name}”的单元格是错误值${error}，请先更正。`);
    const value = parseFact(fact, cell, this.rules.year);
    if (value.is === 'rejected') throw invalid(value.problem);
    if (value.is === 'missing') return;
    const before = this.given[position];
    if (before !== MISSING && !isSame(before, value)) {
      throw invalid(`“${fact.name}”填了两个不同的值，请只保留一个。`);
    }
    this.given[position] = value;
  }
}

function isSame(a: Given, b: Given): boolean {
  return a.is === 'value' && b.is === 'value' ? a.value === b.value : a.is === b.is;
}

/**
 * Sorts the cells of a call into facts and readings: blocks of names and values by name, everything else in the order
 * of the item's facts.
 * @param facts the repeating matrix argument: an array of matrices
 * @throws CellError #VALUE! for values that cannot be, unknown or contradictory names, too many values, errors in cells
 */
export function readFactArguments(rules: Rules, item: ItemRules, facts: unknown): FactArguments {
  const reader = new Reader(rules, item);
  if (Array.isArray(facts)) for (const block of facts) reader.read(block);
  else reader.read(facts);
  return reader;
}
