/**
 * A quarter as the office has it: workbooks of several families, from files to scores, score workbook and bulletin in one
 * run of the command line, beside the xlsx library alone, which only parses the same files. Then ten and a hundred times as
 * many, as a city and a province would have.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import rulebook from '../src/rulebook/default';
import { build } from './build';
import { median, type Result } from './measure';

const SAMPLES = path.join('assets', 'samples');
/** How many of 45 workbooks are of each sample's kind, and the unit whose name changes. */
const KINDS: { sample: string; unit?: string; count: number }[] = [
  { sample: '县农业农村局自评表.xlsx', unit: '县农业农村局', count: 20 },
  { sample: '县民政局指标数据表.xlsx', unit: '县民政局', count: 14 },
  { sample: '匡远街道自评情况表.xlsx', unit: '匡远街道', count: 8 },
  { sample: '数据统计类指标汇总.xlsx', count: 1 },
  { sample: '办件数据汇聚情况表.xlsx', count: 1 },
  { sample: '专项组办公室台账.xlsx', count: 1 },
];
const QUARTER = 45;
const ROUNDS = 5;
const WORD = '通报.docx';
const SCORES = '考评.xlsx';
const MEGA = 2 ** 20;
const MOST_TIMES = 1.5;
const MOST_MEGABYTES = 400;
const MOST_DRIFT = 0.2;

/** The sample with another unit's name wherever its own stands. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const without = (name: string) => name.replace(/^县/, '');
  for (const name of Object.keys(parts).filter((part) => part.endsWith('.xml'))) {
    parts[name] = strToU8(strFromU8(parts[name]).replaceAll(without(from), without(to)));
  }
  return zipSync(parts);
}

/** Writes so many workbooks into a folder; every 45 are one office's quarter. */
function writeQuarter(folder: string, count: number): void {
  fs.mkdirSync(folder, { recursive: true });
  const samples = new Map(
    KINDS.map(({ sample }) => [sample, new Uint8Array(fs.readFileSync(path.join(SAMPLES, sample)))]),
  );
  const units = rulebook.units.map(({ name }) => name);
  const kinds = KINDS.flatMap((kind) => Array.from({ length: kind.count }, () => kind));
  for (let i = 0; i < count; i++) {
    const { sample, unit } = kinds[i % QUARTER];
    const other = units[i % units.length];
    const bytes = samples.get(sample)!;
    fs.writeFileSync(path.join(folder, `${i}-${sample}`), unit ? renamed(bytes, unit, other) : bytes);
  }
}

interface Run {
  seconds: number;
  megabytes: number;
}

/** Runs a script in a process of its own; gives its time from start to end, and its memory at most. */
function run(meter: string, script: string, args: string[]): Run {
  const started = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--require', meter, script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - started) / 1000;
  const kilobytes = /maxRSS (\d+)/.exec(stderr)?.[1];
  if (!kilobytes || (status !== 0 && status !== 1)) throw new Error(`${script} ended with ${status}: ${stderr}`);
  return { seconds, megabytes: (Number(kilobytes) * 1024) / MEGA };
}

export async function quarter(): Promise<Result[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yl-bench-'));
  try {
    const cli = path.join(build('cli'), 'cli.js');
    const parser = path.join(folder, 'parse.cjs');
    const library = JSON.stringify(require.resolve('@e965/xlsx'));
    fs.writeFileSync(
      parser,
      `const { read } = require(${library}); const fs = require('node:fs'); const [, , folder] = process.argv;
       for (const file of fs.readdirSync(folder)) read(fs.readFileSync(folder + '/' + file), { type: 'buffer', dense: true });`,
    );
    const at = (name: string) => path.join(folder, name);
    const meter = at('meter.cjs');
    fs.writeFileSync(
      meter,
      `process.on('exit', () => require('node:fs').writeSync(2, 'maxRSS ' + process.resourceUsage().maxRSS + '\\n'));`,
    );
    writeQuarter(at('45'), QUARTER);
    const outputs = ['--out', at(WORD), '--data', at(SCORES), '--date', '2023-10-16'];
    const ours: Run[] = [];
    const theirs: Run[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of [WORD, SCORES]) fs.rmSync(at(name), { force: true });
      ours.push(run(meter, cli, ['bulletin', at('45'), '--quarter', '2023Q3', ...outputs]));
      theirs.push(run(meter, parser, [at('45')]));
    }
    const seconds = median(ours.map((each) => each.seconds));
    const alone = median(theirs.map((each) => each.seconds));
    const memory = Math.max(...ours.map((each) => each.megabytes));
    const growth = [QUARTER, 10 * QUARTER, 100 * QUARTER].map((count) => {
      if (count > QUARTER) writeQuarter(at(String(count)), count);
      const assessed = run(meter, cli, ['assess', at(String(count)), '--quarter', '2023Q3']);
      return { count, perFile: (assessed.seconds * 1000) / count, megabytes: assessed.megabytes };
    });
    const [, city, province] = growth;
    return [
      {
        what: '一个季度：45个工作簿到得分、得分工作簿和通报',
        measured: `${seconds.toFixed(2)} s`,
        beside: `只用 @e965/xlsx 解析同样的文件 ${alone.toFixed(2)} s，${(seconds / alone).toFixed(1)}倍`,
        aim: `不超过${MOST_TIMES}倍`,
        met: seconds <= MOST_TIMES * alone,
      },
      {
        what: '同上，内存',
        measured: `${memory.toFixed(0)} MB`,
        beside: `只解析 ${Math.max(...theirs.map((each) => each.megabytes)).toFixed(0)} MB`,
        aim: `${MOST_MEGABYTES} MB 以内`,
        met: memory < MOST_MEGABYTES,
      },
      {
        what: '规模：45、450、4500个文件，每个文件用时',
        measured: growth.map(({ perFile }) => `${perFile.toFixed(1)}`).join('、') + ' ms',
        beside: '以450个为准（45个时，程序启动占去大半）',
        aim: '4500个比450个多不过20%',
        met: province.perFile <= city.perFile * (1 + MOST_DRIFT),
      },
      {
        what: '规模：内存',
        measured: growth.map(({ megabytes }) => megabytes.toFixed(0)).join('、') + ' MB',
        beside: '同上',
        aim: '不随文件数增长',
        met: province.megabytes <= city.megabytes * (1 + MOST_DRIFT),
      },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
