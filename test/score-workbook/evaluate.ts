import type { PlannedCell, PlannedSheet } from '../../src/workbook/planned-write';
import type { Snapshot } from '../../src/workbook/snapshot';
import { ExcelError, yl } from '../functions/excel';

/*
 * Computes formulas as Excel would, as far as the product's sheets use them; the YL functions are those of the build.
 */

export type Result = number | string | boolean | { error: string };
/** null is a blank cell. */
type Value = Result | null;
type Matrix = Value[][];

class Failed extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

type Token = { kind: 'number' | 'text' | 'name' | 'ref' | 'mark'; text: string; sheet?: string };

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"]|"")*")|(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<sheet>[\p{L}_][\p{L}\p{N}_]*))!)?(?<ref>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(.])|(?<name>[A-Z][A-Z.]*)|(?<mark>[-+*/()=,<>]+?))/uy;

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const { groups } = TOKEN.exec(formula) ?? {};
    if (!groups) throw new Error(`cannot read ${formula}`);
    const kind = (['number', 'text', 'ref', 'name', 'mark'] as const).find((each) => groups[each] !== undefined)!;
    found.push({ kind, text: groups[kind], sheet: groups.quoted?.replace(/''/g, "'") ?? groups.sheet });
  }
  return found;
}

function column(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Cells of planned sheets and, behind them, of the workbook they are written to. */
export class Evaluator {
  private readonly cells = new Map<string, PlannedCell>();
  private readonly results = new Map<string, Value>();
  private readonly typed = new Map<string, Value>();

  constructor(
    sheets: PlannedSheet[],
    private readonly open?: Snapshot,
  ) {
    for (const { name, cells } of sheets) {
      for (const cell of cells) this.cells.set(`${name}!${cell.row}!${cell.column}`, cell);
    }
  }

  /** Somebody types into a cell: all is computed anew. */
  type(sheet: string, row: number, at: number, value: Value): void {
    this.typed.set(`${sheet}!${row}!${at}`, value);
    this.results.clear();
  }

  /** What a cell shows. */
  at(sheet: string, row: number, at: number): Value {
    const key = `${sheet}!${row}!${at}`;
    if (this.typed.has(key)) return this.typed.get(key)!;
    let result = this.results.get(key);
    if (result === undefined) this.results.set(key, (result = this.compute(sheet, row, at)));
    return result;
  }

  private compute(sheet: string, row: number, at: number): Value {
    const cell = this.cells.get(`${sheet}!${row}!${at}`);
    if (cell?.formula === undefined) {
      if (cell) return cell.value === undefined || cell.value === '' ? null : cell.value;
      return this.open?.sheets.find(({ name }) => name === sheet)?.rows[row]?.[at]?.value ?? null;
    }
    try {
      const [[result]] = new Formula(this, sheet, tokens(cell.formula)).run();
      // A formula that gives a blank shows 0.
      return result ?? 0;
    } catch (thrown) {
      if (thrown instanceof Failed) return { error: thrown.code };
      throw thrown;
    }
  }
}

class Formula {
  private next = 0;

  constructor(
    private readonly book: Evaluator,
    private readonly home: string,
    private readonly tokens: Token[],
  ) {}

  run(): Matrix {
    const result = this.comparison();
    if (this.next < this.tokens.length) throw new Error(`what is ${this.tokens[this.next].text}?`);
    return result;
  }

  private takes(...marks: string[]): string | undefined {
    const token = this.tokens[this.next];
    if (token?.kind !== 'mark' || !marks.includes(token.text)) return undefined;
    this.next++;
    return token.text;
  }

  private comparison(): Matrix {
    let left = this.sum();
    while (this.takes('=')) {
      const [a, b] = [single(left), single(this.sum())];
      // A blank equals an empty text and 0.
      left = [[a === b || (a === null && (b === '' || b === 0)) || (b === null && (a === '' || a === 0))]];
    }
    return left;
  }

  private sum(): Matrix {
    let left = this.product();
    for (let mark = this.takes('+', '-'); mark; mark = this.takes('+', '-')) {
      const [a, b] = [number(left), number(this.product())];
      left = [[mark === '+' ? a + b : a - b]];
    }
    return left;
  }

  private product(): Matrix {
    let left = this.factor();
    for (let mark = this.takes('*', '/'); mark; mark = this.takes('*', '/')) {
      const [a, b] = [number(left), number(this.factor())];
      if (mark === '/' && b === 0) throw new Failed('#DIV/0!');
      left = [[mark === '*' ? a * b : a / b]];
    }
    return left;
  }

  private factor(): Matrix {
    if (this.takes('(')) {
      const inner = this.comparison();
      this.takes(')');
      return inner;
    }
    if (this.takes('-')) return [[-number(this.factor())]];
    const token = this.tokens[this.next++];
    if (token.kind === 'number') return [[Number(token.text)]];
    if (token.kind === 'text') return [[token.text.slice(1, -1).replace(/""/g, '"')]];
    if (token.kind === 'ref') return this.reference(token);
    if (token.text === 'TRUE' || token.text === 'FALSE') return [[token.text === 'TRUE']];
    if (!this.takes('(')) throw new Error(`what is ${token.text}?`);
    return this.call(token.text);
  }

  private reference({ text, sheet = this.home }: Token): Matrix {
    const [from, to = from] = text.replaceAll('$', '').split(':');
    const corner = (address: string) => {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!;
      return { row: Number(digits) - 1, column: column(letters) };
    };
    const [a, b] = [corner(from), corner(to)];
    return Array.from({ length: b.row - a.row + 1 }, (_, r) =>
      Array.from({ length: b.column - a.column + 1 }, (_, c) => this.book.at(sheet, a.row + r, a.column + c)),
    );
  }

  /** Arguments, computed in turn; of IF only the one that counts may fail. */
  private call(name: string): Matrix {
    const args: (() => Matrix)[] = [];
    while (!this.takes(')')) {
      const begin = this.next;
      let result: Matrix | undefined;
      let failed: unknown;
      try {
        result = this.comparison();
      } catch (thrown) {
        if (!(thrown instanceof Failed)) throw thrown;
        failed = thrown;
        this.next = begin;
        this.skip();
      }
      args.push(() => {
        if (!result) throw failed;
        return result;
      });
      this.takes(',');
    }
    return apply(name, args);
  }

  /** Goes past an argument that failed. */
  private skip(): void {
    for (let depth = 0; ; this.next++) {
      const { kind, text } = this.tokens[this.next];
      if (kind !== 'mark') continue;
      if (depth === 0 && (text === ',' || text === ')')) return;
      if (text === '(') depth++;
      if (text === ')') depth--;
    }
  }
}

function apply(name: string, args: (() => Matrix)[]): Matrix {
  if (name.startsWith('YL.'))
    return callYl(
      name.slice(3),
      args.map((arg) => arg()),
    );
  const all = () => args.flatMap((arg) => numbers(arg()));
  switch (name) {
    case 'IF':
      return single(args[0]()) ? args[1]() : args[2]();
    case 'INDEX': {
      const [matrix, row, at] = [args[0](), number(args[1]()), number(args[2]())];
      return [[matrix[row - 1][at - 1]]];
    }
    case 'SUM':
      return [[all().reduce((a, b) => a + b, 0)]];
    case 'NA':
      throw new Failed('#N/A');
    case 'OR':
      return [[args.some((arg) => single(arg()) === true)]];
    case 'ROUND': {
      const scale = 10 ** number(args[1]());
      const scaled = number(args[0]()) * scale;
      // Excel rounds what it shows, 15 digits, half away from zero.
      return [[(Math.sign(scaled) * Math.round(Number(Math.abs(scaled).toPrecision(15)))) / scale]];
    }
    case 'SUMPRODUCT': {
      const lists = args.map((arg) => arg().flat());
      const products = lists[0].map((_, i) => lists.reduce((product, list) => product * asNumber(list[i]), 1));
      return [[products.reduce((a, b) => a + b, 0)]];
    }
    case 'RANK': {
      const mine = number(args[0]());
      return [[1 + numbers(args[1]()).filter((other) => other > mine).length]];
    }
    default:
      throw new Error(`${name} is not known here`);
  }
}

/** Desktop Excel hands a blank over as 0 and an error as an error. */
function callYl(id: string, args: Matrix[]): Matrix {
  const handed = args.map((matrix) =>
    matrix.map((row) =>
      row.map((value) => (value === null ? 0 : typeof value === 'object' ? new ExcelError(value.error) : value)),
    ),
  );
  const one = (matrix: unknown[][]) => (matrix.length === 1 && matrix[0].length === 1 ? matrix[0][0] : matrix);
  try {
    const result = yl(id, ...handed.map(one));
    return Array.isArray(result) ? (result as Matrix) : [[result as Value]];
  } catch (thrown) {
    throw new Failed(/^#\S+/.exec((thrown as Error).message)?.[0] ?? String(thrown));
  }
}

function single(matrix: Matrix): Value {
  const [[value]] = matrix;
  if (typeof value === 'object' && value) throw new Failed(value.error);
  return value;
}

function asNumber(value: Value): number {
  if (typeof value === 'object' && value) throw new Failed(value.error);
  return typeof value === 'number' ? value : 0;
}

function number(matrix: Matrix): number {
  const value = single(matrix);
  if (typeof value === 'string') throw new Failed('#VALUE!');
  return Number(value ?? 0);
}

/** The numbers in a block; texts and blanks are passed over, an error is passed on. */
function numbers(matrix: Matrix): number[] {
  return matrix.flat().flatMap((value) => {
    if (typeof value === 'object' && value) throw new Failed(value.error);
    return typeof value === 'number' ? [value] : [];
  });
}
