import { addressOf, LAST_ROW, parseArea } from '../areas';
import { EVENT, uniqueId, type Area, type Book, type BookSheet } from '../book';
import { ApiCollection, ApiError, ApiObject, invalidArgument } from '../rich-api';
import { Charts } from './charts';
import { Comments } from './comments';
import { Range, RangeAreas, refuseWhenProtected } from './range';

/** The longest address that a set of ranges may be given as. */
const LONGEST_ADDRESS = 8192;

export function worksheetOf(sheet: BookSheet): Worksheet {
  return new Worksheet(sheet);
}

function refuseWhenStructureProtected(book: Book): void {
  if (book.isProtected) throw new ApiError('AccessDenied', "The workbook's structure is protected.", 403);
}

function checkName(book: Book, name: string, own?: BookSheet): void {
  const taken = book.sheets.some((sheet) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new ApiError('ItemAlreadyExists', `There is a sheet ${name} already.`, 409);
  if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw invalidArgument(`${name} cannot be a name.`);
}

export class Worksheets extends ApiCollection {
  constructor(private readonly $book: Book) {
    super();
  }

  get items() {
    return this.$book.sheets.map(worksheetOf);
  }
  add(name: string) {
    refuseWhenStructureProtected(this.$book);
    checkName(this.$book, name);
    const sheet = this.$book.addSheet(name);
    this.$book.onEvent({ type: EVENT.added, sheet, arguments: { worksheetId: sheet.id, source: 'Local' } });
    return worksheetOf(sheet);
  }
  getItem(key: string) {
    return this.getItemOrNullObject(key);
  }
  getActiveWorksheet() {
    return worksheetOf(this.$book.active!);
  }
  getItemOrNullObject(key: string) {
    const wanted = key.toLowerCase();
    const sheet = this.$book.sheets.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
    return sheet ? worksheetOf(sheet) : null;
  }
}

export class Worksheet extends ApiObject {
  constructor(private readonly $sheet: BookSheet) {
    super();
  }

  get id() {
    return this.$sheet.id;
  }
  get name() {
    return this.$sheet.name;
  }
  set name(name: string) {
    refuseWhenStructureProtected(this.$sheet.book);
    checkName(this.$sheet.book, name, this.$sheet);
    this.$sheet.name = name;
  }
  get visibility() {
    return this.$sheet.visibility;
  }
  set visibility(visibility: string) {
    refuseWhenStructureProtected(this.$sheet.book);
    this.$sheet.visibility = visibility;
  }
  get position() {
    return this.$sheet.book.sheets.indexOf(this.$sheet);
  }
  get protection() {
    return new Protection(this.$sheet);
  }
  get comments() {
    return new Comments(this.$sheet.book, this.$sheet);
  }
  get charts() {
    return new Charts(this.$sheet);
  }
  get freezePanes() {
    return new FreezePanes(this.$sheet);
  }
  get autoFilter() {
    return new AutoFilter(this.$sheet);
  }
  get pageLayout() {
    return new PageLayout(this.$sheet);
  }
  get horizontalPageBreaks() {
    return new PageBreaks(this.$sheet);
  }

  activate() {
    if (this.$sheet.visibility !== 'Visible') throw new ApiError('InvalidOperation', 'The sheet is hidden.');
    this.$sheet.book.active = this.$sheet;
  }
  copy() {
    const { book } = this.$sheet;
    refuseWhenStructureProtected(book);
    const copy = book.addSheet(`${this.$sheet.name} (${book.sheets.length + 1})`);
    book.active = copy;
    for (const [row, cells] of this.$sheet.cells) copy.cells.set(row, structuredClone(cells));
    const { merges, conditionalFormats, columnWidths, frozen, filter, page } = structuredClone({
      merges: this.$sheet.merges,
      conditionalFormats: this.$sheet.conditionalFormats,
      columnWidths: this.$sheet.columnWidths,
      frozen: this.$sheet.frozen,
      filter: this.$sheet.filter,
      page: this.$sheet.page,
    });
    Object.assign(copy, { merges, conditionalFormats, columnWidths, frozen, filter, page });
    copy.charts = this.$sheet.charts.map(({ source, ...chart }) => ({
      ...structuredClone(chart),
      id: uniqueId(),
      // A chart over its own sheet goes along with it.
      source: { ...source, sheet: source.sheet === this.$sheet ? copy : source.sheet },
    }));
    return worksheetOf(copy);
  }
  delete() {
    refuseWhenStructureProtected(this.$sheet.book);
    if (this.$sheet.book.sheets.length === 1) throw new ApiError('InvalidOperation', 'A workbook needs a sheet.');
    this.$sheet.book.removeSheet(this.$sheet);
  }
  getRange(address?: string | null) {
    const area = address ? parseArea(address) : parseArea(`1:${LAST_ROW}`);
    if (!area) throw invalidArgument(`${address} is no address.`);
    return new Range(this.$sheet, area);
  }
  getRangeByIndexes(top: number, left: number, rows: number, columns: number) {
    return new Range(this.$sheet, { top, left, rows, columns });
  }
  getRanges(address: string) {
    if (address.length > LONGEST_ADDRESS) throw invalidArgument('The address is too long.');
    return new RangeAreas(address.split(',').map((part) => this.getRange(part)));
  }
  getUsedRangeOrNullObject(valuesOnly = false) {
    const area = this.$sheet.used(valuesOnly);
    return area ? new Range(this.$sheet, area) : null;
  }
}

class Protection extends ApiObject {
  constructor(private readonly $of: { isProtected: boolean }) {
    super();
  }
  get protected() {
    return this.$of.isProtected;
  }
}

export function protectionOf(of: { isProtected: boolean }): ApiObject {
  return new Protection(of);
}

class FreezePanes extends ApiObject {
  constructor(private readonly $sheet: BookSheet) {
    super();
  }
  freezeAt(range: unknown) {
    refuseWhenProtected(this.$sheet);
    if (!(range instanceof Range)) throw invalidArgument('A range was expected.');
    this.$sheet.frozen = range.$area;
  }
  freezeRows(count: number) {
    refuseWhenProtected(this.$sheet);
    this.$sheet.frozen = { top: 0, left: 0, rows: count, columns: 0 };
  }
  freezeColumns(count: number) {
    refuseWhenProtected(this.$sheet);
    this.$sheet.frozen = { top: 0, left: 0, rows: 0, columns: count };
  }
}

class AutoFilter extends ApiObject {
  constructor(private readonly $sheet: BookSheet) {
    super();
  }
  apply(range: unknown) {
    refuseWhenProtected(this.$sheet);
    if (!(range instanceof Range)) throw invalidArgument('A range was expected.');
    this.$sheet.filter = range.$area;
  }
  remove() {
    this.$sheet.filter = undefined;
  }
  getRangeOrNullObject() {
    return this.$sheet.filter ? new Range(this.$sheet, this.$sheet.filter) : null;
  }
}

class PageBreaks extends ApiObject {
  constructor(private readonly $sheet: BookSheet) {
    super();
  }
  add(cell: unknown) {
    const breaks = (this.$sheet.page.breaks ?? []) as unknown[];
    this.$sheet.page.breaks = [...breaks, cell instanceof Range ? addressOf(cell.$area) : cell];
    return new PageBreak();
  }
}

class PageBreak extends ApiObject {}

class PageLayout extends ApiObject {
  constructor(private readonly $sheet: BookSheet) {
    super();
  }
  set orientation(value: string) {
    this.$sheet.page.orientation = value;
  }
  set paperSize(value: string) {
    this.$sheet.page.paperSize = value;
  }
  set centerHorizontally(value: boolean) {
    this.$sheet.page.centerHorizontally = value;
  }
  set zoom(value: Area) {
    this.$sheet.page.zoom = value;
  }
  setPrintTitleRows(rows: unknown) {
    this.$sheet.page.titleRows = rows instanceof Range ? addressOf(rows.$area) : rows;
  }
}
