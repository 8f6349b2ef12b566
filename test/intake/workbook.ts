import type { Claim, Finding, Intake } from '../../src/assessment';
import { readSnapshot, type ReadOptions } from '../../src/intake/read';
import rulebook from '../../src/rulebook/default';
import type { Cell, CellRange, Sheet, Snapshot } from '../../src/workbook/snapshot';

export { rulebook };

/** What a test writes for a cell: a plain value, or a cell with its format, formula or error. */
export type Written = string | number | boolean | null | undefined | Partial<Cell>;

/** 0.935 shown as 93.5%. */
export function percent(value: number): Partial<Cell> {
  return { value, text: `${Number((value * 100).toFixed(4))}%`, format: '0.0%' };
}

/** A day as the serial number Excel keeps. */
export function day(iso: string, time = ''): Partial<Cell> {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const value = Date.parse(`${iso}T00:00:00Z`) / 86400000 + 25569 + (hours * 60 + minutes) / 1440;
  return { value, text: iso, format: time ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
}

function cell(written: Written): Cell | undefined {
  if (written === null || written === undefined) return undefined;
  if (typeof written !== 'object') return { value: written, text: String(written) };
  return { value: null, text: '', ...written };
}

function range(address: string): CellRange {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(address);
  if (!match) throw new Error(`not a range: ${address}`);
  const column = (letters: string): number => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) };
}

export interface SheetWritten {
  name?: string;
  rows: Written[][];
  merges?: string[];
  hidden?: boolean;
  hiddenRows?: number[];
}

export function sheet({ name = '表', rows, merges = [], hidden = false, hiddenRows = [] }: SheetWritten): Sheet {
  return {
    name,
    hidden,
    rows: rows.map((row) => row.map(cell)),
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    merges: merges.map(range),
    hiddenRows,
    hiddenColumns: [],
  };
}

export function workbook(file: string, ...sheets: SheetWritten[]): Snapshot {
  return { file, date1904: false, sheets: sheets.map(sheet) };
}

export function read(snapshot: Snapshot, options: Partial<ReadOptions> = {}): Intake {
  return readSnapshot(snapshot, rulebook, { asOf: '2023-12-31', readings: {}, ...options });
}

/** Reads one sheet of a file that tells nothing by its name. */
export function readRows(rows: Written[][], more: Omit<SheetWritten, 'rows'> & Partial<ReadOptions> = {}): Intake {
  const { name, merges, hidden, hiddenRows, ...options } = more;
  return read(workbook('测试.xlsx', { rows, name, merges, hidden, hiddenRows }), options);
}

/** "县发改局 3.5.compress C5": "92.3", for every claim; other states than a value by their name. */
export function told(intake: Intake): { [place: string]: Claim['value'] } {
  return Object.fromEntries(
    intake.claims.map((claim) => [
      `${claim.unit} ${claim.item}.${claim.fact} ${claim.source.cell}`,
      claim.state === 'value' ? claim.value : claim.state,
    ]),
  );
}

/** The findings as "code cell". */
export function found(intake: Intake, severity?: Finding['severity']): string[] {
  return intake.findings
    .filter((finding) => severity === undefined || finding.severity === severity)
    .map((finding) => `${finding.code} ${finding.source?.cell ?? ''}`);
}
