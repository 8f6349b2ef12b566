import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = process.cwd();

/** Builds one part of what ships, as it ships, into a folder of the benchmarks' own; gives the folder. */
export function build(part: 'functions' | 'pages' | 'cli' | 'workbench'): string {
  const folder = path.join(ROOT, 'node_modules', '.cache', 'yl-bench', part);
  fs.rmSync(folder, { recursive: true, force: true });
  const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  execFileSync(process.execPath, [webpack, '--config-name', part, '--output-path', folder], { cwd: ROOT });
  return folder;
}
