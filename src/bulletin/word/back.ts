import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeightRule,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Bulletin } from '../model';
import { blank, bodyParagraph } from './blocks';
import { widthOf } from './lines';
import type { Look } from './styles';
import { characters, exactly, POINTS } from './type';

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

/** How far the last line of the imprint stays above the foot of the text, so that it never needs another page, in millimetres. */
const SPARE = 1.5;

/**
 * The page that holds the imprint alone, at its foot: one row as high as the text. Floating tables and frames would stand
 * there too, but not in every program.
 * @param height of the text in millimetres
 */
export function imprintPage(bulletin: Bulletin, look: Look, height: number): Table {
  const width = convertMillimetersToTwip(look.width);
  const borders = { top: NONE, bottom: NONE, left: NONE, right: NONE };
  const cell = new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.BOTTOM,
    borders,
    // A cell ends with a paragraph.
    children: [imprint(bulletin, look), new Paragraph({ spacing: exactly(1), children: [] })],
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: convertMillimetersToTwip(height - SPARE), rule: HeightRule.ATLEAST },
        children: [cell],
      }),
    ],
  });
}

/** 版记: copies, issuer and date of printing. */
function imprint({ issuer, date, copyTo }: Bulletin, look: Look): Table {
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
