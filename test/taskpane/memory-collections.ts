import type { CollectionChange, CollectionStore, KeptCollection } from '../../src/taskpane/kept-collections';

/** Collections in memory, for panes outside of a browser. */
export class MemoryCollections implements CollectionStore {
  /** Set where nothing may be kept. */
  failure?: Error;
  private readonly kept = new Map<string, KeptCollection>();

  load(id: string): Promise<KeptCollection | undefined> {
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve(structuredClone(this.kept.get(id)));
  }

  keep(id: string, { put, drop, order, ...rest }: CollectionChange): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    const files = new Map((this.kept.get(id)?.files ?? []).map((file) => [file.file, file]));
    drop.forEach((name) => files.delete(name));
    structuredClone(put).forEach((file) => files.set(file.file, file));
    this.kept.set(id, { files: order.map((name) => files.get(name)!), ...rest });
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.kept.clear();
    return Promise.resolve();
  }
}
