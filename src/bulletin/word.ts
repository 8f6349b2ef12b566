import { AlignmentType, Document, Packer, Paragraph, TextRun, type FileChild, type ISectionOptions } from 'docx';
import type { Annex, Bulletin } from './model';
import { closing, imprint } from './word/back';
import { wordBlock } from './word/blocks';
import { blank, front } from './word/front';
import { footers, page, TEXT_WIDTH, WIDE_TEXT_WIDTH } from './word/page';
import { exactly, font, FONTS, LINE, POINTS, TIGHT } from './word/type';

/** The bulletin as a Word file in the form of GB/T 9704-2012. */
export async function renderWord(bulletin: Bulletin): Promise<Uint8Array> {
  const body = bulletin.body.flatMap((block) => wordBlock(block, TEXT_WIDTH));
  const sections = [
    section(false, [...front(bulletin), ...body, ...closing(bulletin)]),
    ...bulletin.annexes.map((annex, index) => section(annex.wide, annexPages(annex, index))),
  ];
  const last = sections[sections.length - 1];
  last.children = [...last.children, imprint(bulletin, bulletin.annexes.at(-1)?.wide ?? false), afterword()];
  const document = new Document({
    title: bulletin.title,
    creator: bulletin.issuer,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: styles(),
    sections: sections satisfies ISectionOptions[],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

interface Section {
  properties: ISectionOptions['properties'];
  footers: ISectionOptions['footers'];
  children: FileChild[];
}

// No line grid: it would double the height of table rows. The exact line pitch keeps 22 lines to a page.
function section(wide: boolean, children: FileChild[]): Section {
  return { properties: { page: page(wide) }, footers: footers(), children };
}

/** An annex starts a page: its number on the first line, its title on the third. */
function annexPages(annex: Annex, index: number): FileChild[] {
  const width = annex.wide ? WIDE_TEXT_WIDTH : TEXT_WIDTH;
  return [
    new Paragraph({ children: [new TextRun({ text: `附件${index + 1}`, font: font(FONTS.heading) })] }),
    blank(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [new TextRun({ text: annex.title, font: font(FONTS.title), size: POINTS.two * 2 })],
    }),
    blank(),
    ...annex.blocks.flatMap((block) => wordBlock(block, width)),
  ];
}

/** The paragraph that Word wants after a table at the end. */
function afterword(): Paragraph {
  return new Paragraph({ spacing: exactly(1), children: [] });
}

function styles() {
  const body = { size: POINTS.three * 2, characterSpacing: TIGHT, color: '000000' };
  const spacing = exactly(LINE);
  const heading = (name: string) => ({
    run: { ...body, font: font(name), bold: false, italics: false },
    paragraph: { spacing, keepNext: true },
  });
  return {
    default: {
      document: { run: { ...body, font: font(FONTS.body) }, paragraph: { spacing } },
      heading1: heading(FONTS.heading),
      heading2: heading(FONTS.subheading),
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: { ...body, font: font(FONTS.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing, widowControl: false },
      },
    ],
  };
}
