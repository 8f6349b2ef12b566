import type { StyleName } from './planned-write';

/** How a style of the closed set looks, for every host to put into its own terms. Colours as RRGGBB. */
export interface CellLook {
  font: '宋体' | '黑体';
  size: number;
  bold?: boolean;
  underline?: boolean;
  colour?: string;
  fill?: string;
  horizontal: 'left' | 'center' | 'right';
  vertical: 'center' | 'top';
  wrap: boolean;
  border: boolean;
  /** A number format code. */
  format?: string;
}

/** The colour of a border. */
export const BORDER = '999999';

/** What the bars of a chart's series are filled with: dark and light, so that they differ in black and white too. */
export const CHART_FILLS = ['2F5597', 'BFBFBF', '7F7F7F', '000000'];

const BODY = { font: '宋体', size: 11, vertical: 'center', border: true } as const;
const TEXT = { ...BODY, horizontal: 'left', wrap: true } as const;
const NUMBER = { ...BODY, horizontal: 'right', wrap: false } as const;

export const LOOKS: Record<StyleName, CellLook> = {
  title: { font: '黑体', size: 16, horizontal: 'center', vertical: 'center', wrap: false, border: false },
  heading: { ...BODY, bold: true, horizontal: 'center', wrap: true, fill: 'E7EBF0' },
  text: TEXT,
  number: NUMBER,
  percent: { ...NUMBER, format: '0.00%' },
  date: { ...BODY, horizontal: 'center', wrap: true, format: 'yyyy/m/d' },
  note: { ...TEXT, size: 10, colour: '666666', vertical: 'top', border: false },
  quiet: { ...TEXT, colour: '666666' },
  ok: { ...TEXT, colour: '1E6B34', fill: 'E3F3E6' },
  warn: { ...TEXT, colour: '7A5600', fill: 'FFF3CD' },
  bad: { ...TEXT, colour: '9C1C1C', fill: 'FBE3E3' },
  link: { ...TEXT, underline: true, colour: '0B5CAD' },
};
