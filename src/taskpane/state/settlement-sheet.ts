import type { Item, Rulebook } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import type { PlannedCell, PlannedSheet } from '../../workbook/planned-write';
import type { Snapshot } from '../../workbook/snapshot';

/** A value that the office settled, with its reason. */
export interface Settlement {
  unit: string;
  item: string;
  fact: string;
  /** As it was entered: 88%, 3, 是, 不涉及. */
  value: string;
  reason: string;
  /** ISO day. */
  date: string;
  /** 核定 or 申诉复核. */
  kind: string;
  outcome: string;
}

export const SETTLEMENTS = '核定';
const HEADINGS = ['单位', '条目', '指标', '核定值', '理由', '日期', '类别', '结果', '指标编号'];
const FIELDS: (keyof Settlement)[] = ['unit', 'item', 'fact', 'value', 'reason', 'date', 'kind', 'outcome'];
const WIDTHS = [18, 8, 26, 14, 50, 14, 12, 14, 22];

function nameOf(rulebook: Rulebook, { item, fact }: Settlement): string {
  const facts = itemsOf<Item>(rulebook).find(({ id }) => id === item)?.facts ?? [];
  return facts.find(({ id }) => id === fact)?.name ?? fact;
}

/** The 核定 sheet: a row for each settlement, the fact by its name and, at the end, by its id. */
export function planSettlements(rulebook: Rulebook, settlements: Settlement[]): PlannedSheet {
  const line = (row: number, texts: string[], style: PlannedCell['style']): PlannedCell[] =>
    texts.map((value, column) => ({ row, column, value, style }));
  return {
    name: SETTLEMENTS,
    columnWidths: WIDTHS,
    frozenRows: 3,
    print: { repeatRows: 3 },
    cells: [
      ...line(0, [SETTLEMENTS], 'title'),
      ...line(1, ['专项组办公室核定的数值，优先于其他来源。重新汇总时保留。'], 'note'),
      ...line(2, HEADINGS, 'heading'),
      ...settlements.flatMap((settlement, index) =>
        line(
          index + 3,
          [
            ...FIELDS.map((field) => (field === 'fact' ? nameOf(rulebook, settlement) : settlement[field])),
            settlement.fact,
          ],
          'text',
        ),
      ),
    ],
  };
}

/** The settlements that the workbook's 核定 sheet holds; rows that say too little are left out. */
export function readSettlements(snapshot: Snapshot): Settlement[] {
  const sheet = snapshot.sheets.find(({ rows }) =>
    HEADINGS.every((heading, column) => rows[2]?.[column]?.text === heading),
  );
  return (sheet?.rows.slice(3) ?? []).flatMap((row) => {
    const [unit, item, , value, reason, date, kind, outcome, fact] = HEADINGS.map((_, column) =>
      (row?.[column]?.text ?? '').trim(),
    );
    return unit && item && fact && value ? [{ unit, item, fact, value, reason, date, kind, outcome }] : [];
  });
}
