import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData } from '@univerjs/core';
import { BORDER, LOOKS, type CellLook } from '../../workbook/looks';
import type { StyleName } from '../../workbook/planned-write';

const LINE = { s: BorderStyleTypes.THIN, cl: { rgb: `#${BORDER}` } };
const BORDERS = { t: LINE, r: LINE, b: LINE, l: LINE };
const HORIZONTAL = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE };

function toStyle({ font, size, bold, underline, colour, fill, border, format, ...look }: CellLook): IStyleData {
  return {
    ff: font,
    fs: size,
    ht: HORIZONTAL[look.horizontal],
    vt: VERTICAL[look.vertical],
    ...(look.wrap && { tb: WrapStrategy.WRAP }),
    ...(bold && { bl: 1 }),
    ...(underline && { ul: { s: 1 } }),
    ...(colour && { cl: { rgb: `#${colour}` } }),
    ...(fill && { bg: { rgb: `#${fill}` } }),
    ...(border && { bd: BORDERS }),
    ...(format && { n: { pattern: format } }),
  };
}

/** How the styles of the closed set look in the grid. */
export const PLANNED_STYLES = Object.fromEntries(
  Object.entries(LOOKS).map(([name, look]) => [name, toStyle(look)]),
) as Record<StyleName, IStyleData>;
