import { addressOf, contains, LAST_COLUMN, LAST_ROW, overlap } from '../areas';
import { EVENT, type Area, type BookCell, type BookSheet, type CellContent } from '../book';
import { enter, shown } from '../entry';
import { ApiCollection, ApiError, ApiObject, invalidArgument } from '../rich-api';
import { ConditionalFormats } from './conditional-formats';
import { Format } from './format';
import { worksheetOf } from './worksheet';

/** What Excel answers to a call on a protected sheet. */
export function refuseWhenProtected(sheet: BookSheet): void {
  if (sheet.isProtected) throw new ApiError('AccessDenied', 'You cannot change a protected sheet.', 403);
}

/** Beyond this, Excel gives no matrix. */
const MOST_CELLS = 5_000_000;

export class Range extends ApiObject {
  constructor(
    readonly $sheet: BookSheet,
    readonly $area: Area,
  ) {
    super();
    const { top, left, rows, columns } = $area;
    if (top < 0 || left < 0 || rows < 1 || columns < 1 || top + rows > LAST_ROW || left + columns > LAST_COLUMN) {
      throw invalidArgument('The range lies outside of the sheet.');
    }
  }

  get address() {
    const { name } = this.$sheet;
    const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
    return `${plain ? name : `'${name.replaceAll("'", "''")}'`}!${addressOf(this.$area)}`;
  }
  get rowIndex() {
    return this.$area.top;
  }
  get columnIndex() {
    return this.$area.left;
  }
  get rowCount() {
    return this.$area.rows;
  }
  get columnCount() {
    return this.$area.columns;
  }
  get worksheet() {
    return worksheetOf(this.$sheet);
  }
  get format() {
    return new Format([this]);
  }
  get conditionalFormats() {
    return new ConditionalFormats(this.$sheet, this.$area);
  }
  get rowHidden() {
    return uniform(this.$area.top, this.$area.rows, this.$sheet.hiddenRows);
  }
  get columnHidden() {
    return uniform(this.$area.left, this.$area.columns, this.$sheet.hiddenColumns);
  }

  get values() {
    return this.$matrix((cell) => cell?.value ?? '');
  }
  set values(entries: unknown) {
    this.$enter(entries);
  }
  get formulas() {
    return this.$matrix((cell) => cell?.formula ?? cell?.value ?? '');
  }
  set formulas(entries: unknown) {
    this.$enter(entries);
  }
  get text() {
    return this.$matrix((cell) => (cell ? shown(cell.value, cell.format) : ''));
  }
  get numberFormat() {
    return this.$matrix((cell) => cell?.format ?? 'General');
  }
  set numberFormat(formats: unknown) {
    this.$write(formats, (format, row, column) => {
      this.$sheet.at(row, column).format = String(format);
    });
  }
  set hyperlink(link: { documentReference?: string }) {
    this.$each((row, column) => {
      this.$sheet.at(row, column).link = { documentReference: link.documentReference };
    });
  }

