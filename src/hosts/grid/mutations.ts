import {
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type IExecutionOptions,
  type IWorksheetData,
  type Nullable,
} from '@univerjs/core';
import { InsertSheetMutation, RemoveSheetMutation, SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';

/** Changes of cells: null takes all out of a cell, its looks included. */
export type CellChanges = { [row: number]: { [column: number]: Nullable<ICellData> } };

/**
 * Changes that the product makes in the grid, told from those of the person: they stay out of the undo history, which
 * is the person's.
 */
export class Mutations {
  private depth = 0;

  constructor(private readonly workbook: FWorkbook) {}

  /** The product is writing just now. */
  get going(): boolean {
    return this.depth > 0;
  }

  /** Runs changes; whoever watches the grid can tell that they are the product's. */
  run<T>(changes: () => T): T {
    this.depth += 1;
    try {
      return changes();
    } finally {
      this.depth -= 1;
    }
  }

  setCells(sheet: FWorksheet, cellValue: CellChanges): void {
    this.execute(sheet, SetRangeValuesMutation.id, { ...this.of(sheet), cellValue });
  }

  insertSheet(data: Partial<IWorksheetData> & { id: string }, index: number): void {
    const sheet = mergeWorksheetSnapshotWithDefault(data);
    const params = { unitId: this.workbook.getId(), index, sheet };
    // As if somebody else had inserted it: the person stays on the sheet that they look at.
    this.execute(this.workbook.getActiveSheet(), InsertSheetMutation.id, params, { fromCollab: true });
  }

  removeSheet(sheet: FWorksheet): void {
    this.execute(sheet, RemoveSheetMutation.id, { ...this.of(sheet), subUnitName: sheet.getSheetName() });
  }

  private of(sheet: FWorksheet): { unitId: string; subUnitId: string } {
    return { unitId: this.workbook.getId(), subUnitId: sheet.getSheetId() };
  }

  private execute(sheet: FWorksheet, id: string, params: object, options?: IExecutionOptions): void {
    const done = this.run(() => sheet.getInject().get(ICommandService).syncExecuteCommand(id, params, options));
    if (!done) throw new Error(`${id} was refused`);
  }
}
