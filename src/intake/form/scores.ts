import type { Item } from '../../rulebook/model';
import type { SheetContext } from '../answers';
import { joinCells, type Entry, type Line } from '../grid';
import type { ScoreRow } from '../reading';
import { evidenceAt } from '../evidence-cell';
import type { Column } from '../tables';
import { readNumber, tidy } from '../values';

/** The columns of a self-assessment form, found by their meaning. */
export interface FormColumns {
  goal: Column[];
  /** Columns that name a section. */
  section: Column[];
  clause: Column | undefined;
  item: Column | undefined;
  seq: Column | undefined;
  progress: Column | undefined;
  self: Column | undefined;
  evidence: Column | undefined;
  /** How each task stands (已完成, 不涉及), where another column tells what was done. */
  state: Column | undefined;
}

type ScoreCell = Omit<ScoreRow, 'unit' | 'item'> & { row: number; column: number };

/** Collects the department's own scores and holds its sums against them. */
export class SelfScores {
  private readonly seen = new Map<string, string>();
  private readonly rows = new Map<string, { item: Item; cells: ScoreCell[] }>();
  private all = 0;
  private bonus = 0;
  private deductions = 0;
  private section = 0;
  private count = 0;

  constructor(
    private readonly context: SheetContext,
    private readonly unit: string,
    private readonly columns: FormColumns,
  ) {}

  add(line: Line, item: Item): void {
    const { self, evidence } = this.columns;
    const { reading, grid } = this.context;
    if (!self) return;
    const entry = grid.at(line.row, self.index);
    const cell = grid.addressAt(line.row, self.index);
    const source = reading.sourceAt(grid, cell);
    if (this.seen.has(cell)) return;
    this.seen.set(cell, item.id);
    const points = scoreIn(entry);
    const rows = this.rows.get(item.id) ?? { item, cells: [] };
    this.rows.set(item.id, rows);
    rows.cells.push({
      row: line.row,
      column: self.index,
      ...(points === undefined ? {} : { points }),
      raw: entry?.text ?? '',
      source,
      ...(evidence && { evidence: evidenceAt(this.context, line.row, evidence.index) }),
    });
    if (points === undefined) return;
    const size = item === reading.rulebook.deductions ? Math.abs(points) : points;
    const hundredths = Math.round(size * 100);
    this.count += 1;
    if (item === reading.rulebook.deductions) this.deductions += hundredths;
    else if (item === reading.rulebook.bonus) this.bonus += hundredths;
    else this.all += hundredths;
    this.section += item === reading.rulebook.deductions ? -hundredths : hundredths;
  }

  /** Hands on what was collected. An item that stands in several rows has the score that they give together. */
  record(): void {
    const { reading } = this.context;
    for (const { item, cells } of this.rows.values()) {
      const filled = cells.filter(({ points }) => points !== undefined);
      for (const { points, raw, source, evidence } of cells) {
        if (filled.length > 1 && points !== undefined && points < 0) continue;
        const about = { unit: this.unit, item, raw, source };
        reading.scoreRows.push({
          ...about,
          ...(points === undefined ? {} : { points }),
          ...(evidence && { evidence }),
        });
      }
      const sum = tidy(filled.reduce((all, { points = 0 }) => all + points, 0));
      // Rows of several sentences may hold what was lost (0, -0.5) as well as what was won: then there is no sum to hold to.
      const isClear = filled.length === 1 || (sum > 0 && filled.every(({ points = 0 }) => points >= 0));
      if (!filled.length || !isClear) continue;
      const points = item === reading.rulebook.deductions ? Math.abs(sum) : sum;
      const source = reading.sourceAt(this.context.grid, joinCells(filled));
      reading.selfScores.push({ unit: this.unit, item: item.id, points, source });
    }
  }

  /** A row that says what the scores above it add up to. */
  total(line: Line, isSubtotal: boolean): void {
    const { reading, grid } = this.context;
    const { self } = this.columns;
    const stated = self && scoreIn(grid.own(line.row, self.index));
    if (!self || stated === undefined || this.count < 2) return;
    const { all, bonus, deductions } = this;
    const sums = isSubtotal ? [this.section] : [all + bonus - deductions, Math.min(10000, all + bonus - deductions)];
    if (!isSubtotal && bonus + deductions > 0) sums.push(all, all + bonus);
    reading.totals.push({
      source: reading.source(grid, line.row, self.index),
      what: isSubtotal ? '本部分各项自评得分' : '各项自评得分',
      stated,
      sums: sums.map((sum) => tidy(sum / 100)),
    });
    this.section = 0;
  }
}

function scoreIn(entry: Entry | undefined): number | undefined {
  if (!entry) return undefined;
  if (typeof entry.cell.value === 'number') return tidy(entry.cell.value);
  if (typeof entry.cell.value !== 'string') return undefined;
  const number = readNumber(entry.text.replace(/^(自评|得|评)+分?[:：]?/, ''));
  return number && !number.percent ? number.value : undefined;
}
