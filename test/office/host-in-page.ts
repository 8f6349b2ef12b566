import { build } from 'esbuild';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { HostError, type CellChange, type WorkbookHost } from '../../src/workbook/host';
import officeJsFiles from '../../tools/webpack/office-js-files.cjs';
import type { Desktop } from './desktop';
import { showIn } from './in-page';
import { serveFolder } from './serve-folder';

const LIBRARY = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const PAGE = `<!doctype html><meta charset="utf-8" /><script src="office-js/office.js"></script><script src="host-page.js"></script>`;

/** Serves a page that holds the host and Microsoft's library. */
export async function serveHostPage(): Promise<{ address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'yl-host-'));
  await build({ entryPoints: [join(__dirname, 'host-page.ts')], bundle: true, outdir: folder, target: 'es2020' });
  writeFileSync(join(folder, 'index.html'), PAGE);
  for (const file of officeJsFiles) {
    mkdirSync(dirname(join(folder, 'office-js', file)), { recursive: true });
    copyFileSync(join(LIBRARY, file), join(folder, 'office-js', file));
  }
  const { address, close } = await serveFolder(folder);
  return {
    address,
    close() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The host in a page, called from the test. */
class HostInPage {
  private listener?: (change: CellChange) => void;

  constructor(readonly page: Page) {}

  async call(method: keyof WorkbookHost, args: unknown[]): Promise<unknown> {
    const answer = await this.page.evaluate(([name, given]) => window.callHost(name, given), [method, args] as const);
    if (answer.failure !== undefined) throw new HostError(answer.failure);
    return answer.value;
  }

  async follow(listener: (change: CellChange) => void): Promise<() => Promise<void>> {
    if (!this.listener) await this.page.exposeFunction('tellChange', (change: CellChange) => this.listener?.(change));
    this.listener = listener;
    await this.page.evaluate(() => window.followChanges());
    return () => this.page.evaluate(() => window.endFollowing());
  }
}

/** Opens the page over a desktop; gives its host. */
export async function openHostPage(browser: Browser, address: string, desktop: Desktop): Promise<WorkbookHost> {
  const page = await browser.newPage();
  await showIn(page, desktop);
  await page.goto(address);
  const inside = new HostInPage(page);
  const method =
    (name: keyof WorkbookHost) =>
    (...args: unknown[]) =>
      inside.call(name, args);
  const names = ['read', 'writeSheets', 'select', 'getSetting', 'setSetting', 'setCells', 'mark', 'unmark'] as const;
  const methods = Object.fromEntries(names.map((name) => [name, method(name)]));
  return { ...methods, onChange: (listener) => inside.follow(listener) } as WorkbookHost;
}
