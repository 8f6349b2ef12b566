import type { FileInput } from '../../assess/assess';
import { owned, ownSheet, withoutOwnSheets } from '../../score-workbook/own-sheets';
import { SHEETS } from '../../score-workbook/sheet-names';
import { collectAgain } from './assessing';
import { breathe } from './breathe';
import { composeAgain } from './bulletin';
import { reasonOf, readOpen } from './open-workbook';
import { keptQuarter, keptWords } from '../../score-workbook/kept-quarters';
import type { Pane } from './pane';
import { quarterOfMost, quarterSaid } from './recognise';

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
  const file = labelFor(read.file, others);
  // Sources name the file: it must be the name that tells it apart.
  return [...others, { ...read, file, ...(read.snapshot && { snapshot: { ...read.snapshot, file } }) }];
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
    store.set({ busy: { what: `正在读取“${file.name}”`, done, total: files.length, stop }, notice: undefined });
    await breathe();
    if (stopped) break;
    const read = await readOne(pane, file, file.name);
    store.set(({ collection }) => ({
      collection: { ...collection, files: withFile(collection.files, read), written: false },
    }));
    done += 1;
  }
  store.set({ busy: undefined });
  proposeQuarter(pane);
  await reckonAgain(pane);
  const left = files.length - done;
  if (!stopped) return;
  store.set({ notice: { intent: 'warning', text: `已停止：读取了${done}个文件，还有${left}个没有读取。` } });
}

/** Takes the quarter that most files say, unless the person or the open workbook said another. */
function proposeQuarter({ store, services }: Pane): void {
  const { quarterChosen, workbook, collection } = store.get();
  const opened =
    workbook.status === 'ready' ? quarterSaid(services.rulebook, withoutOwnSheets(workbook.snapshot)) : undefined;
  if (quarterChosen || opened) return;
  const most = quarterOfMost(
    services.rulebook,
    collection.files.flatMap(({ snapshot }) => snapshot ?? []),
  );
  if (most) store.set({ quarter: most.quarter, quarterSaid: { words: '', place: `${most.files}个文件` } });
}

async function reckonAgain(pane: Pane): Promise<void> {
  await collectAgain(pane);
  await composeAgain(pane);
}

/** Counts the open workbook's own sheets in, or leaves them out. */
export async function countOpen(pane: Pane, withOpen: boolean): Promise<void> {
  pane.store.set(({ collection }) => ({ collection: { ...collection, withOpen, written: false } }));
  await reckonAgain(pane);
}

/** Takes one collected file out again. */
export async function leaveOut(pane: Pane, file: string): Promise<void> {
  pane.store.set(({ collection }) => ({
    collection: { ...collection, files: collection.files.filter((each) => each.file !== file), written: false },
  }));
  await reckonAgain(pane);
}

/** Says whose a file is that names no unit. */
export async function giveUnit(pane: Pane, file: string, unit: string): Promise<void> {
  pane.store.set(({ collection }) => ({
    collection: { ...collection, unitsGiven: { ...collection.unitsGiven, [file]: unit }, written: false },
  }));
  await reckonAgain(pane);
}

/** Writes 得分表, 考评数据, 检查结果, 口径 and, where there is none, 核定 into the open workbook, in place of those of last time. */
export async function writeScores(pane: Pane): Promise<void> {
  const { store, host, services } = pane;
  const { collection, workbook } = store.get();
  const assessment = collection.assessment ?? (workbook.status === 'ready' ? workbook.assessment : undefined);
  if (!assessment?.scorecards.length) return;
  store.set({ busy: { what: '正在写入工作表' }, notice: undefined });
  try {
    const planned = await services.planScoreWorkbook(
      assessment,
      workbook.status === 'ready' ? workbook.snapshot : undefined,
    );
    // 核定 is the office's own: once it is there, nothing but a settlement changes it.
    const kept = workbook.status === 'ready' && ownSheet(workbook.snapshot, SHEETS.settlements);
    const sheets = planned.sheets.filter(({ name }) => !kept || name !== SHEETS.settlements);
    const before = workbook.status === 'ready' ? keptQuarter(workbook.snapshot, assessment.quarter) : undefined;
    await host.writeSheets(owned([...sheets, ...(before?.sheets ?? [])]));
    const names = sheets.map(({ name }) => `“${name}”`).join('、');
    store.set(({ collection: now }) => ({
      collection: { ...now, written: true },
      notice: { intent: 'success', text: `已写入${names}。再次写入只更新这几张表。${keptWords(before)}` },
    }));
    await readOpen(pane, { quietly: true });
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '没有写入，工作簿保持原样。请稍后重试。') } });
  } finally {
    store.set({ busy: undefined });
  }
}
