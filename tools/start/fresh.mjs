import fs from 'node:fs';
import path from 'node:path';
import { digestOf } from '../digest.cjs';
import { at } from './place.mjs';

/** All that the page is made of. */
const SOURCES = ['src', 'assets', 'tools', 'webpack.config.js', 'tsconfig.json', 'package-lock.json'];
const BUILT = at('dist', 'workbench', 'workbench.js');
/** Beside the bundler's own memory: goes with the installed packages. */
const STAMP = at('node_modules', '.cache', 'workbench-built-from');

/** Whether the page in dist/ was built from the sources as they are. */
export function isFresh() {
  return fs.existsSync(STAMP) && fs.existsSync(BUILT) && fs.readFileSync(STAMP, 'utf8') === stamp();
}

/** Remembers what the page was just built from. */
export function markFresh() {
  fs.mkdirSync(path.dirname(STAMP), { recursive: true });
  fs.writeFileSync(STAMP, stamp());
}

/** One text for the state of the sources and of what was built: another build since then wrote another page. */
function stamp() {
  return `${digestOf(...SOURCES.map((source) => at(source)))} ${fs.statSync(BUILT).mtimeMs}`;
}
