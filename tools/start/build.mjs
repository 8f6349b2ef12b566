import { spawnSync } from 'node:child_process';
import { at, ROOT } from './place.mjs';

/** Builds a part of webpack.config.js; ends everything when it cannot be built. */
export function build(part) {
  const webpack = at('node_modules', 'webpack', 'bin', 'webpack.js');
  const args = [webpack, '--config-name', part];
  const { status, signal } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status === 0) return;
  // Ctrl+C is no failure.
  if (signal !== 'SIGINT') console.error('没有生成成功，原因见上。可以先运行 npm ci 重新安装，再试一次。');
  process.exit(status ?? 1);
}
