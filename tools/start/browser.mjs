import { spawn } from 'node:child_process';

/** The program that opens an address in the person's browser; undefined where nobody would see it. */
function opener() {
  const { BROWSER, CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || BROWSER === 'none') return undefined;
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  if (process.platform === 'darwin') return ['open'];
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens an address in the browser if there is one. Not having one is no failure: the address was printed. */
export function openBrowser(address) {
  const [program, ...args] = opener() ?? [];
  if (!program) return;
  const started = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  started.on('error', () => {});
  started.unref();
}
