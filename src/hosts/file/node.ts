import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../workbook/host';
import type { FileStore } from './file-host';

/** A file on disk. */
export function diskFile(path: string): FileStore {
  return {
    load() {
      try {
        return readFileSync(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw new HostError(`“${path}”打不开，可能没有权限或正被其他程序占用。请检查后重试。`);
      }
    },
    save: (bytes) => replaceFile(path, bytes),
  };
}

/**
 * Writes a file under another name first and then puts it in its place: what was there stays as it was when the disk is
 * full or the program is ended halfway.
 */
export function replaceFile(path: string, content: Uint8Array | string): void {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    writeFileSync(unfinished, content, { flag: 'wx' });
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
    throw new HostError(
      `结果写不到“${path}”，原有文件没有改动。请核对文件夹是否存在、文件是否正被打开、磁盘是否已满。`,
    );
  }
}
