import { AlignmentType, BorderStyle, convertMillimetersToTwip, Paragraph, TextRun } from 'docx';
import type { Bulletin } from '../model';
import { balanced, widthOf } from './lines';
import { TEXT_WIDTH } from './page';
import { exactly, font, FONTS, LINE, POINTS } from './type';

const RED = 'FF0000';
const TEXT_POINTS = (TEXT_WIDTH / 25.4) * 72;
const LARGEST_MARK = 62;
/** Below this a mark goes on to another line instead of getting smaller. */
const SMALLEST_MARK = 30;

/** The head of the first page: red mark, number, red line, title, recipients. */
export function front(bulletin: Bulletin): Paragraph[] {
  return [
    ...mark(bulletin.masthead),
    blank(),
    blank(),
    number(bulletin.number),
    blank(),
    blank(),
    ...title(bulletin.title),
    blank(),
    recipients(bulletin.recipients),
  ];
}

/** An empty line of the page's 22. */
export function blank(): Paragraph {
  return new Paragraph({ style: 'Normal', children: [] });
}

function mark(text: string): Paragraph[] {
  const lines = balanced(text, Math.floor(TEXT_POINTS / SMALLEST_MARK));
  const longest = Math.max(...lines.map(widthOf));
  const size = Math.min(LARGEST_MARK, Math.floor(TEXT_POINTS / longest));
  // The mark's upper edge stands 35 mm below the top of the text.
  return lines.map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(size * 1.3), before: index === 0 ? convertMillimetersToTwip(35) : 0 },
        children: [new TextRun({ text: line, font: font(FONTS.title), size: size * 2, color: RED })],
      }),
  );
}

/** The number with the red line 4 mm below it; the line alone while there is no number. */
function number(text: string | undefined): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: 12, space: 11 } },
    children: text ? [new TextRun(text)] : [],
  });
}

function title(text: string): Paragraph[] {
  return balanced(text, Math.floor(TEXT_POINTS / POINTS.two)).map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: exactly(LINE),
        children: [new TextRun({ text: line, font: font(FONTS.title), size: POINTS.two * 2 })],
      }),
  );
}

function recipients(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(`${text}：`)] });
}
