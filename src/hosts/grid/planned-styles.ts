import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData } from '@univerjs/core';
import type { StyleName } from '../../workbook/planned-write';

const LINE = { s: BorderStyleTypes.THIN, cl: { rgb: '#999999' } };
const BORDER = { bd: { t: LINE, r: LINE, b: LINE, l: LINE } };
const SONG = { ff: '宋体', fs: 11 };
const WRAPPED = { vt: VerticalAlign.MIDDLE, tb: WrapStrategy.WRAP };
const LEFT = { ...WRAPPED, ht: HorizontalAlign.LEFT };
const CENTRE = { ...WRAPPED, ht: HorizontalAlign.CENTER };
const RIGHT = { vt: VerticalAlign.MIDDLE, ht: HorizontalAlign.RIGHT };
const CELL = { ...SONG, ...LEFT, ...BORDER };

const colours = (text: string, fill: string) => ({ cl: { rgb: text }, bg: { rgb: fill } });

const STYLES: Record<StyleName, IStyleData> = {
  title: { ff: '黑体', fs: 16, ht: HorizontalAlign.CENTER, vt: VerticalAlign.MIDDLE },
  heading: { ...SONG, ...CENTRE, ...BORDER, bl: 1, bg: { rgb: '#E7EBF0' } },
  text: CELL,
  number: { ...SONG, ...RIGHT, ...BORDER },
  percent: { ...SONG, ...RIGHT, ...BORDER, n: { pattern: '0.00%' } },
  date: { ...SONG, ...CENTRE, ...BORDER, n: { pattern: 'yyyy/m/d' } },
  note: { ...SONG, ...LEFT, fs: 10, vt: VerticalAlign.TOP, cl: { rgb: '#666666' } },
  quiet: { ...CELL, cl: { rgb: '#666666' } },
  ok: { ...CELL, ...colours('#1E6B34', '#E3F3E6') },
  warn: { ...CELL, ...colours('#7A5600', '#FFF3CD') },
  bad: { ...CELL, ...colours('#9C1C1C', '#FBE3E3') },
  link: { ...CELL, ul: { s: 1 }, cl: { rgb: '#0B5CAD' } },
};

/** How a style of the closed set looks in the grid. */
export function plannedStyle(name: StyleName): IStyleData {
  return STYLES[name];
}
