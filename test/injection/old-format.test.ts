import { CFB, utils, write } from '@e965/xlsx';
import fs from 'node:fs';
import path from 'node:path';
import { readFile } from '../../src/cli/read-file';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { makeWorkbook } from '../cli/make-workbook';
import { temporaryFolder } from '../cli/yl';
import { found, read, told } from '../intake/workbook';
import { HOSTILE } from './hostile-workbooks';

type Value = string | number | null;
type Sheet = ReturnType<typeof utils.aoa_to_sheet>;

const ROWS: Value[][] = [
  ['单位', '免提交材料项数', '新增通办事项数'],
  ['县水务局', 3, 4],
  ['县司法局', 5, 6],
];

function xls(sheet: Sheet): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '指标');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

/** A sheet of texts, none of which is a formula. */
function sheetOf(rows: Value[][]): Sheet {
  return utils.aoa_to_sheet(rows);
}

/** The workbook with its only sheet's row (from 0) hidden: the library writes no records of rows. */
function hideRow(bytes: Uint8Array, row: number): Uint8Array {
  const file = CFB.read(bytes, { type: 'array' });
  const stream = Uint8Array.from(CFB.find(file, 'Workbook')?.content ?? []);
  const view = new DataView(stream.buffer);
  const records: { type: number; at: number; end: number }[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end === at + 4 && view.getUint16(at, true) === 0) break;
    records.push({ type: view.getUint16(at, true), at, end });
    at = end;
  }
  const dimensions = records.filter(({ type }) => type === 0x200).pop();
  if (!dimensions) throw new Error('no sheet');
  const hidden = [0x08, 0x02, 16, 0, row, 0, 0, 0, 3, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 1, 0x0f, 0];
  const changed = CFB.utils.cfb_new();
  const whole = [...stream.slice(0, dimensions.end), ...hidden, ...stream.slice(dimensions.end)];
  CFB.utils.cfb_add(changed, '/Workbook', Uint8Array.from(whole));
  return new Uint8Array(CFB.write(changed, { type: 'array' }) as Uint8Array);
}

describe('a workbook whose name ends in the other format', () => {
  const folder = temporaryFolder();
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is read by what it is', async () => {
    const old = path.join(folder, '旧.xlsx');
    fs.writeFileSync(old, xls(sheetOf(ROWS)));
    const recent = path.join(folder, '新.xls');
    await makeWorkbook(recent, { 指标: ROWS });
    const claims = [old, recent].map((file) => {
      const { snapshot, reason } = readFile(file, path.basename(file));
      expect(reason).toBeUndefined();
      return told(read(snapshot ?? { file, date1904: false, sheets: [] }));
    });
    expect(Object.keys(claims[0] ?? {})).toHaveLength(4);
    expect(claims[0]).toEqual(claims[1]);
  });
});

describe('.xls', () => {
  test.each(HOSTILE)('holds %j as a text, as a unit and as an answer', (text) => {
    const sheet = sheetOf([...ROWS, ['县残联', 1, 1], ['县残联', 1, 1]]);
    for (const cell of ['A4', 'B5', 'C5']) sheet[cell] = { t: 's', v: text };
    const snapshot = readWorkbook(xls(sheet), '指标.xls');
    const cells = snapshot.sheets[0]?.rows.flatMap((row) => row ?? []).filter((cell) => cell !== undefined) ?? [];
    expect(cells.map(({ formula }) => formula).filter((formula) => formula !== undefined)).toEqual([]);
    const intake = read(snapshot);
    // Full-width －1 is a number that a person wrote, and an impossible one; no other of them says a figure.
    const taken = intake.claims.filter(({ source, state }) => /[BC]5/.test(source.cell) && state === 'value');
    expect(taken).toEqual([]);
    expect(intake.units).toEqual(expect.arrayContaining(['县水务局', '县司法局']));
  });

  it('tells of figures in hidden rows and columns', () => {
    const sheet = sheetOf(ROWS);
    sheet['!cols'] = [{}, {}, { hidden: true }];
    const intake = read(readWorkbook(hideRow(xls(sheet), 1), '指标.xls'));
    expect(Object.keys(told(intake))).toHaveLength(4);
    expect(found(intake).filter((one) => one.startsWith('hidden-figure'))).toEqual([
      'hidden-figure B2',
      'hidden-figure C2',
      'hidden-figure C3',
    ]);
  });
});
