/** So many times its size of new texts a memo lets go by before it begins anew. */
const PATIENCE = 8;

/**
 * What was made of texts that come again and again: words of headings, cells of a form whose workbook is read anew after
 * each edit. Bounded; what is made must depend on the text alone and must not be changed.
 */
export class Memo<T> {
  private readonly made = new Map<string, T>();
  /** How often a text came again, and how many new ones went by, since it was full. */
  private again = 0;
  private passed = 0;

  constructor(private readonly most: number) {}

  of(text: string, make: () => T): T {
    const before = this.made.get(text);
    if (before !== undefined) {
      this.again += 1;
      return before;
    }
    const made = make();
    if (this.made.size >= this.most) {
      // A large sheet in which hardly any text comes again: remembering each costs more than it saves.
      if (this.again < this.most && this.passed < this.most * PATIENCE) {
        this.passed += 1;
        return made;
      }
      this.made.clear();
      this.again = this.passed = 0;
    }
    this.made.set(text, made);
    return made;
  }
}
