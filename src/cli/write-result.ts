import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isOwn } from '../score-workbook/own-sheets';
import type { Snapshot } from '../workbook/snapshot';
import { wrongCall } from './failure';
import { readFile } from './read-file';
import { listFiles } from './read-files';

/**
 * The score workbook that a result takes the place of; undefined when there is none. Anything else that would be lost is
 * refused: a workbook that the result is made from, one with sheets of people's own, one that cannot be looked into.
 */
export function earlierResult(option: string, out: string | undefined, paths: string[]): Snapshot | undefined {
  if (out === undefined || !existsSync(out)) return undefined;
  const instead = '请换一个名称。';
  const { snapshot, reason } = readFile(out, basename(out));
  const foreign = snapshot?.sheets.filter((sheet) => !isOwn(sheet)).map(({ name }) => `“${name}”`) ?? [];
  if (snapshot && !foreign.length) return snapshot;
  if (listFiles(paths).some((path) => resolve(path) === resolve(out))) {
    throw wrongCall(`${option}指定的“${out}”是要考评的工作簿，不能写成结果，${instead}`);
  }
  if (snapshot)
    throw wrongCall(
      `${option}指定的“${out}”中有不是本程序写的工作表（${foreign.join('、')}），写入后会丢失，${instead}`,
    );
  throw wrongCall(`${option}指定的“${out}”已有内容但读不出来，写入后会丢失，${instead}${reason ?? ''}`);
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
