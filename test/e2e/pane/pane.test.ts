import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { chromium, type Browser, type Page } from 'playwright-core';
import { servePane } from './serve';

const SAMPLES = join(__dirname, '../../../assets/samples');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const FARM = '县农业农村局自评表.xlsx';
const TABLE = '县民政局指标数据表.xlsx';

jest.setTimeout(30_000);

let browser: Browser;
let served: Awaited<ReturnType<typeof servePane>>;
let page: Page;
/** What went wrong in the page, and requests to anywhere else. */
let trouble: string[] = [];

beforeAll(async () => {
  served = await servePane();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  served?.close();
});

/** Opens the pane over a sample workbook. */
async function open(
  sample: string,
  options: Parameters<Browser['newPage']>[0] = {},
  settings: [string, string][] = [],
) {
  page = await browser.newPage({ viewport: { width: 320, height: 800 }, locale: 'zh-CN', ...options });
  trouble = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) trouble.push(request.url());
  });
  await page.goto(served.address);
  await page.waitForFunction(() => 'openPane' in window);
  const bytes = [...readFileSync(join(SAMPLES, sample))];
  await page.evaluate(([content, name, kept]) => void window.openPane(content, name, kept), [
    bytes,
    sample,
    settings,
  ] as [number[], string, [string, string][]]);
  await page.getByRole('region', { name: '总分' }).waitFor();
}

afterEach(async () => {
  expect(trouble).toEqual([]);
  await page?.close();
});

const total = () => page.getByRole('region', { name: '总分' }).getByRole('img').getAttribute('aria-label');
const tab = (name: string | RegExp) => page.getByRole('tab', { name });

test('checks the workbook: total, next steps, an item opened to its reasons, a click that selects the cell', async () => {
  await open(FARM);
  expect(await total()).toMatch(/^总分[\d.—]+分，满分100分$/);
  expect(await page.getByRole('combobox', { name: '单位' }).inputValue()).toBe('县农业农村局');
  const row = page.getByRole('button', { name: /^2\.3 / });
  await row.click();
  expect(await row.getAttribute('aria-expanded')).toBe('true');
  await page.getByText('评分标准与理由').waitFor();
  await page.getByTitle('在表中选中这个单元格').first().click();
  expect(await page.evaluate(() => window.host.selected?.cell)).toMatch(/^[A-Z]+\d+$/);
});

test('follows an edit within a second, without another reading', async () => {
  await open(FARM);
  const before = await total();
  const cell = await page.evaluate(async () => {
    const { sheets } = await window.host.read();
    for (const sheet of sheets) {
      for (const [row, cells] of sheet.rows.entries()) {
        const column = cells?.findIndex((each) => /监管行为数据覆盖率[\d.]+%。$/.test(each?.text ?? '')) ?? -1;
        if (column >= 0) return { sheet: sheet.name, cell: `${String.fromCharCode(65 + column)}${row + 1}` };
      }
    }
    throw new Error('no such cell');
  });
  const reads = await page.evaluate(({ sheet, cell }) => {
    const { reads } = window.host;
    window.host.edit(sheet, cell, '检查实施清单完善率50%，监管行为数据覆盖率30%。');
    return reads;
  }, cell);
  await page.waitForFunction(
    (old) => document.querySelector('[aria-label="总分"] [role=img]')?.getAttribute('aria-label') !== old,
    before,
    { timeout: 1000 },
  );
  expect(await page.evaluate(() => window.host.reads)).toBe(reads);
});

test('shows safe fixes before they are made, and makes them', async () => {
  await open(TABLE);
  await page.evaluate(async () => {
    const { sheets } = await window.host.read();
    const sheet = sheets[0];
    for (const [row, cells] of sheet.rows.entries()) {
      const column = cells?.findIndex((cell) => typeof cell?.value === 'number' && cell.value > 1) ?? -1;
      if (row < 4 || column < 1) continue;
      window.host.edit(sheet.name, `${String.fromCharCode(65 + column)}${row + 1}`, String(cells[column]!.value));
      return;
    }
  });
  await page.getByRole('button', { name: /可以自动改正/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(/^把文本“.*”改为数字/)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: '改正' }).click();
  await page.getByText(/^已改正\d+处。$/).waitFor();
  expect(await page.getByRole('button', { name: /可以自动改正/ }).count()).toBe(0);
});

test('marks the cells that findings are about, and takes the marks back', async () => {
  await open(FARM);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '在单元格上标记问题' }).click();
  await page.getByText(/已标记\d+个单元格/).waitFor();
  expect(await page.evaluate(() => window.host.marks.length)).toBeGreaterThan(0);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '取消全部标记' }).click();
  await page.getByText('标记已全部取消').waitFor();
  expect(await page.evaluate(() => window.host.marks.length)).toBe(0);
});

