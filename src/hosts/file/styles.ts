import type { Alignment, Border, Fill, Style } from 'exceljs';
import type { StyleName } from '../../workbook/planned-write';

const THIN: Partial<Border> = { style: 'thin', color: { argb: 'FF999999' } };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SONG = { name: '宋体', size: 11 };

const LEFT: Partial<Alignment> = { vertical: 'middle', horizontal: 'left', wrapText: true };
const CENTRE: Partial<Alignment> = { vertical: 'middle', horizontal: 'center', wrapText: true };
const RIGHT: Partial<Alignment> = { vertical: 'middle', horizontal: 'right' };

function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

const STYLES: Record<StyleName, Partial<Style>> = {
  title: { font: { name: '黑体', size: 16 }, alignment: { ...CENTRE, wrapText: false } },
  heading: { font: { ...SONG, bold: true }, alignment: CENTRE, border: BORDER, fill: fill('FFE7EBF0') },
  text: { font: SONG, alignment: LEFT, border: BORDER },
  number: { font: SONG, alignment: RIGHT, border: BORDER },
  percent: { font: SONG, alignment: RIGHT, border: BORDER, numFmt: '0.00%' },
  date: { font: SONG, alignment: CENTRE, border: BORDER, numFmt: 'yyyy/m/d' },
  note: { font: { ...SONG, size: 10, color: { argb: 'FF666666' } }, alignment: { ...LEFT, vertical: 'top' } },
  ok: { font: { ...SONG, color: { argb: 'FF1E6B34' } }, alignment: LEFT, border: BORDER, fill: fill('FFE3F3E6') },
  warn: { font: { ...SONG, color: { argb: 'FF7A5600' } }, alignment: LEFT, border: BORDER, fill: fill('FFFFF3CD') },
  bad: { font: { ...SONG, color: { argb: 'FF9C1C1C' } }, alignment: LEFT, border: BORDER, fill: fill('FFFBE3E3') },
  link: { font: { ...SONG, underline: true, color: { argb: 'FF0B5CAD' } }, alignment: LEFT, border: BORDER },
};

/** How a style of the closed set looks; a new object each time, since the library keeps and changes what it is given. */
export function cellStyle(name: StyleName): Partial<Style> {
  return { ...STYLES[name] };
}
