import type { FileInput } from '../../assess/assess';
import { collectAgain } from './assessing';
import { composeAgain } from './bulletin';
import type { Pane } from './pane';
import type { Collection } from './pane-state';

/** The workbook's setting that names its collection; the files themselves stay on the machine that read them. */
const KEY = 'yl.collection';

type Kept = Pick<Collection, 'files' | 'withOpen' | 'unitsGiven'>;

const NOTHING: Kept = { files: [], withOpen: false, unitsGiven: {} };

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

async function idOf({ host }: Pane): Promise<string> {
  const known = await host.getSetting(KEY);
  if (known) return known;
  const id = newId();
  await host.setSetting(KEY, id);
  return id;
}

function changeBetween(before: Kept, { files, withOpen, unitsGiven }: Kept) {
  const known = new Set<FileInput>(before.files);
  const order = files.map(({ file }) => file);
  const stays = new Set(order);
  return {
    put: files.filter((file) => !known.has(file)),
    drop: before.files.flatMap(({ file }) => (stays.has(file) ? [] : [file])),
    order,
    withOpen,
    unitsGiven,
  };
}

const isSame = (a: Kept, b: Kept) => a.files === b.files && a.withOpen === b.withOpen && a.unitsGiven === b.unitsGiven;

/** Takes up what was collected for this workbook when the pane was last open; gives what is kept of it, if anything. */
async function takeUp(pane: Pane): Promise<Kept | undefined> {
  const { store, host, services } = pane;
  const id = await host.getSetting(KEY);
  const kept = id ? await services.collections.load(id) : undefined;
  if (!kept?.files.length && !kept?.withOpen) return undefined;
  const { collection } = store.get();
  // What was picked meanwhile is younger.
  const picked = new Set(collection.files.map(({ file }) => file));
  const files = [...kept.files.filter(({ file }) => !picked.has(file)), ...collection.files];
  store.set({ collection: { ...collection, ...kept, files } });
  await collectAgain(pane);
  await composeAgain(pane);
  return kept;
}

/**
 * Keeps what each collected file says on this machine, so that nothing has to be picked again when the pane was closed;
 * begins with what was kept, and gives a function that ends it. Where nothing can be kept, the state says so.
 */
export async function keepCollection(pane: Pane): Promise<() => void> {
  const { store, services } = pane;
  const cannot = () => store.set({ filesKept: 'refused' });
  let kept: Kept = store.get().collection;
  try {
    kept = (await takeUp(pane)) ?? kept;
    store.set({ filesKept: 'yes' });
  } catch {
    cannot();
  }
  let writing: Promise<unknown> = Promise.resolve();
  const keep = () => {
    const { collection } = store.get();
    if (isSame(kept, collection)) return;
    const change = changeBetween(kept, collection);
    kept = collection;
    if (store.get().filesKept === 'yes') store.set({ filesKept: 'not yet' });
    const written = writing
      .then(async () => services.collections.keep(await idOf(pane), change))
      .then(() => {
        if (writing === written) store.set({ filesKept: 'yes' });
      }, cannot);
    writing = written;
  };
  keep();
  return store.subscribe(keep);
}

/** Forgets all collected files, also those kept on this machine for other workbooks. */
export async function clearCollected(pane: Pane): Promise<void> {
  const { store, services } = pane;
  store.set(({ collection }) => ({
    collection: {
      ...collection,
      ...NOTHING,
      assessment: undefined,
      unit: undefined,
      openItem: undefined,
      written: false,
    },
  }));
  try {
    await services.collections.clear();
    store.set({ notice: { intent: 'success', text: '收集的文件内容已从本机清除，各单位的原文件没有改动。' } });
  } catch {
    store.set({ notice: { intent: 'warning', text: '本机保存的内容没有清除，请在浏览器设置中清除本网站的数据。' } });
  }
  await composeAgain(pane);
}
