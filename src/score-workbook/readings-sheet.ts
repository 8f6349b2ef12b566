import type { Assessment } from '../assessment';
import type { Reading } from '../rulebook/model';
import type { PlannedCell, PlannedSheet } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import { ownSheet } from './own-sheets';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

export interface ReadingsSheet {
  sheet: PlannedSheet;
  /** The block that YL functions take the options from: 口径!$A$3:$B$32 */
  range: string;
  /** The cell of a reading's option: 口径!$B$5 */
  optionCell(reading: string): string;
}

const HEADINGS = ['编号', '选项', '所选含义', '可选项', '默认', '涉及条目', '说明', '原文', '备注'];
const REMARK = HEADINGS.indexOf('备注');
const NOTE =
  '第二列为所选选项，改动后得分表随之重算。口径由政务环境专项组办公室确定，确定的依据可写在“备注”栏及其右侧，重新写入时保留。';

/** What people wrote beside the readings, in 备注 and to the right of it, by the reading's id. */
function remarksIn(open: Snapshot | undefined): Map<string, (Partial<PlannedCell> | undefined)[]> {
  const sheet = open && ownSheet(open, SHEETS.readings);
  const remarks = new Map<string, (Partial<PlannedCell> | undefined)[]>();
  for (const row of sheet?.rows ?? []) {
    const id = row?.[0]?.text.trim();
    // Holes in a sparse row stay undefined.
    if (id)
      remarks.set(
        id,
        Array.from(row.slice(REMARK), (cell) => cell && { value: cell.value ?? cell.error }),
      );
  }
  return remarks;
}

/**
 * 口径: the switchable readings with the option chosen, then all others as notes.
 * @param open the workbook that the sheet is written to, with the remarks of last time
 */
export function readingsSheet(assessment: Assessment, open?: Snapshot): ReadingsSheet {
  const rows = new Rows();
  const { readings } = assessment.rulebook;
  const options = new Map<string, number>();
  const remarks = remarksIn(open);
  const itemsOf = ({ items }: Reading) => (items.includes('all') ? '全部' : items.join('、'));
  const heading = rows.addHead(SHEETS.readings, NOTE, HEADINGS);
  for (const reading of readings.filter((candidate) => candidate.options)) {
    const chosen = assessment.readings[reading.id] ?? reading.default!;
    const choices = Object.entries(reading.options!).map(([option, words]) => `${option} ${words}`);
    const row = rows.add([
      reading.id,
      { value: chosen, style: 'number', format: '0' },
      reading.options![String(chosen)],
      choices.join('；'),
      { value: reading.default!, style: 'number', format: '0' },
      itemsOf(reading),
      reading.note,
      reading.quotes.join('\n'),
      ...(remarks.get(reading.id) ?? ['']),
    ]);
    options.set(reading.id, row);
  }
  const last = rows.next;
  rows.skip();
  rows.addTitle('不设选项的口径', HEADINGS.length);
  rows.add(
    HEADINGS.map((words, column) => (column > 0 && column < 5 ? '' : words)),
    'heading',
  );
  for (const reading of readings.filter((candidate) => !candidate.options)) {
    const { id, note, quotes } = reading;
    const kept = remarks.get(id) ?? [''];
    rows.add([id, '', '', '', '', itemsOf(reading), note, quotes.join('\n'), ...kept]);
  }
  return {
    sheet: {
      name: SHEETS.readings,
      columnWidths: [8, 8, 24, 40, 8, 14, 50, 50, 30],
      frozenRows: 3,
      cells: rows.cells,
      print: { repeatRows: 3 },
    },
    range: `${SHEETS.readings}!$A$${heading + 1}:$B$${last}`,
    optionCell: (reading) => `${SHEETS.readings}!$B$${options.get(reading)! + 1}`,
  };
}
