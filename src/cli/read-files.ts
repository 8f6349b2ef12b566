import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { AssessOptions } from '../assess/assess-intakes';
import { readIntake, type ReadInput } from './read-file';
import type { Threads } from './threads';

const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xls', '.et']);

/** Workbooks in a folder and below it; not the lock files that Excel and WPS leave beside an open workbook. */
function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && WORKBOOKS.has(extname(entry.name).toLowerCase()))
    .filter((entry) => !/^(~\$|\.)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The files that the arguments name, each once; a folder stands for the workbooks in it. */
export function listFiles(paths: string[]): string[] {
  const files = paths.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ? inFolder(path) : [path],
  );
  return [...new Map(files.map((path) => [resolve(path), path])).values()];
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
