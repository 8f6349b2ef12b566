import { LineRuleType } from 'docx';

/** Fonts are named, never embedded: a machine without one shows its own instead. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  song: '宋体',
};

/** 号 in points. */
export const POINTS = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5 };

/** 22 lines to a page need 28.95 pt, no more. */
export const LINE = 28.95;

/** Drawn together by a quarter point, 28 characters of 3号 fill a line of 156 mm. */
export const TIGHT = -5;

/** Line spacing that no font or grid changes. */
export function exactly(points: number) {
  return { line: Math.round(points * 20), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
}

/** A font for Chinese and for everything else. */
export function font(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** So many characters of a size in twips. */
export function characters(count: number, points: number): number {
  return Math.round(count * points * 20);
}
