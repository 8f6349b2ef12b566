import type { Settlement } from '../assessment';
import type { Rulebook } from '../rulebook/model';
import { factOf } from '../rulebook/rules';
import { HostError } from '../workbook/host';
import type { PlannedCell, PlannedSheet } from '../workbook/planned-write';
import type { Cell, Sheet, Snapshot } from '../workbook/snapshot';
import { HEADINGS, ledgerIn, rowsOf, type Heading, type Ledger } from './settlements-ledger';
import { SHEETS } from './sheet-names';

const WIDTHS: Record<Heading, number> = {
  ...{ 单位: 18, 条目: 8, 指标: 26, 核定值: 14, 理由: 50, 日期: 14, 类别: 12, 结果: 14, 指标编号: 22 },
};
const NOTE =
  '专项组办公室核定的数值，优先于其他来源，重新汇总时保留。每行填写单位、条目、指标、核定值、理由和日期；' +
  '类别填“核定”或“申诉复核”，申诉复核的在“结果”填“申诉成立”“部分成立”或“申诉不成立”。指标名称和编号见“考评数据”，填其中一项即可。';
/** Rows that stand ready to be filled in. */
const READY = 20;
/** What is typed stays as it is typed: Excel would make 2.1 of 2.10. */
const AS_TYPED = '@';

type Line = Map<number, PlannedCell>;

/** A cell as it stands. A formula stays one where it is not moved and asks for no other file. */
function kept(cell: Cell, row: number, column: number, moved = false): PlannedCell {
  const { value, error, formula, format } = cell;
  const result = error === undefined ? value : { error };
  const stays = formula !== undefined && !moved && !formula.includes('[');
  return {
    ...{ row, column, style: 'text' },
    ...(stays ? { formula, cached: result } : { value: value ?? error ?? null }),
    ...(format !== undefined ? { format } : typeof value === 'string' && { format: AS_TYPED }),
  };
}

function keptLine(cells: Sheet['rows'][number], row: number, moved = false): Line {
  const line: Line = new Map();
  Array.from(cells ?? []).forEach((cell, column) => {
    if (cell && (cell.formula !== undefined || (cell.value ?? cell.error ?? '') !== '')) {
      line.set(column, kept(cell, row, column, moved));
    }
  });
  return line;
}

/** The title, the note and the headings as a new sheet has them. */
function newHead(): Sheet {
  const rows = [[SHEETS.settlements], [NOTE], [...HEADINGS]].map((texts) =>
    texts.map((text) => ({ value: text, text })),
  );
  const columnCount = HEADINGS.length;
  const blank = { merges: [], hiddenRows: [], hiddenColumns: [], hidden: false };
  return { name: SHEETS.settlements, rows, rowCount: rows.length, columnCount, ...blank };
}

const NEW: Ledger = {
  sheet: newHead(),
  headingRow: 2,
  columns: new Map(HEADINGS.map((heading, column) => [heading, column])),
};

const isSame = (a: Settlement, b: Settlement) =>
  (['unit', 'item', 'fact', 'value', 'reason', 'date', 'kind', 'outcome'] as const).every((key) => a[key] === b[key]);
const isOfSame = (a: Settlement, b: Settlement) => a.unit === b.unit && a.item === b.item && a.fact === b.fact;

