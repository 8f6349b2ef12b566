import { columnLetters } from '../../workbook/address';
import type { Budget } from './budget';
import { noAddress, parseAddress } from './grid-reference';
import { GRID } from './limits';
import { damaged } from './unreadable';
import { isTrue } from './xml';

export interface CheckedRows {
  /** Rows and cells that hold something, every cell with its address. */
  xml: string;
  hidden: Set<number>;
  /** The words of each error: the library knows those of 2007 only. */
  errors: Map<number, string>;
}

/** One number for a place in the grid. */
export function placeKey(row: number, column: number): number {
  return row * GRID.columns + column;
}

const TAG = /<((?:[\w.-]+:)?)(row|c)(?=[\s/>])([^<>]*?)(\/?)>/g;
const REFERENCE = /\sr\s*=\s*["']([^"']*)["']/;
const STYLE = /\ss\s*=\s*["']([^"']*)["']/;
const TYPE = /\st\s*=\s*["']([^"']*)["']/;
const HIDDEN = /\shidden\s*=\s*["']([^"']*)["']/;
const HEIGHT = /\sht\s*=\s*["']([^"']*)["']/;
const VALUE = /<(?:[\w.-]+:)?v(?:\s[^<>]*)?>([^<]+)</;
const INLINE_TEXT = /<((?:[\w.-]+:)?is)(?:\s[^<>]*)?>/;
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const INDEX = /^\s*\d+\s*$/;
const TRUTHS = new Map([
  ['1', '1'],
  ['true', '1'],
  ['0', '0'],
  ['false', '0'],
]);
const FORMULA = /<(?:[\w.-]+:)?f(?=[\s/>])([^<>]*?)(?:\/>|>([^<]*)<\/)/;
const SHARED = /\bsi\s*=\s*["'](\d+)["']/;

/**
 * Goes through the rows of a sheet once, before the library parses them, and
 * - refuses addresses outside the grid and more than an honest form could hold;
 * - leaves out empty cells: a sheet formatted down to its last row has millions;
 * - repairs the cells that the library would read wrongly: see `repair`.
 */
export function checkRows(data: string, budget: Budget): CheckedRows {
  const kept: string[] = [];
  const hidden = new Set<number>();
  const errors = new Map<number, string>();
  const formulas = new SharedFormulas(budget);
  let keptFrom = 0;
  let row = -1;
  let column = -1;
  let lastColumn = -1;
  const replace = (from: number, to: number, by = '') => {
    kept.push(data.slice(keptFrom, from), by);
    keptFrom = to;
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(data); match; match = TAG.exec(data)) {
    const [open, prefix, name, attributes, selfClosed] = match;
    const from = match.index;
    const stated = REFERENCE.exec(attributes)?.[1];
    if (name === 'row') {
      row = stated === undefined ? row + 1 : Number(stated) - 1;
      column = lastColumn = -1;
      if (!(Number.isInteger(row) && row >= 0 && row < GRID.rows)) throw noAddress(`第${stated ?? row + 1}行`);
      const isHidden = isTrue(HIDDEN.exec(attributes)?.[1]) || Number(HEIGHT.exec(attributes)?.[1] ?? 1) === 0;
      if (isHidden) hidden.add(row);
      const close = `</${prefix}row>`;
      const end = from + open.length;
      if (selfClosed) replace(from, end);
      else if (data.startsWith(close, end)) replace(from, end + close.length);
      continue;
    }
    const reference = stated ?? columnLetters(column + 1) + (row + 1);
    ({ row, column } = parseAddress(reference));
    if (selfClosed) {
      replace(from, from + open.length);
      continue;
    }
    const bodyFrom = from + open.length;
    const close = `</${prefix}c>`;
    const bodyTo = data.indexOf(close, bodyFrom);
    if (bodyTo < 0) throw damaged();
    const to = bodyTo + close.length;
    TAG.lastIndex = to;
    const type = TYPE.exec(attributes)?.[1] ?? 'n';
    const isPlain =
      stated !== undefined && !REPAIRED.has(type) && data.startsWith('<v>', bodyFrom) && data[bodyFrom + 3] !== '<';
    if (isPlain) {
      checkValue(type, data.slice(bodyFrom + 3, data.indexOf('<', bodyFrom + 3)));
    } else {
      const repaired = repair(reference, STYLE.exec(attributes)?.[1], type, data.slice(bodyFrom, bodyTo), formulas);
      replace(from, to, repaired);
      if (repaired === '') continue;
    }
    if (type === 'e') errors.set(placeKey(row, column), VALUE.exec(data.slice(bodyFrom, bodyTo))?.[1] ?? '');
    // A wide gap is kept sparse, a narrow one is filled.
    if (column > lastColumn) budget.spend('places', column - lastColumn < 1024 ? column - lastColumn : 1);
    lastColumn = Math.max(lastColumn, column);
    budget.spend('cells', 1);
  }
  kept.push(data.slice(keptFrom));
  return { xml: kept.join(''), hidden, errors };
}

/** Types whose values the library would not read as they are meant. */
const REPAIRED = new Set(['str', 'b']);

/**
 * Refuses what is no value of its type. The library would make 0 of 0x10, nothing of 1e999, and leave out a text whose
 * number is none.
 */
function checkValue(type: string, value: string): void {
  if (type === 'n' && !(NUMBER.test(value) && Number.isFinite(Number(value)))) throw damaged();
  if (type === 's' && !INDEX.test(value)) throw damaged();
  if (type === 'b' && !TRUTHS.has(value.trim().toLowerCase())) throw damaged();
}

/**
 * A cell as the library reads it right, or '' when it holds nothing. The library would
 * - read a formula without a result as 0: it becomes an empty text;
 * - take TRUE for no: it becomes 1;
 * - resolve references such as &amp;lt; twice in a formula's text: that becomes an inline text;
 * - compare every cell with every array formula: they become plain formulas.
 */
function repair(
  reference: string,
  style: string | undefined,
  type: string,
  body: string,
  formulas: SharedFormulas,
): string {
  const formula = formulas.plain(FORMULA.exec(body));
  let value = '';
  if (type === 'inlineStr') {
    const open = INLINE_TEXT.exec(body);
    if (open && body.includes(`</${open[1]}>`, open.index)) value = body.slice(open.index);
  } else {
    const text = VALUE.exec(body)?.[1];
    if (text !== undefined) {
      checkValue(type, text);
      value = `<v>${type === 'b' ? TRUTHS.get(text.trim().toLowerCase()) : text}</v>`;
    }
    if (type === 'str' && text !== undefined && (text.includes('&') || text.includes('_x'))) {
      type = 'inlineStr';
      value = `<is><t>${text}</t></is>`;
    }
  }
  if (!value && !formula) return '';
  if (!value) type = 'str';
  return `<c r="${reference}"${style === undefined ? '' : ` s="${style}"`} t="${type}">${formula}${value}</c>`;
}

/** Bounds what shared formulas grow to: one long formula shared by a whole sheet would fill the memory. */
class SharedFormulas {
  private readonly lengths = new Map<string, number>();

  constructor(private readonly budget: Budget) {}

  /** The formula as a plain or shared one, '' when there is none. */
  plain(match: RegExpExecArray | null): string {
    if (!match) return '';
    const [, attributes, text = ''] = match;
    const id = SHARED.exec(attributes)?.[1];
    if (id === undefined) return text && `<f>${text}</f>`;
    if (text) this.lengths.set(id, text.length);
    this.budget.spend('sharedFormulas', this.lengths.get(id) ?? 0);
    return `<f t="shared" si="${id}">${text}</f>`;
  }
}
