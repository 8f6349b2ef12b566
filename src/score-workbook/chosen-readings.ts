import type { ReadingChoice, Rulebook } from '../rulebook/model';
import { cellAddress } from '../workbook/address';
import type { Place } from '../workbook/host';
import type { Snapshot } from '../workbook/snapshot';
import { ownSheet } from './own-sheets';
import { SHEETS } from './sheet-names';

/** The columns of 口径: the reading's id, the option that formulas go by. */
const [ID, OPTION] = [0, 1];

/** The options that the workbook's own sheet 口径 has chosen; undefined when there is no such sheet. */
export function readingsIn(rulebook: Rulebook, snapshot: Snapshot): ReadingChoice | undefined {
  const sheet = ownSheet(snapshot, SHEETS.readings);
  if (!sheet) return undefined;
  const choice: ReadingChoice = {};
  for (const row of sheet.rows) {
    const reading = rulebook.readings.find(({ id }) => id === row?.[ID]?.text.trim());
    const option = row?.[OPTION]?.value;
    if (!reading?.options || typeof option !== 'number' || !(String(option) in reading.options)) continue;
    if (option !== reading.default) choice[reading.id] = option;
  }
  return choice;
}

/** The cell of a reading's option on the workbook's own sheet 口径. */
export function optionPlace(snapshot: Snapshot, reading: string): Place | undefined {
  const sheet = ownSheet(snapshot, SHEETS.readings);
  const row = sheet?.rows.findIndex((cells) => cells?.[ID]?.text.trim() === reading) ?? -1;
  return sheet && row >= 0 ? { sheet: sheet.name, cell: cellAddress(row, OPTION) } : undefined;
}
