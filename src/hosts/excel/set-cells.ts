import type { Place } from '../../workbook/host';
import { noSheet, sheetProtected } from '../../workbook/refusals';
import type { CellValue } from '../../workbook/snapshot';
import { plainEntry } from './sheet-content';

/** Cells formatted as text make a text of every number that is put into them. */
const TEXT_FORMAT = '@';

/** Changes cells of the person's; when one cannot be changed, all are as before. */
export async function setCells(
  context: Excel.RequestContext,
  changes: { place: Place; value: NonNullable<CellValue> }[],
): Promise<void> {
  const targets = changes.map(({ place, value }) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(place.sheet).load('name');
    worksheet.protection.load('protected');
    return { place, value, worksheet };
  });
  await context.sync();
  for (const { place, worksheet } of targets) refuse(place.sheet, worksheet);
  const cells = targets.map(({ place, value, worksheet }) => ({
    value,
    range: worksheet.getRange(place.cell).load('formulas,numberFormat'),
  }));
  await context.sync();
  try {
    for (const { value, range } of cells) {
      if (typeof value !== 'string' && range.numberFormat[0][0] === TEXT_FORMAT) range.numberFormat = [['General']];
      range.values = [[plainEntry(value)]];
    }
    await context.sync();
  } catch (error) {
    for (const { range } of cells) {
      const { numberFormat, formulas } = range;
      range.numberFormat = numberFormat;
      range.formulas = formulas.map((row: unknown[]) => row.map(asBefore));
    }
    await context.sync();
    throw error;
  }
}

function asBefore(entry: unknown): unknown {
  return typeof entry === 'string' && !entry.startsWith('=') ? plainEntry(entry) : entry;
}

/** Says why cells of a sheet cannot be changed, if so. */
export function refuse(name: string, worksheet: Excel.Worksheet): void {
  if (worksheet.isNullObject) throw noSheet(name);
  if (worksheet.protection.protected) throw sheetProtected(name);
}
