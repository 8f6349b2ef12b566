import { AlignmentType, convertMillimetersToTwip, Footer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { exactly, FONTS, POINTS } from './type';

/** GB/T 9704-2012, in millimetres: 天头 37, 订口 28, 版心 156 × 225 on A4. */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 };
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** The line of the page number, 7 mm below the text, measured from the sheet's edge to its foot. */
const FOOTER = PAGE.bottom - 7 - 2.5;
const twips = convertMillimetersToTwip;

/** The page, upright. */
export function page() {
  return {
    size: { width: twips(PAGE.width), height: twips(PAGE.height), orientation: PageOrientation.PORTRAIT },
    margin: {
      top: twips(PAGE.top),
      right: twips(PAGE.right),
      bottom: twips(PAGE.bottom),
      left: twips(PAGE.left),
      header: twips(15),
      footer: twips(FOOTER),
      gutter: 0,
    },
  };
}

function pageNumber(side: 'left' | 'right'): Footer {
  const oneCharacter = POINTS.four * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: oneCharacter } : { left: oneCharacter },
        spacing: exactly(POINTS.four),
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONTS.song, size: POINTS.four * 2 }),
        ],
      }),
    ],
  });
}

/** — 1 — outside: odd pages right, even pages left. */
export function footers() {
  return { default: pageNumber('right'), even: pageNumber('left') };
}
