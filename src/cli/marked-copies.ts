import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../assessment';
import { FileHost } from '../hosts/file/file-host';
import { diskFile, replaceFiles } from '../hosts/file/node';
import { marksFor } from '../score-workbook/finding-marks';
import { HostError, type CellMark } from '../workbook/host';
import { wrongCall } from './failure';
import { readFile } from './read-file';
import { isSameFile, labelledFiles } from './read-files';
import { oneLine, say } from './terminal';

/** The copies that workbooks get in a folder, whether or not they will have marks. */
function copiesIn(folder: string, paths: string[]): { path: string; label: string; copy: string }[] {
  return labelledFiles(paths).map(({ path, label }) => ({
    path,
    label,
    copy: join(folder, label.replace(/[\\/]/g, '_')),
  }));
}

/** Refuses, before any work is done, a folder in which copies would take the place of the workbooks. */
export function checkMarksFolder(folder: string, paths: string[]): void {
  const copies = copiesIn(folder, paths);
  if (copies.some(({ copy }) => existsSync(copy) && copies.some(({ path }) => isSameFile(path, copy)))) {
    throw wrongCall(`--marks指定的文件夹“${folder}”中有要考评的工作簿，写入后会丢失，请换一个文件夹。`);
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw wrongCall(`--marks指定的文件夹“${folder}”不能建立，请核对名称和权限。`);
  }
}

/**
 * Writes a copy of each workbook that something was found in, with a fill and a note on each cell that is meant, and says
 * on standard error what was written. The workbooks themselves stay as they are.
 */
export async function writeMarkedCopies(folder: string, paths: string[], assessment: Assessment): Promise<void> {
  let [cells, written] = [0, 0];
  for (const { path, label, copy } of copiesIn(folder, paths)) {
    const marks = marksFor(assessment.findings.filter(({ source }) => source?.file === label));
    if (!marks.length || !(await writeCopy(path, copy, marks))) continue;
    cells += marks.length;
    written += 1;
  }
  say(`已在“${oneLine(folder)}”写出${written}个工作簿的副本，标记${cells}个单元格；原文件没有改动。`);
}

/** Gives whether it was written; says why not. */
async function writeCopy(path: string, copy: string, marks: CellMark[]): Promise<boolean> {
  try {
    refuseOthersWork(path, copy);
    let bytes = diskFile(path).load();
    const host = new FileHost(basename(path), { load: () => bytes, save: (marked) => (bytes = marked) });
    await host.mark(marks);
    replaceFiles([{ path: copy, content: bytes! }]);
    return true;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    say(`没有标记“${oneLine(basename(path))}”：${oneLine(error.message)}`);
    return false;
  }
}

/** A file that is there already goes only if it says what the workbook says: else somebody's work would be lost. */
function refuseOthersWork(path: string, copy: string): void {
  if (!existsSync(copy)) return;
  const [mine, theirs] = [path, copy].map((each) => readFile(each, basename(path)).snapshot);
  if (!mine || !theirs || !isDeepStrictEqual(mine, theirs)) {
    throw new HostError(`已有“${copy}”，内容与原文件不同，可能有人改过，没有覆盖。请移走后重试，或换一个文件夹。`);
  }
}
