import type { FileInput } from '../../assess/assess';
import type { OwnedSheet } from '../../workbook/host';
import type { PlannedWorkbook } from '../../workbook/planned-write';
import { collectAgain } from './assessing';
import { composeAgain } from './bulletin';
import { reasonOf, readOpen } from './open-workbook';
import { withoutOwnSheets } from './own-sheets';
import type { Pane } from './pane';

/** What the office may pick; the lock files that Excel and WPS leave beside an open workbook are none of them. */
export const WORKBOOKS = '.xlsx,.xlsm,.xls,.et';

/** A picked file, as a page has it. */
export interface PickedFile {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

async function readOne(pane: Pane, file: PickedFile, label: string): Promise<FileInput> {
  const { services } = pane;
  let sha256 = '';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    sha256 = await services.sha256(bytes);
    return { file: label, sha256, snapshot: withoutOwnSheets(await services.readWorkbook(bytes, label)) };
  } catch (error) {
    const known = error instanceof Error && error.name === 'UnreadableFile';
    const reason = known
      ? error.message
      : '文件没有读出来，可能正被其他程序占用或内容不能识别。请另存为.xlsx后重新选择。';
    return { file: label, sha256, reason };
  }
}

/** Lets the page draw, so that progress shows and a click on 停止 is heard. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Two files of the same name are told apart by a number; the same file picked again takes the place of the first. */
function labelFor(name: string, taken: FileInput[]): string {
  const same = (label: string) => taken.some(({ file }) => file === label);
  if (!same(name)) return name;
  let number = 2;
  while (same(`${name}（${number}）`)) number += 1;
  return `${name}（${number}）`;
}

/** Adds a file that was read; one with the same content, or that was unreadable before, is replaced. */
function withFile(files: FileInput[], read: FileInput): FileInput[] {
  const others = files.filter(
    ({ file, sha256, snapshot }) =>
      !(sha256 && sha256 === read.sha256) && (snapshot !== undefined || file !== read.file),
  );
  return [...others, { ...read, file: labelFor(read.file, others) }];
}

/** Reads the files that the office picked, one after another; what was read stays when the rest is stopped. */
export async function collectFiles(pane: Pane, picked: PickedFile[]): Promise<void> {
  const { store } = pane;
  const files = picked.filter(({ name }) => !/^(~\$|\.)/.test(name));
  let stopped = false;
  let done = 0;
  const stop = () => {
    stopped = true;
  };
  for (const file of files) {
    store.set({ busy: { what: `正在读取“${file.name}”`, done, total: files.length, stop } });
    await breathe();
    if (stopped) break;
    const read = await readOne(pane, file, file.name);
    store.set(({ collection }) => ({
      collection: { ...collection, files: withFile(collection.files, read), written: false },
    }));
    done += 1;
  }
  store.set({ busy: { what: '正在计分' } });
  await breathe();
  collectAgain(pane);
  await composeAgain(pane);
  const left = files.length - done;
  const notice = { intent: 'warning', text: `已停止：读取了${done}个文件，还有${left}个没有读取。` } as const;
  store.set({ busy: undefined, notice: stopped ? notice : undefined });
}

/** Counts the open workbook's own sheets in, or leaves them out. */
export function countOpen(pane: Pane, withOpen: boolean): void {
  pane.store.set(({ collection }) => ({ collection: { ...collection, withOpen, written: false } }));
  collectAgain(pane);
  void composeAgain(pane);
}

/** Takes one collected file out again. */
export function leaveOut(pane: Pane, file: string): void {
  pane.store.set(({ collection }) => ({
    collection: { ...collection, files: collection.files.filter((each) => each.file !== file), written: false },
  }));
  collectAgain(pane);
  void composeAgain(pane);
}

function owned({ sheets }: PlannedWorkbook): OwnedSheet[] {
  return sheets.map((sheet) => ({ key: sheet.name, sheet }));
}

/** Writes 得分表, 考评数据, 检查结果 and 口径 into the open workbook, in place of those of last time. */
export async function writeScores(pane: Pane): Promise<void> {
  const { store, host, services } = pane;
  const { collection, workbook } = store.get();
  const assessment = collection.assessment ?? (workbook.status === 'ready' ? workbook.assessment : undefined);
  if (!assessment?.scorecards.length) return;
  store.set({ busy: { what: '正在写入工作表' }, notice: undefined });
  try {
    const planned = await services.planScoreWorkbook(assessment);
    await host.writeSheets(owned(planned));
    const names = planned.sheets.map(({ name }) => `“${name}”`).join('、');
    store.set(({ collection: now }) => ({
      collection: { ...now, written: true },
      notice: { intent: 'success', text: `已写入${names}。再次写入只更新这几张表。` },
    }));
    await readOpen(pane, { quietly: true });
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '没有写入，工作簿保持原样。请稍后重试。') } });
  } finally {
    store.set({ busy: undefined });
  }
}
