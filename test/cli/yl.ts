import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const BUILT = path.join(ROOT, 'node_modules', '.cache', 'yl-test-cli');

function newest(folder: string): number {
  return Math.max(
    ...fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );
}

/** Builds the command line as it ships, unless it was built since the last change. */
export function buildCli(): string {
  const file = path.join(BUILT, 'cli.js');
  const built = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < Math.max(newest(path.join(ROOT, 'src')), newest(path.join(ROOT, 'tools')))) {
    const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [webpack, '--config-name', 'cli', '--mode', 'production', '--output-path', BUILT],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  }
  return file;
}

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs yl with arguments, as a shell would. */
export function yl(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [buildCli(), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own that goes when the test run ends. */
export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'yl-'));
}
