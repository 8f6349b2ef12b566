import { uniqueId, type Area, type BookChart, type BookSheet, type Look } from '../book';
import { ApiCollection, ApiError, ApiObject, invalidArgument, notFound } from '../rich-api';
import { Range, refuseWhenProtected } from './range';

const TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'Line', 'Pie'];
const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom'];
const LABEL_POSITIONS = ['None', 'Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'BestFit'];

function oneOf(value: string, known: string[]): string {
  if (!known.includes(value)) throw invalidArgument(`${value} is none of ${known.join()}.`);
  return value;
}

function colour(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw invalidArgument(`${value} is no colour.`);
  return value;
}

/** What a chart's block says, as Excel takes it: texts in its first row and column are names, all else is numbers. */
export function seriesOf({ sheet, area }: BookChart['source']): {
  categories: string[];
  series: { name: string; values: number[] }[];
} {
  const at = (row: number, column: number) => sheet.peek(area.top + row, area.left + column)?.value ?? '';
  const isName = (row: number, column: number) => typeof at(row, column) === 'string' && at(row, column) !== '';
  const from = (count: number) => Array.from({ length: Math.max(0, count - 1) }, (_, i) => i + 1);
  const [top, left] = [
    from(area.columns).every((column) => isName(0, column)) ? 1 : 0,
    from(area.rows).every((row) => isName(row, 0)) ? 1 : 0,
  ];
  const rows = from(area.rows + 1)
    .map((n) => n - 1)
    .slice(top);
  const columns = from(area.columns + 1)
    .map((n) => n - 1)
    .slice(left);
  return {
    categories: rows.map((row, i) => (left ? String(at(row, 0)) : String(i + 1))),
    series: columns.map((column, i) => ({
      name: top ? String(at(0, column)) : `系列${i + 1}`,
      values: rows.map((row) => Number(at(row, column)) || 0),
    })),
  };
}

export class Charts extends ApiCollection {
  constructor(private readonly $sheet: BookSheet) {
    super();
  }

  get items() {
    return this.$sheet.charts.map((kept) => new Chart(this.$sheet, kept));
  }
  add(type: string, source: unknown, seriesBy = 'Auto') {
    refuseWhenProtected(this.$sheet);
    if (!(source instanceof Range)) throw invalidArgument('A range was expected.');
    const kept: BookChart = {
      id: uniqueId(),
      name: `图表 ${this.$sheet.charts.length + 1}`,
      type: oneOf(type, TYPES),
      // By rows is not understood here.
      source: { sheet: source.$sheet, area: source.$area, by: oneOf(seriesBy, ['Columns']) },
      look: {},
    };
    this.$sheet.charts.push(kept);
    return new Chart(this.$sheet, kept);
  }
  getItem(key: string) {
    return this.getItemOrNullObject(key);
  }
  getItemOrNullObject(key: string) {
    return this.items.find(({ id, name }) => id === key || name === key) ?? null;
  }
}

class Chart extends ApiObject {
  constructor(
    private readonly $sheet: BookSheet,
    private readonly $kept: BookChart,
  ) {
    super();
  }

  get id() {
    return this.$kept.id;
  }
  get name() {
    return this.$kept.name;
  }
  set name(name: string) {
    refuseWhenProtected(this.$sheet);
    // A second chart of the name could not be told from the first by it.
    if (this.$sheet.charts.some((other) => other !== this.$kept && other.name === name)) {
      throw new ApiError('ItemAlreadyExists', `There is a chart ${name} already.`, 409);
    }
    this.$kept.name = name;
  }
  get title() {
    return new Title(this.$kept.look);
  }
  get legend() {
    return new Legend(this.$kept.look);
  }
  get axes() {
    return new Axes(this.$kept.look);
  }
  get series() {
    return new SeriesCollection(this.$kept);
  }
  setPosition(start: unknown, end: unknown) {
    refuseWhenProtected(this.$sheet);
    if (!(start instanceof Range && end instanceof Range)) throw invalidArgument('Ranges were expected.');
    const { top, left } = start.$area;
    const area: Area = { top, left, rows: end.$area.top - top + 1, columns: end.$area.left - left + 1 };
    if (area.rows < 1 || area.columns < 1) throw invalidArgument('The end lies before the start.');
    this.$kept.position = area;
  }
  delete() {
    refuseWhenProtected(this.$sheet);
    const at = this.$sheet.charts.indexOf(this.$kept);
    if (at < 0) throw notFound('chart');
    this.$sheet.charts.splice(at, 1);
  }
}

/** A part of a chart whose looks are kept under its name. */
abstract class Part extends ApiObject {
  constructor(protected readonly $look: Look) {
    super();
  }
}

class Title extends Part {
  set text(text: string) {
    this.$look.title = text;
  }
  get format() {
    return new TitleFormat(this.$look);
  }
}

class TitleFormat extends Part {
  get font() {
    return new TitleFont(this.$look);
  }
}

class TitleFont extends Part {
  set size(size: number) {
    this.$look['title/size'] = size;
  }
  set bold(bold: boolean) {
    this.$look['title/bold'] = bold;
  }
}

class Legend extends Part {
  set visible(visible: boolean) {
    this.$look.legend = visible;
  }
  set position(position: string) {
    this.$look['legend/position'] = oneOf(position, LEGEND_POSITIONS);
  }
}

class Axes extends Part {
  get valueAxis() {
    return new ValueAxis(this.$look);
  }
}

class ValueAxis extends Part {
  set minimum(minimum: number) {
    this.$look.minimum = minimum;
  }
  set maximum(maximum: number) {
    this.$look.maximum = maximum;
  }
}

class SeriesCollection extends ApiCollection {
  constructor(private readonly $kept: BookChart) {
    super();
  }
  get items() {
    return seriesOf(this.$kept.source).series.map((_, index) => new Series(this.$kept.look, index));
  }
  getItemAt(index: number) {
    const found = this.items[index];
    if (!found) throw notFound(`series ${index}`);
    return found;
  }
}

class Series extends Part {
  constructor(
    look: Look,
    private readonly $index: number,
  ) {
    super(look);
  }
  set gapWidth(width: number) {
    if (width < 0 || width > 500) throw invalidArgument('A gap is 0 to 500.');
    this.$look.gapWidth = width;
  }
  set hasDataLabels(has: boolean) {
    this.$look[`${this.$index}/labels`] = has;
  }
  get dataLabels() {
    if (!this.$look[`${this.$index}/labels`]) throw notFound('data labels');
    return new Labels(this.$look, this.$index);
  }
  get format() {
    return new SeriesFormat(this.$look, this.$index);
  }
}

class Labels extends Part {
  constructor(
    look: Look,
    private readonly $index: number,
  ) {
    super(look);
  }
  set position(position: string) {
    this.$look[`${this.$index}/labels/position`] = oneOf(position, LABEL_POSITIONS);
  }
}

class SeriesFormat extends Part {
  constructor(
    look: Look,
    private readonly $index: number,
  ) {
    super(look);
  }
  get fill() {
    return new Fill(this.$look, this.$index);
  }
}

class Fill extends Part {
  constructor(
    look: Look,
    private readonly $index: number,
  ) {
    super(look);
  }
  setSolidColor(value: string) {
    this.$look[`${this.$index}/fill`] = colour(value);
  }
}
