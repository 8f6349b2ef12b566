import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Desktop } from '../../office/desktop';
import { openFile } from '../../office/open-file';
import { Person } from '../../office/person';
import { newPane, openTaskPane, servePages, troubleIn, type ShippedPages } from '../../office/task-pane';

/** The shipped pane with Microsoft's own library, in a browser, over a workbook that the test holds as Excel would. */

const SAMPLES = join(__dirname, '../../../assets/samples');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const FARM = '县农业农村局自评表.xlsx';
const TABLE = '县民政局指标数据表.xlsx';
const STREET = '匡远街道自评情况表.xlsx';
const LEDGER = '专项组办公室台账.xlsx';

/** Of our own, compressed as a server sends it; Microsoft's library is not ours to shrink. */
const MOST_KILOBYTES = 250;

/** The library's number for what each full reading begins with: a copy of the file. */
const GET_COPY = 77;

let browser: Browser;
let pages: ShippedPages;
let desktop: Desktop;
let page: Page;
/** What went wrong in the page, and requests to anywhere else. */
let trouble: string[] = [];

beforeAll(async () => {
  pages = await servePages();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  pages?.close();
});

afterEach(async () => {
  expect(trouble).toEqual([]);
  await page?.close();
});

const place = (sample: string) => join(SAMPLES, sample);

/** Opens the pane beside the desktop's workbook, as in another session. */
async function show(options: BrowserContextOptions = {}) {
  ({ page, trouble } = await openTaskPane(browser, pages, desktop, {
    viewport: { width: 320, height: 800 },
    ...options,
  }));
  await page.getByRole('region', { name: '总分' }).waitFor();
}

/** Opens a sample workbook in Excel, and the pane beside it. */
async function open(sample: string, options: BrowserContextOptions = {}) {
  desktop = openFile(readFileSync(place(sample)), sample);
  await show(options);
}

const total = () => page.getByRole('region', { name: '总分' }).getByRole('img').getAttribute('aria-label');
const tab = (name: string | RegExp) => page.getByRole('tab', { name });
const sheetNames = () => desktop.book.sheets.map(({ name }) => name);

/** The first cell of the open workbook whose value is as asked, by sheet and place from 0. */
function cellWhere(fits: (value: unknown, row: number, column: number) => boolean) {
  for (const sheet of desktop.book.sheets) {
    for (const [row, cells] of sheet.cells) {
      for (const [column, { value }] of cells) {
        if (fits(value, row, column))
          return { sheet, row, column, a1: `${String.fromCharCode(65 + column)}${row + 1}` };
      }
    }
  }
  throw new Error('no such cell');
}

async function collect(...samples: string[]) {
  await tab('汇总').click();
  await page.getByLabel('选择各单位的工作簿').setInputFiles(samples.map(place));
  await page.getByText(new RegExp(`^\\d+个单位，${samples.length}个文件。$`)).waitFor();
}

