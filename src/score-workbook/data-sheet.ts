import type { Assessment, Claim, FactUsed, Scorecard, Voice } from '../assessment';
import { isoToDay } from '../rulebook/day';
import type { Fact, Item } from '../rulebook/model';
import { itemsOf } from '../scoring/compile';
import type { FactValue, ItemScore } from '../scoring/item-score';
import type { PlannedCell, PlannedSheet, PlannedValue } from '../workbook/planned-write';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

export const PENDING = '待定';

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

const VOICES: Record<Voice, string> = { department: '部门自报', platform: '平台数据', office: '专项组掌握' };

/** Whose word a claim is; of what the office settled, also when and why. */
function voiceOf({ voice, settlement }: Claim): string {
  if (!settlement) return VOICES[voice];
  const { kind, outcome, date, reason } = settlement;
  return [kind || '核定', outcome, date, reason].filter(Boolean).join('，');
}

/** A value as YL functions read it back: never blank, rates as fractions, dates as dates. */
function cellOf(fact: Fact, value: FactValue | undefined): Partial<PlannedCell> {
  if (value === undefined) return { value: PENDING, style: 'warn' };
  if (fact.type === 'percent') return { value: Number(`${Number(value)}e-2`), style: 'percent', format: '0.00##%' };
  if (fact.type === 'bool') return { value: value ? '是' : '否' };
  if (value === 'never') return { value: '未报送' };
  if (fact.type === 'date' || fact.type === 'dateOrNever') return { value: isoToDay(String(value)), style: 'date' };
  return { value: value as PlannedValue, style: 'number', format: 'General' };
}

function stateOf(score: ItemScore, used: FactUsed | undefined, fact: Fact): string {
  if (score.rejected.some((rejected) => rejected.fact === fact.id)) return '数值不能使用';
  if (used?.value !== undefined) return score.open.includes(fact.id) && score.state !== 'scored' ? '未到期限' : '已填';
  if (used?.claims.some((claim) => claim.state === 'notApplicable')) return '不涉及';
  if (score.open.includes(fact.id)) return '未到期限，尚未填报';
  return score.missing.includes(fact.id) ? '缺少' : '不需要';
}

function otherClaims(used: FactUsed | undefined): string {
  const others = (used?.claims ?? []).filter((claim) => claim.source !== used?.source && claim.state === 'value');
  return others
    .map(
      (claim: Claim) =>
        `${voiceOf(claim)}:${claim.raw}(${claim.source.file} ${claim.source.sheet} ${claim.source.cell})`,
    )
    .join(';');
}

/** 考评数据: a row per fact of every unit and item, with its value and where it comes from. */
export function dataSheet(assessment: Assessment): DataSheet {
  const rows = new Rows();
  const places = new Map<string, FactRows>();
  rows.add(['考评数据'], 'title');
  rows.add(
    [
      '每个指标一行。得分表按“数值”计算；“可达值”为“待定”的，期限未到，得分还可能提高。非联动数据来自其他文件，更正请改原表后重新汇总。',
    ],
    'note',
  );
  rows.add(
    [
      '单位',
      '条目',
      '指标',
      '指标编号',
      '数值',
      '可达值',
      '状态',
      '数据来源',
      '是否联动',
      '文件',
      '工作表',
      '单元格',
      '原文',
      '其他说法',
    ],
    'heading',
  );

  function itemRows(card: Scorecard, item: Item, score: ItemScore & { facts: FactUsed[] }): void {
    const first = rows.next;
    for (const fact of item.facts) {
      const used = score.facts.find((candidate) => candidate.fact === fact.id);
      const rejected = score.rejected.some((candidate) => candidate.fact === fact.id);
      const inapplicable = used?.value === undefined && used?.claims.some((claim) => claim.state === 'notApplicable');
      const absent =
        fact.absent !== undefined && used?.value === undefined
          ? { value: fact.absent, style: 'number' as const }
          : undefined;
      const value = rejected
        ? cellOf(fact, undefined)
        : inapplicable
          ? { value: '不涉及' }
          : (absent ?? cellOf(fact, used?.value));
      const open = score.state !== 'scored' && score.open.includes(fact.id);
      const claim = used?.claims.find((candidate) => candidate.source === used.source) ?? used?.claims[0];
      rows.add([
        card.unit,
        item.id,
        fact.name,
        fact.id,
        value,
        open
          ? { value: PENDING, style: 'note' }
          : { ...value, formula: `E${rows.next + 1}`, cached: value.value ?? null, value: undefined },
        stateOf(score, used, fact),
        claim ? voiceOf(claim) : '',
        claim ? '非联动' : '',
        claim?.source.file ?? '',
        claim?.source.sheet ?? '',
        claim?.source.cell ?? '',
        claim?.raw ?? '',
        otherClaims(used),
      ]);
    }
    places.set(`${card.unit} ${item.id}`, { first, last: rows.next - 1 });
  }

  const items = itemsOf(assessment.rulebook);
  for (const card of assessment.scorecards) {
    [...card.items, card.bonus, card.deductions].forEach((score, index) => itemRows(card, items[index], score));
  }
  return {
    sheet: {
      name: SHEETS.data,
      columnWidths: [18, 8, 26, 22, 12, 12, 14, 12, 10, 26, 14, 14, 50, 40],
      frozenRows: 3,
      cells: rows.cells,
      print: { repeatRows: 3 },
      filter: { top: 2, left: 0, bottom: Math.max(2, rows.next - 1), right: 13 },
    },
    rowsOf: (unit, item) => places.get(`${unit} ${item}`)!,
  };
}
