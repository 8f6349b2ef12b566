/** The built functions as Excel calls them: in a context of their own, with matrices of Chinese and percent texts. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from './build';
import { median, perSecond, rates, type Result } from './measure';

const KILO = 1000;
const CALLS = 50_000;
const LOADS = 9;
const MOST_KILOBYTES = 60;
const MOST_MILLISECONDS = 50;
const LEAST_CALLS = 300_000;

/** Arguments of YL.SCORE: the item, and an array of matrices. */
const ARGUMENTS: [string, unknown[][][]][] = [
  ['3.5', [[['88%', '７６％', 0.03]]]],
  ['2.10', [[[0.862], [2]]]],
  ['一、1.（2）', [[[1, 2]]]],
  ['2.2', [[['否'], ['2023年6月20日'], ['否']]]],
  ['3.9', [[['100%'], ['96.5%'], [3], [2], ['是']]]],
  [
    '5.2',
    [
      [
        ['指标', '数值'],
        ['办件数据未汇聚月数', '2'],
      ],
    ],
  ],
];

type Call = (item: unknown, facts: unknown) => number;

interface Loaded {
  score: Call;
  milliseconds: number;
}

function load(script: vm.Script): Loaded {
  const registered = new Map<string, Call>();
  const context = vm.createContext({
    CustomFunctions: {
      associate: (id: string, run: Call) => registered.set(id, run),
      Error: class {},
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    },
  });
  const started = performance.now();
  script.runInContext(context);
  return { score: registered.get('SCORE')!, milliseconds: performance.now() - started };
}

/** Compiling and running the script for the first time, each in a process of its own. */
function loadingTime(file: string): number {
  const program = `
    const vm = require('node:vm');
    const text = require('node:fs').readFileSync(process.argv[1], 'utf8');
    const context = vm.createContext({ CustomFunctions: { associate() {}, Error: class {}, ErrorCode: {} } });
    const started = performance.now();
    vm.runInContext(text, context);
    console.log(performance.now() - started);`;
  const times = Array.from({ length: LOADS }, () => Number(execFileSync(process.execPath, ['-e', program, file])));
  return median(times);
}

let sink = 0;

export async function functions(): Promise<Result[]> {
  const file = path.join(build('functions'), 'functions.js');
  const text = fs.readFileSync(file);
  const { score } = load(new vm.Script(text.toString()));
  const plain = (item: unknown, facts: unknown[][][]) => Number(item === facts) + facts.length;
  const overAll = (call: (item: unknown, facts: unknown[][][]) => number) => () => {
    for (let i = 0; i < CALLS; i++) sink += call(...ARGUMENTS[i % ARGUMENTS.length]);
  };
  const rate = rates({ score: overAll(score), plain: overAll(plain) }, 0.1);
  const calls = rate.score * CALLS;
  const milliseconds = loadingTime(file);
  const kilobytes = gzipSync(text, { level: 9 }).length / KILO;
  const machine = os.cpus()[0]?.model.trim() ?? '';
  return [
    {
      what: 'YL.SCORE 按 Excel 的调用方式（次/秒，单核）',
      measured: perSecond(calls),
      beside: `什么也不算的函数 ${perSecond(rate.plain * CALLS)}（${machine}）`,
      aim: '不低于 300 k/s',
      met: calls >= LEAST_CALLS,
    },
    {
      what: 'functions.js 载入',
      measured: `${milliseconds.toFixed(1)} ms`,
      beside: '新进程中编译并运行一次，9次取中位数',
      aim: `${MOST_MILLISECONDS} ms 以内`,
      met: milliseconds < MOST_MILLISECONDS,
    },
    {
      what: 'functions.js 大小（gzip）',
      measured: `${kilobytes.toFixed(1)} kB`,
      beside: `未压缩 ${(text.length / KILO).toFixed(0)} kB`,
      aim: `${MOST_KILOBYTES} kB 以内`,
      met: kilobytes < MOST_KILOBYTES,
    },
  ];
}

if (sink === Infinity) console.log(sink); // what is computed must be used
