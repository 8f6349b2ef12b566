import type { SheetContext } from './answers';
import type { EvidenceCell } from './reading';

/** What stands in a column for evidence; a picture put into the cell (WPS DISPIMG) shows no text and is evidence as well. */
export function evidenceAt({ reading, grid }: SheetContext, row: number, column: number): EvidenceCell {
  const entry = grid.at(row, column);
  const isPicture = /DISPIMG\(|^=?(?:_xlfn\.)?IMAGE\(/i.test(entry?.cell.formula ?? entry?.text ?? '');
  return { text: isPicture ? '图片' : (entry?.text ?? ''), source: reading.source(grid, row, column) };
}
