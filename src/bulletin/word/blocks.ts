import { Paragraph, TextRun, type FileChild } from 'docx';
import { textOf } from '../figure';
import type { Block } from '../model';
import { chartParagraph } from './chart';
import type { Look } from './styles';
import { wordTable } from './table';

/** An empty line of the page's 22. */
export function blank(keepNext = false): Paragraph {
  return new Paragraph({ keepNext, children: [] });
}

/** A paragraph of the body. */
export function bodyParagraph(
  text: string,
  look: Look,
  keep: { keepNext?: boolean; keepLines?: boolean } = {},
): Paragraph {
  return new Paragraph({ style: look.style('body'), ...keep, children: [new TextRun(text)] });
}

function wordBlock(block: Block, look: Look, isLast: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          style: look.style(block.level === 1 ? 'heading1' : 'heading2'),
          keepNext: true,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [bodyParagraph(textOf(block.runs), look, { keepNext: isLast, keepLines: block.note })];
    case 'table':
      return wordTable(block, look);
    case 'chart':
      return [chartParagraph(block, look.width)];
  }
}

/**
 * Blocks as Word has them.
 * @param leading the last paragraph stays on one page with what follows the blocks
 */
export function wordBlocks(blocks: Block[], look: Look, leading = false): FileChild[] {
  return blocks.flatMap((block, index) => wordBlock(block, look, leading && index === blocks.length - 1));
}
