import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** Names and times of all files that a part is made of. */
function fingerprint(sources: string[]): string {
  const hash = createHash('sha256');
  for (const source of sources.map((name) => path.join(ROOT, name))) {
    const isFolder = fs.statSync(source).isDirectory();
    const names = isFolder ? (fs.readdirSync(source, { recursive: true }) as string[]).sort() : [''];
    for (const name of names) hash.update(`${name}\0${fs.statSync(path.join(source, name)).mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * The folder with a part of the build as it ships, built unless that was done since the last change.
 * @param sources files and folders, from the project's own, that the part is made of
 * @param env options of the build, such as officejs=cdn
 */
export function builtPart(part: 'functions' | 'pages', sources: string[], env: string[] = []): string {
  const cache = path.join(ROOT, 'node_modules', '.cache', `yl-test-${[part, ...env].join('-').replace(/\W+/g, '-')}`);
  const folder = path.join(cache, fingerprint(sources));
  if (fs.existsSync(folder)) return folder;
  const working = `${folder}-${process.pid}`;
  const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const options = ['--config-name', part, '--mode', 'production', '--output-path', working];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webpack, ...options, ...env.flatMap((option) => ['--env', option])],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  for (const old of fs.readdirSync(cache)) {
    if (/^[0-9a-f]{16}$/.test(old)) fs.rmSync(path.join(cache, old), { recursive: true, force: true });
  }
  // Another test file may have been quicker: its build is the same.
  if (fs.existsSync(folder)) fs.rmSync(working, { recursive: true });
  else fs.renameSync(working, folder);
  return folder;
}
