import type { Cell, CellRange, Sheet, Snapshot } from '../../src/workbook/snapshot';

/**
 * Changes to a workbook after which it still says the same. Every change gives a new workbook; `order` decides where
 * several ways are open: it gives the numbers below n in some order.
 */
export type Order = (n: number) => number[];
export type Change = (workbook: Snapshot, order: Order) => Snapshot;

type Row = (Cell | undefined)[];

function eachSheet(workbook: Snapshot, change: (sheet: Sheet, index: number) => Sheet): Snapshot {
  return { ...workbook, sheets: workbook.sheets.map(change) };
}

function eachText(sheet: Sheet, change: (text: string, row: number) => string): Sheet {
  const rows = sheet.rows.map((row, r) =>
    row?.map((cell) => {
      if (typeof cell?.value !== 'string') return cell;
      const value = change(cell.value, r);
      return { ...cell, value, text: value };
    }),
  );
  return { ...sheet, rows };
}

/** The row whose first cell heads the numbers of the rows; -1 on a sheet without. */
function headingRow(sheet: Sheet): number {
  return sheet.rows.findIndex((row) => row?.some((cell) => cell?.value === '序号'));
}

function lastHeadingRow(sheet: Sheet): number {
  const top = headingRow(sheet);
  return Math.max(top, ...sheet.merges.filter((merge) => merge.top === top).map(({ bottom }) => bottom));
}

/** Runs of rows or columns from `first` to `last` that merged cells hold together. */
function bound(first: number, last: number, merges: { from: number; to: number }[]): number[][] {
  const groups: number[][] = [];
  for (let i = first; i <= last; i++) {
    const group = groups.at(-1);
    if (group && merges.some(({ from, to }) => from < i && to >= i)) group.push(i);
    else groups.push([i]);
  }
  return groups;
}

/** Where each row or column goes when groups change their order. */
function moves(groups: number[][], order: number[]): Map<number, number> {
  let next = groups[0]?.[0] ?? 0;
  return new Map(order.flatMap((group) => groups[group].map((from): [number, number] => [from, next++])));
}

/** Numbered rows in another order. */
export const rowsShuffled: Change = (workbook, order) =>
  eachSheet(workbook, (sheet) => {
    const first = lastHeadingRow(sheet) + 1;
    if (headingRow(sheet) < 0) return sheet;
    let last = first - 1;
    while (typeof sheet.rows[last + 1]?.[0]?.value === 'number') last++;
    const vertical = sheet.merges.map(({ top, bottom }) => ({ from: top, to: bottom }));
    // With the columns shuffled before, the first may hold a text below a number: merged rows stay together.
    for (const { from, to } of vertical) if (from <= last && to > last) last = from - 1;
    const groups = bound(first, last, vertical);
    const to = moves(groups, order(groups.length));
    const rows: Row[] = [];
    sheet.rows.forEach((row, r) => (rows[to.get(r) ?? r] = row));
    const merges = sheet.merges.map((merge) => ({
      ...merge,
      top: to.get(merge.top) ?? merge.top,
      bottom: to.get(merge.bottom) ?? merge.bottom,
    }));
    return { ...sheet, rows, merges };
  });

/** However wide its digits are: another change may have been made before. */
const isMonth = (cell: Cell | undefined) =>
  /^\d+月$|^合计$/.test((cell?.text ?? '').normalize('NFKC').replace(/\s/g, ''));

/** Columns of the table in another order, those under one merged heading and months together; other lines stay. */
export const columnsShuffled: Change = (workbook, order) =>
  eachSheet(workbook, (sheet) => {
    const top = headingRow(sheet);
    if (top < 0) return sheet;
    const width = sheet.columnCount;
    const isLine = (merge: CellRange) => merge.left === 0 && merge.right === width - 1;
    const lines = new Set(sheet.merges.filter(isLine).map((merge) => merge.top));
    const inTable = (r: number) => r >= top && !lines.has(r);
    const across = sheet.merges
      .filter((merge) => inTable(merge.top))
      .map(({ left, right }) => ({ from: left, to: right }));
    sheet.rows[top].forEach((cell, c) => {
      if (isMonth(cell) && isMonth(sheet.rows[top][c - 1])) across.push({ from: c - 1, to: c });
    });
    const groups = bound(0, width - 1, across);
    const to = moves(groups, order(groups.length));
    const rows = sheet.rows.map((row, r) => {
      if (!inTable(r)) return row;
      const moved: Row = Array.from({ length: width }, () => undefined);
      row?.forEach((cell, c) => (moved[to.get(c) ?? c] = cell));
      return moved;
    });
    const merges = sheet.merges.map((merge) =>
      inTable(merge.top)
        ? { ...merge, left: to.get(merge.left) ?? merge.left, right: to.get(merge.right) ?? merge.right }
        : merge,
    );
    return { ...sheet, rows, merges };
  });

