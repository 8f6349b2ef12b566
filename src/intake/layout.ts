import type { Sheet } from '../workbook/snapshot';
import { readAnswerMarks } from './answer-marks';
import { Grid } from './grid';
import { readPeriodNotes } from './period-notes';
import { readShortUnits } from './short-units';
import { findTables, type Table, type TableWords } from './tables';

/** A sheet as intake reads it. */
export interface Layout {
  readonly grid: Grid;
  readonly tables: Table[];
}

const known = new WeakMap<Sheet, Layout & { targets: object }>();

/**
 * A sheet's cells and tables. Finding the tables of a large sheet takes long, and an edit makes only its own sheet anew: so
 * it is done once for each sheet object.
 */
export function layoutOf(sheet: Sheet, words: TableWords): Layout {
  const before = known.get(sheet);
  if (before?.targets === words.targets) return before;
  const grid = new Grid(sheet);
  readAnswerMarks(grid);
  readPeriodNotes(grid);
  readShortUnits(grid, words);
  const layout = { grid, tables: findTables(grid, words), targets: words.targets };
  known.set(sheet, layout);
  return layout;
}
