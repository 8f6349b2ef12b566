import { WORST_FIRST, type Finding } from '../assessment';
import type { CellMark } from '../workbook/host';

/** A mark for each cell that something is said about; the gravest decides its colour, the note says all. */
export function marksFor(findings: Finding[]): CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const { source, severity, message, remedy } of findings) {
    if (!source) continue;
    const key = `${source.sheet}\n${source.cell}`;
    const words = `${message}\n${remedy}`;
    const known = marks.get(key);
    if (!known) {
      marks.set(key, { place: { sheet: source.sheet, cell: source.cell }, severity, note: words });
    } else {
      known.note += `\n${words}`;
      if (WORST_FIRST.indexOf(severity) < WORST_FIRST.indexOf(known.severity)) known.severity = severity;
    }
  }
  return [...marks.values()];
}
