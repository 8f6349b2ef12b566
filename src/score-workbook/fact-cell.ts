import type { Claim, FactUsed } from '../assessment';
import { isoToDay } from '../rulebook/day';
import type { Fact } from '../rulebook/model';
import { isDate } from '../rulebook/rules';
import type { FactValue } from '../scoring/item-score';
import { fromFactValue, parseFact } from '../scoring/parse-fact';
import { parseCellAddress } from '../workbook/address';
import type { PlannedCell, PlannedValue } from '../workbook/planned-write';
import { quotedSheet } from '../workbook/rename-sheets';
import type { Cell, Sheet, Snapshot } from '../workbook/snapshot';
import { SHEETS } from './sheet-names';

/** What stands where a value is not known: blank cells reach a function as 0 in Excel. */
export const PENDING = '待定';

const OUR_NAMES: string[] = Object.values(SHEETS);

/** A value as YL functions read it back: never blank, rates as fractions, dates as dates. */
export function valueCell(fact: Fact, value: FactValue | undefined): Partial<PlannedCell> {
  if (value === undefined) return { value: PENDING, style: 'warn' };
  if (fact.type === 'percent') return { value: Number(`${Number(value)}e-2`), style: 'percent', format: '0.00##%' };
  if (fact.type === 'bool') return { value: value ? '是' : '否' };
  if (value === 'never') return { value: '未报送' };
  if (isDate(fact)) return { value: isoToDay(String(value)), style: 'date' };
  return { value: value as PlannedValue, style: 'number', format: 'General' };
}

/** The sheet of the person's in the open workbook that a claim was read from. */
export function sheetOf(open: Snapshot | undefined, { source }: Claim): Sheet | undefined {
  if (open?.file !== source.file) return undefined;
  const sheet = open.sheets.find(({ name, key }) => name === source.sheet && key === undefined);
  // Where a sheet of the person's has the name of one of ours, a formula could mean either.
  return sheet && !OUR_NAMES.includes(sheet.name) ? sheet : undefined;
}

/**
 * A formula that takes the value from its source, where that is one cell of the open workbook which alone is the whole
 * fact, and which a YL function reads as the score does; undefined where it is not so.
 */
export function linkedCell(
  open: Snapshot | undefined,
  fact: Fact,
  { value, source, claims }: FactUsed,
  year: number,
): Partial<PlannedCell> | undefined {
  const claim = claims.find((each) => (value === undefined ? claims.length === 1 : each.source === source));
  if (!claim?.linkable || claim.state !== (value === undefined ? 'missing' : 'value')) return undefined;
  const sheet = sheetOf(open, claim);
  const place = parseCellAddress(claim.source.cell);
  if (!sheet || !place) return undefined;
  const cell = sheet.rows[place.row]?.[place.column];
  if (cell?.error || !readsAs(fact, cell, value, year)) return undefined;
  const reference = `${quotedSheet(sheet.name)}!${claim.source.cell}`;
  const shown = cell?.value ?? '';
  return {
    formula: `IF(${reference}="","${PENDING}",${reference})`,
    cached: shown === '' ? PENDING : shown,
    style: shown === '' ? 'warn' : typeof shown === 'number' ? 'number' : 'text',
    ...(typeof shown === 'number' && { format: cell?.format ?? 'General' }),
  };
}

function readsAs(fact: Fact, cell: Cell | undefined, value: FactValue | undefined, year: number): boolean {
  const read = parseFact(fact, cell?.value ?? '', year);
  const used = fromFactValue(fact, value, year);
  return read.is === used.is && (read.is !== 'value' || (used.is === 'value' && read.value === used.value));
}
