import type { BulletinOptions, Figure } from '../../bulletin';
import { shown } from './shown';
import type { Pane } from './pane';
import type { PickedFile } from './collect';
import type { BulletinFiles, BulletinForm } from './pane-state';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The earlier quarter that was given, otherwise the one whose 得分表 the open workbook holds. */
async function optionsOf(pane: Pane): Promise<BulletinOptions> {
  const { quarter, bulletinForm, bulletinFiles, workbook } = pane.store.get();
  const { number, issuer, date } = bulletinForm;
  const open = workbook.status === 'ready' ? workbook.snapshot : undefined;
  const previous = bulletinFiles.previous?.scores ?? (open && (await pane.services.previousIn(open, quarter)));
  return { quarter, issuer, date, ...(number.trim() && { number: number.trim() }), ...(previous && { previous }) };
}

/** A sentence of the bulletin's own says what is wrong; anything else is told in general. */
function sentenceOf(error: unknown, otherwise: string): string {
  return error instanceof Error && /[\u4e00-\u9fff].*。$/s.test(error.message) ? error.message : otherwise;
}

/** Composes the preview anew, when somebody looks at it; the Word file is made on demand only. */
export async function composeAgain(pane: Pane): Promise<void> {
  const { store, services } = pane;
  const state = store.get();
  const assessment = shown(state);
  if (state.view !== 'bulletin' || !assessment?.scorecards.length) return store.set({ bulletin: {} });
  try {
    const options = await optionsOf(pane);
    const bulletin = await services.composeBulletin(assessment, options);
    const compared = options.previous?.quarter;
    if (shown(store.get()) === assessment) store.set({ bulletin: { bulletin, compared } });
  } catch (error) {
    store.set({ bulletin: { problem: sentenceOf(error, '通报没有写成，请核对各项。') } });
  }
}

export async function fillBulletin(pane: Pane, change: Partial<BulletinForm>): Promise<void> {
  pane.store.set(({ bulletinForm }) => ({ bulletinForm: { ...bulletinForm, ...change } }));
  await composeAgain(pane);
}

/** Takes a Word template, or what came of an earlier quarter, from a file; undefined takes it away again. */
export async function giveFile(pane: Pane, what: keyof BulletinFiles, file: PickedFile | undefined): Promise<void> {
  const { store, services } = pane;
  let given: BulletinFiles[typeof what];
  try {
    if (file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { name } = file;
      given = what === 'template' ? { name, bytes } : { name, scores: await services.readPrevious(bytes, name) };
    }
  } catch (error) {
    const text = sentenceOf(error, `“${file!.name}”没有读出来，请核对文件后重新选择。`);
    return store.set({ notice: { intent: 'error', text } });
  }
  store.set(({ bulletinFiles }) => ({ bulletinFiles: { ...bulletinFiles, [what]: given }, notice: undefined }));
  await composeAgain(pane);
}

async function make(pane: Pane, what: string, name: string, render: () => Promise<Uint8Array>): Promise<void> {
  const { store } = pane;
  store.set({ busy: { what: `正在生成${what}` }, notice: undefined });
  try {
    store.set({ made: { name, bytes: await render(), type: WORD } });
  } catch (error) {
    const text = sentenceOf(error, `${what}没有生成，请重试；仍不成功的，请用命令行工具yl生成。`);
    store.set({ notice: { intent: 'error', text } });
  } finally {
    store.set({ busy: undefined });
  }
}

/** Makes the Word file of the bulletin that is previewed. */
export async function makeWord(pane: Pane): Promise<void> {
  const { bulletin, bulletinFiles } = pane.store.get();
  const { bulletin: composed } = bulletin;
  if (!composed) return;
  const render = () => pane.services.renderWord(composed, bulletinFiles.template?.bytes);
  await make(pane, '通报', `${composed.title}.docx`, render);
}

/** Makes the notices of lost points (扣分告知单), one for each unit, as a Word file. */
export async function makeNotices(pane: Pane): Promise<void> {
  const { store, services } = pane;
  const assessment = shown(store.get());
  if (!assessment?.scorecards.length) return;
  const render = async () => services.renderNotices(assessment, await optionsOf(pane));
  await make(pane, '扣分告知单', `扣分告知单${assessment.quarter}.docx`, render);
}

/** Leads from a figure of the bulletin to what it was worked out from. */
export function showFigure(pane: Pane, figure: Figure | undefined): void {
  pane.store.set({ figure });
}
