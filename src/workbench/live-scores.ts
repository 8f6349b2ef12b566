import { assess } from '../assess/assess';
import { yearEnd } from '../assess/quarter';
import type { FactUsed } from '../assessment';
import rulebook from '../rulebook/default';
import type { Item } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { parseCellAddress } from '../workbook/address';
import type { PlannedCell } from '../workbook/planned-write';
import type { Sheet, Snapshot } from '../workbook/snapshot';

/** Formulas beside the figures of a sheet. */
export interface LiveScores {
  sheet: string;
  cells: PlannedCell[];
  /** In characters, by column. */
  columnWidths: Map<number, number>;
  /** A figure that a score rests on. */
  tryAt: string;
}

const COLUMNS = [
  { heading: '条目', width: 6 },
  { heading: '得分', width: 7 },
  { heading: '满分', width: 7 },
  { heading: '得失分理由', width: 90 },
];
/** Of the empty column between the sheet's own and these. */
const GAP = 1;

/**
 * YL formulas for the items whose figures stand in cells of their own, each in the row of its item's first figure, one
 * narrow column to the right of all that the sheet holds. A person who changes a figure sees its score move beside it.
 */
export function liveScores(snapshot: Snapshot): LiveScores | undefined {
  const input = { file: snapshot.file, sha256: '', snapshot };
  const [card] = assess(rulebook, [input], { asOf: yearEnd(rulebook) }).scorecards;
  const sheet = snapshot.sheets.find((each) => !each.hidden);
  if (!card || !sheet) return undefined;
  const left = sheet.columnCount + 1;
  const taken = new Set<number>();
  let tryAt = '';
  const cells = itemsOf(rulebook).flatMap((item, index) => {
    const call = callOf(item, [...card.items, card.bonus, card.deductions][index].facts, sheet);
    if (!call || taken.has(call.row)) return [];
    taken.add(call.row);
    if (item.facts[0].type === 'percent') tryAt ||= call.first;
    return rowOf(item, call.row, left, call.args);
  });
  if (cells.length === 0) return undefined;
  const headingRow = Math.min(...taken) - 1;
  const headings = COLUMNS.map(({ heading }, i): PlannedCell => {
    return { row: headingRow, column: left + i, value: heading, style: 'heading' };
  });
  const columnWidths = new Map([GAP, ...COLUMNS.map(({ width }) => width)].map((width, i) => [left - 1 + i, width]));
  return { sheet: sheet.name, cells: [...headings, ...cells], columnWidths, tryAt };
}

/** The arguments after the item: its figures' cells in the order of its facts. */
function callOf(item: Item, used: FactUsed[], sheet: Sheet): { row: number; first: string; args: string } | undefined {
  const places = item.facts.map((fact) => {
    const claims = used.find((each) => each.fact === fact.id)?.claims ?? [];
    const claim = claims.find((each) => each.linkable && each.source.sheet === sheet.name);
    return claim && parseCellAddress(claim.source.cell) && claim.source.cell;
  });
  if (item.facts.some((fact, i) => !fact.optional && fact.absent === undefined && !places[i])) return undefined;
  const rows = places.flatMap((place) => (place ? [parseCellAddress(place)!.row] : []));
  if (rows.length === 0 || rows[0] < 1) return undefined;
  const given = places.map((place) => place ?? '""');
  while (given.at(-1) === '""') given.pop();
  return { row: Math.min(...rows), first: places.find((place) => place)!, args: given.join() };
}

function rowOf(item: Item, row: number, left: number, args: string): PlannedCell[] {
  const id = `"${item.id}"`;
  return [
    { row, column: left, value: item.id, style: 'text' },
    { row, column: left + 1, formula: `YL.SCORE(${id},${args})`, style: 'ok' },
    { row, column: left + 2, formula: `YL.MAX(${id})`, style: 'text' },
    // On one line, since the rows are as high as the sheet has them.
    { row, column: left + 3, formula: `SUBSTITUTE(YL.EXPLAIN(${id},${args}),CHAR(10),"\u3000")`, style: 'note' },
  ];
}
