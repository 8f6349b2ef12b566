import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { HostError } from '../../workbook/host';
import type { FileStore } from './file-host';

/** A name that is too long is that of no file either. */
const NOTHING_THERE = ['ENOENT', 'ENAMETOOLONG'];

/** A file on disk. */
export function diskFile(path: string): FileStore {
  return {
    load() {
      try {
        return readFileSync(path);
      } catch (error) {
        if (NOTHING_THERE.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
        throw new HostError(`“${path}”打不开，可能没有权限或正被其他程序占用。请检查后重试。`);
      }
    },
    save: (content) => replaceFiles([{ path, content }]),
  };
}

/** A file that is to be written, in the place of another where there is one. */
export interface NewFile {
  path: string;
  content: Uint8Array;
}

/**
 * Writes files under other names first, and only when all are complete puts them in their places: what was there stays as
 * it was when the disk is full or the program is ended halfway.
 */
export function replaceFiles(files: NewFile[]): void {
  const unfinished: string[] = [];
  let current = '';
  try {
    const moves = files.map(({ path, content }) => {
      current = path;
      const { target, mode } = placeOf(path);
      // A short name: that of the file may be as long as names can be.
      const written = join(dirname(target), `.yl-${randomUUID()}`);
      unfinished.push(written);
      writeFileSync(written, content, { flag: 'wx', mode });
      return { path, target, written };
    });
    for (const { path, target, written } of moves) {
      current = path;
      renameSync(written, target);
    }
  } catch {
    for (const file of unfinished) removeIfThere(file);
    throw new HostError(
      `结果写不到“${current}”，原有文件没有改动。请核对文件夹是否存在、能否写入，文件是否只读或正被打开，名称是否太长，磁盘是否已满。`,
    );
  }
}

/** Where a file really lies, which a link may only point to, and who may read it. Throws for one that is read-only. */
function placeOf(path: string): { target: string; mode?: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return { target: path };
  if (found.isDirectory()) throw new Error('a folder');
  accessSync(path, constants.W_OK);
  return { target: realpathSync(path), mode: found.mode & 0o777 };
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What cannot be written cannot be removed either.
  }
}
