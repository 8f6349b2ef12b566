import type { BulletinOptions } from '../../bulletin';
import { shown } from './shown';
import type { Pane } from './pane';
import type { BulletinForm } from './pane-state';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function optionsOf(pane: Pane): BulletinOptions {
  const { quarter, bulletinForm } = pane.store.get();
  const { number, issuer, date } = bulletinForm;
  return { quarter, issuer, date, ...(number.trim() && { number: number.trim() }) };
}

/** Composes the preview anew, when somebody looks at it; the Word file is made on demand only. */
export async function composeAgain(pane: Pane): Promise<void> {
  const { store, services } = pane;
  const state = store.get();
  const assessment = shown(state);
  if (state.view !== 'bulletin' || !assessment?.scorecards.length) return store.set({ bulletin: {} });
  const options = optionsOf(pane);
  try {
    const bulletin = await services.composeBulletin(assessment, options);
    if (shown(store.get()) === assessment) store.set({ bulletin: { bulletin } });
  } catch (error) {
    store.set({ bulletin: { problem: error instanceof Error ? error.message : '通报没有写成，请核对各项。' } });
  }
}

export async function fillBulletin(pane: Pane, change: Partial<BulletinForm>): Promise<void> {
  pane.store.set(({ bulletinForm }) => ({ bulletinForm: { ...bulletinForm, ...change } }));
  await composeAgain(pane);
}

/** Makes the Word file of the bulletin that is previewed. */
export async function makeWord(pane: Pane): Promise<void> {
  const { store, services } = pane;
  const { bulletin } = store.get().bulletin;
  if (!bulletin) return;
  store.set({ busy: { what: '正在生成通报' }, notice: undefined });
  try {
    const bytes = await services.renderWord(bulletin);
    store.set({ made: { name: `${bulletin.title}.docx`, bytes, type: WORD } });
  } catch {
    store.set({
      notice: { intent: 'error', text: '通报文件没有生成，请重试；仍不成功的，请用命令行工具yl bulletin生成。' },
    });
  } finally {
    store.set({ busy: undefined });
  }
}
