import { cellCount, rowChunks } from '../../workbook/areas';
import { HostError } from '../../workbook/host';
import type { Cell, CellRange, Sheet, Snapshot, WorkbookFrame } from '../../workbook/snapshot';
import { AREA_PROPERTIES, areaOf, rangeOf } from './areas';
import { loadNames, loadOwnKeys, type OwnKeys } from './own-sheets';
import { CELL_PROPERTIES, cellsOf } from './read-cells';
import { CELLS_AT_ONCE } from './session';

/** No form comes near; a stray cell at the far end of a sheet makes it milliards. */
const MOST_CELLS = 4_000_000;

/** A sheet while it is being read. */
interface Reading {
  worksheet: Excel.Worksheet;
  used: Excel.Range;
  rows: (Cell | undefined)[][];
  visible?: Excel.RangeAreas;
}

/** A block that one call asks for. */
interface Chunk {
  reading: Reading;
  area: CellRange;
}

/**
 * Reads every sheet with three calls, and one more for every 50,000 cells beyond the first. All calls are such as the
 * library marks as reading: others empty the list of what the person can undo.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  frame: Promise<WorkbookFrame | undefined>,
): Promise<Snapshot> {
  const { workbook } = context;
  workbook.load('name');
  workbook.worksheets.load('items/id,items/name,items/visibility');
  const names = loadNames(context);
  await context.sync();

  const ownKeys = loadOwnKeys(names);
  const readings: Reading[] = workbook.worksheets.items.map((worksheet) => ({
    worksheet,
    used: worksheet.getUsedRangeOrNullObject(true).load(`${AREA_PROPERTIES},rowHidden,columnHidden`),
    rows: [],
  }));
  await context.sync();

  const filled = readings.filter(({ used }) => !used.isNullObject);
  refuseTooLarge(filled);
  filled.forEach(askWhatIsVisible);
  await readChunks(context, batches(filled));
  const saved = await frame;
  const keys = ownKeys();
  return {
    file: workbook.name,
    date1904: saved?.date1904 ?? false,
    sheets: readings.map((reading) => toSheet(reading, keys, saved)),
  };
}

function refuseTooLarge(filled: Reading[]): void {
  let cells = 0;
  for (const { worksheet, used } of filled) {
    const area = areaOf(used);
    cells += cellCount(area);
    if (cells <= MOST_CELLS) continue;
    throw new HostError(
      `工作表“${worksheet.name}”的内容一直到第${area.bottom + 1}行、第${area.right + 1}列，超出一份考评表应有的大小。` +
        '请删除远处多余的单元格（或把需要核对的内容复制到新工作簿），再重新读取。',
    );
  }
}

/** Only where something is hidden; a lone cell says it by itself. */
function askWhatIsVisible(reading: Reading): void {
  const { used } = reading;
  if ((used.rowHidden === false && used.columnHidden === false) || (used.rowCount === 1 && used.columnCount === 1)) {
    return;
  }
  reading.visible = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.visible);
  reading.visible.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
}

/** All blocks, put together to as few calls as may be. */
function batches(filled: Reading[]): Chunk[][] {
  const all: Chunk[][] = [[]];
  let room = CELLS_AT_ONCE;
  for (const reading of filled) {
    let rest: CellRange | undefined = areaOf(reading.used);
    while (rest) {
      const width = rest.right - rest.left + 1;
      if (room < width) {
        all.push([]);
        room = CELLS_AT_ONCE;
      }
      const [area]: CellRange[] = rowChunks(rest, room);
      all.at(-1)!.push({ reading, area });
      room -= cellCount(area);
      rest = area.bottom < rest.bottom ? { ...rest, top: area.bottom + 1 } : undefined;
    }
  }
  return all;
}

async function readChunks(context: Excel.RequestContext, [batch, ...rest]: Chunk[][]): Promise<void> {
  const asked = batch.map(({ reading, area }) => ({
    reading,
    area,
    range: rangeOf(reading.worksheet, area).load(CELL_PROPERTIES),
  }));
  await context.sync();
  for (const { reading, area, range } of asked) {
    cellsOf(range).forEach((cells, i) => {
      if (cells.every((cell) => cell === undefined)) return;
      const row: (Cell | undefined)[] = [];
      cells.forEach((cell, j) => cell && (row[area.left + j] = cell));
      reading.rows[area.top + i] = row;
    });
  }
  if (rest.length) await readChunks(context, rest);
}

function toSheet({ worksheet, used, rows, visible }: Reading, keys: OwnKeys, saved?: WorkbookFrame): Sheet {
  const key = keys.get(worksheet.id);
  const area = used.isNullObject ? undefined : areaOf(used);
  const shown = visible && !visible.isNullObject ? visible.areas.items.map(areaOf) : [];
  const hidden = (from: 'top' | 'left', to: 'bottom' | 'right', all: boolean): number[] => {
    if (!area || (!all && !visible)) return [];
    const seen = new Set(all ? [] : shown.flatMap((block) => numbers(block[from], block[to])));
    return numbers(area[from], area[to]).filter((n) => !seen.has(n));
  };
  return {
    name: worksheet.name,
    ...(key !== undefined && { key }),
    hidden: worksheet.visibility !== Excel.SheetVisibility.visible,
    rows,
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    merges: saved?.sheets.find(({ name }) => name === worksheet.name)?.merges ?? [],
    hiddenRows: hidden('top', 'bottom', used.rowHidden),
    hiddenColumns: hidden('left', 'right', used.columnHidden),
  };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
