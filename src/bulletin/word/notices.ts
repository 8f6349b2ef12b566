import { AlignmentType, convertMillimetersToTwip, Document, Packer, Paragraph, TextRun, type FileChild } from 'docx';
import type { Notice, Notices } from '../model';
import { wordBlocks } from './blocks';
import { footers } from './page';
import { documentStyles, STYLES, type Look } from './styles';
import { characters, exactly, font, FONTS, POINTS } from './type';

/** Notices have no red head: they need less room at the edges, in millimetres. */
const PAGE = { width: 210, height: 297, top: 18, left: 22, right: 22, bottom: 20 };
const FOOTER = 12;
const PITCH = 18;
const GAP = 6;

/** With more rows than this the tables of a notice are set finer, so that it keeps to its page. */
const MANY_ROWS = 5;
const FINE = 9;
/** And with more than this as fine as can be read in print. */
const VERY_MANY_ROWS = 16;
const FINEST = 8;

/** The notices to all units as a Word file, each on a page of its own. */
export async function renderNotices(notices: Notices): Promise<Uint8Array> {
  const twips = convertMillimetersToTwip;
  const { top, left, right, bottom } = PAGE;
  const document = new Document({
    title: notices.title,
    creator: notices.issuer,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: styles(),
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(top),
              left: twips(left),
              right: twips(right),
              bottom: twips(bottom),
              footer: twips(FOOTER),
            },
          },
        },
        footers: footers(),
        children: notices.notices.flatMap((notice, index) => noticePage(notices, notice, index > 0)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function lookOf({ blocks }: Notice): Look {
  const rows = blocks.reduce((count, block) => count + (block.kind === 'table' ? block.rows.length : 0), 0);
  const fine = rows > VERY_MANY_ROWS ? 'NoticeFinestTable' : 'NoticeFineTable';
  const table = rows > MANY_ROWS ? fine : STYLES.smallTable.id;
  const own: Partial<Record<keyof typeof STYLES, string>> = {
    body: 'NoticeBody',
    heading1: 'NoticeHeading',
    smallTable: table,
  };
  return { width: PAGE.width - PAGE.left - PAGE.right, gap: GAP, style: (key) => own[key] ?? STYLES[key].id };
}

function noticePage({ title, issuer, date }: Notices, notice: Notice, pageBreakBefore: boolean): FileChild[] {
  const look = lookOf(notice);
  return [
    new Paragraph({ style: STYLES.annexTitle.id, pageBreakBefore, children: [new TextRun(title)] }),
    new Paragraph({
      style: 'NoticeBody',
      indent: { firstLine: 0, firstLineChars: 0 },
      children: [new TextRun(`${notice.unit}：`)],
    }),
    ...wordBlocks(notice.blocks, look),
    new Paragraph({
      style: 'NoticeBody',
      alignment: AlignmentType.RIGHT,
      indent: { right: characters(2, POINTS.smallFour), firstLine: 0, firstLineChars: 0 },
      children: [new TextRun(`${issuer}\u3000${date}`)],
    }),
  ];
}

function fineTable(id: string, name: string, points: number) {
  return {
    id,
    name,
    basedOn: STYLES.smallTable.id,
    run: { size: points * 2, characterSpacing: 0 },
    paragraph: { spacing: exactly(points * 1.2) },
  };
}

function styles() {
  const { paragraphStyles, ...rest } = documentStyles();
  const size = POINTS.smallFour * 2;
  const indent = { firstLine: characters(2, POINTS.smallFour), firstLineChars: 200 };
  const spacing = exactly(PITCH);
  return {
    ...rest,
    paragraphStyles: [
      ...paragraphStyles,
      {
        id: 'NoticeBody',
        name: '告知单正文',
        basedOn: 'Normal',
        run: { size },
        paragraph: { spacing, indent, alignment: AlignmentType.BOTH },
      },
      {
        id: 'NoticeHeading',
        name: '告知单标题',
        basedOn: 'Normal',
        run: { size, font: font(FONTS.heading) },
        paragraph: { spacing, indent, keepNext: true },
      },
      fineTable('NoticeFineTable', '告知单细表', FINE),
      fineTable('NoticeFinestTable', '告知单最细表', FINEST),
    ],
  };
}
