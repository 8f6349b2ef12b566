import { startDesktop } from '../../office/excel-room';
import type { Desktop } from '../../office/desktop';
import { callsIn, versionOf } from '../../office/api-versions';
import { startSession } from '../../office/session';
import type { PlannedSheet } from '../../../src/workbook/planned-write';

/** A workbook of so many cells on a number of sheets, all of them filled. */
function workbookOf(cells: number, sheets = 1): Desktop {
  const columns = 20;
  const rows = cells / columns / sheets;
  const names = Array.from({ length: sheets }, (_, i) => `表${i + 1}`);
  return startDesktop(
    names.map((name) => ({
      name,
      rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => row * column)),
    })),
  );
}

async function syncsToRead(desktop: Desktop): Promise<number> {
  const host = await startSession(desktop);
  const before = desktop.syncs;
  const snapshot = await host.read();
  expect(snapshot.sheets.every(({ columnCount }) => columnCount === 20)).toBe(true);
  return desktop.syncs - before;
}

function planned(cells: number): PlannedSheet {
  const columns = 20;
  return {
    name: '考评数据',
    cells: Array.from({ length: cells }, (_, i) => ({
      ...{ row: Math.floor(i / columns), column: i % columns, value: i, style: 'number' as const },
    })),
  };
}

async function syncsToWrite(cells: number): Promise<number> {
  const desktop = workbookOf(20);
  const host = await startSession(desktop);
  const before = desktop.syncs;
  await host.writeSheets([{ key: '考评数据', sheet: planned(cells) }]);
  return desktop.syncs - before;
}

describe('context.sync', () => {
  test('is called as often to read 200 cells as 40,000, on one sheet as on ten', async () => {
    const small = await syncsToRead(workbookOf(200));
    expect(small).toBeLessThanOrEqual(4);
    expect(await syncsToRead(workbookOf(40_000))).toBe(small);
    expect(await syncsToRead(workbookOf(40_000, 10))).toBe(small);
  });

  test('is called once more for every 50,000 cells beyond', async () => {
    const small = await syncsToRead(workbookOf(50_000));
    expect(await syncsToRead(workbookOf(50_020))).toBe(small + 1);
    expect(await syncsToRead(workbookOf(100_000))).toBe(small + 1);
    expect(await syncsToRead(workbookOf(150_000, 3))).toBe(small + 2);
  });

  test('is called as often to write 200 cells as 40,000, and once more for every 50,000 beyond', async () => {
    const small = await syncsToWrite(200);
    expect(await syncsToWrite(40_000)).toBe(small);
    expect(await syncsToWrite(60_000)).toBe(small + 1);
  });

  test('is called as often to put one mark as two hundred, and to take them back', async () => {
    const counts: number[] = [];
    for (const count of [1, 200]) {
      const desktop = workbookOf(4000);
      const host = await startSession(desktop);
      const before = desktop.syncs;
      await host.mark(
        Array.from({ length: count }, (_, row) => ({
          ...{ place: { sheet: '表1', cell: `B${row + 1}` }, severity: 'error' as const, note: '请核对。' },
        })),
      );
      await host.unmark();
      counts.push(desktop.syncs - before);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('reading', () => {
  /** All that only looks at the workbook. */
  async function look(): Promise<Desktop> {
    const desktop = workbookOf(200, 2);
    desktop.book.sheet('表1').hiddenRows.add(3);
    desktop.book.sheet('表1').merges.push({ top: 0, left: 0, rows: 1, columns: 3 });
    const host = await startSession(desktop);
    await host.read();
    await host.getSetting('yl.pane');
    const end = await host.onChange(() => undefined);
    await host.select({ sheet: '表2', cell: 'B2' });
    await end();
    return desktop;
  }

  test('leaves the list of what the person can undo', async () => {
    expect((await look()).undoCleared).toBe(false);
  });

  test('never asks Excel for merged areas, which empties that list all the same', async () => {
    const calls = callsIn((await look()).requests);
    expect(calls.filter(({ member }) => /merge/i.test(member))).toEqual([]);
    expect(calls.map(({ member }) => member)).toContain('getUsedRangeOrNullObject');
  });
});

test('nothing is called that Excel LTSC 2021 does not have, but for what is probed', async () => {
  const desktop = workbookOf(400, 2);
  desktop.book.sheet('表1').hiddenRows.add(3);
  const host = await startSession(desktop);
  const end = await host.onChange(() => undefined);
  const sheet: PlannedSheet = {
    ...planned(60),
    columnWidths: [20],
    frozenRows: 1,
    frozenColumns: 1,
    print: { repeatRows: 1, breakBefore: [30] },
    filter: { top: 0, left: 0, bottom: 2, right: 2 },
    charts: [false, true].map((stacked, i) => ({
      ...{ title: '图', stacked, maximum: 100 },
      data: { top: 0, left: 0, bottom: 2, right: i + 1 },
      at: { row: 0, column: 4, rows: 10, columns: 6 },
    })),
    cells: [
      ...planned(60).cells,
      { row: 4, column: 0, value: '标题', style: 'title', span: { rows: 1, columns: 3 } },
      { row: 5, column: 0, value: '链接', link: { sheet: '考评数据', cell: 'A1' } },
      { row: 6, column: 0, formula: 'A1', style: 'warn' },
    ],
  };
  for (let time = 0; time < 2; time++) await host.writeSheets([{ key: '考评数据', sheet }]);
  await host.read();
  await host.setCells([{ place: { sheet: '表1', cell: 'B2' }, value: '文' }]);
  await host.mark([{ place: { sheet: '表1', cell: 'B2' }, severity: 'error', note: '请核对。' }]);
  await host.mark([{ place: { sheet: '表1', cell: 'B2:B4' }, severity: 'info', note: '请核对。' }]);
  await host.unmark();
  await host.setSetting('a', 'b');
  await host.getSetting('a');
  await host.select({ sheet: '表1', cell: 'B2' });
  desktop.failAfter = 60;
  await host.writeSheets([{ key: '考评数据', sheet }]).catch(() => undefined);
  await end();
  const calls = callsIn(desktop.requests);
  const versions = new Map(calls.map(({ type, member }) => [`${type}.${member}`, versionOf(type, member)]));
  expect(versions.size).toBeGreaterThan(80);
  expect([...versions].filter(([, version]) => version === undefined)).toEqual([]);
  expect([...versions].filter(([, version]) => version! > 14)).toEqual([]);
});
