import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { builtPart } from '../build/built';
import type { Desktop } from './desktop';
import { showIn } from './in-page';
import { serveFolder } from './serve-folder';

/** The shipped pages, served as the add-in's site is. */
export interface ShippedPages {
  address: string;
  close(): void;
}

/** Builds the pages as they ship, with Microsoft's library among them, and serves them. */
export function servePages(): Promise<ShippedPages> {
  return serveFolder(builtPart('pages', ['src', 'assets', 'tools', 'manifest.xml', 'webpack.config.js']));
}

/** What goes wrong in a page: errors, and requests to anywhere but the add-in's own site. */
export function troubleIn(page: Page, { address }: ShippedPages): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(blob|data):/.test(url)) trouble.push(url);
  });
  return trouble;
}

/** A page of the width that Excel gives a task pane. */
export function newPane(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return browser.newPage({ viewport: { width: 350, height: 800 }, locale: 'zh-CN', ...options });
}

/**
 * Opens the shipped task pane as Excel does, over the desktop's workbook. Call it again with the same desktop for
 * another session over the same workbook.
 */
export async function openTaskPane(
  browser: Browser,
  pages: ShippedPages,
  desktop: Desktop,
  options?: BrowserContextOptions,
) {
  const page = await newPane(browser, options);
  const trouble = troubleIn(page, pages);
  await showIn(page, desktop);
  await page.goto(`${pages.address}taskpane.html`);
  return { page, trouble };
}
