import { dirname, extname } from 'node:path';
import { replaceFiles } from '../hosts/file/node';
import { wrongCall } from './failure';
import { found, isSameFile } from './read-files';
import { say } from './terminal';

/** A file that is made and not yet written. */
export interface Result {
  path: string;
  content: Uint8Array;
  /** What becomes of what was there, if there is something to say. */
  became?: string;
}

/**
 * Refuses, before any work is done, a result that could not be written, whose name would lie about what it is, or that
 * would take the place of a file that it is made from.
 * @param option the option that names it
 * @param sources the files that the call reads
 */
export function checkResult(option: string, path: string, ending: string, sources: (string | undefined)[] = []): void {
  if (found(path)?.isDirectory()) throw wrongCall(`${option}指定的“${path}”是文件夹，请写明文件名。`);
  if (extname(path).toLowerCase() !== ending) {
    throw wrongCall(`${option}指定的“${path}”应以${ending}结尾，请改正名称。`);
  }
  if (sources.some((source) => source !== undefined && isSameFile(source, path))) {
    throw wrongCall(`${option}指定的“${path}”是这次要读取的文件，写入后会丢失，请换一个名称。`);
  }
  if (!found(dirname(path))?.isDirectory()) {
    throw wrongCall(`结果写不到“${path}”：没有文件夹“${dirname(path)}”，请先建立，或者换一个。`);
  }
}

/** Puts results in their places, all or none, and says what became of what was there. */
export function writeResults(results: Result[]): void {
  replaceFiles(results);
  for (const { became } of results) say(became ?? '');
}
