import type { Book, BookCell, BookSheet, CellContent } from './book';
import { parseArea } from './areas';

const DAY = 86_400_000;

/** Puts into a cell what somebody types, or a program writes: Excel takes a text for whatever it looks like. */
export function enter(sheet: BookSheet, row: number, column: number, entry: CellContent): void {
  const cell = sheet.at(row, column);
  delete cell.formula;
  if (cell.format === '@') {
    cell.value = typeof entry === 'string' ? entry.replace(/^'/, '') : shown(entry);
  } else if (typeof entry !== 'string') {
    cell.value = entry;
  } else if (entry.startsWith("'")) {
    cell.value = entry.slice(1);
  } else if (entry.startsWith('=')) {
    cell.formula = entry;
    cell.value = compute(sheet.book, sheet, entry);
  } else {
    convert(cell, entry);
  }
}

function convert(cell: BookCell, entry: string): void {
  const percent = /^\s*(-?\d+(?:\.\d+)?)%\s*$/.exec(entry);
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(entry);
  if (/^(true|false)$/i.test(entry)) cell.value = /^true$/i.test(entry);
  else if (percent) {
    cell.value = Number(percent[1]) / 100;
    if (cell.format === 'General') cell.format = '0.00%';
  } else if (date) {
    cell.value = Date.UTC(+date[1], +date[2] - 1, +date[3]) / DAY + 25569;
    if (cell.format === 'General') cell.format = 'yyyy/m/d';
  } else if (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(entry)) cell.value = Number(entry);
  else cell.value = entry;
}

/** Enough of Excel for what tests need: the value of the cell that a formula refers to, or what the test says. */
export function compute(book: Book, home: BookSheet, formula: string): CellContent {
  const told = book.computed.get(formula);
  if (told !== undefined) return told;
  const reference = /^=(?:(?:'((?:[^']|'')+)'|([^!'()]+))!)?\$?([A-Z]{1,3})\$?(\d+)$/.exec(formula);
  if (!reference) return '#NAME?';
  const name = reference[1]?.replace(/''/g, "'") ?? reference[2];
  const sheet = name === undefined ? home : book.sheets.find((each) => each.name === name);
  const place = parseArea(reference[3] + reference[4]);
  return sheet && place ? sheet.peek(place.top, place.left)?.value || 0 : '#REF!';
}

/** What the grid shows for a value. */
export function shown(value: CellContent, format = 'General'): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const pattern = /^0(?:\.(0+))?(%)?$/.exec(format);
  if (pattern) return (pattern[2] ? value * 100 : value).toFixed(pattern[1]?.length ?? 0) + (pattern[2] ?? '');
  if (!format.startsWith('yyyy/m/d')) return String(value);
  const date = new Date((value - 25569) * DAY);
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
}