test('collects workbooks, writes our sheets, and shows a unit of the collection', async () => {
  await open(FARM);
  await tab('汇总').click();
  await page.getByText('还没有收集工作簿').waitFor();
  const files = [FARM, TABLE, '匡远街道自评情况表.xlsx', '专项组办公室台账.xlsx'].map((name) => join(SAMPLES, name));
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByText(/^\d+个单位，4个文件。$/).waitFor();
  await page.getByRole('button', { name: '写入工作表' }).click();
  await page.getByText(/已写入“得分表”/).waitFor();
  expect(await page.evaluate(() => window.host.sheetNames())).toEqual(
    expect.arrayContaining(['得分表', '考评数据', '检查结果', '口径']),
  );
  await page.getByRole('button', { name: /匡远街道/ }).click();
  await page.getByRole('heading', { name: '匡远街道' }).waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await tab('明细').click();
  expect(await page.getByRole('rowheader', { name: '县民政局' }).count()).toBe(1);
});

test('a reading shows its effect before it is confirmed, and is kept in the workbook', async () => {
  await open(FARM);
  const before = await total();
  await tab('口径').click();
  await page.getByRole('radio', { name: '不适用项记0分' }).click();
  await page.getByText('总分会变：').waitFor();
  await page.getByRole('button', { name: '改用这一口径' }).click();
  await tab('核对').click();
  expect(await total()).not.toBe(before);
  const after = await total();
  await page.waitForFunction(() => window.host.settings.size > 0);
  const kept = await page.evaluate(() => [...window.host.settings]);
  await page?.close();
  await open(FARM, {}, kept);
  expect(await total()).toBe(after);
});

test('settles a value on a sheet of its own', async () => {
  await open(FARM);
  await tab('核定').click();
  await page.getByRole('button', { name: /^(新增|新增核定)$/ }).click();
  const save = page.getByRole('button', { name: '写入“核定”表' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('条目').selectOption('2.10');
  await page.getByLabel('指标').selectOption('coverage');
  await page.getByLabel('核定值').fill('130%');
  await page
    .getByText(/超过100%/)
    .first()
    .waitFor();
  await page.getByLabel('核定值').fill('88%');
  await page.getByLabel('理由和依据').fill('平台导出数据复核');
  await save.click();
  await page.getByText('已核定 1').waitFor();
  expect(await page.evaluate(() => window.host.sheetNames())).toContain('核定');
});

test('previews the bulletin and saves it as a Word file', async () => {
  await open(FARM);
  await tab('通报').click();
  await page.getByRole('article', { name: '通报预览' }).waitFor();
  await page.getByLabel('发文字号').fill('宜政务通〔2023〕9号');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '生成Word文件' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/通报\.docx$/);
  const document = unzipSync(readFileSync((await file.path())!))['word/document.xml'];
  expect(strFromU8(document).replace(/<[^>]+>/g, '')).toContain('宜政务通〔2023〕9号');
  expect(await page.getByRole('link', { name: /\.docx$/ }).getAttribute('href')).toMatch(/^blob:/);
});

test('the tabs and an item are reached and opened by keyboard alone', async () => {
  await open(FARM);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '提分建议' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const row = page.getByRole('button', { name: /^2\.3 / });
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByText('评分标准与理由').waitFor();
});

const LOOKS = [
  { name: '320 px, light', options: { colorScheme: 'light' } },
  { name: '450 px, dark', options: { colorScheme: 'dark', viewport: { width: 450, height: 900 } } },
  { name: '320 px, high contrast', options: { forcedColors: 'active' } },
] as const;

test.each(LOOKS)(
  'no view has an accessibility violation or scrolls sideways: $name',
  async ({ options }) => {
    await open(FARM, { ...options });
    // Let into the page by the test, past the page's own policy.
    const client = await page.context().newCDPSession(page);
    await client.send('Runtime.evaluate', { expression: AXE });
    const look = async (view: string) => {
      await page.waitForTimeout(300);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
      });
      const wide = await page.evaluate(
        () => document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
      );
      expect({ view, violations, wide }).toEqual({ view, violations: [], wide: 0 });
    };
    await page.getByRole('button', { name: /^2\.3 / }).click();
    await page.getByText('评分标准与理由').waitFor();
    await look('核对');
    await tab(/^问题/).click();
    await look('问题');
    await tab('提分').click();
    await look('提分建议');
    await tab('汇总').click();
    await look('汇总, nothing collected');
    await page.locator('input[type=file]').setInputFiles([FARM, TABLE].map((name) => join(SAMPLES, name)));
    await page.getByText(/个文件。$/).waitFor();
    for (const name of ['得分', '明细', /^文件/, /^缺报/, /^矛盾/]) {
      await tab(name).click();
      await look(`汇总 ${name}`);
    }
    await tab('核定').click();
    await look('核定');
    await page.getByRole('button', { name: /^(新增|新增核定)$/ }).click();
    await look('核定, the form');
    await tab('通报').click();
    await page.getByRole('article', { name: '通报预览' }).waitFor();
    await look('通报');
    await tab('口径').click();
    await page.getByRole('radio', { name: '不适用项记0分' }).click();
    await look('口径');
    await tab('细则').click();
    await look('细则');
  },
  60_000,
);
