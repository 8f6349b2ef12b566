/**
 * The main job on the sample workbooks, from sources to results: `npm start`.
 * Builds the command line, assesses assets/samples, writes the score workbook and the bulletin to out/.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const SAMPLES = path.join('assets', 'samples');
const OUT = 'out';
const QUARTER = '2023Q3';
/** `yl` ends with 1 when it has done its work and found errors in the workbooks. */
const DONE = [0, 1];

function node(args, accepted) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (!accepted.includes(status)) process.exit(status ?? 1);
}

const yl = (...args) => node([path.join('dist', 'cli.js'), ...args], DONE);

if (!fs.existsSync(path.join(ROOT, SAMPLES))) {
  console.error(`找不到示例工作簿文件夹 ${SAMPLES}。`);
  process.exit(1);
}
fs.rmSync(path.join(ROOT, OUT), { recursive: true, force: true });
fs.mkdirSync(path.join(ROOT, OUT));
const scores = path.join(OUT, '考评.xlsx');
const bulletin = path.join(OUT, '通报.docx');

console.log('一、生成命令行工具……');
node([path.join('node_modules', 'webpack', 'bin', 'webpack.js'), '--config-name', 'cli'], [0]);
console.log(`二、核对 ${SAMPLES} 中的工作簿并计分……`);
yl('assess', SAMPLES, '--quarter', QUARTER, '--out', scores);
console.log('三、生成季度通报……');
yl('bulletin', SAMPLES, '--quarter', QUARTER, '--out', bulletin);
for (const file of [scores, bulletin]) {
  if (!fs.existsSync(path.join(ROOT, file))) {
    console.error(`没有生成 ${file},请看上面的提示。`);
    process.exit(1);
  }
}
console.log(`完成。\n  得分工作簿:${path.join(ROOT, scores)}\n  季度通报:${path.join(ROOT, bulletin)}`);
