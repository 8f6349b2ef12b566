import type { Assessment } from '../assessment';
import type { PlannedSheet } from '../workbook/planned-write';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

export interface ReadingsSheet {
  sheet: PlannedSheet;
  /** The block that YL functions take the options from: 口径!$A$3:$B$32 */
  range: string;
  /** The cell of a reading's option: 口径!$B$5 */
  optionCell(reading: string): string;
}

/** 口径: the switchable readings with the option chosen, then all others as notes. */
export function readingsSheet(assessment: Assessment): ReadingsSheet {
  const rows = new Rows();
  const { readings } = assessment.rulebook;
  const options = new Map<string, number>();
  rows.add(['口径'], 'title');
  rows.add(['第二列为所选选项，改动后得分表随之重算。口径由政务环境专项组办公室确定。'], 'note');
  const heading = rows.add(['编号', '选项', '所选含义', '可选项', '默认', '涉及条目', '说明', '原文'], 'heading');
  for (const reading of readings.filter((candidate) => candidate.options)) {
    const chosen = assessment.readings[reading.id] ?? reading.default!;
    const choices = Object.entries(reading.options!).map(([option, words]) => `${option} ${words}`);
    const items = reading.items.includes('all') ? '全部' : reading.items.join('、');
    const row = rows.add([
      reading.id,
      { value: chosen, style: 'number', format: '0' },
      reading.options![String(chosen)],
      choices.join(';'),
      { value: reading.default!, style: 'number', format: '0' },
      items,
      reading.note,
      reading.quotes.join('\n'),
    ]);
    options.set(reading.id, row);
  }
  const last = rows.next;
  rows.skip();
  rows.add(['不设选项的口径'], 'title');
  rows.add(['编号', '', '', '', '', '涉及条目', '说明', '原文'], 'heading');
  for (const reading of readings.filter((candidate) => !candidate.options)) {
    const items = reading.items.includes('all') ? '全部' : reading.items.join('、');
    rows.add([reading.id, undefined, undefined, undefined, undefined, items, reading.note, reading.quotes.join('\n')]);
  }
  return {
    sheet: {
      name: SHEETS.readings,
      columnWidths: [8, 8, 28, 44, 8, 20, 60, 60],
      frozenRows: 3,
      cells: rows.cells,
      print: { repeatRows: 3 },
    },
    range: `${SHEETS.readings}!$A$${heading + 1}:$B$${last}`,
    optionCell: (reading) => `${SHEETS.readings}!$B$${options.get(reading)! + 1}`,
  };
}
