import { AlignmentType, BorderStyle, convertMillimetersToTwip, Paragraph, TextRun } from 'docx';
import type { Bulletin } from '../model';
import { blank } from './blocks';
import { balanced, widthOf } from './lines';
import { TEXT_WIDTH } from './page';
import { placeholder } from './placeholders';
import { exactly, font, FONTS, LINE, POINTS } from './type';

const RED = 'FF0000';
const TEXT_POINTS = (TEXT_WIDTH / 25.4) * 72;
const LARGEST_MARK = 62;
/** Below this a mark goes on to another line instead of getting smaller. */
const SMALLEST_MARK = 30;

/** The red mark in as few lines as fit. */
export function markLines(masthead: string): string[] {
  return balanced(masthead, Math.floor(TEXT_POINTS / SMALLEST_MARK));
}

/** The title in as few lines as fit, none much shorter than the others. */
export function titleLines(title: string): string[] {
  return balanced(title, Math.floor(TEXT_POINTS / POINTS.two));
}

/**
 * The head of the first page, with places for its texts: red mark, number, red line, title, recipients.
 * @param fit what the size of the mark is fitted to
 */
export function front(fit: Pick<Bulletin, 'masthead'>): Paragraph[] {
  return [
    mark(markLines(fit.masthead)),
    blank(),
    blank(),
    number(),
    blank(),
    blank(),
    title(),
    blank(),
    new Paragraph({ children: [new TextRun(`${placeholder('recipients')}：`)] }),
  ];
}

/** The mark's upper edge stands 35 mm below the top of the text. */
function mark(lines: string[]): Paragraph {
  const size = Math.min(LARGEST_MARK, Math.floor(TEXT_POINTS / Math.max(...lines.map(widthOf))));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exactly(size * 1.3), before: convertMillimetersToTwip(35) },
    children: [new TextRun({ text: placeholder('masthead'), font: font(FONTS.title), size: size * 2, color: RED })],
  });
}

/** The number with the red line 4 mm below it; the line alone while there is no number. */
function number(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: 12, space: 11 } },
    children: [new TextRun(placeholder('number'))],
  });
}

function title(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: exactly(LINE),
    children: [new TextRun({ text: placeholder('title'), font: font(FONTS.title), size: POINTS.two * 2 })],
  });
}
