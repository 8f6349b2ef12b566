import { readWorkbook } from '../hosts/file/read-workbook';
import { readLooks } from '../hosts/grid/file-look';
import { GridHost } from '../hosts/grid/grid-host';
import { addPlannedCells, toWorkbookData } from '../hosts/grid/workbook-data';
import type { FUniver, FWorkbook } from '../hosts/grid/start-univer';
import type { Place } from '../workbook/host';
import { liveScores } from './live-scores';

/** A workbook that stands in the grid. */
export interface OpenWorkbook {
  /** The file's name. */
  name: string;
  host: GridHost;
  workbook: FWorkbook;
  /** A figure whose change moves a score beside it. */
  tryAt?: Place;
}

/** Formulas of a large workbook take this long at most; the pane follows what comes later. */
const CALCULATION = 5000;
let opened = 0;

/**
 * Opens a file in the grid, in place of what was there.
 * @param withScores puts YL formulas beside the figures of the first sheet
 * @throws a Chinese sentence when the file is no workbook
 */
export async function openWorkbook(
  univer: FUniver,
  bytes: Uint8Array,
  name: string,
  { withScores = false } = {},
): Promise<OpenWorkbook> {
  const snapshot = readWorkbook(bytes, name);
  // A file that is read may still have looks that are not: it then opens plainly.
  const looks = await readLooks(bytes).catch(() => new Map());
  const data = toWorkbookData(snapshot, looks, `workbook${++opened}`);
  const live = withScores ? liveScores(snapshot) : undefined;
  if (live) addPlannedCells(data, live);
  const before = univer.getActiveWorkbook();
  const workbook = univer.createWorkbook(data);
  if (before) univer.disposeUnit(before.getId());
  await calculated(univer);
  return {
    name,
    workbook,
    host: new GridHost(univer, workbook),
    tryAt: live && { sheet: live.sheet, cell: live.tryAt },
  };
}

async function calculated(univer: FUniver): Promise<void> {
  await univer
    .getFormula()
    .whenComputingCompleteAsync(CALCULATION)
    .catch(() => false);
}
