import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { ROOT } from './place.mjs';

/** Whether an Excel that takes add-ins is installed: there is one for Windows and one for the Mac. */
export function hasExcel() {
  if (process.platform === 'darwin') return fs.existsSync('/Applications/Microsoft Excel.app');
  if (process.platform !== 'win32') return false;
  const { status } = spawnSync('reg', ['query', 'HKCR\\Excel.Application\\CurVer'], { stdio: 'ignore' });
  return status === 0;
}

/** Builds the add-in and opens Excel with it; gives whether that went well. */
export function startExcel() {
  console.log('找到了 Excel：正在生成加载项并在 Excel 中打开。用完后运行 npm run stop:excel 卸载。');
  // npm is a script on Windows, which only a shell can start.
  const { status } = spawnSync('npm run start:excel', { cwd: ROOT, stdio: 'inherit', shell: true });
  return status === 0;
}
