import { textOf } from './figure';
import type { Block, Notice, Table } from './model';
import { widthOf } from './word/lines';

/** Notices have no red head: they need less room at the edges, in millimetres. */
export const NOTICE_PAGE = { width: 210, height: 297, top: 18, left: 22, right: 22, bottom: 20 };
/** Type and line pitch of the text, and the room below a table, in points. */
export const NOTICE_TEXT = { size: 12, pitch: 18, title: 28.95, gap: 6 };
/** Sizes of the tables' type, the largest that keeps a notice to its page being taken; 六号 is as small as is read. */
export const TABLE_SIZES = [10.5, 9, 8, 7.5];
/** A table's line in sizes of its type. */
export const TABLE_PITCH = 1.2;

const MM = 72 / 25.4;
const WIDTH = (NOTICE_PAGE.width - NOTICE_PAGE.left - NOTICE_PAGE.right) * MM;
const HEIGHT = (NOTICE_PAGE.height - NOTICE_PAGE.top - NOTICE_PAGE.bottom) * MM;
/** What the edges of a cell take of its width and its height, line included. */
const CELL = { width: 5, height: 2.5 };
/** Marks that may not begin a line, and fonts with wider figures, make lines end early. */
const LOOSE = 1.15;

function linesOf(text: string, width: number, size: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((widthOf(line) * LOOSE * size) / width)), 0);
}

function tableHeight({ columns, rows }: Table, size: number): number {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const rowHeight = (cells: string[]) =>
    Math.max(...cells.map((text, index) => linesOf(text, (WIDTH * columns[index].width) / total - CELL.width, size))) *
      size *
      TABLE_PITCH +
    CELL.height;
  return [columns.map(({ title }) => title), ...rows.map((cells) => cells.map(textOf))]
    .map(rowHeight)
    .reduce((sum, height) => sum + height, NOTICE_TEXT.gap);
}

function heightOf(block: Block, size: number): number {
  if (block.kind === 'table') return tableHeight(block, size);
  // A paragraph begins two characters in.
  const text = block.kind === 'paragraph' ? `\u3000\u3000${textOf(block.runs)}` : '';
  return linesOf(text, WIDTH, NOTICE_TEXT.size) * NOTICE_TEXT.pitch;
}

/** The size of type in which the tables of a notice leave it on one page; nothing when none does. */
export function tableSizeOf({ blocks }: Pick<Notice, 'blocks'>): number | undefined {
  // The title, whom it is to, who it is from, and a line to spare.
  const around = NOTICE_TEXT.title + 3 * NOTICE_TEXT.pitch;
  return TABLE_SIZES.find((size) => blocks.reduce((sum, block) => sum + heightOf(block, size), around) <= HEIGHT);
}
