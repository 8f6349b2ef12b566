/**
 * What was made of texts that come again and again: words of headings, cells of a form whose workbook is read anew after
 * each edit. Bounded; what is made must depend on the text alone and must not be changed.
 */
export class Memo<T> {
  private readonly made = new Map<string, T>();

  constructor(private readonly most: number) {}

  of(text: string, make: () => T): T {
    const before = this.made.get(text);
    if (before !== undefined) return before;
    const made = make();
    if (this.made.size >= this.most) this.made.clear();
    this.made.set(text, made);
    return made;
  }
}
