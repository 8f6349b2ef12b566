import { uniqueId, type Book, type BookSheet, type Comment as Kept } from '../book';
import { ApiCollection, ApiError, ApiObject, invalidArgument, notFound } from '../rich-api';
import { Range } from './range';

export class Comments extends ApiCollection {
  constructor(
    private readonly $book: Book,
    private readonly $sheet?: BookSheet,
  ) {
    super();
  }

  get items() {
    const { $book, $sheet } = this;
    return $book.comments.filter(({ sheet }) => !$sheet || sheet === $sheet).map((kept) => new Comment($book, kept));
  }
  add(cell: unknown, content: string) {
    if (!(cell instanceof Range)) throw invalidArgument('A range was expected.');
    const { $sheet: sheet, $area } = cell;
    const place = { sheet, row: $area.top, column: $area.left };
    const taken = this.$book.comments.some((other) => isAt(other, place));
    if (sheet.isProtected) throw new ApiError('AccessDenied', 'The sheet is protected.', 403);
    if (taken || sheet.peek(place.row, place.column)?.note !== undefined) {
      throw invalidArgument('There is a comment or a note already.');
    }
    const kept: Kept = { id: uniqueId(), ...place, content, replies: [] };
    this.$book.comments.push(kept);
    return new Comment(this.$book, kept);
  }
  getItem(id: string) {
    return this.items.find((item) => item.id === id) ?? null;
  }
}

const isAt = (comment: Kept, { sheet, row, column }: { sheet: BookSheet; row: number; column: number }) =>
  comment.sheet === sheet && comment.row === row && comment.column === column;

class Comment extends ApiObject {
  constructor(
    private readonly $book: Book,
    private readonly $kept: Kept,
  ) {
    super();
  }

  get id() {
    return this.$kept.id;
  }
  get content() {
    return this.$kept.content;
  }
  get replies() {
    return new Replies(this.$kept);
  }
  getLocation() {
    return new Range(this.$kept.sheet, { top: this.$kept.row, left: this.$kept.column, rows: 1, columns: 1 });
  }
  delete() {
    const at = this.$book.comments.indexOf(this.$kept);
    if (at < 0) throw notFound('comment');
    this.$book.comments.splice(at, 1);
  }
}

class Replies extends ApiCollection {
  constructor(private readonly $kept: Kept) {
    super();
  }
  get items() {
    return this.$kept.replies.map((reply) => new Reply(this.$kept, reply));
  }
  add(content: string) {
    const reply = { id: uniqueId(), content };
    this.$kept.replies.push(reply);
    return new Reply(this.$kept, reply);
  }
  getItem(id: string) {
    return this.items.find((item) => item.id === id) ?? null;
  }
}

class Reply extends ApiObject {
  constructor(
    private readonly $kept: Kept,
    private readonly $reply: Kept['replies'][number],
  ) {
    super();
  }
  get id() {
    return this.$reply.id;
  }
  get content() {
    return this.$reply.content;
  }
  delete() {
    this.$kept.replies.splice(this.$kept.replies.indexOf(this.$reply), 1);
  }
}
