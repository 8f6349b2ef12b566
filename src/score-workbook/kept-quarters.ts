import type { PlannedCell, PlannedSheet, StyleName } from '../workbook/planned-write';
import type { Cell, Sheet, Snapshot } from '../workbook/snapshot';
import { ownSheet } from './own-sheets';
import { SHEETS } from './sheet-names';

/** What a later comparison needs: the scores, and the facts and readings that they rest on. */
const KEPT = [SHEETS.scores, SHEETS.data, SHEETS.readings];
const NARROW = 8;
const WIDE = 44;

export interface KeptQuarter {
  /** 2023年第二季度 */
  quarter: string;
  /** 得分表 first. */
  sheets: PlannedSheet[];
}

/** The quarter that a 得分表 is about, by the cut-off that it states: 2023年第二季度. */
function quarterOfScores({ rows }: Sheet): string | undefined {
  const texts = rows.slice(0, 3).flatMap((row) => (row ?? []).map((cell) => cell?.text ?? ''));
  const [, year, month] = texts.map((text) => /数据截至(\d{4})-(\d{2})-\d{2}/.exec(text)).find(Boolean) ?? [];
  return year && inWords(year, Math.ceil(Number(month) / 3));
}

function inWords(year: string, quarter: number): string {
  return `${year}年第${'一二三四'[quarter - 1]}季度`;
}

/**
 * Copies, as plain values, of the 得分表 of another quarter that is about to be written over, and of its 考评数据 and
 * 口径: so the next bulletin can still compare. None when there is no 得分表 or it is of the same quarter.
 * @param quarter 2023Q3, the quarter that is written
 */
export function keptQuarter(open: Snapshot, quarter: string): KeptQuarter | undefined {
  const scores = ownSheet(open, SHEETS.scores);
  const said = scores && quarterOfScores(scores);
  if (!said || said === inWords(quarter.slice(0, 4), Number(quarter[5]))) return undefined;
  const sheets = KEPT.flatMap((title) => {
    const sheet = ownSheet(open, title);
    return sheet ? [copyOf(sheet, `${title}${said}`, title !== SHEETS.scores)] : [];
  });
  return { quarter: said, sheets };
}

/** What is said of a quarter that was kept. */
export function keptWords(kept: KeptQuarter | undefined): string {
  return kept ? `原有的${kept.quarter}得分按数值保留在“${kept.sheets[0].name}”，供通报比较。` : '';
}

function copyOf({ rows, merges }: Sheet, name: string, hidden: boolean): PlannedSheet {
  const widths: number[] = [];
  const cells = rows.flatMap((row, r) =>
    (row ?? []).flatMap((cell, column): PlannedCell[] => {
      const value = cell?.value ?? cell?.error ?? '';
      if (!cell || value === '') return [];
      if (r > 1) widths[column] = Math.max(widths[column] ?? NARROW, Math.min(WIDE, cell.text.length * 1.5));
      const merge = merges.find(({ top, left }) => top === r && left === column);
      const span = merge && { rows: merge.bottom - merge.top + 1, columns: merge.right - merge.left + 1 };
      return [
        {
          row: r,
          column,
          value,
          style: styleOf(r, cell),
          ...(cell.format && { format: cell.format }),
          ...(span && { span }),
        },
      ];
    }),
  );
  return {
    name,
    columnWidths: [...widths].map((width) => width ?? NARROW),
    cells,
    frozenRows: 3,
    print: { repeatRows: 3 },
    hidden,
  };
}

function styleOf(row: number, { value }: Cell): StyleName {
  if (row < 3) return (['title', 'note', 'heading'] as const)[row];
  return typeof value === 'number' ? 'number' : 'text';
}
