import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { AssessOptions } from '../assess/assess-intakes';
import { readIntake, type ReadInput } from './read-file';
import type { Threads } from './threads';

/** Whether a file's name is that of a workbook. */
export function isWorkbook(path: string): boolean {
  return ['.xlsx', '.xlsm', '.xls', '.et'].includes(extname(path).toLowerCase());
}

/** What lies there; undefined for nothing, and for what cannot be looked at. */
export function found(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Where a file really lies: one may go by several names. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** Whether two names mean the same file. */
export function isSameFile(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

/**
 * Workbooks in a folder and below it; not the lock files that Excel and WPS leave beside an open workbook. A folder that
 * cannot be looked into stands for itself, so that it is told of like a file that cannot be read.
 * @param above the folders that it is in, which links may lead back to
 */
function inFolder(folder: string, above: string[] = []): string[] {
  const here = realPath(folder);
  if (above.includes(here)) return [];
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [folder];
  }
  return names
    .filter((name) => !/^(~\$|\.)/.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const stats = found(path);
      if (stats?.isDirectory()) return inFolder(path, [...above, here]);
      return stats?.isFile() && isWorkbook(name) ? [path] : [];
    })
    .sort();
}

/** The files that the arguments name, each once; a folder stands for the workbooks in it. */
export function listFiles(paths: string[]): string[] {
  const files = paths.flatMap((path) => (found(path)?.isDirectory() ? inFolder(path) : [path]));
  const once = new Map<string, string>();
  for (const path of files) if (!once.has(realPath(path))) once.set(realPath(path), path);
  return [...once.values()];
}

/** A file's name, or its path where two files have the same name. */
function labels(paths: string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set(paths.map((path) => basename(path)).filter((name) => seen.size === seen.add(name).size));
  return paths.map((path) => (twice.has(basename(path)) ? relative('.', path) : basename(path)));
}

/** The files that the arguments name, and what results call them. */
export function labelledFiles(paths: string[]): { path: string; label: string }[] {
  const files = listFiles(paths);
  const names = labels(files);
  return files.map((path, index) => ({ path, label: names[index] }));
}

type Progress = (done: number, total: number, file: string) => void;

/**
 * Reads workbooks, on all cores where there are many, and keeps of each only what it says. What cannot be read is
 * reported and the rest is read all the same. Results are in the order of the files.
 * @param progress is told before each file
 */
export async function readFiles(
  paths: string[],
  options: AssessOptions,
  threads: Threads,
  progress: Progress,
): Promise<ReadInput[]> {
  const files = labelledFiles(paths);
  const tell = (index: number) => progress(index, files.length, files[index].label);
  if (threads.startFor(files.length)) {
    return Promise.all(files.map(({ path, label }, index) => threads.read(path, label, options, () => tell(index))));
  }
  return files.map(({ path, label }, index) => {
    tell(index);
    return readIntake(path, label, options);
  });
}
