import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import type { FileInput } from '../assess/assess';
import { readWorkbook } from '../hosts/file/read-workbook';
import { UnreadableFile } from '../hosts/file/unreadable';
import { wrongCall } from './failure';

const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xls', '.et']);

/** Workbooks in a folder and below it; not the lock files that Excel and WPS leave beside an open workbook. */
function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && WORKBOOKS.has(extname(entry.name).toLowerCase()))
    .filter((entry) => !/^(~\$|\.)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The files that the arguments name; a folder stands for the workbooks in it. */
export function listFiles(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw wrongCall(`找不到“${path}”,请核对文件或文件夹的名称。`);
    return found.isDirectory() ? inFolder(path) : [path];
  });
}

/** A file's name, or its path where two files have the same name. */
function labels(paths: string[]): string[] {
  return paths.map((path) => {
    const name = basename(path);
    return paths.some((other) => other !== path && basename(other) === name) ? relative('.', path) : name;
  });
}

function readOne(path: string, label: string): FileInput {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { file: label, sha256: '', reason: `“${label}”打不开,可能没有权限或正被其他程序占用。` };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return { file: label, sha256, snapshot: readWorkbook(bytes, label) };
  } catch (error) {
    // A workbook that breaks the reader must not stop the others.
    const reason = error instanceof UnreadableFile ? error.message : `“${label}”的内容不能识别,请另存为.xlsx后重试。`;
    return { file: label, sha256, reason };
  }
}

/**
 * Reads workbooks one after another; what cannot be read is reported and the rest is read all the same.
 * @param progress is told before each file
 */
export function readFiles(paths: string[], progress: (done: number, total: number, file: string) => void): FileInput[] {
  const files = listFiles(paths);
  const names = labels(files);
  return files.map((path, index) => {
    progress(index, files.length, names[index]);
    return readOne(path, names[index]);
  });
}
