/**
 * The sheets that the product adds and takes away while it writes. Excel tells of these as it does of a person's, and
 * does not say whose they are.
 */
export class OwnDoings {
  private readonly ids = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();

  /** Writes; what is told meanwhile waits until it is known whose doing it was. */
  during<T>(write: (note: (id: string) => void) => Promise<T>): Promise<T> {
    const writing = write((id) => this.ids.add(id));
    this.last = writing.catch(() => undefined);
    return writing;
  }

  /** Whether the product added or took away the sheet. */
  async did(id: string): Promise<boolean> {
    await this.last;
    return this.ids.has(id);
  }
}
