import type { Assessment, Scorecard } from '../assessment';
import { columnLetters } from '../workbook/address';
import type { Item, Switchable } from '../rulebook/model';
import { toPoints, type Fraction } from '../scoring/fraction';
import type { ItemScore, ItemState } from '../scoring/item-score';
import { STATES } from '../scoring/words';
import { withoutContacts } from '../workbook/persons';
import type { PlannedCell, PlannedSheet, StyleName } from '../workbook/planned-write';
import { PENDING } from './fact-cell';
import { REACHABLE_COLUMN, VALUE_COLUMN, type DataSheet } from './data-sheet';
import type { ReadingsSheet } from './readings-sheet';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

const STATE_STYLES: Record<ItemState, StyleName> = {
  scored: 'ok',
  pending: 'warn',
  notDue: 'quiet',
  notApplicable: 'quiet',
  rejected: 'bad',
};

const WIDTHS = [14, 14, 24, 10, 10, 10, 10, 10, 10, 12, 12, 12, 14, 14, 14, 14, 12];
/** The reasons take the columns that the ranking has more than the details. */
const REASONS = { rows: 1, columns: WIDTHS.length - 10 };

/** Columns of the detail table. */
const [ITEM, FULL, SCORE, LOW, HIGH, APPLIES] = ['B', 'D', 'E', 'F', 'G', 'H'];

function points(formula: string, cached: Fraction | undefined): Partial<PlannedCell> {
  return { formula, cached: cached ? toPoints(cached) : { error: '#N/A' }, style: 'number', format: '0.00' };
}

/** Rows of one unit's details, counted from 1 as formulas do. */
interface UnitRows {
  card: Scorecard;
  sections: { first: number; last: number }[];
  first: number;
  last: number;
  bonus: number;
  deductions: number;
}

class ScoreSheet {
  private readonly rows = new Rows();
  /** Conditions on how the reading on items that do not apply stands: counted in full, or left out by rescaling. */
  private readonly countsInFull: string;
  private readonly rescales: string;

  constructor(
    private readonly assessment: Assessment,
    private readonly data: DataSheet,
    private readonly readings: ReadingsSheet,
  ) {
    const { notApplicable } = assessment.rulebook.general;
    this.countsInFull = this.holds(notApplicable, 'full');
    this.rescales = this.holds(notApplicable, 'rescaled');
  }

  /** A condition that holds when a general rule has a value. */
  private holds<T>(rule: Switchable<T>, value: T): string {
    if (typeof rule !== 'object' || rule === null || !('byReading' in rule)) return rule === value ? 'TRUE' : 'FALSE';
    const [[reading, values]] = Object.entries(rule.byReading);
    const options = Object.keys(values).filter((option) => values[option] === value);
    const is = options.map((option) => `${this.readings.optionCell(reading)}=${option}`);
    return is.length === 1 ? is[0] : is.length ? `OR(${is.join()})` : 'FALSE';
  }

  private facts(unit: string, item: string, column: number): string {
    const { first, last } = this.data.rowsOf(unit, item);
    const letter = columnLetters(column);
    return `${SHEETS.data}!$${letter}$${first + 1}:$${letter}$${last + 1}`;
  }

  /**
   * Until it is corrected, a value that cannot be leaves the item open, also where a fact that is left out would count as
   * something or not be asked for: its cell then decides between the formula and what holds until then.
   */
  private unlessRejected(unit: string, item: Item, score: ItemScore, formula: string, until: string): string {
    const { first } = this.data.rowsOf(unit, item.id);
    const cells = item.facts.flatMap(({ id }, index) => {
      const rejected = score.rejected.some(({ fact }) => fact === id);
      return rejected ? [`${SHEETS.data}!$${columnLetters(VALUE_COLUMN)}$${first + index + 1}="${PENDING}"`] : [];
    });
    if (cells.length === 0) return formula;
    return `IF(${cells.length === 1 ? cells[0] : `OR(${cells.join()})`},${until},${formula})`;
  }

  private itemRow(card: Scorecard, item: Item, score: ItemScore): void {
    const row = this.rows.next + 1;
    const call = (name: string, column: number) =>
      `YL.${name}($${ITEM}${row},${this.facts(card.unit, item.id, column)},${this.readings.range})`;
    const applies = score.state !== 'notApplicable';
    const full = `IF(${this.countsInFull},$${FULL}${row},0)`;
    // What is not yet reported and could not change the points leaves them as they are.
    const settled =
      score.state === 'scored' && score.missing.length
        ? `INDEX(${call('BOUNDS', REACHABLE_COLUMN)},1,2)`
        : call('SCORE', REACHABLE_COLUMN);
    const guarded = (formula: string, until: Fraction | undefined) =>
      points(this.unlessRejected(card.unit, item, score, formula, until ? String(toPoints(until)) : 'NA()'), until);
    const reasons = score.lines.filter((line) => !line.effect || line.effect.n !== 0 || score.lines.length <= 3);
    this.rows.add([
      card.unit,
      {
        value: item.id,
        style: 'link',
        link: { sheet: SHEETS.data, cell: `E${this.data.rowsOf(card.unit, item.id).first + 1}` },
      },
      item.title,
      { formula: `YL.MAX($${ITEM}${row})`, cached: item.points, style: 'number', format: '0.0#' },
      applies ? guarded(settled, score.points) : points(full, score.points),
      applies ? guarded(`INDEX(${call('BOUNDS', VALUE_COLUMN)},1,1)`, score.low) : points(`$${SCORE}${row}`, score.low),
      applies
        ? guarded(`INDEX(${call('BOUNDS', REACHABLE_COLUMN)},1,2)`, score.high)
        : points(`$${SCORE}${row}`, score.high),
      { value: applies ? 1 : 0, style: 'text', format: '"是";;"否"' },
      { value: STATES[score.state], style: STATE_STYLES[score.state] },
      score.readings.join('、'),
      {
        value: withoutContacts([...reasons.map((line) => line.because), ...score.notes].join('；')),
        span: REASONS,
      },
    ]);
  }