  clear() {
    refuseWhenProtected(this.$sheet);
    for (const [row, cells] of [...this.$sheet.cells]) {
      for (const [column, cell] of [...cells]) {
        if (!contains(this.$area, row, column)) continue;
        if (cell.note === undefined) cells.delete(column);
        else cells.set(column, { value: '', format: 'General', look: {}, note: cell.note });
      }
    }
    const { $sheet, $area } = this;
    $sheet.conditionalFormats = $sheet.conditionalFormats.filter(({ area }) => !overlap(area, $area));
    this.unmerge();
    this.$announce();
  }
  merge() {
    refuseWhenProtected(this.$sheet);
    this.$sheet.merges.push({ ...this.$area });
  }
  unmerge() {
    refuseWhenProtected(this.$sheet);
    this.$sheet.merges = this.$sheet.merges.filter((merge) => !overlap(merge, this.$area));
  }
  copyFrom(source: unknown) {
    refuseWhenProtected(this.$sheet);
    if (!(source instanceof Range)) throw invalidArgument('A range was expected.');
    const [down, right] = [this.$area.top - source.$area.top, this.$area.left - source.$area.left];
    for (const [row, cells] of source.$sheet.cells) {
      for (const [column, cell] of cells) {
        if (!contains(source.$area, row, column)) continue;
        Object.assign(this.$sheet.at(row + down, column + right), structuredClone(cell));
      }
    }
    const moved = (area: Area) => ({ ...area, top: area.top + down, left: area.left + right });
    const inside = (area: Area) => overlap(area, source.$area);
    this.$sheet.merges.push(...source.$sheet.merges.filter(inside).map(moved));
    const formats = source.$sheet.conditionalFormats.filter(({ area }) => inside(area));
    this.$sheet.conditionalFormats.push(...formats.map((format) => ({ ...format, area: moved(format.area) })));
    this.$announce();
  }
  select() {
    if (this.$sheet.visibility !== 'Visible') throw new ApiError('InvalidOperation', 'The sheet is hidden.');
    this.$sheet.book.active = this.$sheet;
    this.$sheet.book.selection = { sheet: this.$sheet, area: this.$area };
  }
  getSpecialCellsOrNullObject(type: string) {
    if (type !== 'Visible') throw invalidArgument(type);
    const rows = runs(this.$area.top, this.$area.rows, this.$sheet.hiddenRows);
    const columns = runs(this.$area.left, this.$area.columns, this.$sheet.hiddenColumns);
    const areas = rows.flatMap((row) =>
      columns.map((column) => ({ top: row.first, rows: row.count, left: column.first, columns: column.count })),
    );
    return areas.length ? new RangeAreas(areas.map((area) => new Range(this.$sheet, area))) : null;
  }
  getColumnProperties() {
    const { left, columns } = this.$area;
    return Array.from({ length: columns }, (_, i) => ({
      format: { columnWidth: this.$sheet.columnWidths.get(left + i) ?? 48 },
    }));
  }
  setColumnProperties(columns: { format?: { columnWidth?: number } }[]) {
    refuseWhenProtected(this.$sheet);
    columns.forEach(({ format }, i) => this.$setColumnWidth(this.$area.left + i, format?.columnWidth));
  }
  // The library itself sends large matrices in parts, by these.
  getRow(row: number) {
    return new Range(this.$sheet, { ...this.$area, top: this.$area.top + row, rows: 1 });
  }
  getBoundingRect(other: unknown) {
    if (!(other instanceof Range)) throw invalidArgument('A range was expected.');
    const [a, b] = [this.$area, other.$area];
    const [top, left] = [Math.min(a.top, b.top), Math.min(a.left, b.left)];
    const rows = Math.max(a.top + a.rows, b.top + b.rows) - top;
    return new Range(this.$sheet, {
      ...{ top, left, rows },
      columns: Math.max(a.left + a.columns, b.left + b.columns) - left,
    });
  }
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.$area.rows || columns !== this.$area.columns)
      throw invalidArgument('The matrix has another size.');
  }

  $setColumnWidth(column: number, width: number | undefined): void {
    if (width === undefined) return;
    if (width === 48) this.$sheet.columnWidths.delete(column);
    else this.$sheet.columnWidths.set(column, width);
  }

  $each(visit: (row: number, column: number) => void): void {
    refuseWhenProtected(this.$sheet);
    const { top, left, rows, columns } = this.$area;
    for (let row = top; row < top + rows; row++) {
      for (let column = left; column < left + columns; column++) visit(row, column);
    }
  }

  private $matrix<T>(of: (cell: BookCell | undefined) => T): T[][] | null {
    const { top, left, rows, columns } = this.$area;
    if (rows * columns > MOST_CELLS) return null;
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => of(this.$sheet.peek(top + row, left + column))),
    );
  }

  /** Hands out a matrix, or one value for all; null leaves a cell as it is. */
  private $write(given: unknown, put: (value: unknown, row: number, column: number) => void): void {
    refuseWhenProtected(this.$sheet);
    const { top, left, rows, columns } = this.$area;
    const isMatrix = Array.isArray(given);
    if (isMatrix && (given.length !== rows || given.some((row: unknown[]) => row.length !== columns))) {
      throw invalidArgument('The matrix has another size than the range.');
    }
    this.$each((row, column) => {
      const value: unknown = isMatrix ? given[row - top][column - left] : given;
      if (value !== null) put(value, row, column);
    });
  }

  private $enter(entries: unknown): void {
    this.$write(entries, (entry, row, column) => enter(this.$sheet, row, column, entry as CellContent));
    this.$announce();
  }

  private $announce(): void {
    this.$sheet.book.onEvent({
      type: EVENT.changed,
      sheet: this.$sheet,
      arguments: {
        address: addressOf(this.$area),
        changeType: 'RangeEdited',
        source: 'Local',
        triggerSource: 'ThisLocalAddin',
        worksheetId: this.$sheet.id,
      },
    });
  }
}

export class RangeAreas extends ApiObject {
  constructor(readonly $ranges: Range[]) {
    super();
  }

  get address() {
    return this.$ranges.map((range) => range.address).join(',');
  }
  get areas() {
    return new Ranges(this.$ranges);
  }
  get format() {
    return new Format(this.$ranges);
  }
}

class Ranges extends ApiCollection {
  constructor(private readonly $ranges: Range[]) {
    super();
  }
  get items() {
    return this.$ranges;
  }
}

/** true or false when all are alike, null when they differ. */
function uniform(first: number, count: number, members: Set<number>): boolean | null {
  const inside = [...members].filter((n) => n >= first && n < first + count).length;
  return inside === 0 ? false : inside === count ? true : null;
}

function runs(first: number, count: number, without: Set<number>): { first: number; count: number }[] {
  const found: { first: number; count: number }[] = [];
  for (let n = first; n < first + count; n++) {
    const last = found.at(-1);
    if (without.has(n)) continue;
    if (last && last.first + last.count === n) last.count++;
    else found.push({ first: n, count: 1 });
  }
  return found;
}
