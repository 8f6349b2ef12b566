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

/** The columns under the name of a unit: 6月 and 12月 of each, or one that is called by it. */
export interface UnitBlock {
  name: string;
  unit: string;
  /** As they are called below the unit's name. */
  columns: Column[];
}

/** The columns by the units that they stand under, where there are several; a unit that comes again has another block. */
export function unitBlocks({ reading }: SheetContext, table: Table): UnitBlock[] {
  const blocks: UnitBlock[] = [];
  for (const column of table.columns) {
    const [last = '', above = ''] = [...column.path].reverse();
    const name = [last, above].find((text) => reading.unitNamed(text)) ?? '';
    const unit = reading.unitNamed(name);
    if (!unit) continue;
    const below = name === last ? column : { ...column, path: [last] };
    const before = blocks[blocks.length - 1];
    const goesOn = name !== last && before?.unit === unit && before.columns.every(({ path }) => path[0] !== last);
    if (before && goesOn) before.columns.push(below);
    else blocks.push({ name, unit, columns: [below] });
  }
  return blocks.length >= 2 ? blocks : [];
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
