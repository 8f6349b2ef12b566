/** What hosts hand over as a cell: text, number, boolean, null or '' for an empty one, an object for an error. */
import { plain } from '../scoring/parse-fact';
import { invalid, notAvailable } from './errors';

const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!)$/;

/** The Excel error that a cell holds: an object with its code, or the code as text. */
export function cellError(cell: unknown): string | undefined {
  if (typeof cell === 'string') return cell.charCodeAt(0) === 35 && ERROR_TEXT.test(cell) ? cell : undefined;
  if (typeof cell !== 'object' || cell === null) return undefined;
  const { code, basicValue, errorCode } = cell as { [key: string]: unknown };
  const found = [code, basicValue, errorCode].find((value) => typeof value === 'string' && ERROR_TEXT.test(value));
  return (found as string | undefined) ?? '#VALUE!';
}

export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '' || (typeof cell === 'string' && plain(cell) === '');
}

/** A name as it stands in a cell; '' where there is none. */
export function nameIn(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? plain(String(cell)) : '';
}

/** A cell as a message quotes it. */
export function quoted(cell: unknown): string {
  const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : nameIn(cell);
  return `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
}

/** The one cell of a plain argument, also when a host hands it over as a matrix. */
export function onlyCell(argument: unknown): unknown {
  if (!Array.isArray(argument)) return argument;
  const row: unknown = argument[0];
  return Array.isArray(row) ? row[0] : row;
}

/** As onlyCell; an error in the cell ends here, by the argument's name. */
export function soundCell(argument: unknown, name: string): unknown {
  const cell = onlyCell(argument);
  const error = cellError(cell);
  if (error === '#N/A') throw notAvailable(`缺少:${name}`);
  if (error) throw invalid(`${name}是错误值${error}，请先更正。`);
  return cell;
}

/** The rows of a matrix, however flat a host hands it over. */
export function rowsOf(argument: unknown): unknown[][] {
  if (!Array.isArray(argument)) return [[argument]];
  return argument.every(Array.isArray) ? argument : argument.map((row) => (Array.isArray(row) ? row : [row]));
}
