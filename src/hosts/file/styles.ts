import type { Border, Fill, Style } from 'exceljs';
import { BORDER, LOOKS } from '../../workbook/looks';
import type { StyleName } from '../../workbook/planned-write';

const argb = (colour: string) => ({ argb: `FF${colour}` });
const THIN: Partial<Border> = { style: 'thin', color: argb(BORDER) };

/**
 * How cells of one workbook look. Cells that look alike share one object: the library then works a style out once and
 * not for every cell.
 */
export class CellStyles {
  private readonly made = new Map<string, Partial<Style>>();

  /** @param format a number format code that overrides the style's */
  of(name: StyleName | undefined, format: string | undefined): Partial<Style> {
    const key = `${name ?? ''} ${format ?? ''}`;
    let style = this.made.get(key);
    if (!style) {
      style = { ...(name && cellStyle(name)), ...(format !== undefined && { numFmt: format }) };
      this.made.set(key, style);
    }
    return style;
  }
}

function cellStyle(name: StyleName): Partial<Style> {
  const { font, size, bold, underline, colour, fill, horizontal, vertical, wrap, border, format } = LOOKS[name];
  return {
    font: { name: font, size, bold, underline, ...(colour && { color: argb(colour) }) },
    alignment: { horizontal, vertical: vertical === 'center' ? 'middle' : vertical, wrapText: wrap },
    ...(border && { border: { top: THIN, left: THIN, bottom: THIN, right: THIN } }),
    ...(fill && { fill: solid(fill) }),
    ...(format && { numFmt: format }),
  };
}

/** One plain colour all over. */
export function solid(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: argb(colour) };
}
