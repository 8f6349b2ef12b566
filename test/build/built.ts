import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** A build takes less than this; whoever holds the lock longer is no longer there. */
const LONGEST_BUILD = 300_000;

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

/** True when the lock is ours; waits for another's build to end otherwise. */
function locked(lock: string): boolean {
  try {
    fs.mkdirSync(lock, { recursive: false });
    return true;
  } catch {
    const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - since > LONGEST_BUILD) fs.rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    return false;
  }
}

function build(part: string, env: string[], folder: string): void {
  const working = `${folder}-${process.pid}`;
  const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const options = ['--config-name', part, '--mode', 'production', '--output-path', working];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webpack, ...options, ...env.flatMap((option) => ['--env', option])],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  fs.renameSync(working, folder);
}

/**
 * The folder with a part of the build as it ships, built unless that was done since the last change. Test files that
 * run at the same time wait for one build.
 * @param sources files and folders, from the project's own, that the part is made of
 * @param env options of the build, such as officejs=cdn
 */
export function builtPart(part: 'functions' | 'pages' | 'cli', sources: string[], env: string[] = []): string {
  const cache = path.join(ROOT, 'node_modules', '.cache', `yl-test-${[part, ...env].join('-').replace(/\W+/g, '-')}`);
  const folder = path.join(cache, fingerprint(sources));
  const lock = path.join(cache, 'lock');
  fs.mkdirSync(cache, { recursive: true });
  while (!fs.existsSync(folder)) {
    if (!locked(lock)) continue;
    try {
      if (fs.existsSync(folder)) break;
      for (const old of fs.readdirSync(cache)) {
        if (old !== 'lock') fs.rmSync(path.join(cache, old), { recursive: true, force: true });
      }
      build(part, env, folder);
    } finally {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
  return folder;
}
