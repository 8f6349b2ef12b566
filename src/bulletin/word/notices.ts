import { AlignmentType, convertMillimetersToTwip, Document, Packer, Paragraph, TextRun, type FileChild } from 'docx';
import type { Notice, Notices } from '../model';
import { wordBlocks } from './blocks';
import { footers } from './page';
import { NOTICE_PAGE, NOTICE_TEXT, TABLE_PITCH, TABLE_SIZES, tableSizeOf } from '../notice-page';
import { documentStyles, STYLES, type Look, type StyleKey } from './styles';
import { characters, exactly, font, FONTS } from './type';

/** Above the foot of the sheet, in millimetres. */
const FOOTER = 12;

const tableStyle = (size: number) => `NoticeTable${size * 10}`;

/** The notices to all units as a Word file, each on a page of its own. */
export async function renderNotices(notices: Notices): Promise<Uint8Array> {
  const twips = convertMillimetersToTwip;
  const { width, height, top, left, right, bottom } = NOTICE_PAGE;
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
            size: { width: twips(width), height: twips(height) },
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

function lookOf(notice: Notice): Look {
  const table = tableStyle(tableSizeOf(notice) ?? Math.min(...TABLE_SIZES));
  const own: Partial<Record<StyleKey, string>> = {
    body: 'NoticeBody',
    heading1: 'NoticeHeading',
    table,
    smallTable: table,
  };
  const { width, left, right } = NOTICE_PAGE;
  return { width: width - left - right, gap: NOTICE_TEXT.gap, style: (key) => own[key] ?? STYLES[key].id };
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
      indent: { right: characters(2, NOTICE_TEXT.size), firstLine: 0, firstLineChars: 0 },
      children: [new TextRun(`${issuer}\u3000${date}`)],
    }),
  ];
}

function styles() {
  const { paragraphStyles, ...rest } = documentStyles();
  const size = NOTICE_TEXT.size * 2;
  const indent = { firstLine: characters(2, NOTICE_TEXT.size), firstLineChars: 200 };
  const spacing = exactly(NOTICE_TEXT.pitch);
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
      ...TABLE_SIZES.map((points) => ({
        id: tableStyle(points),
        name: `告知单表格${points}磅`,
        basedOn: STYLES.smallTable.id,
        run: { size: points * 2, characterSpacing: 0 },
        paragraph: { spacing: exactly(points * TABLE_PITCH) },
      })),
    ],
  };
}
