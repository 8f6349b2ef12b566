import { cellCount } from '../../workbook/areas';
import type { CellChange } from '../../workbook/host';
import { AREA_PROPERTIES, areaOf } from './areas';
import type { OwnDoings } from './own-doings';
import { CELL_PROPERTIES, cellsOf } from './read-cells';
import { CELLS_AT_ONCE, inExcel } from './session';

type Ended = () => Promise<void>;

/**
 * Tells when a person changed cells; gives a function that ends it.
 * @param own the sheets that the product adds and takes away itself
 */
export async function followChanges(own: OwnDoings, listener: (change: CellChange) => void): Promise<Ended> {
  // One after another, so that no older change overtakes a younger one.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (tell: () => Promise<CellChange | undefined>): Promise<void> => {
    last = last.then(tell).then(
      (change) => change && listener(change),
      // What cannot be looked up may be anything.
      () => listener({ sheet: '' }),
    );
    return last;
  };
  const handlers = await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add((event) => inTurn(() => changeOf(event))),
      worksheets.onAdded.add(({ worksheetId: id }) =>
        inTurn(async () => ((await own.did(id)) ? undefined : sheetChange(id))),
      ),
      worksheets.onDeleted.add(({ worksheetId: id }) =>
        inTurn(async () => ((await own.did(id)) ? undefined : { sheet: '' })),
      ),
    ];
    await context.sync();
    return added;
  });
  return async () => {
    await Excel.run(handlers[0].context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  };
}

async function changeOf(event: Excel.WorksheetChangedEventArgs): Promise<CellChange | undefined> {
  if (event.triggerSource === 'ThisLocalAddin') return undefined;
  if (event.changeType !== 'RangeEdited' || event.address.includes(',')) return sheetChange(event.worksheetId);
  return inExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(event.worksheetId).load('name');
    const range = worksheet.getRange(event.address).load(AREA_PROPERTIES);
    await context.sync();
    const area = areaOf(range);
    if (cellCount(area) > CELLS_AT_ONCE) return { sheet: worksheet.name };
    range.load(CELL_PROPERTIES);
    await context.sync();
    return { sheet: worksheet.name, range: area, cells: cellsOf(range) };
  });
}

/** More changed than cells. */
function sheetChange(id: string): Promise<CellChange | undefined> {
  return inExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
    await context.sync();
    return { sheet: worksheet.isNullObject ? '' : worksheet.name };
  });
}
