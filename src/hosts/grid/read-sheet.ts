import { BooleanNumber, type ICellData, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Cell, CellRange, Sheet } from '../../workbook/snapshot';
import { toCell } from './cell-data';
import { keyOf } from './own-sheets';

/** Reads cells of one sheet of the grid as they are now. */
export class SheetReader {
  private readonly spilled: { [row: number]: { [column: number]: Nullable<ICellData> } };
  private readonly model: FormulaDataModel;

  constructor(private readonly sheet: FWorksheet) {
    this.model = sheet.getInject().get(FormulaDataModel);
    this.spilled = this.model.getArrayFormulaCellData()?.[this.unitId]?.[sheet.getSheetId()] ?? {};
  }

  /** One cell; undefined when it holds nothing. */
  cell(row: number, column: number): Cell | undefined {
    const raw = this.sheet.getSheet().getCellRaw(row, column);
    const holdsOwn = raw && (raw.f || raw.si || raw.p || (raw.v !== undefined && raw.v !== null && raw.v !== ''));
    // What a formula of another cell spills into this one.
    const data = holdsOwn ? raw : this.spilled[row]?.[column];
    if (!data) return undefined;
    return toCell(data, this.formula(raw, row, column), this.format(raw, row, column));
  }

  /** The cells of a block, row by row. */
  block({ top, left, bottom, right }: CellRange): (Cell | undefined)[][] {
    return Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) => this.cell(top + row, left + column)),
    );
  }

  /** The block that a cell's formula fills; undefined when it fills only its own cell. */
  spill(row: number, column: number): CellRange | undefined {
    const range = this.model.getArrayFormulaRange()?.[this.unitId]?.[this.sheet.getSheetId()]?.[row]?.[column];
    if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) return undefined;
    return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
  }

  /** The whole sheet. */
  read(): Sheet {
    const worksheet = this.sheet.getSheet();
    const rows: Sheet['rows'] = [];
    let columnCount = 0;
    const take = (row: number, column: number) => {
      const cell = this.cell(row, column);
      if (!cell) return;
      (rows[row] ??= [])[column] = cell;
      columnCount = Math.max(columnCount, column + 1);
    };
    worksheet.getCellMatrix().forValue((row, column) => take(row, column));
    for (const [row, cells] of Object.entries(this.spilled)) {
      for (const column of Object.keys(cells ?? {})) take(Number(row), Number(column));
    }
    const { rowData, columnData } = worksheet.getConfig();
    const key = keyOf(this.sheet);
    return {
      name: this.sheet.getSheetName(),
      ...(key !== undefined && { key }),
      hidden: this.sheet.isSheetHidden(),
      rows,
      rowCount: rows.length,
      columnCount,
      merges: worksheet.getMergeData().map(({ startRow, startColumn, endRow, endColumn }) => ({
        top: startRow,
        left: startColumn,
        bottom: endRow,
        right: endColumn,
      })),
      hiddenRows: hiddenOnes(rowData).filter((row) => rows[row]),
      hiddenColumns: hiddenOnes(columnData).filter((column) => column < columnCount),
    };
  }

  private get unitId(): string {
    return this.sheet.getSheet().getUnitId();
  }

  /** Formulas that were filled down share one text, which is kept in one of the cells. */
  private formula(raw: Nullable<ICellData>, row: number, column: number): string | undefined {
    if (!raw?.si) return raw?.f ?? undefined;
    return this.model.getFormulaStringByCell(row, column, this.sheet.getSheetId(), this.unitId) ?? undefined;
  }

  private format(raw: Nullable<ICellData>, row: number, column: number): string | undefined {
    return raw?.s ? this.sheet.getSheet().getCellStyle(row, column)?.n?.pattern : undefined;
  }
}

function hiddenOnes(data: { [index: number]: { hd?: BooleanNumber } | undefined }): number[] {
  return Object.entries(data)
    .filter(([, each]) => each?.hd === BooleanNumber.TRUE)
    .map(([index]) => Number(index))
    .sort((a, b) => a - b);
}
