/** Keeps one of equal texts: what a thread sends has copies of its own of every name and sentence. */
export class TextPool {
  private readonly texts = new Map<string, string>();

  /** Puts the pool's texts in the place of equal ones in plain data, which it gives back. */
  share<T>(data: T): T {
    return this.shared(data) as T;
  }

  private shared(data: unknown): unknown {
    if (typeof data === 'string') {
      const known = this.texts.get(data);
      if (known === undefined) this.texts.set(data, data);
      return known ?? data;
    }
    if (Array.isArray(data)) {
      data.forEach((each, index) => (data[index] = this.shared(each)));
    } else if (typeof data === 'object' && data !== null) {
      const entries = data as Record<string, unknown>;
      for (const key of Object.keys(entries)) entries[key] = this.shared(entries[key]);
    }
    return data;
  }
}
