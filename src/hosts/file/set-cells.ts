import { cellAddress } from '../../workbook/address';
import { HostError, type Place } from '../../workbook/host';
import type { CellValue, Snapshot } from '../../workbook/snapshot';
import { toStoredFormula } from '../../workbook/stored-formula';
import { parseRange } from './grid-reference';
import { firstCell, refuseProtected, sheetNamed } from './places';
import { cellXml, SHEET_ORDER, valueContent } from './sheet-content';
import type { FileSheet, WorkbookFile } from './workbook-file';
import { attributes, escapeXml, tagOf } from './xml';
import { unusual, XmlPart } from './xml-part';

const FORMULA = /<f(?=[\s/>])([^>]*?)(?:\/>|>[^<]*<\/f>)/;
const CELL = /<c(?=[\s/>])[^>]*?(?:\/>|>[^]*?<\/c>)/g;

interface Change {
  place: Place;
  value: NonNullable<CellValue>;
}

/**
 * Changes cells of the person's; their looks stay.
 * @param snapshot the workbook as it is, which knows formulas that the file says for many cells at once
 */
export function setCells(file: WorkbookFile, changes: Change[], snapshot: Snapshot): void {
  for (const { place, value } of changes) {
    const sheet = sheetNamed(file, place.sheet);
    refuseProtected(file, sheet);
    const { row, column } = firstCell(place.cell);
    setCell(file, sheet, row, column, value, snapshot);
  }
  file.formulasChanged();
}

function setCell(
  file: WorkbookFile,
  sheet: FileSheet,
  row: number,
  column: number,
  value: NonNullable<CellValue>,
  snapshot: Snapshot,
): void {
  const part = file.sheetPart(sheet);
  const rows = XmlPart.parse(part.get('sheetData') ?? '<sheetData/>');
  const address = cellAddress(row, column);
  refuseArray(rows, address);
  const { at, found } = placeIn(rows.elements, row + 1, (xml) => Number(tagOf(xml).get('r')));
  const line = XmlPart.parse(found?.replace(/^(<row[^>]*?)\sspans="[^"]*"/, '$1') ?? `<row r="${row + 1}"></row>`);
  const cells = placeIn(line.elements, column, (xml) => firstCell(tagOf(xml).get('r') ?? '').column);
  const given = cells.found ? tagOf(cells.found).get('s') : undefined;
  const style = given === undefined ? undefined : Number(given);
  const fitting = style !== undefined && typeof value !== 'string' ? file.styles.forNumbers(style) : style;
  line.replace(cells.at, cells.found !== undefined, cellXml(address, fitting, valueContent(value)));
  rows.replace(at, found !== undefined, line.toString());
  const shared = cells.found && sharedBy(cells.found);
  part.set('sheetData', [shared ? apart(rows.toString(), shared, sheet, snapshot) : rows.toString()], SHEET_ORDER);
}

/** Where an element of a number stands among others in their order, or would. */
function placeIn(all: string[], wanted: number, numberOf: (xml: string) => number): { at: number; found?: string } {
  const numbers = all.map(numberOf);
  // Not every program says where a row is; then it is not guessed.
  if (numbers.some((number) => !Number.isInteger(number))) throw unusual();
  const at = numbers.findIndex((number) => number >= wanted);
  if (at < 0) return { at: all.length };
  return numbers[at] === wanted ? { at, found: all[at] } : { at };
}

/** Cells that an array formula fills cannot be changed one by one. */
function refuseArray(rows: XmlPart, address: string): void {
  const { row, column } = firstCell(address);
  for (const [, given] of rows.toString().matchAll(/<f(?=\s)([^>]*\st="array"[^>]*)>/g)) {
    const { top, left, bottom, right } = parseRange(attributes(given).get('ref') ?? address);
    if (row < top || row > bottom || column < left || column > right) continue;
    throw new HostError(`单元格${address}属于数组公式，不能单独更改。请在Excel或WPS中修改公式。`);
  }
}

/** The number of the formula that other cells take over from this one. */
function sharedBy(cell: string): string | undefined {
  const given = attributes(FORMULA.exec(cell)?.[1] ?? '');
  return given.get('t') === 'shared' && given.has('ref') ? given.get('si') : undefined;
}

/** The rows with each cell that took over a formula having its own. */
function apart(rows: string, shared: string, { name }: FileSheet, { sheets }: Snapshot): string {
  const known = sheets.find((sheet) => sheet.name === name);
  return rows.replace(CELL, (cell) => {
    const given = attributes(FORMULA.exec(cell)?.[1] ?? '');
    if (given.get('t') !== 'shared' || given.get('si') !== shared) return cell;
    const { row, column } = firstCell(tagOf(cell).get('r') ?? '');
    const formula = known?.rows[row]?.[column]?.formula;
    if (formula === undefined) throw unusual();
    return cell.replace(FORMULA, () => `<f>${escapeXml(toStoredFormula(formula))}</f>`);
  });
}
