import { rangeAddress } from '../../workbook/address';
import type { Place } from '../../workbook/host';
import { sheetHidden } from '../../workbook/refusals';
import { parseRange } from './grid-reference';
import { firstCell, sheetNamed } from './places';
import { SHEET_ORDER } from './sheet-content';
import type { WorkbookFile } from './workbook-file';
import { attributes } from './xml';
import { XmlPart } from './xml-part';

/** Lets the file open on a cell or block. */
export function select(file: WorkbookFile, { sheet: name, cell }: Place): void {
  const sheet = sheetNamed(file, name);
  if (sheet.hidden) throw sheetHidden(name);
  firstCell(cell);
  for (const each of file.sheets) {
    const part = file.sheetPart(each);
    const views = XmlPart.parse(part.get('sheetViews') ?? '<sheetViews><sheetView workbookViewId="0"/></sheetViews>');
    const [first, ...others] = views.elements;
    const view = XmlPart.parse(first);
    const isShown = each.index === sheet.index;
    if (!isShown && view.attribute('tabSelected') === undefined) continue;
    view.setAttribute('tabSelected', isShown ? '1' : '0');
    if (isShown) setSelection(view, rangeAddress(parseRange(cell.split(',')[0])));
    views.set('sheetView', [view.toString(), ...others], []);
    part.set('sheetViews', [views.toString()], SHEET_ORDER);
  }
  file.show(sheet);
}

/** In a view whose panes are frozen, the selection of the pane that is in use. */
function setSelection(view: XmlPart, block: string): void {
  const pane = attributes(view.get('pane') ?? '').get('activePane');
  const isOther = (xml: string) => attributes(xml).get('pane') !== pane;
  const first = block.split(':')[0];
  const selection = `<selection${pane ? ` pane="${pane}"` : ''} activeCell="${first}" sqref="${block}"/>`;
  view.set('selection', [...view.all('selection').filter(isOther), selection], ['pane', 'selection']);
}
