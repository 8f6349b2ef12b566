import type { Book } from '../book';
import { ApiCollection, ApiError, ApiObject, invalidArgument } from '../rich-api';
import { Comments } from './comments';
import { Range } from './range';
import { protectionOf, Worksheets } from './worksheet';

/** The root of all paths. */
export class Workbook extends ApiObject {
  constructor(private readonly $book: Book) {
    super();
  }

  get name() {
    return this.$book.name;
  }
  get worksheets() {
    return new Worksheets(this.$book);
  }
  get names() {
    return new Names(this.$book);
  }
  get settings() {
    return new Settings(this.$book);
  }
  get comments() {
    return new Comments(this.$book);
  }
  get protection() {
    return protectionOf(this.$book);
  }
  get application() {
    return new Application();
  }
}

class Application extends ApiObject {
  suspendApiCalculationUntilNextSync() {
    // Nothing is calculated here that would take time.
  }
  suspendScreenUpdatingUntilNextSync() {
    // There is no screen.
  }
}

type KeptName = Book['names'][number];

class Names extends ApiCollection {
  constructor(private readonly $book: Book) {
    super();
  }

  get items() {
    return this.$book.names.map((kept) => new NamedItem(this.$book, kept));
  }
  add(name: string, range: unknown) {
    if (!(range instanceof Range)) throw invalidArgument('A range was expected.');
    if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name)) throw invalidArgument(`${name} cannot be a name.`);
    if (this.$book.names.some((kept) => kept.name === name)) throw new ApiError('ItemAlreadyExists', name, 409);
    const kept: KeptName = { name, sheet: range.$sheet, area: range.$area, visible: true };
    this.$book.names.push(kept);
    return new NamedItem(this.$book, kept);
  }
  getItem(name: string) {
    return this.getItemOrNullObject(name);
  }
  getItemOrNullObject(name: string) {
    return this.items.find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null;
  }
}

class NamedItem extends ApiObject {
  constructor(
    private readonly $book: Book,
    private readonly $kept: KeptName,
  ) {
    super();
  }

  get _Id() {
    return this.$kept.name;
  }
  get name() {
    return this.$kept.name;
  }
  get type() {
    return this.$kept.sheet ? 'Range' : 'Error';
  }
  get visible() {
    return this.$kept.visible;
  }
  set visible(visible: boolean) {
    this.$kept.visible = visible;
  }
  getRangeOrNullObject() {
    return this.$kept.sheet ? new Range(this.$kept.sheet, this.$kept.area) : null;
  }
  delete() {
    this.$book.names.splice(this.$book.names.indexOf(this.$kept), 1);
  }
}

class Settings extends ApiCollection {
  constructor(private readonly $book: Book) {
    super();
  }
  get items() {
    return [...this.$book.settings.keys()].map((key) => new Setting(this.$book, key));
  }
  add(key: string, value: string) {
    this.$book.settings.set(key, value);
    return new Setting(this.$book, key);
  }
  getItemOrNullObject(key: string) {
    return this.$book.settings.has(key) ? new Setting(this.$book, key) : null;
  }
}

class Setting extends ApiObject {
  constructor(
    private readonly $book: Book,
    private readonly $key: string,
  ) {
    super();
  }
  get _Id() {
    return this.$key;
  }
  get key() {
    return this.$key;
  }
  get value() {
    return this.$book.settings.get(this.$key);
  }
  delete() {
    this.$book.settings.delete(this.$key);
  }
}