class SettlementsPlan {
  private readonly cells: PlannedCell[] = [];
  private next: number;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly ledger: Ledger,
  ) {
    this.next = ledger.headingRow + 1;
  }

  /** Above the headings as it was; the title and the note reach over the columns that are free. */
  private head(): void {
    const { sheet, headingRow } = this.ledger;
    for (let row = 0; row <= headingRow; row++) {
      const line = keptLine(sheet.rows[row], row);
      const style = row === headingRow ? 'heading' : row === 0 ? 'title' : 'note';
      const others = [...line.keys()].filter((column) => column > 0);
      const columns = Math.min(HEADINGS.length, ...others);
      for (const cell of line.values()) {
        const spans = row < headingRow && cell.column === 0 && columns > 1;
        this.cells.push({ ...cell, style, ...(spans && { span: { rows: 1, columns } }) });
      }
    }
  }

  private add(line: Line): void {
    this.cells.push(...line.values());
    this.next++;
  }

  /** A row's cells with what a settlement says in them; what people wrote beside it stays. */
  private settled(line: Line, settlement: Settlement): Line {
    const { unit, item, fact, value, reason, date, kind, outcome } = settlement;
    const texts: Record<Heading, string> = {
      ...{ 单位: unit, 条目: item, 指标: factOf(this.rulebook, item, fact)?.name ?? fact, 核定值: value },
      ...{ 理由: reason, 日期: date, 类别: kind, 结果: outcome, 指标编号: fact },
    };
    for (const [heading, column] of this.ledger.columns) {
      line.set(column, { row: this.next, column, value: texts[heading], style: 'text', format: AS_TYPED });
    }
    return line;
  }

  /** The rows there are; with `settlements`, as these have them: changed, taken out, and new ones below. */
  rows(file: string, settlements: Settlement[] | undefined): void {
    const { sheet, headingRow } = this.ledger;
    const settledAt = new Map(rowsOf(this.rulebook, file, this.ledger).map(({ row, settlement }) => [row, settlement]));
    const left = [...(settlements ?? [])];
    const last = Math.max(headingRow, ...settledAt.keys());
    for (let row = headingRow + 1; row <= last; row++) {
      const line = () => keptLine(sheet.rows[row], this.next, this.next !== row);
      const before = settledAt.get(row);
      if (!before || !settlements) {
        this.add(line());
        continue;
      }
      // Of several on one matter each keeps its own row.
      const others = [...settledAt.values()];
      const exact = left.findIndex((settlement) => isSame(settlement, before));
      const changed = (each: Settlement) =>
        isOfSame(each, before) && !others.some((other) => other && isSame(each, other));
      const at = exact < 0 ? left.findIndex(changed) : exact;
      if (at < 0) continue;
      const [now] = left.splice(at, 1);
      this.add(isSame(now, before) ? line() : this.settled(line(), now));
    }
    for (const settlement of left) this.add(this.settled(new Map(), settlement));
  }

  private ready(): void {
    for (let end = this.next + READY; this.next < end; this.next++) {
      for (const column of this.ledger.columns.values()) {
        this.cells.push({ row: this.next, column, value: null, style: 'text', format: AS_TYPED });
      }
    }
  }

  plan(): PlannedSheet {
    this.ready();
    this.head();
    const { columns, headingRow } = this.ledger;
    const widths = Array.from<number | undefined>({ length: Math.max(...columns.values()) + 1 });
    for (const [heading, column] of columns) widths[column] = WIDTHS[heading];
    const frozen = headingRow + 1;
    return {
      name: SHEETS.settlements,
      columnWidths: widths,
      frozenRows: frozen,
      print: { repeatRows: frozen },
      cells: this.cells,
    };
  }
}

/** A sheet of ours whose headings are gone: nothing in it can be told, so all of it stays. */
function unheaded(sheet: Sheet): PlannedSheet {
  const cells = sheet.rows.flatMap((cells, row) => [...keptLine(cells, row).values()]);
  return { name: SHEETS.settlements, cells, print: {} };
}

/**
 * The 核定 sheet: a row for each settlement, the fact by its name and, at the end, by its id, and rows ready to be filled in.
 * What people wrote into the sheet that is there stays: rows half filled, columns of their own, their order.
 * @param open the workbook with the sheet of last time
 * @param settlements what the sheet is to settle from now on; without it, what it settles already
 * @throws HostError when the sheet that is there has lost its headings and cannot be changed
 */
export function settlementsSheet(rulebook: Rulebook, open?: Snapshot, settlements?: Settlement[]): PlannedSheet {
  const ledger = open && ledgerIn(open);
  const headless = open?.sheets.find(({ key }) => key === SHEETS.settlements);
  if (!ledger && headless) {
    if (!settlements) return unheaded(headless);
    throw new HostError('“核定”表缺少“单位”“条目”“核定值”等栏目名称，没有写入。请把栏目名称补上后再试。');
  }
  const plan = new SettlementsPlan(rulebook, ledger ?? NEW);
  plan.rows(open?.file ?? '', settlements);
  return plan.plan();
}
