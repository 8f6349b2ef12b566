import { chromium, type Browser } from 'playwright-core';
import { EXCEL_HAS, excelRoom, startDesktop } from '../../office/excel-room';
import { openHostPage, serveHostPage } from '../../office/host-in-page';
import { contract } from '../contract';

let browser: Browser;
let served: Awaited<ReturnType<typeof serveHostPage>>;

beforeAll(async () => {
  served = await serveHostPage();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
});

contract("Excel, with Microsoft's library in Chromium", {
  has: EXCEL_HAS,
  // Node tries every step.
  stride: 9,
  async open(sheets) {
    for (const context of browser.contexts()) await context.close();
    const desktop = startDesktop(sheets);
    const start = () => openHostPage(browser, served.address, desktop);
    return excelRoom(desktop, await start(), start);
  },
  async close() {
    await browser?.close();
    served?.close();
  },
});
