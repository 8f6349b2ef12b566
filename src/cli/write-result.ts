import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { wrongCall } from './failure';

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
