import { NOTE_HEADING } from '../../workbook/marks';

/*
 * The notes of marks are comments. Notes of the old kind would do as well, but the oldest Excel that the add-in runs in
 * lets no program write them.
 */

/** A note for the first cell of a block. */
export interface CellNote {
  worksheet: Excel.Worksheet;
  /** A1 address. */
  cell: string;
  text: string;
}

interface Placed {
  range: Excel.Range;
  content: string;
  /** The comment that stands at the cell already: the note becomes a reply to it. */
  thread?: Excel.Comment;
}

/** Adds notes to cells. Where Excel refuses one, because there is a note of the old kind, the cell stays without. */
export async function addNotes(context: Excel.RequestContext, notes: CellNote[]): Promise<void> {
  if (!knowsComments()) return;
  const comments = context.workbook.comments.load('items/id');
  const cells = notes.map(({ worksheet, cell, text }) => ({
    range: worksheet.getRange(cell).load('address'),
    content: `${NOTE_HEADING}\n${text}`,
  }));
  await context.sync();
  const locations = comments.items.map((comment) => comment.getLocation().load('address'));
  await context.sync();
  const threads = new Map(comments.items.map((comment, i) => [locations[i].address, comment]));
  const placed = cells.map((cell): Placed => ({ ...cell, thread: threads.get(cell.range.address) }));
  try {
    for (const note of placed) addNote(context, note);
    await context.sync();
  } catch {
    await removeNotes(context);
    await addOneByOne(context, placed);
  }
}

function addNote({ workbook }: Excel.RequestContext, { range, content, thread }: Placed): void {
  if (thread) thread.replies.add(content);
  else workbook.comments.add(range, content);
}

async function addOneByOne(context: Excel.RequestContext, [note, ...rest]: Placed[]): Promise<void> {
  if (!note) return;
  addNote(context, note);
  await context.sync().catch(() => undefined);
  await addOneByOne(context, rest);
}

/** Takes all notes away, but for a comment that people have answered: that is theirs by now. */
export async function removeNotes(context: Excel.RequestContext): Promise<void> {
  if (!knowsComments()) return context.sync();
  const comments = context.workbook.comments.load('items/id,items/content');
  await context.sync();
  const replies = comments.items.map((comment) => comment.replies.load('items/id,items/content'));
  await context.sync();
  comments.items.forEach((comment, i) => {
    if (isOurs(comment) && replies[i].items.every(isOurs)) comment.delete();
    else for (const reply of replies[i].items) if (isOurs(reply)) reply.delete();
  });
  await context.sync();
}

const isOurs = ({ content }: { content: string }) => content.startsWith(NOTE_HEADING);

const knowsComments = () => Office.context.requirements.isSetSupported('ExcelApi', '1.10');
