import {
  BorderStyleTypes as Line,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { Alignment, Border, Borders, BorderStyle, Color, Style } from 'exceljs';

/** The colours of Office's own theme, which nearly every workbook keeps. */
const THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'];

const LINES: [BorderStyle, Line][] = [
  ['thin', Line.THIN],
  ['hair', Line.HAIR],
  ['dotted', Line.DOTTED],
  ['dashed', Line.DASHED],
  ['dashDot', Line.DASH_DOT],
  ['dashDotDot', Line.DASH_DOT_DOT],
  ['double', Line.DOUBLE],
  ['medium', Line.MEDIUM],
  ['mediumDashed', Line.MEDIUM_DASHED],
  ['mediumDashDot', Line.MEDIUM_DASH_DOT],
  ['mediumDashDotDot', Line.MEDIUM_DASH_DOT_DOT],
  ['slantDashDot', Line.SLANT_DASH_DOT],
  ['thick', Line.THICK],
];
const HORIZONTAL: [Alignment['horizontal'], HorizontalAlign][] = [
  ['left', HorizontalAlign.LEFT],
  ['center', HorizontalAlign.CENTER],
  ['right', HorizontalAlign.RIGHT],
  ['justify', HorizontalAlign.JUSTIFIED],
  ['distributed', HorizontalAlign.DISTRIBUTED],
];
const VERTICAL: [Alignment['vertical'], VerticalAlign][] = [
  ['top', VerticalAlign.TOP],
  ['middle', VerticalAlign.MIDDLE],
  ['bottom', VerticalAlign.BOTTOM],
];
const SIDES = [
  ['top', 't'],
  ['right', 'r'],
  ['bottom', 'b'],
  ['left', 'l'],
] as const;

function gridOf<File, Grid>(pairs: [File, Grid][], file: File | undefined): Grid | undefined {
  return pairs.find(([each]) => each === file)?.[1];
}

function fileOf<File, Grid>(pairs: [File, Grid][], grid: Grid | null | undefined): File | undefined {
  return pairs.find(([, each]) => each === grid)?.[0];
}

function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const moved = channels.map((channel) => (tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint));
  return `#${moved.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function toRgb(color: Partial<Color> | undefined): string | undefined {
  const { argb, theme, tint = 0 } = (color ?? {}) as { argb?: unknown; theme?: number; tint?: number };
  if (typeof argb === 'string' && /^[0-9a-f]{6,8}$/i.test(argb)) return `#${argb.slice(-6)}`;
  return theme === undefined || THEME[theme] === undefined ? undefined : tinted(THEME[theme], tint);
}

/** A colour as files have it; the grid writes both #1a2b3c and rgb(26, 43, 60). */
function toArgb(rgb: Nullable<string>): { argb: string } | undefined {
  const hex = /^#?([0-9a-f]{6})$/i.exec(rgb ?? '')?.[1];
  if (hex) return { argb: `FF${hex.toUpperCase()}` };
  const channels = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb ?? '')?.slice(1);
  if (!channels) return undefined;
  return {
    argb: `FF${channels
      .map((channel) => Number(channel).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()}`,
  };
}

/** How a cell of a file looks, as the grid says it; undefined when it looks like any other. */
export function toGridStyle({ font, fill, alignment, border, numFmt }: Partial<Style>): IStyleData | undefined {
  const style: IStyleData = {};
  if (font?.name) style.ff = font.name;
  if (font?.size) style.fs = font.size;
  if (font?.bold) style.bl = 1;
  if (font?.italic) style.it = 1;
  if (font?.underline) style.ul = { s: 1 };
  if (font?.strike) style.st = { s: 1 };
  const [ink, ground] = [
    toRgb(font?.color),
    fill?.type === 'pattern' && fill.pattern === 'solid' && toRgb(fill.fgColor),
  ];
  if (ink) style.cl = { rgb: ink };
  if (ground) style.bg = { rgb: ground };
  const [horizontal, vertical] = [gridOf(HORIZONTAL, alignment?.horizontal), gridOf(VERTICAL, alignment?.vertical)];
  if (horizontal !== undefined) style.ht = horizontal;
  if (vertical !== undefined) style.vt = vertical;
  if (alignment?.wrapText) style.tb = WrapStrategy.WRAP;
  for (const [side, short] of SIDES) {
    const line = gridOf(LINES, border?.[side]?.style);
    if (line !== undefined) {
      (style.bd ??= {})[short] = { s: line, cl: { rgb: toRgb(border?.[side]?.color) ?? '#000000' } };
    }
  }
  if (numFmt && numFmt !== 'General') style.n = { pattern: numFmt };
  return Object.keys(style).length ? style : undefined;
}

/** How a cell of the grid looks, as files say it. */
export function toFileStyle({ ff, fs, bl, it, ul, st, cl, bg, ht, vt, tb, bd, n }: IStyleData): Partial<Style> {
  const style: Partial<Style> = {};
  if (ff || fs || bl || it || ul?.s || st?.s || cl) {
    style.font = {
      ...(ff && { name: ff }),
      ...(fs && { size: fs }),
      bold: bl === 1,
      italic: it === 1,
      underline: ul?.s === 1,
      strike: st?.s === 1,
      ...(toArgb(cl?.rgb) && { color: toArgb(cl?.rgb) }),
    };
  }
  const ground = toArgb(bg?.rgb);
  if (ground) style.fill = { type: 'pattern', pattern: 'solid', fgColor: ground };
  const [horizontal, vertical] = [fileOf(HORIZONTAL, ht), fileOf(VERTICAL, vt)];
  if (horizontal || vertical || tb === WrapStrategy.WRAP) {
    style.alignment = { horizontal, vertical, wrapText: tb === WrapStrategy.WRAP };
  }
  if (bd) {
    style.border = Object.fromEntries(
      SIDES.flatMap(([side, short]) => {
        const line = fileOf(LINES, bd[short]?.s);
        return line ? [[side, { style: line, color: toArgb(bd[short]?.cl.rgb) } as Partial<Border>]] : [];
      }),
    ) as Partial<Borders>;
  }
  if (n?.pattern) style.numFmt = n.pattern;
  return style;
}
