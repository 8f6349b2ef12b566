import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Assessment } from '../assessment';
import { FileHost } from '../hosts/file/file-host';
import { diskFile } from '../hosts/file/node';
import { marksFor } from '../score-workbook/finding-marks';
import { HostError, type CellMark } from '../workbook/host';
import { wrongCall } from './failure';
import { labelledFiles } from './read-files';

/**
 * Writes a copy of each workbook that something was found in, with a fill and a note on each cell that is meant, and says
 * on standard error what was written. The workbooks themselves stay as they are.
 */
export async function writeMarkedCopies(folder: string, paths: string[], assessment: Assessment): Promise<void> {
  const files = labelledFiles(paths);
  const copies = files.map(({ path, label }) => ({ path, label, copy: join(folder, label.replace(/[\\/]/g, '_')) }));
  if (copies.some(({ copy }) => files.some(({ path }) => resolve(path) === resolve(copy)))) {
    throw wrongCall(`--marks指定的文件夹“${folder}”中有要考评的工作簿，写入后会丢失，请换一个文件夹。`);
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw wrongCall(`--marks指定的文件夹“${folder}”不能建立，请核对名称和权限。`);
  }
  let [cells, written] = [0, 0];
  for (const { path, label, copy } of copies) {
    const marks = marksFor(assessment.findings.filter(({ source }) => source?.file === label));
    if (!marks.length || !(await writeCopy(path, copy, marks))) continue;
    cells += marks.length;
    written += 1;
  }
  process.stderr.write(`已在“${folder}”写出${written}个工作簿的副本，标记${cells}个单元格；原文件没有改动。\n`);
}

/** Gives whether it was written; says why not. */
async function writeCopy(path: string, copy: string, marks: CellMark[]): Promise<boolean> {
  try {
    copyFileSync(path, copy);
    const host = new FileHost(basename(path), diskFile(copy));
    await host.mark(marks);
    return true;
  } catch (error) {
    rmSync(copy, { force: true });
    const why = error instanceof HostError ? error.message : '副本写不到文件夹中，请核对权限和磁盘空间。';
    process.stderr.write(`没有标记“${basename(path)}”：${why}\n`);
    return false;
  }
}
