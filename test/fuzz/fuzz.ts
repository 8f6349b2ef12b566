import fs from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { assessBytes, judge, type Original } from './judge';
import { mutate, type Kind } from './mutate';
import { Random } from './random';

export interface Problem {
  /** With the seed, what makes this one workbook again. */
  number: number;
  file: string;
  what: string;
  problem: string;
}

export interface Report {
  /** How many of a kind were refused with a sentence, and how many were read. */
  kinds: Map<Kind, { refused: number; read: number }>;
  problems: Problem[];
  slowest: { milliseconds: number; number: number };
}

export interface FuzzOptions {
  seed: number;
  count: number;
  /** The number of the first workbook; one that went wrong is made again alone by its number. */
  from?: number;
  /** No workbook, however spoilt, may take longer. */
  seconds?: number;
  progress?: (number: number) => void;
}

/** The workbooks in a folder, as they are before anything is done to them. */
export function originalsIn(folder: string): Original[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .map((file) => {
      const bytes = new Uint8Array(fs.readFileSync(path.join(folder, file)));
      const result = assessBytes(bytes, file);
      if ('refused' in result) throw new Error(`${file}: ${result.refused}`);
      const sheets = readWorkbook(bytes, file).sheets.map(({ name }) => name);
      return { file, bytes, sheets, assessment: result.assessment };
    });
}

/** Spoils workbooks at random, assesses them, and gathers what goes wrong. */
export function fuzz(
  originals: Original[],
  { seed, count, from = 0, seconds = Infinity, progress }: FuzzOptions,
): Report {
  const report: Report = { kinds: new Map(), problems: [], slowest: { milliseconds: 0, number: -1 } };
  for (let number = from; number < from + count; number++) {
    progress?.(number);
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b));
    const original = random.pick(originals);
    const mutant = mutate(original.bytes, random);
    const tell = (problem: string) => report.problems.push({ number, file: original.file, what: mutant.what, problem });
    const started = performance.now();
    try {
      const result = assessBytes(mutant.bytes, original.file);
      const counts = report.kinds.get(mutant.kind) ?? { refused: 0, read: 0 };
      report.kinds.set(mutant.kind, counts);
      counts['refused' in result ? 'refused' : 'read']++;
      const problem = judge(original, mutant, result);
      if (problem !== undefined) tell(problem);
    } catch (error) {
      tell(`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const milliseconds = performance.now() - started;
    if (milliseconds > seconds * 1000) tell(`took ${Math.round(milliseconds)} ms`);
    if (milliseconds > report.slowest.milliseconds) report.slowest = { milliseconds, number };
  }
  return report;
}
