import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isOwn } from '../score-workbook/own-sheets';
import { ledgerIn } from '../score-workbook/settlements-ledger';
import type { Snapshot } from '../workbook/snapshot';
import { wrongCall } from './failure';
import { readFile } from './read-file';
import { isSameFile, listFiles } from './read-files';

/**
 * The score workbook that a result is written into; undefined when there is none yet. What is none is refused: a workbook
 * that the result is made from, one without sheets of ours, one that cannot be looked into.
 */
function earlierResult(option: string, out: string | undefined, paths: string[]): Snapshot | undefined {
  if (out === undefined || !existsSync(out)) return undefined;
  const instead = '请换一个名称。';
  const { snapshot, reason } = readFile(out, basename(out));
  const isInput = listFiles(paths).some((path) => isSameFile(path, out));
  if (isInput && !snapshot?.sheets.every(isOwn)) {
    throw wrongCall(`${option}指定的“${out}”是要考评的工作簿，不能写成结果，${instead}`);
  }
  if (!snapshot) throw wrongCall(`${option}指定的“${out}”已有内容但读不出来，写入后会丢失，${instead}${reason ?? ''}`);
  if (!snapshot.sheets.some(isOwn)) {
    throw wrongCall(`${option}指定的“${out}”不是得分工作簿，其中没有本程序写的工作表，没有写入，${instead}`);
  }
  return snapshot;
}

/** The score workbooks that a command goes by. */
export interface EarlierScores {
  /** The one that the result is written into. */
  replaced?: Snapshot;
  /** The one whose 核定, 口径 and remarks count again. */
  decided?: Snapshot;
}

/**
 * Finds the score workbooks that a command goes by.
 * @param option the option that names the result, and `out` what it names
 * @param settlements the workbook that --settlements names
 * @throws Failure where --settlements contradicts the result, or names no score workbook
 */
export function earlierScores(
  option: string,
  out: string | undefined,
  settlements: string | undefined,
  paths: string[],
): EarlierScores {
  const replaced = earlierResult(option, out, paths);
  if (settlements === undefined) return { replaced, decided: replaced };
  if (replaced && !isSameFile(out!, settlements)) {
    throw wrongCall(`${option}指定的“${out}”中已有核定表，不能再用--settlements指定另一个工作簿，请只用其中一个。`);
  }
  const { snapshot, reason } = readFile(settlements, basename(settlements));
  if (!snapshot) throw wrongCall(reason ?? `--settlements指定的“${settlements}”不能读取。`);
  if (!ledgerIn(snapshot)) throw wrongCall(`--settlements指定的“${settlements}”中没有核定表，请指定得分工作簿。`);
  return { replaced, decided: snapshot };
}
