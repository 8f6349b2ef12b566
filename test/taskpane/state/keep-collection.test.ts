import { collectFiles, giveUnit, leaveOut } from '../../../src/taskpane/state/collect';
import { clearCollected, keepCollection } from '../../../src/taskpane/state/keep-collection';
import { readOpen } from '../../../src/taskpane/state/open-workbook';
import { createPane } from '../../../src/taskpane/state/pane';
import { shown } from '../../../src/taskpane/state/shown';
import { MemoryCollections } from '../memory-collections';
import { openPane, picked } from '../pane';

const FARM = '县农业农村局自评表.xlsx';
const TABLE = '县民政局指标数据表.xlsx';

/** A pane that keeps what it collects, and the same workbook's pane of the next session. */
async function keeping(collections = new MemoryCollections()) {
  const { pane, host } = await openPane();
  const services = { ...pane.services, collections };
  const session = async () => {
    const opened = createPane(host, services);
    await readOpen(opened);
    const end = await keepCollection(opened);
    return { pane: opened, end, collection: () => opened.store.get().collection };
  };
  return { host, session };
}

/** Keeping goes on behind the work. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('collected files, and whose they are, outlive the pane; the scores are the same', async () => {
  const { session } = await keeping();
  const first = await session();
  await collectFiles(first.pane, [picked(FARM), picked(TABLE), picked('坏.xlsx', new Uint8Array([1, 2]))]);
  await giveUnit(first.pane, '坏.xlsx', '县财政局');
  await leaveOut(first.pane, TABLE);
  await settled();
  first.end();
  const second = await session();
  expect(second.collection().files.map(({ file }) => file)).toEqual([FARM, '坏.xlsx']);
  expect(second.collection().unitsGiven).toEqual({ '坏.xlsx': '县财政局' });
  expect(shown(second.pane.store.get())!.scorecards).toEqual(shown(first.pane.store.get())!.scorecards);
});

test('says that files are kept only once they are', async () => {
  const collections = new MemoryCollections();
  const { session } = await keeping(collections);
  const { pane } = await session();
  let finish = () => {};
  const keep = collections.keep.bind(collections);
  collections.keep = async (...given) => {
    await new Promise<void>((resolve) => (finish = resolve));
    await keep(...given);
  };
  await collectFiles(pane, [picked(FARM)]);
  await settled();
  expect(pane.store.get().filesKept).toBe('not yet');
  finish();
  await settled();
  expect(pane.store.get().filesKept).toBe('yes');
});

test('a workbook that nothing was collected for is left as it is', async () => {
  const { host, session } = await keeping();
  await session();
  await settled();
  expect([...host.settings.keys()]).toEqual([]);
});

test('what is cleared is gone for good', async () => {
  const { session } = await keeping();
  const first = await session();
  await collectFiles(first.pane, [picked(FARM)]);
  await clearCollected(first.pane);
  await settled();
  expect(first.collection()).toMatchObject({ files: [], assessment: undefined });
  expect((await session()).collection().files).toEqual([]);
});

test('where nothing can be kept, the pane says so and works on', async () => {
  const collections = new MemoryCollections();
  collections.failure = new Error('denied');
  const { session } = await keeping(collections);
  const { pane, collection } = await session();
  await collectFiles(pane, [picked(FARM)]);
  await settled();
  expect(pane.store.get().filesKept).toBe('refused');
  expect(collection().assessment!.scorecards).toHaveLength(1);
});
