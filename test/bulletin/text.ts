import type { Assessment } from '../../src/assessment';
import { composeBulletin, textOf, type Block, type Bulletin, type BulletinOptions } from '../../src/bulletin';

export const OPTIONS: BulletinOptions = { quarter: '2023Q3', issuer: '某县政务局', date: '2023-10-16' };

export function bulletinOf(assessment: Assessment, options: Partial<BulletinOptions> = {}): Bulletin {
  return composeBulletin(assessment, { ...OPTIONS, ...options });
}

/** Blocks as lines of text, a table row a line. */
export function linesOf(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'paragraph') return [textOf(block.runs)];
    if (block.kind === 'table') return block.rows.map((row) => row.map(textOf).join('|'));
    return [block.title];
  });
}

/** The lines under one heading of the body, up to the next of its kind. */
export function chapter(bulletin: Bulletin, title: string): string[] {
  const from = bulletin.body.findIndex((block) => block.kind === 'heading' && block.text.endsWith(title));
  if (from < 0) return [];
  const { level } = bulletin.body[from] as { level: number };
  const rest = bulletin.body.slice(from + 1);
  const length = rest.findIndex((block) => block.kind === 'heading' && block.level <= level);
  return linesOf(length < 0 ? rest : rest.slice(0, length));
}

export function annex(bulletin: Bulletin, title: string): string[] {
  return linesOf(bulletin.annexes.find((candidate) => candidate.title === title)?.blocks ?? []);
}

export function everything(bulletin: Bulletin): string {
  return [
    bulletin.title,
    ...linesOf(bulletin.body),
    ...bulletin.annexes.flatMap(({ title, blocks }) => [title, ...linesOf(blocks)]),
  ].join('\n');
}
