import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SHEETS } from '../score-workbook/sheet-names';
import { wrongCall } from './failure';
import { readFile } from './read-file';
import { listFiles } from './read-files';

/** A result must not take the place of a workbook that it is made from; an earlier score workbook of ours may go. */
export function refuseOverwriting(option: string, out: string | undefined, paths: string[]): void {
  if (out === undefined || !existsSync(out)) return;
  const source = listFiles(paths).find((path) => resolve(path) === resolve(out));
  if (source === undefined) return;
  const isOurs = readFile(source, source).snapshot?.sheets.some(({ name }) => name === SHEETS.scores);
  if (!isOurs) throw wrongCall(`${option}指定的“${out}”是要考评的工作簿，不能写成结果，请换一个名称。`);
}

/**
 * Writes a result under another name first and then puts it in its place: what was there stays as it was when the disk is
 * full or the program is ended halfway.
 */
export function writeResult(path: string, content: Uint8Array | string): void {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    writeFileSync(unfinished, content, { flag: 'wx' });
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
    throw wrongCall(`结果写不到“${path}”，原有文件没有改动。请核对文件夹是否存在、文件是否正被打开、磁盘是否已满。`);
  }
}
