import { ICommandService, Tools, type ICellData } from '@univerjs/core';
import { addCharts } from '../../../src/hosts/file/charts';
import { GridHost } from '../../../src/hosts/grid/grid-host';
import { saveCopy } from '../../../src/hosts/grid/save-copy';
import { startUniver, type FWorkbook } from '../../../src/hosts/grid/start-univer';
import { toWorkbookData } from '../../../src/hosts/grid/workbook-data';
import { HostError, type CellChange, type Place, type WorkbookHost } from '../../../src/workbook/host';
import type { Cell, Sheet } from '../../../src/workbook/snapshot';
import type { StartCell, StartSheet } from '../contract';

/** What the test calls in the page: a grid, its host, and somebody at the keyboard. */
export interface GridPage {
  open(sheets: StartSheet[]): Promise<void>;
  /** From here on by a host that knows nothing of the first. */
  again(): void;
  call(method: keyof WorkbookHost, args: unknown[]): Promise<{ value?: unknown; failure?: string }>;
  follow(): Promise<void>;
  endFollowing(): Promise<void>;
  picture(): string;
  /** A saved copy, byte by byte. */
  saved(): Promise<number[]>;
  selection(): Place | undefined;
  failAt(step: number): boolean;
  type(sheet: string, cell: string, entry: string | number): Promise<void>;
  rename(sheet: string, to: string): void;
  removeSheet(sheet: string): void;
  deleteRow(sheet: string, row: number): void;
  addNote(sheet: string, cell: string, text: string): void;
}

declare global {
  interface Window {
    grid: GridPage;
    tellChange(change: CellChange): void;
  }
}

const univer = startUniver(document.querySelector<HTMLElement>('#grid')!, [], false);
let workbook: FWorkbook;
let host: GridHost;
let opened = 0;
let end: (() => Promise<void>) | undefined;

function startCell(start: StartCell): Cell | undefined {
  if (start === null || start === '') return undefined;
  if (typeof start === 'object') return { value: start.result, text: String(start.result), formula: start.formula };
  return { value: start, text: String(start) };
}

function startSheet({ name, rows, hidden = false }: StartSheet): Sheet {
  return {
    name,
    hidden,
    rows: rows.map((row) => row.map(startCell)),
    rowCount: rows.length,
    columnCount: Math.max(...rows.map((row) => row.length)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

const sheetNamed = (name: string) => workbook.getSheetByName(name)!;
const calculated = () => univer.getFormula().whenComputingCompleteAsync(5000);

/** Changes of the workbook until the one that fails; 0 when none is to fail. */
let countdown = 0;
const CHANGES = /^sheet\.mutation\.(insert-sheet|remove-sheet|set-range-values|update-note|remove-note)$/;
const watched = new Set<ICommandService>();

function watchCommands(): void {
  const service = workbook.getActiveSheet().getInject().get(ICommandService);
  if (watched.has(service)) return;
  watched.add(service);
  service.beforeCommandExecuted(({ id }, options) => {
    if (!CHANGES.test(id) || options?.fromFormula) return;
    if (countdown > 0 && --countdown === 0) throw new Error('as the test wished');
  });
}

/** Everything that a saved workbook says of a sheet, with looks in place of the names that the grid gives them. */
function pictureOf(): string {
  const { sheets, sheetOrder, styles, custom } = workbook.save();
  const plainStyle = (style: ICellData['s']) => {
    const look = typeof style === 'string' ? styles[style] : style;
    const kept = Object.entries(look ?? {}).filter(([, value]) => value !== null && value !== undefined);
    return kept.length ? Object.fromEntries(kept.sort()) : undefined;
  };
  return JSON.stringify({
    custom,
    sheets: sheetOrder.map((id) => {
      const { name, hidden, cellData, mergeData, columnData, freeze, custom: about } = sheets[id];
      const cells = Object.entries(cellData ?? {}).flatMap(([row, columns]) =>
        (Object.entries(columns ?? {}) as [string, ICellData | null][]).flatMap(([column, cell]) => {
          const look = plainStyle(cell?.s);
          const { v, f } = cell ?? {};
          if (look === undefined && (v ?? '') === '' && !f) return [];
          return [[row, column, v, f, look]];
        }),
      );
      const notes = workbook.getSheetBySheetId(id)!.getNotes();
      return {
        name,
        hidden,
        cells,
        mergeData,
        columnData,
        freeze,
        about,
        notes: notes.map(({ row, col, note }) => [row, col, note]),
      };
    }),
  });
}

window.grid = {
  async open(sheets) {
    const before = univer.getActiveWorkbook();
    const snapshot = { file: '测试.xlsx', date1904: false, sheets: sheets.map(startSheet) };
    workbook = univer.createWorkbook(toWorkbookData(snapshot, new Map(), `workbook${++opened}`));
    if (before) univer.disposeUnit(before.getId());
    await calculated();
    watchCommands();
    host = new GridHost(univer, workbook);
  },
  again: () => void (host = new GridHost(univer, workbook)),
  async call(method, args) {
    try {
      const value = await (host[method] as (...given: unknown[]) => Promise<unknown>)(...args);
      await calculated();
      return { value };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { failure: error.message };
    }
  },
  async follow() {
    end = await host.onChange((change) => window.tellChange(Tools.deepClone(change)));
  },
  endFollowing: async () => end?.(),
  picture: pictureOf,
  saved: async () => [...(await saveCopy(workbook, addCharts))],
  selection() {
    const range = workbook.getActiveRange();
    const sheet = workbook.getActiveSheet().getSheetName();
    return range ? { sheet, cell: range.getA1Notation() } : undefined;
  },
  failAt(step) {
    const pending = countdown > 0;
    countdown = step;
    return pending;
  },
  async type(sheet, cell, entry) {
    sheetNamed(sheet).getRange(cell).setValue(entry);
    await calculated();
  },
  rename: (sheet, to) => void sheetNamed(sheet).setName(to),
  removeSheet: (sheet) => void workbook.deleteSheet(sheetNamed(sheet)),
  deleteRow: (sheet, row) => void sheetNamed(sheet).deleteRow(row),
  addNote(sheet, cell, text) {
    const range = sheetNamed(sheet).getRange(cell);
    const [row, col] = [range.getRow(), range.getColumn()];
    range.createOrUpdateNote({ id: 'own', row, col, note: text, width: 200, height: 100 });
  },
};
