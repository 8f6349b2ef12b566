import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addCharts } from '../../../src/hosts/file/charts';
import { FileHost } from '../../../src/hosts/file/file-host';
import { diskFile } from '../../../src/hosts/file/node';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import type { PlannedChart } from '../../../src/workbook/planned-write';
import { chartsIn } from '../charts-in-file';
import { contract, type Room, type StartSheet } from '../contract';
import { startFile } from './start-file';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yl-host-'));
let opened = 0;

/** What the host does to the disk; each may fail. */
const CALLS = ['readFileSync', 'writeFileSync', 'renameSync'] as const;
const real = Object.fromEntries(CALLS.map((name) => [name, fs[name]])) as Pick<typeof fs, (typeof CALLS)[number]>;
/** Calls until the one that fails; 0 when none is to fail. */
let countdown = 0;

beforeAll(() => {
  for (const name of CALLS) {
    jest.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
      if (countdown > 0 && --countdown === 0) {
        // A disk that is full has taken a part of it.
        if (name === 'writeFileSync') real.writeFileSync(args[0] as string, 'PK');
        throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      }
      return (real[name] as (...given: unknown[]) => unknown)(...args) as never;
    });
  }
});
afterAll(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

/** Changes the file's parts as the program does that a person works with. */
function edit(file: string, change: (parts: Record<string, string>) => void): void {
  const parts = unzipSync(real.readFileSync(file));
  const texts = Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  change(texts);
  real.writeFileSync(
    file,
    zipSync({ ...parts, ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])) }),
  );
}

/** Every part, bit by bit: nothing else can be seen of a file. */
function pictureOf(file: string): string {
  const parts = Object.entries(unzipSync(real.readFileSync(file)));
  const all = parts
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes, !/\.(xml|rels|vml)$/.test(name))}\n`)
    .join('');
  // What names ending so are says nothing where none ends so, and a list of no styles is none.
  const idle = /<Default Extension="(\w+)"[^>]*>/g;
  return all
    .replace(idle, (element, extension) => (parts.some(([name]) => name.endsWith(`.${extension}`)) ? element : ''))
    .replace(/<dxfs count="0">?<?\/(dxfs)?>/, '');
}

/** A chart over A2:B4 that is nothing of ours: another name, no title. */
function addChartOfSomebody(file: string, name: string): void {
  const rename = (from: string, to: string) =>
    edit(file, (parts) => {
      for (const part of Object.keys(parts).filter((path) => path.includes('/drawings/drawing'))) {
        parts[part] = parts[part].replaceAll(from, to);
      }
    });
  rename('name="_yl_', 'name="aside_yl_');
  const chart: PlannedChart = {
    ...{ title: '', data: { top: 1, left: 0, bottom: 3, right: 1 }, stacked: false },
    at: { row: 9, column: 0, rows: 5, columns: 5 },
  };
  const { rows } = readWorkbook(real.readFileSync(file), '').sheets.find((sheet) => sheet.name === name)!;
  const contentOf = (row: number, column: number) => rows[row]?.[column]?.value ?? null;
  real.writeFileSync(file, addCharts(real.readFileSync(file), [{ name, charts: [chart], contentOf }]));
  rename('name="_yl_', 'name="图表 ');
  rename('name="aside_yl_', 'name="_yl_');
  edit(file, (parts) => {
    for (const part of Object.keys(parts).filter((path) => path.startsWith('xl/charts/'))) {
      parts[part] = parts[part].replace(/<c:title>(?:(?!<c:title>)[^])*?<a:t><\/a:t>[^]*?<\/c:title>/, '');
    }
  });
}

async function withLibrary<T>(file: string, work: (book: ExcelJS.Workbook) => T): Promise<T> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(real.readFileSync(file) as unknown as ExcelJS.Buffer);
  return work(book);
}

contract('a file on disk', {
  has: { hands: true, charts: true, marks: true, settings: true, selection: true, failures: true, protection: true },
  // It is read, written beside itself, and put in place.
  leastSteps: 3,
  async open(sheets: StartSheet[]): Promise<Room> {
    const file = path.join(folder, `${++opened}.xlsx`);
    real.writeFileSync(file, await startFile(sheets));
    const host = () => new FileHost('自评表.xlsx', diskFile(file));
    const removed = (xml: string, name: string) => xml.replace(new RegExp(`<sheet [^>]*name="${name}"[^>]*/>`), '');
    return {
      host: host(),
      again: async () => host(),
      picture: async () => pictureOf(file),
      charts: async () => chartsIn(real.readFileSync(file)),
      async selection() {
        const parts = unzipSync(real.readFileSync(file));
        const workbook = strFromU8(parts['xl/workbook.xml']);
        const shown = Number(/activeTab="(\d+)"/.exec(workbook)?.[1] ?? 0);
        const [, sheet] = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)][shown];
        const xml = strFromU8(parts[`xl/worksheets/sheet${shown + 1}.xml`]);
        return { sheet, cell: /<selection [^>]*sqref="([^"]*)"/.exec(xml)?.[1] ?? 'A1' };
      },
      async failAt(step) {
        const pending = countdown > 0;
        countdown = step;
        return pending;
      },
      async protect(what) {
        edit(file, (parts) => {
          if (what === 'workbook') {
            const lock = '<workbookProtection lockStructure="1"/>';
            parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace(/(<workbookPr[^>]*\/>)/, `$1${lock}`);
            return;
          }
          const index = [...parts['xl/workbook.xml'].matchAll(/<sheet [^>]*name="([^"]*)"/g)].findIndex(
            ([, name]) => name === what.sheet,
          );
          const part = `xl/worksheets/sheet${index + 1}.xml`;
          parts[part] = parts[part].replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>');
        });
      },
      hands: {
        rename: (name, to) =>
          edit(file, (parts) => {
            for (const part of Object.keys(parts)) {
              parts[part] = parts[part].replaceAll(`name="${name}"`, `name="${to}"`).replaceAll(`${name}!`, `'${to}'!`);
            }
          }),
        removeSheet: (name) =>
          edit(file, (parts) => {
            const list = 'xl/workbook.xml';
            parts[list] = removed(parts[list], name).replaceAll(`>${name}!`, '>#REF!');
          }),
        addChart: (name) => addChartOfSomebody(file, name),
        async addNote(sheet, cell, text) {
          const bytes = await withLibrary(file, (book) => {
            book.getWorksheet(sheet)!.getCell(cell).note = text;
            return book.xlsx.writeBuffer();
          });
          real.writeFileSync(file, new Uint8Array(bytes));
        },
      },
    };
  },
});