/** Waits until something is as it should be. */
async function until(fits: () => unknown, patience = 10_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await fits())) {
    if (Date.now() > end) throw new Error(`It never came to be: ${fits}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const kept = (words: string) => until(() => [...desktop.book.settings.values()].join().includes(words));

/** Clicks a button that makes a file, and gives its name and what it holds. */
async function made(button: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), parts: unzipSync(readFileSync(await file.path())) };
}

const wordsOf = (parts: Record<string, Uint8Array>) => strFromU8(parts['word/document.xml']).replace(/<[^>]+>/g, '');

test('what must come before the first view is small', async () => {
  const fetched = async (name: string) => Buffer.from(await (await fetch(pages.address + name)).arrayBuffer());
  const html = await fetched('taskpane.html');
  const scripts = [...html.toString().matchAll(/src="([^"]+\.js)"/g)].map(([, name]) => name);
  const own = await Promise.all(scripts.filter((name) => !name.startsWith('office-js/')).map(fetched));
  expect(own.length).toBeGreaterThan(0);
  const bytes = [html, ...own].reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
  expect(bytes / 1000).toBeLessThan(MOST_KILOBYTES);
});

test('checks the open workbook: total, unit and quarter with where they stand, an item down to its cell', async () => {
  await open(FARM);
  expect(await total()).toMatch(/^总分[\d.—]+分，满分100分$/);
  expect(await page.getByRole('combobox', { name: '单位' }).inputValue()).toBe('县农业农村局');
  expect(await page.getByRole('combobox', { name: '考评截止' }).inputValue()).toBe('2023Q3');
  await page.getByText(/^单位据.*，截止据.*识别。$/).waitFor();
  expect(desktop.undoCleared).toBe(false);
  const row = page.getByRole('button', { name: /^2\.3 / });
  await row.click();
  expect(await row.getAttribute('aria-expanded')).toBe('true');
  await page.getByText('评分标准与理由').waitFor();
  await page.getByRole('listitem').filter({ has: row }).getByTitle('在表中选中这个单元格').first().click();
  const { sheet, row: at, column } = cellWhere((value) => /监管行为数据覆盖率[\d.]+%/.test(String(value)));
  await until(() => desktop.book.selection?.sheet === sheet);
  expect(desktop.book.selection!.area).toMatchObject({ top: at, left: column });
});

test('follows an edit within a second, without another reading', async () => {
  await open(FARM);
  const before = await total();
  const { sheet, a1 } = cellWhere((value) => /监管行为数据覆盖率[\d.]+%。$/.test(String(value)));
  const asked = jest.spyOn(desktop, 'execute');
  new Person(desktop.book).type(sheet.name, a1, '检查实施清单完善率50%，监管行为数据覆盖率30%。');
  await page.waitForFunction(
    (old) => document.querySelector('[aria-label="总分"] [role=img]')?.getAttribute('aria-label') !== old,
    before,
    { timeout: 1000 },
  );
  expect(asked.mock.calls.filter(([call]) => call === GET_COPY)).toEqual([]);
});

test('shows safe fixes before they are made, and makes them', async () => {
  await open(TABLE);
  const name = cellWhere((value) => value === '应承接事项数');
  const { sheet, row, column, a1 } = cellWhere(
    (value, at, side) => at === name.row && side > name.column && typeof value === 'number',
  );
  const figure = sheet.at(row, column).value;
  sheet.at(row, column).format = '@';
  new Person(desktop.book).type(sheet.name, a1, String(figure));
  await page.getByRole('button', { name: /^2处可以自动改正/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(/^把文本“.*”改为数字/)
    .first()
    .waitFor();
  expect(sheet.at(row, column).value).toBe(String(figure));
  await dialog.getByRole('button', { name: '改正' }).click();
  await page.getByText(/^已改正\d+处。$/).waitFor();
  expect(sheet.at(row, column).value).toBe(figure);
  await tab('核对').waitFor();
  expect(await page.getByRole('button', { name: /可以自动改正/ }).count()).toBe(0);
});

test('marks the cells that findings are about, and takes the marks back, in another session too', async () => {
  await open(FARM);
  const before = desktop.book.fingerprint();
  await tab(/^问题/).click();
  await page.getByRole('button', { name: '标记单元格' }).click();
  await page.getByText(/已标记\d+个单元格/).waitFor();
  expect(desktop.book.sheets[0].conditionalFormats.length).toBeGreaterThan(0);
  await kept('"marked":true');
  await page.close();
  await show();
  await tab(/^问题/).click();
  await page.getByRole('button', { name: '取消标记' }).click();
  await page.getByText('标记已全部取消').waitFor();
  expect(desktop.book.fingerprint()).toBe(before);
});

test('collects workbooks, writes our sheets again and again, and leads from a figure to its cell', async () => {
  await open(FARM);
  await tab('汇总').click();
  await page.getByText('还没有收集工作簿').waitFor();
  await collect(FARM, TABLE, STREET, LEDGER);
  for (let time = 0; time < 2; time++) {
    await page.getByRole('button', { name: '写入工作表' }).click();
    await page.getByText(/已写入“得分表”/).waitFor();
    await page.getByRole('button', { name: '关闭提示' }).click();
  }
  expect(
    sheetNames()
      .filter((name) => /得分表|考评数据|检查结果|口径/.test(name))
      .sort(),
  ).toEqual(['得分表', '考评数据', '检查结果', '口径'].sort());
  expect(sheetNames()[0]).toBe('自评表');
  await tab('明细').click();
  await page.getByTitle(/^县农业农村局 2\.3 /).click();
  await page.getByRole('heading', { name: '县农业农村局' }).waitFor();
  await page.getByText('数据与出处').waitFor();
  await page.getByTitle('在表中选中这个单元格').first().click();
  await until(() => desktop.book.selection?.sheet.name === '自评表');
  await page.getByRole('button', { name: '返回' }).click();
  await tab(/^文件/).click();
  await page.getByRole('button', { name: `不计入${LEDGER}` }).click();
  await page.getByText(/^\d+个单位，3个文件。$/).waitFor();
});

test('what was collected is there again when the pane is closed and opened, until it is cleared', async () => {
  await open(FARM);
  await collect(FARM, TABLE);
  await tab(/^文件/).click();
  await page.getByText('关闭窗格后再打开，不必重新选择').waitFor();
  await page.reload();
  await tab('汇总').click();
  await page.getByText(/^\d+个单位，2个文件。$/).waitFor();
  await tab(/^文件/).click();
  await page.getByRole('button', { name: '清除' }).click();
  await page.getByRole('group', { name: '清除收集的文件' }).getByRole('button', { name: '清除' }).click();
  await page.getByText('还没有收集工作簿').waitFor();
  await page.reload();
  await page.getByRole('region', { name: '总分' }).waitFor();
  await tab('汇总').click();
  await page.getByText('还没有收集工作簿').waitFor();
});

test('a reading shows its effect before it is confirmed, and is kept in the workbook', async () => {
  await open(FARM);
  const before = await total();
  await tab('口径').click();
  await page.getByRole('radio', { name: '不适用项记0分' }).click();
  await page.getByText('总分会变：').waitFor();
  await page.getByRole('button', { name: '改用这一口径' }).click();
  await tab('核对').click();
  await until(async () => (await total()) !== before);
  const after = await total();
  await kept('"A05":2');
  await page.close();
  await show();
  expect(await total()).toBe(after);
});

test('settles a value on a sheet of its own; a half-filled form outlives the pane', async () => {
  await open(FARM);
  await tab('核定').click();
  await page.getByRole('button', { name: /^(新增|新增核定)$/ }).click();
  const save = page.getByRole('button', { name: '写入“核定”表' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('条目').selectOption('2.3');
  await page.getByLabel('指标').selectOption('coverage');
  await page.getByRole('region', { name: '各处的说法' }).waitFor();
  await page.getByLabel('核定值').fill('130%');
  await page
    .getByText(/超过100%/)
    .first()
    .waitFor();
  await page.getByLabel('理由和依据').fill('平台导出数据复核');
  await kept('平台导出数据复核');
  await page.close();
  await show();
  await tab('核定').click();
  await page.getByLabel('核定值').fill('30%');
  await page.getByRole('button', { name: '写入“核定”表' }).click();
  await page.getByText('已核定 1').waitFor();
  expect(sheetNames()).toContain('核定');
  await tab('核对').click();
  await page.getByRole('button', { name: /^2\.3 / }).click();
  await page.getByText(/^核定 \d{4}-/).waitFor();
});

test('previews the bulletin, leads from its figures to items, and makes its Word files', async () => {
  await open(FARM);
  await tab('通报').click();
  await page.getByRole('article', { name: '通报预览' }).waitFor();
  await page.getByText(/个单位的总分还是暂定/).waitFor();
  await page.getByLabel('发文字号').fill('宜政务通〔2023〕9号');
  await page.getByRole('article').getByText('宜政务通〔2023〕9号').waitFor();
  const bulletin = await made('生成Word文件');
  expect(bulletin.name).toMatch(/通报\.docx$/);
  expect(wordsOf(bulletin.parts)).toContain('宜政务通〔2023〕9号');
  expect(await page.getByRole('link', { name: /\.docx$/ }).getAttribute('href')).toMatch(/^blob:/);
  await page.getByRole('button', { name: '写入图表和数字来源' }).click();
  await page.getByText(/^已写入“通报”、“通报数据”。/).waitFor();
  expect(sheetNames()).toEqual(expect.arrayContaining(['通报', '通报数据']));
  const notices = await made('扣分告知单');
  expect(wordsOf(notices.parts)).toContain('失分情况');
  await page
    .getByRole('article')
    .getByTitle(/已确定得分：看依据/)
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '县农业农村局' }).click();
  await page.getByRole('region', { name: '总分' }).waitFor();
});

test('tabs, items and dialogs are reached and used by keyboard alone', async () => {
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
  await tab('通报').focus();
  await page.keyboard.press('Enter');
  const figure = page
    .getByRole('article')
    .getByTitle(/看依据/)
    .first();
  await figure.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await until(() => figure.evaluate((button) => button === document.activeElement));
});

test('outside of Excel the shipped pane says where to open it', async () => {
  page = await newPane(browser);
  trouble = troubleIn(page, pages);
  await page.goto(`${pages.address}taskpane.html`);
  await page.getByText('没有连上工作簿').waitFor();
  await page.getByText(/请从“政务考评”选项卡打开考评窗格/).waitFor();
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
      // Contrast is measured when nothing fades any more; what spins never ends.
      // A view that is shown for the first time has to be loaded.
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.waitForFunction(() =>
        document
          .getAnimations()
          .every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity),
      );
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
    await collect(FARM, TABLE);
    for (const name of ['得分', '明细', /^文件/, /^缺报/, /^矛盾/]) {
      await tab(name).click();
      await look(`汇总 ${name}`);
    }
    await tab('核定').click();
    await look('核定');
    await page
      .getByRole('button', { name: /^核定.*的/ })
      .first()
      .click();
    await look('核定, the form');
    await tab('通报').click();
    await page.getByRole('article', { name: '通报预览' }).waitFor();
    await look('通报');
    await page
      .getByRole('article')
      .getByTitle(/看依据/)
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await look('依据');
    await page.keyboard.press('Escape');
    await tab('口径').click();
    await page.getByRole('radio', { name: '不适用项记0分' }).click();
    await look('口径');
    await tab('细则').click();
    await look('细则');
  },
  90_000,
);