  private unitRows(card: Scorecard): UnitRows {
    const { rulebook } = this.assessment;
    const first = this.rows.next + 1;
    let index = 0;
    const sections = rulebook.sections.map((section) => {
      const start = this.rows.next + 1;
      for (const item of section.items) this.itemRow(card, item, card.items[index++]);
      return { first: start, last: this.rows.next };
    });
    const last = this.rows.next;
    this.itemRow(card, rulebook.bonus, card.bonus);
    this.itemRow(card, rulebook.deductions, card.deductions);
    return { card, sections, first, last, bonus: last + 1, deductions: last + 2 };
  }

  private summaryRow(unit: UnitRows, first: number, last: number): (Partial<PlannedCell> | string)[] {
    const { card } = unit;
    const cells = (column: string, rows = unit) => `$${column}$${rows.first}:$${column}$${rows.last}`;
    const total = (sum: string, bonus: string, lost: string) =>
      `YL.TOTAL(${sum},$${bonus}$${unit.bonus},$${lost}$${unit.deductions},${this.readings.range})`;
    const applicable = `SUMPRODUCT(${cells(FULL)},${cells(APPLIES)})`;
    const rescaled = (base: string, bonus: string, lost: string) => {
      // Rounded where no figure is touched, so that binary noise cannot tip a half.
      const share = `ROUND(SUMPRODUCT(${cells(base)},${cells(APPLIES)})/${applicable}*${card.total.max},9)`;
      return total(`IF(${applicable}=0,0,${share})`, bonus, lost);
    };
    const final = (base: string, bonus: string, lost: string) =>
      `IF(${this.rescales},${rescaled(base, bonus, lost)},${total(cells(base), bonus, lost)})`;
    const sections = unit.sections.map((rows, position) => {
      const range = `$${LOW}$${rows.first}:$${LOW}$${rows.last}`;
      return points(`SUM(${range})`, card.sections[position].low);
    });
    const lowColumn = columnLetters(2 + sections.length + 2);
    const row = this.rows.next + 1;
    return [
      {
        formula: `RANK($${lowColumn}${row},$${lowColumn}$${first}:$${lowColumn}$${last})`,
        cached: card.rank,
        style: 'number',
        format: '0',
      },
      card.unit,
      ...sections,
      points(`$${LOW}$${unit.bonus}`, card.bonus.low),
      points(`$${HIGH}$${unit.deductions}`, card.deductions.high),
      points(final(LOW, LOW, HIGH), card.total.low),
      points(final(HIGH, HIGH, LOW), card.total.high),
      points(rescaled(LOW, LOW, HIGH), card.total.rescaled.low),
      points(rescaled(HIGH, HIGH, LOW), card.total.rescaled.high),
      { value: card.provisional ? '暂定' : '已定', style: card.provisional ? 'warn' : 'ok' },
    ];
  }

  plan(): PlannedSheet {
    const { rulebook, scorecards, asOf } = this.assessment;
    const { rows } = this;
    rows.addHead(
      `${rulebook.title} 得分表`,
      `数据截至${asOf}。名次按最低得分排列，得分相同的名次并列；“暂定”的总分还有变动余地，以区间列出。`,
      [
        '名次',
        '单位',
        ...rulebook.sections.map((section) => section.title.split('、')[0] + `（${section.points}分）`),
        ...['激励加分', '扣分', '总分(最低)', '总分(最高)', '折算(最低)', '折算(最高)', '状态'],
      ],
    );
    // The ranking refers to the details below it, so its rows are planned once their places are known.
    const summaryStart = rows.next;
    rows.next += scorecards.length;
    rows.skip();
    const details = rows.addTitle('得分明细', WIDTHS.length);
    const reasons = { value: '得失分理由', span: REASONS };
    rows.add(['单位', '条目', '名称', '满分', '得分', '最低', '最高', '适用', '状态', '口径', reasons], 'heading');
    const units = scorecards.map((card) => this.unitRows(card));
    const end = rows.next;
    const ordered = [...units].sort((a, b) => a.card.rank - b.card.rank);
    rows.next = summaryStart;
    for (const unit of ordered) rows.add(this.summaryRow(unit, summaryStart + 1, summaryStart + scorecards.length));
    rows.next = end;
    return {
      name: SHEETS.scores,
      columnWidths: WIDTHS,
      // The headings of the ranking would stand over the details as well.
      frozenRows: 2,
      cells: rows.cells,
      print: { repeatFrom: details, repeatRows: 2, breakBefore: [details] },
    };
  }
}

/**
 * 得分表: the ranking on top, below it a row per unit and item. Every figure is a formula over 考评数据 and 口径, so that
 * correcting a fact or switching a reading moves it; the values that come along are those of the assessment.
 */
export function scoreSheet(assessment: Assessment, data: DataSheet, readings: ReadingsSheet): PlannedSheet {
  return new ScoreSheet(assessment, data, readings).plan();
}
