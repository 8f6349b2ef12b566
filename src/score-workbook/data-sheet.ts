import type { Assessment, Claim, FactUsed, Scorecard, Voice } from '../assessment';
import type { Fact, Item } from '../rulebook/model';
import { isDate, itemsOf } from '../rulebook/rules';
import type { ItemScore } from '../scoring/item-score';
import { cellWithoutPersons, withoutContacts } from '../workbook/persons';
import type { PlannedCell, PlannedSheet } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import { linkedCell, PENDING, sheetOf, valueCell } from './fact-cell';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

/** Columns of the sheet that formulas refer to. */
export const VALUE_COLUMN = 4;
export const REACHABLE_COLUMN = 5;

/** Where a unit's facts of one item stand: rows counted from 0, both inclusive. */
export interface FactRows {
  first: number;
  last: number;
}

export interface DataSheet {
  sheet: PlannedSheet;
  rowsOf(unit: string, item: string): FactRows;
}

const HEADINGS = [
  ...['单位', '条目', '指标', '指标编号', '数值', '可达值', '状态'],
  ...['数据来源', '是否联动', '文件', '工作表', '单元格', '原文', '其他说法'],
];
const WIDTHS = [14, 8, 30, 26, 11, 11, 22, 11, 10, 24, 12, 10, 44, 36];

const NOTE =
  '每个指标一行，得分表按“数值”计算。“可达值”为“待定”的，期限未到，得分还可能提高。' +
  '“联动”的数值随本工作簿中的来源单元格变化；“非联动”的来自其他文件，或由文字、台账、多个单元格归纳得出，更正请改来源后重新汇总。';

const VOICES: Record<Voice, string> = { department: '部门自报', platform: '平台数据', office: '专项组掌握' };

/** Whose word a claim is; of what the office settled, also when and why. */
function voiceOf({ voice, settlement }: Claim): string {
  if (!settlement) return VOICES[voice];
  const { kind, outcome, date, reason } = settlement;
  return withoutContacts([kind || '核定', outcome, date, reason].filter(Boolean).join('，'));
}

/** A date after the cut-off: what is to happen then has not happened. */
function isToCome(fact: Fact, used: FactUsed | undefined, score: ItemScore, asOf: string): boolean {
  const value = used?.value;
  return (
    isDate(fact) &&
    score.state !== 'scored' &&
    score.open.includes(fact.id) &&
    typeof value === 'string' &&
    value !== 'never' &&
    value > asOf
  );
}

function isInapplicable(used: FactUsed | undefined): boolean {
  return used?.value === undefined && (used?.claims.some((claim) => claim.state === 'notApplicable') ?? false);
}

function stateOf(score: ItemScore, used: FactUsed | undefined, fact: Fact, asOf: string): string {
  if (score.rejected.some((rejected) => rejected.fact === fact.id)) return '数值不能使用';
  if (isToCome(fact, used, score, asOf)) return '日期未到';
  if (used?.value !== undefined) return score.open.includes(fact.id) && score.state !== 'scored' ? '未到期限' : '已填';
  if (isInapplicable(used)) return '不涉及';
  if (score.open.includes(fact.id)) return '未到期限，尚未填报';
  return score.missing.includes(fact.id) ? '缺少' : '不需要';
}

function otherClaims(used: FactUsed | undefined): string {
  const others = (used?.claims ?? []).filter((claim) => claim.source !== used?.source && claim.state === 'value');
  return others
    .map((claim) => {
      const { file, sheet, cell } = claim.source;
      return `${voiceOf(claim)}：${cellWithoutPersons(claim.raw)}（${file} ${sheet} ${cell}）`;
    })
    .join('；');
}

class DataRows {
  readonly rows = new Rows();
  readonly places = new Map<string, FactRows>();

  constructor(
    private readonly assessment: Assessment,
    private readonly open: Snapshot | undefined,
  ) {}

  addItem(card: Scorecard, item: Item, score: ItemScore & { facts: FactUsed[] }): void {
    const first = this.rows.next;
    for (const fact of item.facts) this.addFact(card.unit, item, fact, score);
    this.places.set(`${card.unit} ${item.id}`, { first, last: this.rows.next - 1 });
  }

  private addFact(unit: string, item: Item, fact: Fact, score: ItemScore & { facts: FactUsed[] }): void {
    const { rows } = this;
    const used = score.facts.find((candidate) => candidate.fact === fact.id);
    const value = this.valueOf(fact, used, score);
    const open = score.state !== 'scored' && score.open.includes(fact.id);
    const claim = used?.claims.find((candidate) => candidate.source === used.source) ?? used?.claims[0];
    const source = claim?.source;
    rows.add([
      unit,
      item.id,
      fact.name,
      fact.id,
      value,
      open
        ? { value: PENDING, style: 'quiet' }
        : { ...value, formula: `E${rows.next + 1}`, cached: value.value ?? value.cached ?? null, value: undefined },
      stateOf(score, used, fact, this.assessment.asOf),
      claim ? voiceOf(claim) : '',
      claim ? (value.formula === undefined ? '非联动' : '联动') : '',
      source?.file ?? '',
      source?.sheet ?? '',
      claim ? this.sourceCell(claim) : '',
      claim ? cellWithoutPersons(claim.raw) : '',
      otherClaims(used),
    ]);
  }

  private valueOf(fact: Fact, used: FactUsed | undefined, score: ItemScore): Partial<PlannedCell> {
    const { asOf, rulebook } = this.assessment;
    const rejected = score.rejected.some((candidate) => candidate.fact === fact.id);
    if (rejected || isToCome(fact, used, score, asOf)) return valueCell(fact, undefined);
    const linked = used && linkedCell(this.open, fact, used, rulebook.year);
    if (linked) return linked;
    if (used?.value !== undefined) return valueCell(fact, used.value);
    if (isInapplicable(used)) {
      // Of an item that does apply, such a fact is simply not known, unless the rulebook says what it then counts as.
      const counts = score.state === 'notApplicable' || fact.ifNotApplicable !== undefined || fact.absent !== undefined;
      return counts ? { value: '不涉及' } : valueCell(fact, undefined);
    }
    return fact.absent === undefined ? valueCell(fact, undefined) : { value: fact.absent, style: 'number' };
  }

  /** Where it stands; in this workbook, a click leads there. */
  private sourceCell(claim: Claim): Partial<PlannedCell> {
    const { sheet, cell } = claim.source;
    const link = sheetOf(this.open, claim) && { sheet, cell: cell.split(',')[0] };
    return { value: cell, ...(link && { link, style: 'link' as const }) };
  }
}

/**
 * 考评数据: a row per fact of every unit and item, with its value and where it comes from.
 * @param open the workbook that the sheets are written to
 */
export function dataSheet(assessment: Assessment, open?: Snapshot): DataSheet {
  const data = new DataRows(assessment, open);
  const { rows, places } = data;
  rows.addHead(SHEETS.data, NOTE, HEADINGS);
  const items = itemsOf(assessment.rulebook);
  for (const card of assessment.scorecards) {
    [...card.items, card.bonus, card.deductions].forEach((score, index) => data.addItem(card, items[index], score));
  }
  return {
    sheet: {
      name: SHEETS.data,
      columnWidths: WIDTHS,
      frozenRows: 3,
      frozenColumns: 3,
      cells: rows.cells,
      print: { repeatRows: 3 },
      filter: { top: 2, left: 0, bottom: Math.max(2, rows.next - 1), right: HEADINGS.length - 1 },
    },
    rowsOf: (unit, item) => places.get(`${unit} ${item}`)!,
  };
}
