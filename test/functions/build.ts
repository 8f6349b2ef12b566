import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'yl-test-functions');
const SOURCES = ['src/functions', 'src/rulebook', 'src/scoring', 'tools', 'webpack.config.js'];

/** Names and times of all files that functions.js is made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.map((name) => path.join(ROOT, name))) {
    const isFolder = fs.statSync(source).isDirectory();
    const names = isFolder ? (fs.readdirSync(source, { recursive: true }) as string[]).sort() : [''];
    for (const name of names) hash.update(`${name}\0${fs.statSync(path.join(source, name)).mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The folder with functions.js and functions.json as they ship, built unless that was done since the last change. */
export function builtFunctions(): string {
  const folder = path.join(CACHE, fingerprint());
  if (fs.existsSync(folder)) return folder;
  const working = `${folder}-${process.pid}`;
  const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const options = ['--config-name', 'functions', '--mode', 'production', '--output-path', working];
  const { status, stdout, stderr } = spawnSync(process.execPath, [webpack, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  for (const old of fs.readdirSync(CACHE)) {
    if (/^[0-9a-f]{16}$/.test(old)) fs.rmSync(path.join(CACHE, old), { recursive: true, force: true });
  }
  // Another test file may have been quicker: its build is the same.
  if (fs.existsSync(folder)) fs.rmSync(working, { recursive: true });
  else fs.renameSync(working, folder);
  return folder;
}