export const sheetsRenamed: Change = (workbook) =>
  eachSheet(workbook, (sheet, i) => ({ ...sheet, name: `表 ${i + 1}` }));

export const sheetsShuffled: Change = (workbook, order) => ({
  ...workbook,
  sheets: order(workbook.sheets.length).map((i) => workbook.sheets[i]),
});

const BLANKS = [' ', '  ', '\u3000', '\n'];

/** 单位 as 单 位, 承诺时限压缩比 over two lines. */
export const headingsSpaced: Change = (workbook, order) =>
  eachSheet(workbook, (sheet) => {
    const [first, last] = [headingRow(sheet), lastHeadingRow(sheet)];
    return eachText(sheet, (text, r) => {
      if (first < 0 || r < first || r > last) return text;
      const blank = BLANKS[order(BLANKS.length)[0]];
      return text.length <= 4 ? text.split('').join(blank) : text.slice(0, 3) + blank + text.slice(3);
    });
  });

/** Digits, letters and signs as wide as Chinese characters. */
export const fullWidth: Change = (workbook) =>
  eachSheet(workbook, (sheet) =>
    eachText(sheet, (text) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    ),
  );

export const halfWidth: Change = (workbook) =>
  eachSheet(workbook, (sheet) =>
    eachText(sheet, (text) =>
      text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)),
    ),
  );

/** Merged cells split, what they showed written into each of them. */
export const mergesSplit: Change = (workbook) =>
  eachSheet(workbook, (sheet) => {
    const rows = sheet.rows.map((row) => [...(row ?? [])]);
    for (const { top, left, bottom, right } of sheet.merges) {
      // A title over the whole width is left in its first cell.
      const isTitle = left === 0 && right === sheet.columnCount - 1;
      for (let r = top; r <= bottom && !isTitle; r++) {
        for (let c = left; c <= right; c++) (rows[r] ??= [])[c] = sheet.rows[top]?.[left];
      }
    }
    return { ...sheet, rows, merges: [] };
  });

export const rowsHidden: Change = (workbook, order) =>
  eachSheet(workbook, (sheet) => ({
    ...sheet,
    hiddenRows: order(sheet.rowCount).slice(0, Math.ceil(sheet.rowCount / 3)),
  }));

function moved(sheet: Sheet, down: number, right: number): Sheet {
  const blank = (n: number): undefined[] => Array.from({ length: n }, () => undefined);
  return {
    ...sheet,
    rows: [...blank(down).map(() => []), ...sheet.rows.map((row) => [...blank(right), ...(row ?? [])])],
    rowCount: sheet.rowCount + down,
    columnCount: sheet.columnCount + right,
    merges: sheet.merges.map((merge) => ({
      top: merge.top + down,
      bottom: merge.bottom + down,
      left: merge.left + right,
      right: merge.right + right,
    })),
    hiddenRows: sheet.hiddenRows.map((row) => row + down),
    hiddenColumns: sheet.hiddenColumns.map((column) => column + right),
  };
}

const line = (text: string): Row => [{ value: text, text }];

/** Lines that offices put on top of every form. */
export const titlesAdded: Change = (workbook) =>
  eachSheet(workbook, (sheet) => {
    const lower = moved(sheet, 3, 0);
    const merge = { top: 1, bottom: 1, left: 0, right: Math.max(1, sheet.columnCount - 1) };
    lower.rows.splice(0, 2, line('附件3'), line('宜良县2023年政务服务工作材料'));
    return { ...lower, merges: [merge, ...lower.merges] };
  });

export const startedFurtherIn: Change = (workbook) => eachSheet(workbook, (sheet) => moved(sheet, 2, 1));

/** Numbers that a program exported as texts. */
export const numbersAsTexts: Change = (workbook) =>
  eachSheet(workbook, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row?.map((cell) => {
        const isPlain = typeof cell?.value === 'number' && cell.format === undefined && cell.formula === undefined;
        return isPlain ? { value: String(cell.value), text: String(cell.value) } : cell;
      }),
    ),
  }));

export const emptySheetsAdded: Change = (workbook) => {
  const empty = { ...workbook.sheets[0], rows: [], rowCount: 0, columnCount: 0, merges: [], hiddenRows: [] };
  return { ...workbook, sheets: [{ ...empty, name: 'Sheet2' }, ...workbook.sheets, { ...empty, name: 'Sheet3' }] };
};
