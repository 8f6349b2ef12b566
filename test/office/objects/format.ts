import type { Look } from '../book';
import { ApiCollection, ApiObject, invalidArgument } from '../rich-api';
import type { Range } from './range';

/** How cells look: the property is kept under its path in every cell. */
class Looks extends ApiObject {
  constructor(
    protected readonly $ranges: Range[],
    protected readonly $path: string,
  ) {
    super();
  }

  protected $get(property: string): unknown {
    const [{ $sheet, $area }] = this.$ranges;
    return $sheet.peek($area.top, $area.left)?.look[this.$path + property] ?? null;
  }

  protected $set(property: string, value: unknown): void {
    for (const range of this.$ranges) {
      range.$each((row, column) => {
        const { look } = range.$sheet.at(row, column) as { look: Look };
        look[this.$path + property] = value;
      });
    }
  }
}

/** Declares properties that are kept as they are. */
function plain(type: { prototype: Looks }, names: string[]): void {
  for (const name of names) {
    Object.defineProperty(type.prototype, name, {
      get(this: { $get(name: string): unknown }) {
        return this.$get(name);
      },
      set(this: { $set(name: string, value: unknown): void }, value: unknown) {
        this.$set(name, value);
      },
    });
  }
}

export class Format extends Looks {
  constructor(ranges: Range[]) {
    super(ranges, '');
  }

  get fill() {
    return new Fill(this.$ranges, 'fill/');
  }
  get font() {
    return new Font(this.$ranges, 'font/');
  }
  get borders() {
    return new Borders(this.$ranges);
  }
  get columnWidth() {
    const [{ $sheet, $area }] = this.$ranges;
    return $sheet.columnWidths.get($area.left) ?? 48;
  }
  set columnWidth(width: number) {
    for (const range of this.$ranges) {
      const { left, columns } = range.$area;
      for (let column = left; column < left + columns; column++) range.$setColumnWidth(column, width);
    }
  }
  // Row heights are not kept here.
  autofitRows() {}
  set rowHeight(height: number) {
    if (!(height >= 0 && height <= 409)) throw invalidArgument('A row cannot be so high.');
  }
}
plain(Format, ['horizontalAlignment', 'verticalAlignment', 'wrapText']);

class Fill extends Looks {}
plain(Fill, ['color']);

class Font extends Looks {}
plain(Font, ['name', 'size', 'bold', 'color', 'underline']);

class Borders extends ApiCollection {
  constructor(private readonly $ranges: Range[]) {
    super();
  }
  get items() {
    return [];
  }
  getItem(side: string) {
    return new Border(this.$ranges, `border/${side}/`);
  }
}

class Border extends Looks {}
plain(Border, ['style', 'color']);
