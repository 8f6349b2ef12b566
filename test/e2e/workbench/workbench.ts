import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

const ROOT = join(__dirname, '../../..');

/** The same page as one file, by the address it has when it is opened from disk. */
export const SINGLE_FILE = pathToFileURL(join(ROOT, 'dist', 'yl-workbench.html')).href;

/** What `npm start` gives a person: the page built, served and its address printed. */
export interface Started {
  address: string;
  /** Ctrl+C; gives how the program ended. */
  interrupt(): Promise<number | null>;
}

/** Runs `npm start` as on a machine without Excel, until it prints the address. */
export function start(): Promise<Started> {
  const env = { ...process.env, BROWSER: 'none' };
  const program = spawn(process.execPath, [join(ROOT, 'tools', 'start.mjs'), '--page'], { cwd: ROOT, env });
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (!address) return;
      const interrupt = () => {
        program.kill('SIGINT');
        return ended;
      };
      resolve({ address, interrupt });
    };
    program.stdout.on('data', read);
    program.stderr.on('data', read);
    void ended.then(() => reject(new Error(`npm start ended:\n${printed}`)));
  });
}

/** The page as a person sees it, with what goes wrong in it. */
export class Workbench {
  /** Errors, and requests to anywhere but the page's own two files. */
  readonly trouble: string[] = [];
  readonly pane;
  readonly total;

  private constructor(
    readonly page: Page,
    address: string,
  ) {
    this.pane = page.frameLocator('iframe[title="考评任务窗格"]');
    this.total = this.pane.getByRole('region', { name: '总分' }).getByRole('img');
    page.on('pageerror', (error) => this.trouble.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.trouble.push(message.text()));
    page.on('request', (request) => {
      const url = request.url();
      const own = [address, `${address}workbench.js`, 'about:srcdoc'].includes(url);
      if (!own && !/^(blob|data):/.test(url)) this.trouble.push(url);
    });
  }

  /** Opens the page and waits for the sample's score. */
  static async open(browser: Browser, address: string): Promise<Workbench> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
    page.setDefaultTimeout(60_000);
    const workbench = new Workbench(page, address);
    await page.goto(address);
    await workbench.total.waitFor();
    return workbench;
  }

  /** The total as read out: 总分41.3—94.3分，满分100分. */
  async totalText(): Promise<string> {
    return (await this.total.getAttribute('aria-label'))!;
  }

  /** Waits until the total is another than this. */
  async totalAfter(before: string): Promise<string> {
    await this.pane.locator(`[aria-label="总分"] [role=img]:not([aria-label="${before}"])`).waitFor();
    return this.totalText();
  }

  /** Picks a file in the page's picker. */
  async pick(name: string, bytes: Uint8Array): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
    await this.page.getByLabel('选择工作簿').setInputFiles(file);
  }

  /** Drops a file onto the page. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const data = await this.page.evaluateHandle(
      ([content, called]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(content)], called));
        return transfer;
      },
      [[...bytes], name] as const,
    );
    for (const type of ['dragover', 'drop']) await this.page.dispatchEvent('body', type, { dataTransfer: data });
  }

  /** Waits until a workbook of this name is open and assessed. */
  async isOpen(name: string): Promise<void> {
    await this.page.getByRole('banner').getByText(name, { exact: true }).waitFor();
    await this.page.getByRole('status').waitFor({ state: 'hidden' });
  }

  /** Saves a copy through the dialog; gives its name and bytes. */
  async saveCopy(): Promise<{ name: string; bytes: Uint8Array }> {
    await this.page.getByRole('button', { name: '另存副本…' }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: '保存副本' }).click();
    return fileOf(await download);
  }

  /** Waits until the pane takes the workbook for this unit's. */
  async concerns(unit: string): Promise<void> {
    const choice = this.pane.getByRole('combobox', { name: '单位' });
    for (let tries = 0; tries < 200 && (await choice.inputValue()) !== unit; tries++)
      await this.page.waitForTimeout(100);
    expect(await choice.inputValue()).toBe(unit);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** A downloaded file. */
export async function fileOf(download: {
  suggestedFilename(): string;
  path(): Promise<string>;
}): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}
