import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { builtPart } from '../build/built';

/** The command line as it ships. */
export function buildCli(): string {
  return path.join(builtPart('cli', ['src', 'tools', 'webpack.config.js']), 'cli.js');
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

/** A folder of its own; whoever asks for it removes it. */
export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'yl-'));
}
