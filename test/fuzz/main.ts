/**
 * npm run fuzz -- --seed 7 --count 10000: spoils the sample workbooks at random and assesses them. Ends with 1 when one
 * crashes, takes too long or gives a wrong score without a word. `--from N --count 1` makes a single one again.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, originalsIn } from './fuzz';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    folder: { type: 'string', default: path.join('assets', 'samples') },
  },
});
const SECONDS = 2;
const [seed, count, from] = [values.seed, values.count, values.from].map(Number);

// The xlsx library complains of records that it does not know, of which spoilt files have many.
console.error = () => undefined;
const progress = (number: number) => {
  // Should one hang, its number is on the screen.
  if (process.stderr.isTTY) process.stderr.write(`\r${number} `);
  else if (number % 500 === 0) process.stderr.write(`${number} `);
};
const { kinds, problems, slowest } = fuzz(originalsIn(values.folder), {
  seed,
  count,
  from,
  seconds: SECONDS,
  progress,
});
process.stderr.write('\n');

console.log(`seed ${seed}, ${count} workbooks from ${from} on`);
console.table(Object.fromEntries(kinds));
console.log(`slowest: ${Math.round(slowest.milliseconds)} ms (number ${slowest.number})`);
for (const { number, file, what, problem } of problems) console.log(`\n#${number} ${file} ${what}\n  ${problem}`);
console.log(problems.length ? `\n${problems.length} went wrong.` : 'None went wrong.');
process.exitCode = problems.length ? 1 : 0;
