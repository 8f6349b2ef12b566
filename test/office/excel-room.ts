import type { WorkbookHost } from '../../src/workbook/host';
import type { Room, StartSheet } from '../hosts/contract';
import { addressOf, parseArea } from './areas';
import { uniqueId } from './book';
import { Desktop } from './desktop';
import { seriesOf } from './objects/charts';
import { Person } from './person';

/** Excel with a workbook of the given sheets open in it. */
export function startDesktop(sheets: StartSheet[]): Desktop {
  const desktop = new Desktop();
  const { book } = desktop;
  for (const { name, rows, hidden } of sheets) {
    const sheet = book.addSheet(name);
    if (hidden) sheet.visibility = 'Hidden';
    rows.forEach((cells, row) =>
      cells.forEach((start, column) => {
        if (start === null || start === '') return;
        const cell = sheet.at(row, column);
        if (typeof start === 'object') Object.assign(cell, { value: start.result, formula: `=${start.formula}` });
        else cell.value = start;
      }),
    );
  }
  return desktop;
}

/** The room that a host over the test's Excel is tried in. */
export function excelRoom(desktop: Desktop, host: WorkbookHost, again: () => Promise<WorkbookHost>): Room {
  const { book } = desktop;
  const person = new Person(book);
  return {
    host,
    again,
    picture: async () => book.fingerprint(),
    keyboard: {
      type: (sheet, cell, entry) => person.type(sheet, cell, entry),
      deleteRow: (sheet, row) => person.deleteRow(sheet, row),
    },
    hands: {
      rename: (sheet, to) => person.rename(sheet, to),
      removeSheet: (sheet) => person.removeSheet(sheet),
      addNote(sheet, cell, content) {
        const { top: row, left: column } = parseArea(cell)!;
        book.comments.push({ id: uniqueId(), sheet: book.sheet(sheet), row, column, content, replies: [] });
      },
      addChart(name, cells) {
        const sheet = book.sheet(name);
        const source = { sheet, area: parseArea(cells)!, by: 'Columns' };
        sheet.charts.push({ id: uniqueId(), name: '图表 1', type: 'ColumnClustered', source, look: {} });
      },
    },
    charts: async () =>
      book.sheets.flatMap((sheet) =>
        sheet.charts.map(({ type, source, look, position }) => ({
          ...{ sheet: sheet.name, title: look.title as string | undefined, stacked: type === 'ColumnStacked' },
          ...{ maximum: look.maximum as number | undefined, ...seriesOf(source), at: position && addressOf(position) },
        })),
      ),
    async selection() {
      const { selection } = book;
      return selection && { sheet: selection.sheet.name, cell: addressOf(selection.area) };
    },
    async failAt(step) {
      const pending = desktop.failAfter !== undefined;
      desktop.failAfter = step || undefined;
      return pending;
    },
    async protect(what) {
      if (what === 'workbook') book.isProtected = true;
      else book.sheet(what.sheet).isProtected = true;
    },
  };
}

/** All that the port promises. */
export const EXCEL_HAS = {
  ...{
    hands: true,
    keyboard: true,
    charts: true,
    marks: true,
    settings: true,
    selection: true,
    failures: true,
    protection: true,
  },
};
