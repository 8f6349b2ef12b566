import { chromium, type Browser, type Page } from 'playwright-core';
import { HostError, type CellChange, type WorkbookHost } from '../../../src/workbook/host';
import { chartsIn } from '../charts-in-file';
import { contract, type Door, type Room, type StartSheet } from '../contract';
import { serveGrid } from './serve-grid';
import type { GridPage } from './page';

let browser: Browser;
let served: Awaited<ReturnType<typeof serveGrid>>;
let page: Page;
let listener: ((change: CellChange) => void) | undefined;

beforeAll(async () => {
  served = await serveGrid();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.exposeFunction('tellChange', (change: CellChange) => listener?.(change));
  await page.goto(`${served.address}index.html`);
  await page.waitForFunction(() => 'grid' in window);
}, 180_000);

/** Calls in the page, by name. */
const inPage = <Name extends keyof GridPage>(name: Name, ...args: Parameters<GridPage[Name]>) =>
  page.evaluate(([method, given]) => (window.grid[method] as (...values: unknown[]) => unknown)(...given), [
    name,
    args,
  ] as const) as Promise<Awaited<ReturnType<GridPage[Name]>>>;

const METHODS = ['read', 'writeSheets', 'select', 'getSetting', 'setSetting', 'setCells', 'mark', 'unmark'] as const;

/** The host in the page, as the test calls it. */
function hostInPage(): WorkbookHost {
  const method =
    (name: keyof WorkbookHost) =>
    async (...args: unknown[]) => {
      const { value, failure } = await inPage('call', name, args);
      if (failure !== undefined) throw new HostError(failure);
      return value;
    };
  return {
    ...Object.fromEntries(METHODS.map((name) => [name, method(name)])),
    async onChange(tell) {
      listener = tell;
      await inPage('follow');
      return () => inPage('endFollowing');
    },
  } as WorkbookHost;
}

const door: Door = {
  // The grid has no protection of sheets that its host could meet.
  has: { hands: true, keyboard: true, charts: true, marks: true, settings: true, selection: true, failures: true },
  // Two sheets go and come again, a third comes.
  leastSteps: 5,
  async open(sheets: StartSheet[]): Promise<Room> {
    await inPage('open', sheets);
    return {
      host: hostInPage(),
      async again() {
        await inPage('again');
        return hostInPage();
      },
      picture: () => inPage('picture'),
      charts: async () => chartsIn(new Uint8Array(await inPage('saved'))),
      selection: () => inPage('selection'),
      failAt: (step) => inPage('failAt', step),
      keyboard: {
        type: (...args) => inPage('type', ...args),
        deleteRow: (...args) => inPage('deleteRow', ...args),
      },
      hands: {
        rename: (...args) => inPage('rename', ...args),
        removeSheet: (...args) => inPage('removeSheet', ...args),
        addNote: (...args) => inPage('addNote', ...args),
      },
    };
  },
  async close() {
    await browser?.close();
    served?.close();
  },
};

contract('the grid of the workbench, in Chromium', door);
