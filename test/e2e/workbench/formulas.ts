import * as yl from '../../../src/functions/functions';
import { makeXlsx } from '../../hosts/file/make-xlsx';

/** A formula as files spell it, and what its cells show: rows of values, or of errors. */
interface Example {
  formula: string;
  shows: unknown[][];
}

/** One cell an argument, as functions take them. */
const cells = (...values: unknown[]) => values.map((value) => [[value]]);
const one = (value: unknown) => [[value]];

/** Every function, with what it gives when it is called directly. */
export const EXAMPLES: Example[] = [
  { formula: 'SCORE("3.5",88%,76%,0.03)', shows: one(2.7) },
  { formula: 'SCORE("3.5",$Z$1:$Z$3)', shows: one(2.7) },
  { formula: 'SCORE("3.5",88%,76%,"")', shows: one('#N/A') },
  { formula: 'SCORE("99",1)', shows: one('#VALUE!') },
  { formula: 'SCORE("3.5",188,76%,0.03)', shows: one('#VALUE!') },
  { formula: 'BOUNDS("3.5",88%,76%,"")', shows: [[1.7, 2.7]] },
  { formula: 'EXPLAIN("3.5",88%,76%,0.03)', shows: one(yl.explainScore('3.5', cells(0.88, 0.76, 0.03))) },
  { formula: 'TRACE("3.5",88%,76%,0.03)', shows: yl.trace('3.5', cells(0.88, 0.76, 0.03)) },
  { formula: 'IMPROVE("3.5",88%,76%,0.08)', shows: yl.improve('3.5', cells(0.88, 0.76, 0.08)) },
  { formula: 'MAX("3.5")', shows: one(3) },
  { formula: 'CLAUSE("三、5")', shows: one(yl.clause('三、5')) },
  { formula: 'FACTS("3.5")', shows: yl.facts('3.5') },
  { formula: 'ITEMS("三")', shows: yl.items('三') },
  { formula: 'TOTAL($Z$1:$Z$6,$Z$7,0.5)', shows: one(11.67) },
  { formula: 'TOTAL(1/0)', shows: one('#VALUE!') },
  { formula: 'UNIT("宜良县发展和改革局")', shows: one('县发改局') },
  { formula: 'APPLIES("县档案局","2.3")', shows: one(yl.appliesTo('县档案局', '2.3')) },
  { formula: 'DUE("2023Q3")', shows: one(yl.due('2023Q3')) },
  { formula: 'LATE("2023-09-13 17:20",3)', shows: one(true) },
  { formula: 'VERSION()', shows: one(yl.version()) },
];

/** What the examples refer to, down column Z: figures, a text, an error, an empty cell, a bonus. */
const COLUMN_Z = ['<v>0.88</v>', '<v>0.76</v>', '<v>0.03</v>', '<v>10</v>', 'text', 'error', '<v>0.5</v>'];

function cellInZ(content: string, row: number): string {
  if (content === 'text') return `<c r="Z${row}" t="inlineStr"><is><t>待定</t></is></c>`;
  if (content === 'error') return `<c r="Z${row}" t="e"><v>#N/A</v></c>`;
  return `<c r="Z${row}">${content}</c>`;
}

/** The row that an example begins in, counted from 0: each has room to spill. */
export const rowOf = (index: number): number =>
  EXAMPLES.slice(0, index).reduce((sum, { shows }) => sum + shows.length + 1, 0);

/** A workbook of all examples in column A, as Excel stores them, with results that are out of date. */
export function formulaWorkbook(): Uint8Array {
  const rows = new Map<number, string>();
  EXAMPLES.forEach(({ formula }, index) => {
    const row = rowOf(index) + 1;
    const text = `_xldudf_YL_${formula}`.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    rows.set(row, `<c r="A${row}"><f>${text}</f><v>-1</v></c>`);
  });
  COLUMN_Z.forEach((content, index) => {
    const row = index + 1;
    rows.set(row, (rows.get(row) ?? '') + cellInZ(content, row));
  });
  const xml = [...rows].sort(([a], [b]) => a - b).map(([row, inside]) => `<row r="${row}">${inside}</row>`);
  return makeXlsx({ sheets: [{ name: '函数', rows: xml.join('') }] });
}
