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
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Bulletin } from '../model';
import { blank, bodyParagraph } from './blocks';
import { widthOf } from './lines';
import type { Look } from './styles';
import { characters, POINTS } from './type';

/** 附件：1.…, the following ones below the first; no marks at their ends. They stay with the signature. */
export function annexList({ annexes }: Bulletin, look: Look): Paragraph[] {
  if (annexes.length === 0) return [];
  if (annexes.length === 1) return [blank(true), bodyParagraph(`附件：${annexes[0].title}`, look, { keepNext: true })];
  const size = POINTS.three;
  const lines = annexes.map(({ title }, index) => {
    const first = index === 0;
    const hanging = first ? characters(4, size) : characters(1, size);
    return new Paragraph({
      keepNext: true,
      indent: { left: characters(6, size), hanging },
      children: [new TextRun(`${first ? '附件：' : ''}${index + 1}.${title}`)],
    });
  });
  return [blank(true), ...lines];
}

/** Lines of 0.35 mm outside and 0.25 mm between, in eighths of a point. */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** 版记, at the foot of the last page: copies, issuer and date of printing. */
export function imprint({ issuer, date, copyTo }: Bulletin, look: Look): Table {
  const width = convertMillimetersToTwip(look.width);
  const one = characters(1, POINTS.four);
  const line = (children: ParagraphChild[], options: IParagraphOptions = {}) =>
    new Paragraph({ style: look.style('imprint'), indent: { left: one, right: one }, ...options, children });
  const printed = `${date}印发`;
  const fits = widthOf(issuer) + widthOf(printed) + 2 <= Math.floor(width / one) - 2;
  const last = fits
    ? [
        line([new TextRun(issuer), new TextRun({ children: [new Tab()] }), new TextRun(printed)], {
          tabStops: [{ type: TabStopType.RIGHT, position: width - one }],
        }),
      ]
    : [line([new TextRun(issuer)]), line([new TextRun(printed)], { alignment: AlignmentType.RIGHT })];
  const copies = copyTo
    ? [[line([new TextRun(`抄送：${copyTo}。`)], { indent: { left: 4 * one, hanging: 3 * one, right: one } })]]
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
