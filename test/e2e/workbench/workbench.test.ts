import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { chromium, type Browser } from 'playwright-core';
import { assess } from '../../../src/assess/assess';
import { yearEnd } from '../../../src/assess/quarter';
import { chartsIn } from '../../hosts/charts-in-file';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import rulebook from '../../../src/rulebook/default';
import type { Sheet } from '../../../src/workbook/snapshot';
import { EXAMPLES, formulaWorkbook, rowOf } from './formulas';
import { fileOf, SINGLE_FILE, start, Workbench, type Started } from './workbench';

const SAMPLES = join(__dirname, '../../../assets/samples');
const sample = (name: string) => new Uint8Array(readFileSync(join(SAMPLES, name)));
const FARM = '县农业农村局自评表.xlsx';
const LEDGERS = '专项组办公室台账.xlsx';

jest.setTimeout(240_000);

let started: Started;
let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  started = await start();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  expect(await started?.interrupt()).toBe(0);
});

afterEach(async () => {
  await workbench?.close();
});

/** What a cell shows: its value or its error. */
const shown = (sheet: Sheet, row: number, column: number) => {
  const cell = sheet.rows[row]?.[column];
  return cell?.error ?? cell?.value ?? '';
};

const opened = async (address = started.address) => (workbench = await Workbench.open(browser, address));

/** Scores without where they come from, for comparing two workbooks of the same content. */
function outcome(bytes: Uint8Array, name: string) {
  const input = { file: '表.xlsx', sha256: '', snapshot: { ...readWorkbook(bytes, name), file: '表.xlsx' } };
  const { scorecards } = assess(rulebook, [input], { asOf: yearEnd(rulebook) });
  return scorecards.map(({ unit, items }) => [
    unit,
    items.map(({ item, state, low, high, facts }) => [
      item,
      state,
      low,
      high,
      facts.map(({ fact, value }) => [fact, value]),
    ]),
  ]);
}

describe('that minute', () => {
  test.each([
    ['from npm start', () => started.address],
    ['from one file on disk', () => SINGLE_FILE],
  ])('%s: the sample, its score, a reason, a changed cell, the bulletin', async (_, address) => {
    const { page, pane, trouble } = await opened(address());
    await workbench.isOpen('县民政局指标数据表.xlsx');
    const before = await workbench.totalText();
    expect(before).toMatch(/^总分[\d.]+—[\d.]+分，满分100分$/);

    await pane.getByRole('button', { name: /^2\.3 / }).click();
    await pane
      .getByText(/检查实施清单完善率100%/)
      .first()
      .waitFor();

    await page.getByText('改一个数试试').click();
    await page.keyboard.type('50%');
    await page.keyboard.press('Enter');
    const after = await workbench.totalAfter(before);
    await pane
      .getByText(/检查实施清单完善率50%/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    expect(await workbench.totalAfter(after)).toBe(before);

    await pane.getByRole('tab', { name: '通报' }).click();
    const download = page.waitForEvent('download');
    await pane.getByRole('button', { name: '生成Word文件' }).click();
    const { name, bytes } = await fileOf(await download);
    expect(name).toMatch(/通报\.docx$/);
    expect(strFromU8(unzipSync(bytes)['word/document.xml'])).toContain('县民政局');
    expect(trouble).toEqual([]);
  });
});

describe('workbooks', () => {
  test('are opened from the picker and dropped; a wrong file is refused with a sentence and changes nothing', async () => {
    const { page, trouble } = await opened();
    await workbench.pick(FARM, sample(FARM));
    await workbench.isOpen(FARM);
    await workbench.concerns('县农业农村局');
    await workbench.drop(LEDGERS, sample(LEDGERS));
    await workbench.isOpen(LEDGERS);
    await workbench.pick('说明.docx', new TextEncoder().encode('不是工作簿'));
    const alert = page.getByText(/说明\.docx/);
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/。$/);
    await workbench.isOpen(LEDGERS);
    expect(trouble).toEqual([]);
  });

  test('are saved as a copy that says what it does not keep and gives the same facts', async () => {
    const { page, trouble } = await opened();
    await workbench.pick(FARM, sample(FARM));
    await workbench.isOpen(FARM);
    await page.getByRole('button', { name: '另存副本…' }).click();
    await page.getByText(/不保留：/).waitFor();
    await page.getByRole('button', { name: '取消', exact: true }).click();
    const { name, bytes } = await workbench.saveCopy();
    expect(name).toBe('县农业农村局自评表（副本）.xlsx');
    expect(outcome(bytes, name)).toEqual(outcome(sample(FARM), FARM));
    expect(trouble).toEqual([]);
  });

  test('show no charts, and say that those of the bulletin are in the copy', async () => {
    const { pane, trouble } = await opened();
    await pane.getByRole('tab', { name: '通报' }).click();
    await pane.getByRole('button', { name: '写入图表和数字来源' }).click();
    await pane.getByText(/图表在这里不显示，另存副本后/).waitFor();
    const { bytes } = await workbench.saveCopy();
    const titles = chartsIn(bytes).map(({ sheet, title }) => `${sheet} ${title}`);
    expect(titles).toEqual(['通报 各部分得分率（%）', '通报 各部分失分合计（分）']);
    expect(trouble).toEqual([]);
  });
});

