/** Bundles a TypeScript program with the sources that it measures or tests, and runs it: node bench/run.mjs FILE [ARGUMENT…] */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const ROOT = path.join(import.meta.dirname, '..');
const { rulebookModule } = require('../tools/rulebook-module.cjs');

/** The rulebook folder as data, made by the same code as in the product's build. */
const rulebook = {
  name: 'rulebook',
  setup(builder) {
    builder.onLoad({ filter: /rulebook\.yaml$/ }, ({ path: file }) => ({
      contents: rulebookModule(file),
      loader: 'js',
    }));
  },
};

const [file, ...args] = process.argv.slice(2);
const outfile = path.join(ROOT, 'node_modules', '.cache', 'yl-bench', `${path.basename(file, '.ts')}.cjs`);
await build({
  entryPoints: [path.resolve(file)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [rulebook],
  logLevel: 'warning',
});
const { status, signal } = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (signal) console.error(`Ended by ${signal}.`);
process.exitCode = status ?? 1;
