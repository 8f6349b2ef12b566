import { isErrorText } from '../../workbook/error-text';
import type { Cell } from '../../workbook/snapshot';

/** What is asked of a block of cells. */
export const CELL_PROPERTIES = 'values,text,formulas,numberFormat';

/** The cells of a loaded block, row by row; undefined where nothing is stored. */
export function cellsOf({ values, text, formulas, numberFormat }: Excel.Range): (Cell | undefined)[][] {
  return values.map((row: unknown[], r) =>
    row.map((value, c) => cellOf(value, text[r][c], formulas[r][c], String(numberFormat[r][c]))),
  );
}

function cellOf(value: unknown, text: string, formula: unknown, format: string): Cell | undefined {
  const cell: Cell = { value: null, text: '' };
  // A text that begins with "=" is given in place of a formula, too.
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) cell.formula = formula.slice(1);
  if (format !== 'General') cell.format = format;
  if (typeof value === 'string' && isErrorText(value)) {
    cell.error = cell.text = value;
  } else if (typeof value === 'string' && value !== '') {
    cell.value = cell.text = value;
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    cell.value = value;
    // A column too narrow for its number shows a row of #.
    cell.text = /^#+$/.test(text) ? String(value) : text;
  } else if (cell.formula === undefined) {
    return undefined;
  }
  return cell;
}
