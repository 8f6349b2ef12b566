import type { Finding } from '../../assessment';
import type { Reading } from '../reading';
import { shorten } from '../values';

const FORMULA = /^\s*=\s*(?:[A-Z][A-Z.]*\(|\$?[A-Z]{1,3}\$?\d+\s*[-+*/:]|\d+\s*[-+*/])/i;

/** A formula typed into a cell that is formatted as text, so that it is never worked out. */
export function formulaAsText(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const grid of reading.grids) {
    for (const { entries } of grid.lines) {
      for (const { row, column, cell } of entries) {
        if (cell.formula !== undefined || typeof cell.value !== 'string' || !FORMULA.test(cell.value)) continue;
        found.push({
          code: 'formula-as-text',
          severity: 'warning',
          source: reading.cellSource(grid, row, column),
          message: `“${shorten(cell.value)}”是以文本存放的公式，没有计算结果。`,
          remedy: '请把单元格格式改为“常规”后重新输入公式，或直接填写数值。',
        });
      }
    }
  }
  return found;
}
