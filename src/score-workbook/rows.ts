import type { PlannedCell, PlannedValue, StyleName } from '../workbook/planned-write';

/** Collects the cells of a sheet row by row. */
export class Rows {
  readonly cells: PlannedCell[] = [];
  /** The row that comes next, from 0. */
  next = 0;

  /** Adds a row; undefined leaves a cell empty. Gives the row's number. */
  add(cells: (Partial<PlannedCell> | PlannedValue | undefined)[], style: StyleName = 'text'): number {
    const row = this.next++;
    cells.forEach((cell, column) => {
      if (cell === undefined || cell === null) return;
      const planned = typeof cell === 'object' ? cell : { value: cell };
      this.cells.push({ style, ...planned, row, column });
    });
    return row;
  }

  /** Adds what every sheet begins with: its title, a note under it, the headings; gives the headings' row. */
  addHead(title: string, note: string, headings: string[]): number {
    const span = { rows: 1, columns: headings.length };
    this.add([{ value: title, span }], 'title');
    this.add([{ value: note, span }], 'note');
    return this.add(headings, 'heading');
  }

  /** Adds the title of a further table of a sheet. */
  addTitle(title: string, columns: number): number {
    return this.add([{ value: title, span: { rows: 1, columns } }], 'title');
  }

  skip(): void {
    this.next++;
  }
}
