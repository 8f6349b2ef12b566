import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import type { Bulletin } from '../model';
import { blank } from './blocks';
import { front } from './front';
import { widthOf } from './lines';
import { footers, page } from './page';
import { placeholder, type PlaceKey } from './placeholders';
import { documentStyles } from './styles';
import { characters, exactly, POINTS } from './type';

/** The texts that sizes and indents are fitted to. */
export type Fit = Pick<Bulletin, 'masthead' | 'issuer' | 'date'>;

/**
 * The product's own template: a page in the form of GB/T 9704-2012 with places for the content. An office that wants
 * another look changes a copy of it in Word.
 */
export async function defaultTemplate(fit: Fit): Promise<Uint8Array> {
  const document = new Document({
    title: '通报模板',
    creator: '',
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: documentStyles(),
    sections: [
      {
        // No line grid: it would double the height of table rows. The exact line pitch keeps 22 lines to a page.
        properties: { page: page() },
        footers: footers(),
        children: [
          ...front(fit),
          place('body'),
          place('annexList'),
          blank(true),
          blank(true),
          ...signature(fit),
          place('annexes'),
          place('imprint'),
          // Word wants a paragraph after a table at the end.
          new Paragraph({ spacing: exactly(1), children: [] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function place(key: PlaceKey): Paragraph {
  return new Paragraph({ children: [new TextRun(placeholder(key))] });
}

/** The date four characters in from the right, room for the seal; the issuer centred above it. */
function signature({ issuer, date }: Fit): Paragraph[] {
  const lead = (widthOf(issuer) - widthOf(date)) / 2;
  const line = (key: PlaceKey, inset: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      indent: { right: characters(inset, POINTS.three) },
      children: [new TextRun(placeholder(key))],
    });
  return [line('issuer', Math.max(0, 4 - lead), true), line('date', Math.max(4, lead), false)];
}
