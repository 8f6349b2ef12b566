/**
 * Edits a table of 45 units and 150 columns in the workbench: node bench/run.mjs bench/workbench.ts
 * Prints how long a person waits for the file, and after each edit: until the page answers the key, the longest time that
 * it is busy meanwhile, and until the pane shows the new total. Wants dist/yl-workbench.html (npm run build).
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { chromium, type Frame, type Page } from 'playwright-core';
import rulebook from '../src/rulebook/default';
import type { Fact } from '../src/rulebook/model';
import { itemsOf } from '../src/scoring/compile';

const UNITS = 45;
const COLUMNS = 150;
const EDITS = 20;
/** Columns of live scores at the right end. */
const SCORES = 20;

const facts = itemsOf(rulebook).flatMap((item) => item.facts.map((fact) => ({ item, fact })));

function figure({ type }: Fact, row: number): string | number {
  if (type === 'percent') return 0.7 + (row % 30) / 100;
  if (type.startsWith('date')) return `2023年6月${1 + (row % 28)}日`;
  if (type === 'bool') return row % 5 === 0 ? '否' : '是';
  return row % 4;
}

/** A table as an office collects it: a row a unit, a column an indicator, scores live at the end. */
async function table(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('指标汇总');
  const kept = facts.slice(0, COLUMNS - 1 - SCORES);
  const filler = Array.from({ length: COLUMNS - 1 - SCORES - kept.length }, (_, i) => `备注${i + 1}`);
  const whole = itemsOf(rulebook).filter(
    (item) => kept.filter((each) => each.item === item).length === item.facts.length,
  );
  const scored = Array.from({ length: SCORES }, (_, i) => whole[i % whole.length]);
  sheet.addRow(['单位', ...kept.map(({ fact }) => fact.name), ...filler, ...scored.map(({ id }) => `${id}得分`)]);
  const units = rulebook.units.slice(0, UNITS).map(({ name }) => name);
  units.forEach((unit, row) => {
    const number = row + 2;
    const formulas = scored.map((item) => {
      const first = 2 + kept.findIndex((each) => each.item === item);
      const [from, to] = [first, first + item.facts.length - 1].map((column) => sheet.getColumn(column).letter);
      return { formula: `_xldudf_YL_SCORE("${item.id}",${from}${number}:${to}${number})`, result: 0 };
    });
    sheet.addRow([unit, ...kept.map(({ fact }) => figure(fact, row)), ...filler.map(() => '无'), ...formulas]);
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Keeps what the page says of its keys and of the times that it is busy. */
function watch(): void {
  const seen = { keys: [] as number[], tasks: [] as number[] };
  Object.assign(window, { seen });
  const keep = (list: number[]) => (entries: PerformanceObserverEntryList) =>
    void list.push(...entries.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(keep(seen.keys)).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver(keep(seen.tasks)).observe({ type: 'longtask' });
}

const seen = (page: Page) =>
  page.evaluate(() => {
    const { keys, tasks } = (window as unknown as { seen: { keys: number[]; tasks: number[] } }).seen;
    return { key: Math.max(0, ...keys.splice(0)), task: Math.max(0, ...tasks.splice(0)) };
  });

const TOTAL = '[aria-label="总分"] [role=img]';

/** Types a figure over a cell and waits for the pane; gives milliseconds. */
async function edit(page: Page, pane: Frame, text: string): Promise<{ key: number; task: number; total: number }> {
  const before = await pane.getAttribute(TOTAL, 'aria-label');
  await page.keyboard.type(text);
  await seen(page);
  const changed = pane.evaluate(
    ([selector, old]) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const look = () => {
          if (document.querySelector(selector)?.getAttribute('aria-label') !== old) resolve(performance.now() - begun);
          else setTimeout(look, 5);
        };
        setTimeout(() => resolve(NaN), 3000);
        look();
      }),
    [TOTAL, before] as const,
  );
  await page.keyboard.press('Enter');
  const total = await changed;
  await page.waitForTimeout(300);
  return { ...(await seen(page)), total };
}

function print(name: string, values: number[]): void {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms (${sorted.length} edits)`);
}

async function main(): Promise<void> {
  const bytes = await table();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  let begun = performance.now();
  await page.goto(pathToFileURL(path.resolve('dist/yl-workbench.html')).href);
  const pane = await (await page.waitForSelector('iframe')).contentFrame();
  await pane!.waitForSelector(TOTAL);
  console.log(`page with the sample assessed: ${(performance.now() - begun).toFixed(0)} ms`);
  begun = performance.now();
  const file = { name: '四十五个单位.xlsx', mimeType: 'application/octet-stream', buffer: bytes };
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('四十五个单位.xlsx', { exact: true }).waitFor();
  const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
  await frame.waitForSelector(TOTAL);
  console.log(`${UNITS} units x ${COLUMNS} columns opened and assessed: ${(performance.now() - begun).toFixed(0)} ms`);
  await page.evaluate(watch);
  // The first unit's figures: the pane shows its total.
  const editable = facts.findIndex(({ fact }) => fact.type === 'percent');
  await page.keyboard.press('Escape');
  await page.mouse.click(300, 240);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  for (let i = 0; i <= editable; i++) await page.keyboard.press('ArrowRight');
  const edits: Awaited<ReturnType<typeof edit>>[] = [];
  for (let i = 0; i < EDITS; i++) {
    edits.push(await edit(page, frame, i % 2 ? '99%' : '5%'));
    await page.keyboard.press('ArrowUp');
  }
  print(
    'until the page answers the key',
    edits.map(({ key }) => key),
  );
  print(
    'longest time busy',
    edits.map(({ task }) => task),
  );
  print(
    'until the pane shows the new total',
    edits.map(({ total }) => total),
  );
  await page.screenshot({ path: process.argv[2] ?? 'node_modules/.cache/workbench-bench.png' });
  await browser.close();
}

void main();
