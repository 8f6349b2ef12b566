import type { Settlement, Source } from '../assessment';
import { dayToIso, toDay } from '../rulebook/day';
import { findItem } from '../rulebook/item-reference';
import type { Item, Rulebook } from '../rulebook/model';
import { findUnit } from '../rulebook/units';
import { cellAddress } from '../workbook/address';
import type { Cell, Sheet, Snapshot } from '../workbook/snapshot';
import { SHEETS } from './sheet-names';

export const HEADINGS = ['单位', '条目', '指标', '核定值', '理由', '日期', '类别', '结果', '指标编号'] as const;
export type Heading = (typeof HEADINGS)[number];

/** Without these a row says nothing. */
const NEEDED: Heading[] = ['单位', '条目', '核定值'];
/** People may write something above the headings, not much. */
const HIGHEST_HEADING_ROW = 10;

/** A 核定 sheet as it lies in a workbook: people may have moved its columns or put others between them. */
export interface Ledger {
  sheet: Sheet;
  headingRow: number;
  columns: ReadonlyMap<Heading, number>;
}

/** A row below the headings that holds anything, and what it settles; undefined where it says too little. */
export interface LedgerRow {
  row: number;
  settlement?: Settlement & { source: Source };
}

function columnsIn(row: Sheet['rows'][number]): Map<Heading, number> {
  const texts = Array.from(row ?? [], (cell) => cell?.text.trim());
  return new Map(
    HEADINGS.map((heading) => [heading, texts.indexOf(heading)] as const).filter(([, column]) => column >= 0),
  );
}

/** Where a sheet has its headings; of a sheet that has lost its key, all of them must be there. */
function laidOut(sheet: Sheet): Ledger | undefined {
  const needed = sheet.key === SHEETS.settlements ? NEEDED : HEADINGS;
  for (let row = 0; row < Math.min(HIGHEST_HEADING_ROW, sheet.rows.length); row++) {
    const columns = columnsIn(sheet.rows[row]);
    if (needed.every((heading) => columns.has(heading))) return { sheet, headingRow: row, columns };
  }
  return undefined;
}

/** The workbook's own 核定 sheet; undefined when it has none, or one without its headings. */
export function ledgerIn({ sheets }: Snapshot): Ledger | undefined {
  const candidates = sheets.filter(({ key }) => key === undefined || key === SHEETS.settlements);
  // The sheet that has its key comes first.
  const ordered = [...candidates].sort((a, b) => Number(a.key === undefined) - Number(b.key === undefined));
  for (const sheet of ordered) {
    const ledger = laidOut(sheet);
    if (ledger) return ledger;
  }
  return undefined;
}

/** A day as it may stand in a sheet that people edit, as ISO; empty when it is none. */
function isoDay(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text)?.slice(1).map(Number);
  const day = parts && toDay(parts[0], parts[1], parts[2]);
  return day === undefined ? '' : dayToIso(day);
}

/**
 * The fact that a row is about: by its id or, where people filled the row in themselves, by its name. 2.10 typed as a
 * number is 2.1: then the fact tells which of the two is meant.
 */
function matterOf(rulebook: Rulebook, reference: Cell | undefined, id: string, name: string) {
  const typed = reference?.value;
  const references = typeof typed === 'number' ? [String(typed), `${typed}0`] : [reference?.text ?? ''];
  for (const each of references) {
    const found = findItem(rulebook, each);
    const item = 'item' in found ? (found.item as Item) : undefined;
    const facts = item?.facts.filter((fact) => (id ? fact.id === id : fact.name === name)) ?? [];
    if (item && facts.length === 1) return { item: item.id, fact: facts[0].id };
  }
  return undefined;
}

/** What a value cell says, as exactly as it was entered: a rate may be shown rounded. */
function entered({ value, text, format = '' }: Cell): string {
  if (typeof value !== 'number' || /[ymdhs]/i.test(format)) return text.trim();
  return format.includes('%') ? `${Number((value * 100).toPrecision(14))}%` : String(value);
}

/** The rows of a 核定 sheet that hold anything, in their order. */
export function rowsOf(rulebook: Rulebook, file: string, { sheet, headingRow, columns }: Ledger): LedgerRow[] {
  return Array.from(sheet.rows).flatMap((cells, row): LedgerRow[] => {
    if (row <= headingRow || !cells?.some((cell) => cell && (cell.text.trim() || cell.formula !== undefined)))
      return [];
    const cell = (heading: Heading) => cells[columns.get(heading) ?? -1];
    const text = (heading: Heading) => (cell(heading)?.text ?? '').trim();
    const [unit, id] = [text('单位'), text('指标编号')];
    const said = cell('核定值');
    const value = said ? entered(said) : '';
    const matter = matterOf(rulebook, cell('条目'), id, text('指标'));
    if (!unit || !value || !matter) return [{ row }];
    const source = { file, sheet: sheet.name, cell: cellAddress(row, columns.get('核定值')!) };
    const settlement = {
      ...matter,
      unit: findUnit(rulebook, unit)?.name ?? unit,
      value,
      reason: text('理由'),
      date: isoDay(text('日期')),
      kind: text('类别'),
      outcome: text('结果'),
      source,
    };
    return [{ row, settlement }];
  });
}

/** The settlements that a workbook's own 核定 sheet holds, each with the cell of its value; rows that say too little are left out. */
export function readSettlements(rulebook: Rulebook, snapshot: Snapshot): (Settlement & { source: Source })[] {
  const ledger = ledgerIn(snapshot);
  const rows = ledger ? rowsOf(rulebook, snapshot.file, ledger) : [];
  return rows.flatMap(({ settlement }) => settlement ?? []);
}
