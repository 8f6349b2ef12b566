import type { ICellData, Nullable } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { cellCount } from '../../workbook/areas';
import type { CellChange } from '../../workbook/host';
import type { CellRange } from '../../workbook/snapshot';
import { SheetReader } from './read-sheet';

/** Changes after which nobody can say which cells hold what: the workbook is read anew. */
const STRUCTURAL = new Set([
  AddWorksheetMergeMutation.id,
  InsertColMutation.id,
  InsertRowMutation.id,
  InsertSheetMutation.id,
  MoveColsMutation.id,
  MoveRangeMutation.id,
  MoveRowsMutation.id,
  RemoveColMutation.id,
  RemoveRowMutation.id,
  RemoveSheetMutation.id,
  RemoveWorksheetMergeMutation.id,
  ReorderRangeMutation.id,
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetRowHiddenMutation.id,
  SetRowVisibleMutation.id,
  SetWorksheetHideMutation.id,
  SetWorksheetNameMutation.id,
]);

/** The parts of a cell that are content and not looks. */
const CONTENT = ['v', 'f', 'si', 'p'];

/** Cells past this many are not told one by one. */
const MOST_CELLS = 20_000;

interface Executed {
  id: string;
  params?: object;
}

/** What an executed mutation of the grid means for its cells; undefined when it means nothing. */
export function changeOf(workbook: FWorkbook, { id, params }: Executed, options: unknown): CellChange | undefined {
  const { unitId, subUnitId = '' } = (params ?? {}) as { unitId?: string; subUnitId?: string };
  if (unitId !== workbook.getId()) return undefined;
  const sheet = workbook.getSheetBySheetId(subUnitId);
  if (STRUCTURAL.has(id)) return { sheet: sheet?.getSheetName() ?? '' };
  if (id !== SetRangeValuesMutation.id || !sheet) return undefined;
  // Results of formulas come the same way, and nobody typed them.
  if ((options as { fromFormula?: boolean } | undefined)?.fromFormula) return undefined;
  const range = changedBlock(params as ISetRangeValuesMutationParams);
  if (!range) return undefined;
  if (cellCount(range) > MOST_CELLS) return { sheet: sheet.getSheetName() };
  return { sheet: sheet.getSheetName(), range, cells: new SheetReader(sheet).block(range) };
}

/** The block around the cells whose content changed; a change of looks alone is none. */
function changedBlock({ cellValue }: ISetRangeValuesMutationParams): CellRange | undefined {
  let block: CellRange | undefined;
  for (const [r, cells] of Object.entries(cellValue ?? {})) {
    for (const [c, cell] of Object.entries(cells ?? {}) as [string, Nullable<ICellData>][]) {
      if (cell && !CONTENT.some((part) => part in cell)) continue;
      const [row, column] = [Number(r), Number(c)];
      block ??= { top: row, left: column, bottom: row, right: column };
      block.top = Math.min(block.top, row);
      block.left = Math.min(block.left, column);
      block.bottom = Math.max(block.bottom, row);
      block.right = Math.max(block.right, column);
    }
  }
  return block;
}
