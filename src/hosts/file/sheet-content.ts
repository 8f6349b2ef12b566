import { cellAddress, rangeAddress } from '../../workbook/address';
import { cellText } from '../../workbook/cell-text';
import { rowHeights } from '../../workbook/row-heights';
import type { PlannedCell, PlannedSheet, PlannedValue } from '../../workbook/planned-write';
import { quotedSheet, renameSheets, type SheetNames } from '../../workbook/rename-sheets';
import { toStoredFormula } from '../../workbook/stored-formula';
import type { CellStyles } from './cell-styles';
import { escapeXml } from './xml';
import type { XmlPart } from './xml-part';

/** The children of a worksheet part in the order of the format. */
export const SHEET_ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors'],
  ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls'],
  ...['webPublishItems', 'tableParts', 'extLst'],
] as const;

const A4 = 9;

/** Puts a planned sheet's cells in place of those that a worksheet part has; what lies around them stays. */
export function setContent(part: XmlPart, planned: PlannedSheet, styles: CellStyles, names: SheetNames): void {
  const set = setterOf(part);
  const { cells, filter, print } = planned;
  set('dimension', undefined);
  set('sheetData', `<sheetData>${rowsXml(planned, styles, names)}</sheetData>`);
  set('sortState', undefined);
  set('autoFilter', filter && `<autoFilter ref="${rangeAddress(filter)}"/>`);
  const merges = cells.flatMap(({ row, column, span }) =>
    span && span.rows * span.columns > 1
      ? [{ top: row, left: column, bottom: row + span.rows - 1, right: column + span.columns - 1 }]
      : [],
  );
  const merged = merges.map((block) => `<mergeCell ref="${rangeAddress(block)}"/>`).join('');
  set('mergeCells', merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`);
  const links = cells.flatMap(({ row, column, link }) => {
    if (!link) return [];
    const to = `${quotedSheet(names.get(link.sheet) ?? link.sheet)}!${link.cell}`;
    return [`<hyperlink ref="${cellAddress(row, column)}" location="${escapeXml(to)}"/>`];
  });
  const starts = print?.breakBefore;
  const breaks = (starts ?? []).map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  const count = breaks && `count="${starts!.length}" manualBreakCount="${starts!.length}"`;
  if (starts) set('rowBreaks', breaks && `<rowBreaks ${count}>${breaks}</rowBreaks>`);
  set('hyperlinks', links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : undefined);
}

/** What is set once, when a sheet is made: afterwards widths, panes and printing are as the person wants them. */
export function setFrame(part: XmlPart, { columnWidths = [], frozenRows, frozenColumns, print }: PlannedSheet): void {
  const set = setterOf(part);
  const columns = columnWidths.flatMap((width, i) =>
    width === undefined ? [] : [`<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`],
  );
  set(
    'sheetViews',
    `<sheetViews><sheetView workbookViewId="0">${paneXml(frozenRows, frozenColumns)}</sheetView></sheetViews>`,
  );
  set('sheetFormatPr', '<sheetFormatPr defaultRowHeight="15"/>');
  set('cols', columns.length ? `<cols>${columns.join('')}</cols>` : '');
  if (!print) return;
  set('sheetPr', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  set('printOptions', '<printOptions horizontalCentered="1"/>');
  set('pageMargins', '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>');
  const orientation = print.portrait ? 'portrait' : 'landscape';
  set(
    'pageSetup',
    `<pageSetup paperSize="${A4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0" errors="dash"/>`,
  );
  set('headerFooter', '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>');
}

function setterOf(part: XmlPart) {
  return (name: (typeof SHEET_ORDER)[number], xml: string | undefined) => part.set(name, xml ? [xml] : [], SHEET_ORDER);
}

function paneXml(rows = 0, columns = 0): string {
  if (!rows && !columns) return '';
  const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
  const split = `${columns ? ` xSplit="${columns}"` : ''}${rows ? ` ySplit="${rows}"` : ''}`;
  const first = cellAddress(rows, columns);
  return (
    `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`
  );
}

function rowsXml(planned: PlannedSheet, styles: CellStyles, names: SheetNames): string {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, xml: string) => {
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    if (xml) cells[column] = xml;
  };
  for (const cell of planned.cells) {
    const { row, column, span } = cell;
    const style = styles.of(cell.style ?? (cell.link ? 'link' : undefined), cell.format);
    put(row, column, cellXml(cellAddress(row, column), style, contentXml(cell, names)));
    for (let r = row; r < row + (span?.rows ?? 1); r++) {
      for (let c = column; c < column + (span?.columns ?? 1); c++) {
        if (r !== row || c !== column) put(r, c, cellXml(cellAddress(r, c), style));
      }
    }
  }
  const heights = rowHeights(planned);
  return [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const { points, fixed } = heights.get(row) ?? {};
      const height = points === undefined ? '' : ` ht="${points}"${fixed ? ' customHeight="1"' : ''}`;
      return `<row r="${row + 1}"${height}>${rows.get(row)!.join('')}</row>`;
    })
    .join('');
}

/** What a cell holds: the attribute that says its kind, and its elements. */
interface Content {
  type?: 'b' | 'e' | 'str' | 'inlineStr';
  xml: string;
}

/** A cell's element; empty for a cell of which nothing is to be said. */
export function cellXml(address: string, style: number | undefined, { type, xml }: Content = { xml: '' }): string {
  if (style === undefined && !xml) return '';
  const start = `<c r="${address}"${style === undefined ? '' : ` s="${style}"`}${type ? ` t="${type}"` : ''}`;
  return xml ? `${start}>${xml}</c>` : `${start}/>`;
}

function contentXml({ formula, cached, value }: PlannedCell, names: SheetNames): Content {
  if (formula === undefined) return valueContent(value);
  const stored = `<f>${escapeXml(toStoredFormula(renameSheets(formula, names)))}</f>`;
  const result = typeof cached === 'object' && cached !== null ? errorContent(cached.error) : valueContent(cached);
  if (result.type !== 'inlineStr') return { ...result, xml: stored + result.xml };
  return { type: 'str', xml: `${stored}<v>${plainText(String(cached))}</v>` };
}

/** What a cell with a value holds; a text stays one, whatever it looks like. */
export function valueContent(value: PlannedValue | undefined): Content {
  if (value === undefined || value === null || value === '') return { xml: '' };
  if (typeof value === 'boolean') return { type: 'b', xml: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === 'number') return Number.isFinite(value) ? { xml: `<v>${value}</v>` } : errorContent('#NUM!');
  const text = plainText(value);
  return text ? { type: 'inlineStr', xml: `<is><t xml:space="preserve">${text}</t></is>` } : { xml: '' };
}

function errorContent(error: string): Content {
  return { type: 'e', xml: `<v>${escapeXml(error)}</v>` };
}

/** A text as a file can hold it: Excel reads _x0041_ as the letter A. */
function plainText(text: string): string {
  return escapeXml(cellText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}
