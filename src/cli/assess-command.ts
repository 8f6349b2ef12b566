import { assess } from '../assess/assess';
import type { Assessment } from '../assessment';
import { writeWorkbook } from '../hosts/file/write-workbook';
import rulebook from '../rulebook/default';
import { withKept } from '../score-workbook/kept-quarters';
import { planScoreWorkbook } from '../score-workbook/plan';
import type { Snapshot } from '../workbook/snapshot';
import { toJson } from './assessment-json';
import { toText } from './assessment-text';
import { EXIT, Failure } from './failure';
import { cutOff, headingMapping, readingChoice, unitName } from './options';
import { readFiles } from './read-files';
import { carriedOver } from './carried-over';
import { earlierResult, writeResult } from './write-result';

export interface SharedOptions {
  quarter?: string;
  asOf?: string;
  unit?: string;
  readings?: string;
  mapping?: string;
}

/** Says on a terminal which file is being read; standard output stays clean. */
function progress(done: number, total: number, file: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K正在读取${done + 1}/${total}：${file}`);
}

/**
 * Reads and assesses the files that a command names.
 * @param earlier the score workbook whose settlements and readings count again
 */
export async function assessFiles(paths: string[], options: SharedOptions, earlier?: Snapshot): Promise<Assessment> {
  const asOf = cutOff(rulebook, options.quarter, options.asOf);
  const mapping = headingMapping(options.mapping);
  const unit = unitName(rulebook, options.unit);
  const { readings, settlements } = carriedOver(earlier, readingChoice(rulebook, options.readings));
  const settings = { asOf, readings, unit, mapping };
  const inputs = await readFiles(paths, settings, progress);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (!inputs.length) throw new Failure('所给文件夹中没有Excel工作簿（.xlsx或.xls）。', EXIT.nothingRead);
  return assess(rulebook, inputs, { ...settings, settlements });
}

function exitCode(assessment: Assessment): number {
  if (assessment.files.every(({ status }) => status === 'unreadable')) return EXIT.nothingRead;
  return assessment.findings.some(({ severity }) => severity === 'error') ? EXIT.foundErrors : EXIT.done;
}

/** yl assess */
export async function assessCommand(
  paths: string[],
  options: SharedOptions & { out?: string; json?: boolean },
): Promise<number> {
  const earlier = earlierResult('--out', options.out, paths);
  const assessment = await assessFiles(paths, options, earlier);
  if (options.out) {
    const planned = withKept(planScoreWorkbook(assessment, undefined, earlier), assessment.quarter, earlier);
    writeResult(options.out, await writeWorkbook(planned));
  }
  const output = options.json ? JSON.stringify(toJson(assessment), null, 2) : toText(assessment);
  process.stdout.write(`${output}\n`);
  return exitCode(assessment);
}
