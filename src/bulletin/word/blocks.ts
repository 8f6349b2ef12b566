import { AlignmentType, Paragraph, TextRun, type FileChild } from 'docx';
import { textOf } from '../figure';
import type { Block, Heading } from '../model';
import { chartParagraph } from './chart';
import { wordTable } from './table';
import { characters, POINTS } from './type';

/** Two characters at the start of a paragraph. */
export const FIRST_LINE = { firstLine: characters(2, POINTS.three), firstLineChars: 200 };

const STYLES: Record<Heading['level'], string> = { 1: 'Heading1', 2: 'Heading2' };

/** A paragraph of the body. */
export function bodyParagraph(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.BOTH, indent: FIRST_LINE, children: [new TextRun(text)] });
}

/** One block of the bulletin as Word has it; width in millimetres. */
export function wordBlock(block: Block, width: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          style: STYLES[block.level],
          keepNext: true,
          indent: FIRST_LINE,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [bodyParagraph(textOf(block.runs))];
    case 'table':
      return wordTable(block, width);
    case 'chart':
      return [chartParagraph(block, width)];
  }
}
