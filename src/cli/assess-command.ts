import { assess } from '../assess/assess';
import type { Assessment } from '../assessment';
import rulebook from '../rulebook/default';
import type { Snapshot } from '../workbook/snapshot';
import { toJson } from './assessment-json';
import { toText } from './assessment-text';
import { carriedOver } from './carried-over';
import { earlierScores } from './earlier-scores';
import { EXIT, Failure } from './failure';
import { cutOff, headingMapping, readingChoice, unitName } from './options';
import type { ReadInput } from './read-file';
import { readFiles } from './read-files';
import { checkMarksFolder, writeMarkedCopies } from './marked-copies';
import { checkResult, writeResults } from './results';
import { scoresToWrite } from './score-result';
import { oneLine, print, printableJson, say } from './terminal';
import { withThreads, type Threads } from './threads';

export interface SharedOptions {
  quarter?: string;
  asOf?: string;
  unit?: string;
  readings?: string;
  mapping?: string;
  settlements?: string;
}

/** Says on a terminal which file is being read; standard output stays clean. */
function progress(done: number, total: number, file: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K正在读取${done + 1}/${total}：${oneLine(file)}`);
}

/**
 * Reads and assesses the files that a command names.
 * @param earlier the score workbook whose settlements and readings count again
 */
export async function assessFiles(
  paths: string[],
  options: SharedOptions,
  threads: Threads,
  earlier?: Snapshot,
): Promise<Assessment> {
  const asOf = cutOff(rulebook, options.quarter, options.asOf);
  const mapping = headingMapping(rulebook, options.mapping);
  const unit = unitName(rulebook, options.unit);
  const { readings, settlements } = carriedOver(earlier, readingChoice(rulebook, options.readings));
  const settings = { asOf, readings, unit, mapping };
  const inputs = await readFiles(paths, settings, threads, progress);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (!inputs.length) throw new Failure('所给文件夹中没有Excel工作簿（.xlsx或.xls）。', EXIT.nothingRead);
  if (!earlier) tellUnused(inputs);
  return assess(rulebook, inputs, { ...settings, settlements });
}

/** What the office settled in a workbook among those that are assessed does not count by itself; nor is that kept quiet. */
function tellUnused(inputs: ReadInput[]): void {
  for (const { file, settled } of inputs) {
    if (settled) say(`“${oneLine(file)}”中的核定${settled}条没有采用；要采用，请加--settlements指定这个文件。`);
  }
}

/** How a command ends that assessed files. */
export function exitCode(assessment: Assessment): number {
  if (assessment.files.every(({ status }) => status === 'unreadable')) return EXIT.nothingRead;
  return assessment.findings.some(({ severity }) => severity === 'error') ? EXIT.foundErrors : EXIT.done;
}

/** yl assess */
export async function assessCommand(
  paths: string[],
  options: SharedOptions & { out?: string; marks?: string; json?: boolean },
): Promise<number> {
  if (options.out !== undefined) checkResult('--out', options.out, '.xlsx');
  if (options.marks !== undefined) checkMarksFolder(options.marks, paths);
  const earlier = earlierScores('--out', options.out, options.settlements, paths);
  const assessment = await withThreads((threads) => assessFiles(paths, options, threads, earlier.decided));
  if (options.out !== undefined) writeResults([await scoresToWrite(options.out, assessment, earlier)]);
  if (options.marks !== undefined) await writeMarkedCopies(options.marks, paths, assessment);
  print(options.json ? printableJson(toJson(assessment)) : toText(assessment));
  return exitCode(assessment);
}
