import type { Settlement, Source } from '../assessment';
import { dayToIso, toDay } from '../rulebook/day';
import type { Item, Rulebook } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { cellAddress } from '../workbook/address';
import type { PlannedSheet } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

const HEADINGS = ['单位', '条目', '指标', '核定值', '理由', '日期', '类别', '结果', '指标编号'];
const HEADING_ROW = 2;
const VALUE_COLUMN = HEADINGS.indexOf('核定值');

function nameOf(rulebook: Rulebook, { item, fact }: Settlement): string {
  const facts = itemsOf<Item>(rulebook).find(({ id }) => id === item)?.facts ?? [];
  return facts.find(({ id }) => id === fact)?.name ?? fact;
}

/** The 核定 sheet: a row for each settlement, the fact by its name and, at the end, by its id. */
export function settlementsSheet(rulebook: Rulebook, settlements: Settlement[]): PlannedSheet {
  const rows = new Rows();
  rows.add([SHEETS.settlements], 'title');
  rows.add(['专项组办公室核定的数值，优先于其他来源。重新汇总时保留。'], 'note');
  rows.add(HEADINGS, 'heading');
  for (const settlement of settlements) {
    const { unit, item, fact, value, reason, date, kind, outcome } = settlement;
    rows.add([unit, item, nameOf(rulebook, settlement), value, reason, date, kind, outcome, fact]);
  }
  return {
    name: SHEETS.settlements,
    columnWidths: [18, 8, 26, 14, 50, 14, 12, 14, 22],
    frozenRows: HEADING_ROW + 1,
    print: { repeatRows: HEADING_ROW + 1 },
    cells: rows.cells,
  };
}

/** A day as it may stand in a sheet that people edit, as ISO; empty when it is none. */
function isoDay(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text)?.slice(1).map(Number);
  const day = parts && toDay(parts[0], parts[1], parts[2]);
  return day === undefined ? '' : dayToIso(day);
}

/** The settlements that a workbook's own 核定 sheet holds, each with the cell of its value; rows that say too little are left out. */
export function readSettlements({ file, sheets }: Snapshot): (Settlement & { source: Source })[] {
  const sheet = sheets.find(
    ({ key, rows }) =>
      (key === undefined || key === SHEETS.settlements) &&
      HEADINGS.every((heading, column) => rows[HEADING_ROW]?.[column]?.text === heading),
  );
  return (sheet?.rows ?? []).flatMap((row, index) => {
    if (index <= HEADING_ROW) return [];
    const [unit, item, , value, reason, date, kind, outcome, fact] = HEADINGS.map((_, column) =>
      (row?.[column]?.text ?? '').trim(),
    );
    if (!unit || !item || !fact || !value) return [];
    const source = { file, sheet: sheet!.name, cell: cellAddress(index, VALUE_COLUMN) };
    return [{ unit, item, fact, value, reason, date: isoDay(date), kind, outcome, source }];
  });
}
