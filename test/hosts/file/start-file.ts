import ExcelJS from 'exceljs';
import type { StartSheet } from '../contract';

/** The smallest picture. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A workbook as another program writes it, with what the product knows nothing of: a picture, a rule, a list to choose from. */
export async function startFile(sheets: StartSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, hidden } of sheets) {
    const sheet = book.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    rows.forEach((cells, row) =>
      cells.forEach((start, column) => {
        if (start === null || start === '') return;
        sheet.getCell(row + 1, column + 1).value = start as ExcelJS.CellValue;
      }),
    );
    sheet.getCell('B2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] };
    const style = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF00FF00' } } };
    sheet.addConditionalFormatting({
      ref: 'A1:B4',
      rules: [{ type: 'expression', formulae: ['$A1="次数"'], priority: 1, style: style as ExcelJS.Style }],
    });
    sheet.addImage(book.addImage({ base64: DOT, extension: 'png' }), 'F2:G4');
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