describe('YL functions', () => {
  test('compute live in cells, spill, and are kept in a copy as Excel spells them', async () => {
    const { trouble } = await opened();
    await workbench.pick('函数.xlsx', formulaWorkbook());
    await workbench.isOpen('函数.xlsx');
    const { bytes } = await workbench.saveCopy();
    const [sheet] = readWorkbook(bytes, '副本.xlsx').sheets;
    const results = EXAMPLES.map(({ formula, shows }, index) => [
      formula,
      shows.map((row, r) => row.map((__, column) => shown(sheet, rowOf(index) + r, column))),
    ]);
    expect(results).toEqual(EXAMPLES.map(({ formula, shows }) => [formula, shows]));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('_xldudf_YL_SCORE(');
    expect(xml).not.toContain('YL.');
    expect(trouble).toEqual([]);
  });

  test('are completed and explained in Chinese while they are typed', async () => {
    const { page, trouble } = await opened();
    await page.getByText('改一个数试试').click();
    await page.keyboard.type('=YL.SC');
    await page.getByText('按考评细则计算一个条目的得分').waitFor();
    await page.keyboard.press('Tab');
    await page.getByText('指标数据').first().waitFor();
    expect(trouble).toEqual([]);
  });
});

test('the score workbook is written into the grid with formulas that compute', async () => {
  const { pane, page, trouble } = await opened();
  await pane.getByRole('tab', { name: '汇总' }).click();
  const chooser = page.waitForEvent('filechooser');
  await pane
    .getByRole('button', { name: /选择.*工作簿|选择文件/ })
    .first()
    .click();
  await (await chooser).setFiles([join(SAMPLES, LEDGERS), join(SAMPLES, FARM)]);
  await pane.getByRole('button', { name: '写入工作表' }).click();
  await pane.getByText('结果已写入本工作簿。').waitFor({ timeout: 30_000 });
  const { bytes, name } = await workbench.saveCopy();
  const { sheets } = readWorkbook(bytes, name);
  const written = sheets.find(({ key }) => key === '得分表')!;
  const scores = written.rows.flatMap((row) => (row ?? []).filter((cell) => cell?.formula?.startsWith('YL.SCORE')));
  expect(scores.length).toBeGreaterThan(20);
  const numbers = scores.filter((cell) => typeof cell?.value === 'number');
  expect(numbers.length).toBeGreaterThan(5);
  expect(scores.filter((cell) => cell?.error && cell.error !== '#N/A')).toEqual([]);
  expect(trouble).toEqual([]);
});
