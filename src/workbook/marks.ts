import type { CellMark } from './host';

/**
 * How hosts mark cells, but for the grid, which has no conditional formats. A mark lies over a cell and not in it: its
 * fill is a conditional format that always holds and has the sign in its rule, its note begins with a heading of its own.
 * Both can be told from the person's own in any session, wherever the cell has been moved, and the cell itself is not
 * touched: taking the mark back leaves it as it was.
 */
export const MARK_SIGN = '宜良考评标记';

/** The conditional format's rule, without the leading "=". */
export const MARK_RULE = `"${MARK_SIGN}"<>""`;

export const NOTE_HEADING = '【考评核对】';

/** Colours as RRGGBB. */
export const MARK_FILLS: Record<CellMark['severity'], string> = {
  error: 'F8C4C4',
  warning: 'FFE599',
  info: 'CFE2F3',
};
