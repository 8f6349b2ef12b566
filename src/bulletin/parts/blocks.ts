import type { Block, Column, Heading, Paragraph, Run, Table } from '../model';

/** One numbered chapter of the body; numbers are given when the chapters are put together. */
export interface Chapter {
  title: string;
  blocks: Block[];
}

export function heading(text: string): Heading {
  return { kind: 'heading', level: 2, text };
}

export function paragraph(...runs: (Run | Run[])[]): Paragraph {
  return { kind: 'paragraph', runs: runs.flat() };
}

/** What is to be known of the table above. */
export function note(...runs: (Run | Run[])[]): Paragraph {
  return { ...paragraph('注：', ...runs), note: true };
}

/** A table's columns: title, share of the width, left when it holds sentences. */
export function columns(...given: [title: string, width: number, align?: 'left'][]): Column[] {
  return given.map(([title, width, align]) => ({ title, width, align: align ?? 'center' }));
}

export function table(heads: Column[], rows: (Run | Run[])[][], caption?: string): Table {
  return { kind: 'table', caption, columns: heads, rows: rows.map((row) => row.map((cell) => [cell].flat())) };
}
