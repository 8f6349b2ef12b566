import type { SheetContext } from './answers';
import type { Column, Table } from './tables';

/** A column that is called by a unit. */
export interface UnitColumn {
  column: Column;
  name: string;
  unit: string;
}

/** The columns that are called by units, where there are several. */
export function unitColumns({ reading }: SheetContext, table: Table): UnitColumn[] {
  const found = table.columns.flatMap((column) => {
    const name = column.path[column.path.length - 1] ?? '';
    const unit = reading.unitNamed(name);
    return unit ? [{ column, name, unit }] : [];
  });
  return found.length >= 2 ? found : [];
}

/** Whether most of what stands under units says something of a kind. */
export function saysMostly(
  { grid }: SheetContext,
  table: Table,
  units: UnitColumn[],
  says: (text: string) => boolean,
): boolean {
  const texts = table.rows.flatMap(({ row }) => units.map(({ column }) => grid.textAt(row, column.index)));
  const told = texts.filter((text) => text !== '');
  return told.length > 0 && told.filter(says).length * 2 > told.length;
}
