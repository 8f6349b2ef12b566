import type { CellMark } from '../../workbook/host';
import { MARK_FILLS, MARK_RULE, MARK_SIGN } from '../../workbook/marks';
import { addNotes, removeNotes } from './notes';
import { refuse } from './set-cells';

/** Puts marks on cells in place of those of an earlier call; on a failure there are none. */
export async function mark(context: Excel.RequestContext, marks: CellMark[]): Promise<void> {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { place } of marks) {
    if (sheets.has(place.sheet)) continue;
    const worksheet = context.workbook.worksheets.getItemOrNullObject(place.sheet).load('name');
    worksheet.protection.load('protected');
    sheets.set(place.sheet, worksheet);
  }
  await context.sync();
  for (const [name, worksheet] of sheets) refuse(name, worksheet);
  await unmark(context);
  try {
    for (const { place, severity } of marks) {
      for (const cells of place.cell.split(',')) {
        const format = sheets.get(place.sheet)!.getRange(cells).conditionalFormats.add('Custom');
        format.custom.rule.formula = `=${MARK_RULE}`;
        format.custom.format.fill.color = `#${MARK_FILLS[severity]}`;
        format.priority = 0;
      }
    }
    await context.sync();
    await addNotes(
      context,
      marks.map(({ place, note }) => ({
        worksheet: sheets.get(place.sheet)!,
        cell: place.cell.split(/[,:]/)[0],
        text: note,
      })),
    );
  } catch (error) {
    await unmark(context);
    throw error;
  }
}

/** Takes every mark back. */
export async function unmark(context: Excel.RequestContext): Promise<void> {
  const worksheets = context.workbook.worksheets.load('items/id');
  await context.sync();
  const found = worksheets.items.map((worksheet) =>
    worksheet.getRange().conditionalFormats.load('items/id,items/type'),
  );
  await context.sync();
  const custom = found.flatMap(({ items }) => items.filter(({ type }) => type === 'Custom'));
  for (const format of custom) format.custom.rule.load('formula');
  await context.sync();
  for (const format of custom) if (format.custom.rule.formula.includes(MARK_SIGN)) format.delete();
  await removeNotes(context);
}
