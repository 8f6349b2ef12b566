import type { Claim } from '../assessment';
import { joinCells, type Grid } from './grid';
import type { Reading } from './reading';
import type { Target } from './targets';
import type { Figure } from './values';

/**
 * Claims a figure that several cells of a sheet only tell together, such as the months of a row: their texts stand beside
 * it, blanks as 空, and it can be no link to one of them.
 * @param expected false where nobody has left out anything if the cells are empty
 */
export function claimCells(
  reading: Reading,
  grid: Grid,
  by: Pick<Claim, 'unit' | 'voice' | 'confidence'>,
  target: Target,
  cells: { row: number; column: number }[],
  figure: Figure,
  expected?: false,
): void {
  reading.claim(
    {
      ...by,
      source: reading.sourceAt(grid, joinCells(cells)),
      raw: cells.map(({ row, column }) => grid.textAt(row, column) || '空').join('、'),
      linkable: false,
    },
    target.item,
    target.fact,
    figure,
    { hidden: cells.some(({ row, column }) => grid.isHidden(row, column)), ...(expected === false && { expected }) },
  );
}
