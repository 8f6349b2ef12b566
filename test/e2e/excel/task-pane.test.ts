import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { openFile } from '../../office/open-file';
import { newPane, openTaskPane, servePages, troubleIn, type ShippedPages } from '../../office/task-pane';

const SAMPLES = join(__dirname, '../../../assets/samples');
const FARM = '县农业农村局自评表.xlsx';

jest.setTimeout(60_000);

let browser: Browser;
let pages: ShippedPages;

beforeAll(async () => {
  pages = await servePages();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  pages?.close();
});

const sample = (name: string) => openFile(readFileSync(join(SAMPLES, name)), name);

test('the shipped pane checks the workbook that is open in Excel', async () => {
  const desktop = sample(FARM);
  const { page, trouble } = await openTaskPane(browser, pages, desktop);
  const total = page.getByRole('region', { name: '总分' });
  await total.waitFor();
  expect(await total.getByRole('img').getAttribute('aria-label')).toMatch(/^总分[\d.—]+分，满分100分$/);
  expect(await page.getByRole('combobox', { name: '单位' }).inputValue()).toBe('县农业农村局');
  expect(desktop.undoCleared).toBe(false);
  expect(trouble).toEqual([]);
  await page.close();
});

test('outside of Excel the shipped pane says where to open it', async () => {
  const page = await newPane(browser);
  const trouble = troubleIn(page, pages);
  await page.goto(`${pages.address}taskpane.html`);
  await page.getByText('没有连上工作簿').waitFor();
  await page.getByText(/请从“政务考评”选项卡打开考评窗格/).waitFor();
  expect(trouble).toEqual([]);
  await page.close();
});
