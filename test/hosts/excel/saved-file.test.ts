import { readFrame } from '../../../src/hosts/file/read-frame';
import { startDesktop } from '../../office/excel-room';
import { startSession } from '../../office/session';
import { makeXlsx } from '../file/make-xlsx';

const SHEETS = [{ name: '自评表', rows: [['单位', '县民政局', null]] }];
const merged = makeXlsx({
  sheets: [{ name: '自评表', rows: '', after: '<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>' }],
  date1904: true,
});

async function read(file: Uint8Array | undefined) {
  const desktop = startDesktop(SHEETS);
  desktop.file = file;
  const host = await startSession(desktop, readFrame);
  const snapshot = await host.read();
  return { snapshot, desktop };
}

test('merged areas and the date system come from the bytes that Excel would save, and the copy is given back', async () => {
  const { snapshot, desktop } = await read(merged);
  expect(snapshot.sheets[0].merges).toEqual([{ top: 0, left: 1, bottom: 0, right: 2 }]);
  expect(snapshot.date1904).toBe(true);
  expect(desktop.openCopies).toBe(0);
});

test.each([
  ['gives no copy', undefined],
  ['gives what is no workbook', new TextEncoder().encode('<html>')],
])('where Excel %s, all else is read', async (_, file) => {
  const { snapshot, desktop } = await read(file);
  expect(snapshot.sheets[0].merges).toEqual([]);
  expect(snapshot.sheets[0].rows[0][1]).toMatchObject({ value: '县民政局' });
  expect(desktop.openCopies).toBe(0);
});
