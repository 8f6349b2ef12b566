import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  OverlapType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Bulletin } from '../model';
import { bodyParagraph } from './blocks';
import { blank } from './front';
import { widthOf } from './lines';
import { TEXT_WIDTH, WIDE_TEXT_WIDTH } from './page';
import { characters, exactly, POINTS } from './type';

/** What follows the body: the list of annexes, the issuer and the date. */
export function closing(bulletin: Bulletin): FileChild[] {
  return [...annexList(bulletin), blank(), blank(), ...signature(bulletin)];
}

/** 附件：1.…, the following ones below the first; no marks at their ends. */
function annexList({ annexes }: Bulletin): Paragraph[] {
  if (annexes.length === 0) return [];
  if (annexes.length === 1) return [blank(), bodyParagraph(`附件：${annexes[0].title}`)];
  const size = POINTS.three;
  const lines = annexes.map(({ title }, index) => {
    const first = index === 0;
    const hanging = first ? characters(4, size) : characters(1, size);
    return new Paragraph({
      indent: { left: characters(6, size), hanging },
      children: [new TextRun(`${first ? '附件：' : ''}${index + 1}.${title}`)],
    });
  });
  return [blank(), ...lines];
}

/** The date four characters in from the right, room for the seal; the issuer centred above it. */
function signature({ issuer, date }: Bulletin): Paragraph[] {
  const size = POINTS.three;
  const lead = (widthOf(issuer) - widthOf(date)) / 2;
  const issuerIn = Math.max(0, 4 - lead);
  const dateIn = Math.max(4, lead);
  const line = (text: string, inset: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      indent: { right: characters(inset, size) },
      children: [new TextRun(text)],
    });
  return [line(issuer, issuerIn, true), line(date, dateIn, false)];
}

/** Lines of 0.35 mm outside and 0.25 mm between, in eighths of a point. */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** 版记, at the foot of the last page: copies, issuer and date of printing. */
export function imprint({ issuer, date, copyTo }: Bulletin, wide: boolean): Table {
  const width = convertMillimetersToTwip(wide ? WIDE_TEXT_WIDTH : TEXT_WIDTH);
  const one = characters(1, POINTS.four);
  const line = (children: ParagraphChild[], options: IParagraphOptions = {}) =>
    new Paragraph({ spacing: exactly(24), indent: { left: one, right: one }, ...options, children });
  const text = (value: string) => new TextRun({ text: value, size: POINTS.four * 2, characterSpacing: 0 });

  const printed = `${date}印发`;
  const fits = widthOf(issuer) + widthOf(printed) + 2 <= Math.floor(width / one) - 2;
  const last = fits
    ? [
        line([text(issuer), new TextRun({ children: [new Tab()] }), text(printed)], {
          tabStops: [{ type: TabStopType.RIGHT, position: width - one }],
        }),
      ]
    : [line([text(issuer)]), line([text(printed)], { alignment: AlignmentType.RIGHT })];
  const copies = copyTo
    ? [[line([text(`抄送：${copyTo}。`)], { indent: { left: 4 * one, hanging: 3 * one, right: one } })]]
    : [];
  const rows = [...copies, last];
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    rows: rows.map((children, index) => {
      const top = index === 0 ? THICK : THIN;
      const bottom = index === rows.length - 1 ? THICK : THIN;
      const borders = { top, bottom, left: NONE, right: NONE };
      return new TableRow({
        cantSplit: true,
        children: [new TableCell({ width: { size: width, type: WidthType.DXA }, borders, children })],
      });
    }),
  });
}
