/** npm run bench [-- NAME…]: measures what the product promises and prints it as the README's table has it. */
import os from 'node:os';
import { functions } from './functions';
import { intake } from './intake';
import type { Result } from './measure';
import { pane } from './pane';
import { quarter } from './quarter';
import { scoring } from './scoring';
import { workbench } from './workbench';

const BENCHES: { [name: string]: () => Promise<Result[]> } = { scoring, functions, quarter, pane, intake, workbench };

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !BENCHES[name]);
  if (unknown.length) {
    console.error(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  console.log(`${new Date().toISOString().slice(0, 10)}，Node ${process.versions.node}，${os.cpus().length}核\n`);
  console.log('| 项目 | 结果 | 对照 | 目标 | 达到 |\n|---|---|---|---|---|');
  for (const name of wanted.length ? wanted : Object.keys(BENCHES)) {
    for (const { what, measured, beside, aim, met } of await BENCHES[name]()) {
      console.log(`| ${what} | ${measured} | ${beside} | ${aim} | ${met ? '是' : '**否**'} |`);
    }
  }
}

void main();
