import { rangeAddress } from '../../workbook/address';
import { blocksOf } from '../../workbook/areas';
import { BORDER, LOOKS, type CellLook } from '../../workbook/looks';
import type { PlannedCell, StyleName } from '../../workbook/planned-write';

/** Excel takes some 8,000 characters of addresses at once. */
const LONGEST_ADDRESS = 8_000;
const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;

/** Gives cells their looks, with as few calls as there are looks, not cells. */
export function applyLooks(worksheet: Excel.Worksheet, cells: PlannedCell[]): void {
  const byStyle = new Map<StyleName, { row: number; column: number }[]>();
  for (const { row, column, style, link, span } of cells) {
    const name = style ?? (link ? 'link' : undefined);
    if (!name) continue;
    const places = byStyle.get(name) ?? [];
    byStyle.set(name, places);
    for (let r = 0; r < (span?.rows ?? 1); r++) {
      for (let c = 0; c < (span?.columns ?? 1); c++) places.push({ row: row + r, column: column + c });
    }
  }
  for (const [name, places] of byStyle) {
    const addresses = blocksOf(places).map(rangeAddress);
    for (const address of joined(addresses)) applyLook(worksheet.getRanges(address).format, LOOKS[name]);
  }
}

/** Addresses put together, none longer than Excel takes. */
function joined(addresses: string[]): string[] {
  const texts: string[] = [];
  for (const address of addresses) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + address.length < LONGEST_ADDRESS) texts[texts.length - 1] += `,${address}`;
    else texts.push(address);
  }
  return texts;
}

function applyLook(format: Excel.RangeFormat, look: CellLook): void {
  format.font.name = look.font;
  format.font.size = look.size;
  format.font.bold = look.bold ?? false;
  format.font.underline = look.underline ? 'Single' : 'None';
  format.font.color = `#${look.colour ?? '000000'}`;
  format.horizontalAlignment = look.horizontal === 'left' ? 'Left' : look.horizontal === 'right' ? 'Right' : 'Center';
  format.verticalAlignment = look.vertical === 'top' ? 'Top' : 'Center';
  format.wrapText = look.wrap;
  if (look.fill) format.fill.color = `#${look.fill}`;
  if (!look.border) return;
  for (const side of SIDES) {
    const border = format.borders.getItem(side);
    border.style = 'Continuous';
    border.color = `#${BORDER}`;
  }
}
