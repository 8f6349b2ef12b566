/**
 * A small workbook as Excel would hold it, in plain data: what the objects of the interface work on, and what a test
 * looks at or, as the person at the keyboard, changes.
 */
export type CellContent = string | number | boolean;

export interface Look {
  [property: string]: unknown;
}

export interface BookCell {
  value: CellContent;
  /** With the leading "=". */
  formula?: string;
  /** A number format code. */
  format: string;
  /** Font, fill, borders and alignment, by path such as fill/color. */
  look: Look;
  link?: { documentReference?: string };
  /** An old-style note of the person's. */
  note?: string;
}

export interface Area {
  top: number;
  left: number;
  rows: number;
  columns: number;
}

export interface ConditionalFormat {
  id: string;
  type: string;
  area: Area;
  formula: string;
  fill: string;
  stopIfTrue: boolean;
}

export interface Comment {
  id: string;
  sheet: BookSheet;
  row: number;
  column: number;
  content: string;
  replies: { id: string; content: string }[];
}

export interface BookChart {
  id: string;
  name: string;
  type: string;
  source: { sheet: BookSheet; area: Area; by: string };
  position?: Area;
  /** What was set of its parts, by path such as title/size, or 0/fill for its first series. */
  look: Look;
}

export interface BookEvent {
  type: number;
  sheet: BookSheet;
  arguments: Record<string, unknown>;
}

/** Numbers that the library gives to events. */
export const EVENT = { changed: 10, added: 13, deleted: 15 };

let next = 1;
export const uniqueId = () => `{${String(next++).padStart(8, '0')}-0000-0000-0000-000000000000}`;

export class BookSheet {
  readonly id = uniqueId();
  visibility = 'Visible';
  readonly cells = new Map<number, Map<number, BookCell>>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  merges: Area[] = [];
  columnWidths = new Map<number, number>();
  conditionalFormats: ConditionalFormat[] = [];
  charts: BookChart[] = [];
  frozen?: Area;
  filter?: Area;
  page: Look = {};
  isProtected = false;

  constructor(
    readonly book: Book,
    public name: string,
  ) {}

  peek(row: number, column: number): BookCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  at(row: number, column: number): BookCell {
    let cells = this.cells.get(row);
    if (!cells) this.cells.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { value: '', format: 'General', look: {} }));
    return cell;
  }

  /** The block around all cells that hold something or, if asked, look like something. */
  used(valuesOnly: boolean): Area | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, cells] of this.cells) {
      for (const [column, cell] of cells) {
        if (cell.value === '' && cell.formula === undefined && (valuesOnly || !Object.keys(cell.look).length)) continue;
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      }
    }
    return bottom < 0 ? undefined : { top, left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Everything about the sheet that a person could see, as text: two alike sheets give the same. */
  fingerprint(): string {
    const cells = [...this.cells].flatMap(([row, columns]) =>
      [...columns]
        .filter(([, { value, formula, look, note }]) => value !== '' || formula || note || Object.keys(look).length)
        .map(([column, cell]) => [row, column, { ...cell, look: Object.entries(cell.look).sort() }]),
    );
    const { name, visibility, frozen, filter, page, isProtected, merges, conditionalFormats } = this;
    return JSON.stringify({
      ...{ name, visibility, frozen, filter, page: Object.entries(page).sort(), isProtected },
      merges: merges.map((area) => JSON.stringify(area)).sort(),
      conditionalFormats: conditionalFormats.map(({ type, area, formula, fill }) => ({ type, area, formula, fill })),
      // What a chart is called is seen nowhere.
      charts: this.charts
        .map(({ type, source, position, look }) =>
          JSON.stringify([type, source.sheet.name, source.area, position, Object.entries(look).sort()]),
        )
        .sort(),
      widths: [...this.columnWidths].sort(([a], [b]) => a - b),
      cells: cells.map((cell) => JSON.stringify(cell)).sort(),
    });
  }
}

export class Book {
  name = '考评.xlsx';
  readonly sheets: BookSheet[] = [];
  readonly names: { name: string; sheet?: BookSheet; area: Area; visible: boolean }[] = [];
  readonly settings = new Map<string, string>();
  readonly comments: Comment[] = [];
  isProtected = false;
  active?: BookSheet;
  selection?: { sheet: BookSheet; area: Area };
  /** Hears of changes; set by the host. */
  onEvent: (event: BookEvent) => void = () => undefined;
  /** What a formula of the add-in's gives; others are computed if they only refer to a cell. */
  computed = new Map<string, CellContent>();

  addSheet(name: string): BookSheet {
    const sheet = new BookSheet(this, name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  removeSheet(sheet: BookSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const name of this.names) if (name.sheet === sheet) name.sheet = undefined;
    if (this.active === sheet) this.active = this.sheets[0];
    const others = this.comments.filter((comment) => comment.sheet !== sheet);
    this.comments.splice(0, this.comments.length, ...others);
  }

  sheet(name: string): BookSheet {
    const found = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }

  fingerprint(): string {
    return JSON.stringify({
      sheets: this.sheets.map((sheet) => sheet.fingerprint()),
      names: this.names.map(({ name, sheet, area, visible }) => ({ name, sheet: sheet?.name, area, visible })),
      comments: this.comments.map(({ sheet, row, column, content, replies }) => ({
        ...{ sheet: sheet.name, row, column, content, replies: replies.map((reply) => reply.content) },
      })),
    });
  }
}
