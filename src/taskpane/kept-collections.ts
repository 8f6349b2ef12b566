import type { FileInput } from '../assess/assess';

/** What the office collected for one workbook, as it is kept on this machine. */
export interface KeptCollection {
  files: FileInput[];
  withOpen: boolean;
  unitsGiven: { readonly [file: string]: string };
}

/** What has changed of a collection since it was last kept. */
export interface CollectionChange extends Omit<KeptCollection, 'files'> {
  /** Files that were added or read anew. */
  put: FileInput[];
  /** Names of files that are gone. */
  drop: string[];
  /** The names of all, in their order. */
  order: string[];
}

/** Where collections outlive the pane; every call rejects where the page may keep nothing. */
export interface CollectionStore {
  load(id: string): Promise<KeptCollection | undefined>;
  keep(id: string, change: CollectionChange): Promise<void>;
  /** Forgets every collection, of all workbooks. */
  clear(): Promise<void>;
}

const DATABASE = 'yl-collections';
/** Goes up when what a read workbook looks like changes: older collections are then picked anew. */
const VERSION = 1;
/** Collections of so many workbooks are kept, the latest. */
const MOST = 3;

interface Head extends Omit<KeptCollection, 'files'> {
  id: string;
  order: string[];
  /** Milliseconds since 1970. */
  changed: number;
}

const done = <Result>(request: IDBRequest<Result>) =>
  new Promise<Result>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });

const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error as Error);
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const name of Array.from(database.objectStoreNames)) database.deleteObjectStore(name);
    database.createObjectStore('heads', { keyPath: 'id' });
    database.createObjectStore('files');
  };
  return done(request);
}

const filesOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** Only the latest stay. */
async function forgetOld(heads: IDBObjectStore, files: IDBObjectStore): Promise<void> {
  const all = (await done(heads.getAll())) as Head[];
  for (const { id } of all.sort((a, b) => b.changed - a.changed).slice(MOST)) {
    heads.delete(id);
    files.delete(filesOf(id));
  }
}

/** Runs over both tables in one step: all of it is kept, or nothing. */
async function over<Result>(
  mode: IDBTransactionMode,
  run: (heads: IDBObjectStore, files: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(['heads', 'files'], mode);
    const end = finished(transaction);
    const [result] = await Promise.all([run(transaction.objectStore('heads'), transaction.objectStore('files')), end]);
    return result;
  } finally {
    database.close();
  }
}

/** Collections in the browser's own database (IndexedDB): on this machine, for this page's address only. */
export const keptCollections: CollectionStore = {
  load: (id) =>
    over('readonly', async (heads, files) => {
      const head = (await done(heads.get(id))) as Head | undefined;
      if (!head) return undefined;
      const kept = new Map(((await done(files.getAll(filesOf(id)))) as FileInput[]).map((each) => [each.file, each]));
      const { order, withOpen, unitsGiven } = head;
      return { files: order.flatMap((name) => kept.get(name) ?? []), withOpen, unitsGiven };
    }),
  keep: (id, { put, drop, ...rest }) =>
    over('readwrite', async (heads, files) => {
      for (const name of drop) files.delete([id, name]);
      for (const file of put) files.put(file, [id, file.file]);
      heads.put({ id, changed: Date.now(), ...rest } satisfies Head);
      await forgetOld(heads, files);
    }),
  clear: () =>
    over('readwrite', async (heads, files) => {
      heads.clear();
      await done(files.clear());
    }),
};
