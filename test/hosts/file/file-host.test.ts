import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FileHost } from '../../../src/hosts/file/file-host';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import type { PlannedChart, PlannedSheet } from '../../../src/workbook/planned-write';
import type { StartSheet } from '../contract';
import { startFile } from './start-file';

const FORM: StartSheet = { name: '自评表', rows: [['单位', '县民政局'], ['覆盖率', 0.9], ['次数', 3]] }; // prettier-ignore

/** A host over bytes that are kept here. */
function hostOver(start?: Uint8Array) {
  let bytes = start;
  const host = new FileHost('表.xlsx', { load: () => bytes, save: (changed) => void (bytes = changed) });
  return {
    host,
    bytes: () => bytes!,
    parts: () => unzipSync(bytes!),
    xml: (path: string) => strFromU8(unzipSync(bytes!)[path]),
  };
}

function edited(bytes: Uint8Array, path: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(edit(strFromU8(parts[path]))) });
}

const owned = (sheet: PlannedSheet) => [{ key: sheet.name, sheet }];
const cells = (...values: string[]) => values.map((value, row) => ({ row, column: 0, value, style: 'text' as const }));
const CHART: PlannedChart = {
  title: '得分',
  data: { top: 0, left: 0, bottom: 1, right: 1 },
  at: { row: 0, column: 4, rows: 9, columns: 5 },
  stacked: false,
};

test('whatever it does not understand stays bit by bit', async () => {
  const { host, parts } = hostOver(await startFile([FORM]));
  const before = parts();
  await host.writeSheets(owned({ name: '得分表', cells: cells('甲') }));
  const after = parts();
  // What lists parts and looks is added to, and nothing else is changed.
  const lists = /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/;
  const kept = Object.keys(before).filter((path) => !lists.test(path));
  expect(kept).toContain('xl/media/image1.png');
  for (const path of kept) expect([path, after[path]]).toEqual([path, before[path]]);
  expect(Object.keys(after).filter((path) => !(path in before))).toEqual(['xl/worksheets/sheet2.xml']);
});

test('a file that it has written is read by another program, with its looks', async () => {
  const { host, bytes } = hostOver(await startFile([FORM]));
  await host.writeSheets(owned({ name: '得分表', cells: [{ row: 0, column: 0, value: 0.9, style: 'percent' }] }));
  await host.mark([{ place: { sheet: '自评表', cell: 'B2' }, severity: 'error', note: '请核对。' }]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes() as unknown as ExcelJS.Buffer);
  const cell = book.getWorksheet('得分表')!.getCell('A1');
  expect([cell.value, cell.numFmt, cell.font.name]).toEqual([0.9, '0.00%', '宋体']);
  const form = book.getWorksheet('自评表')!;
  expect(JSON.stringify(form.getCell('B2').note)).toContain('【考评核对】\\n请核对。');
  expect(form.getCell('B2').dataValidation.formulae).toEqual(['"是,否"']);
});

test('what people set up on a sheet of ours stays when it is written again', async () => {
  const { host, bytes, xml } = hostOver();
  const sheet = { name: '得分表', columnWidths: [10], cells: cells('甲', '乙', '丙') };
  await host.writeSheets(owned(sheet));
  const part = 'xl/worksheets/sheet1.xml';
  const widened = edited(bytes(), part, (text) => text.replace('width="10"', 'width="33"'));
  const again = hostOver(widened);
  await again.host.writeSheets(owned({ ...sheet, cells: cells('丁') }));
  expect(xml(part)).toContain('width="10"');
  expect(again.xml(part)).toContain('width="33"');
  expect(
    readWorkbook(again.bytes(), '')
      .sheets[0].rows.flat()
      .map((cell) => cell?.text),
  ).toEqual(['丁']);
});

test('charts of ours take the place of those of last time, those of people stay', async () => {
  const { host, parts, bytes } = hostOver(await startFile([{ ...FORM, name: '通报' }]));
  await host.claimSheets([{ name: '通报', key: '通报' }]);
  for (let time = 0; time < 3; time++) {
    await host.writeSheets(owned({ name: '通报', cells: cells('甲', '乙'), charts: [CHART, CHART] }));
  }
  expect(Object.keys(parts()).filter((path) => /charts\/chart/.test(path))).toHaveLength(2);
  const drawing = strFromU8(parts()['xl/drawings/drawing1.xml']);
  expect([drawing.match(/<xdr:pic>/g), drawing.match(/<c:chart /g)]).toEqual([
    ['<xdr:pic>'],
    ['<c:chart ', '<c:chart '],
  ]);
  await host.writeSheets(owned({ name: '通报', cells: cells('甲') }));
  expect(Object.keys(parts()).filter((path) => /charts\/chart/.test(path))).toEqual([]);
  expect(strFromU8(unzipSync(bytes())['xl/drawings/drawing1.xml'])).toContain('<xdr:pic>');
});

test('a cell that others take their formula from is changed, and they keep theirs', async () => {
  const start = edited(await startFile([FORM]), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(
      '</sheetData>',
      '<row r="9"><c r="A9"><f t="shared" ref="A9:A11" si="0">B2*2</f><v>1.8</v></c></row>' +
        '<row r="10"><c r="A10"><f t="shared" si="0"/><v>6</v></c></row><row r="11"><c r="A11"><f t="shared" si="0"/><v>0</v></c></row>' +
        '<row r="12"><c r="A12"><f t="array" ref="A12:A13">B2:B3</f><v>1</v></c></row></sheetData>',
    ),
  );
  const { host, bytes } = hostOver(start);
  await host.setCells([{ place: { sheet: '自评表', cell: 'A9' }, value: 7 }]);
  const formulas = readWorkbook(bytes(), '')
    .sheets[0].rows.slice(8, 11)
    .map((row) => row[0]);
  expect(formulas).toMatchObject([{ value: 7 }, { formula: 'B3*2', value: 6 }, { formula: 'B4*2', value: 0 }]);
  expect(formulas[0]!.formula).toBeUndefined();
  const before = bytes();
  await expect(host.setCells([{ place: { sheet: '自评表', cell: 'A13' }, value: 7 }])).rejects.toThrow('属于数组公式');
  expect(bytes()).toBe(before);
});

test('a number that is put into a cell for texts is a number', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('自评表');
  Object.assign(sheet.getCell('A1'), { value: '九成', numFmt: '@', font: { bold: true } });
  const { host, bytes } = hostOver(new Uint8Array(await book.xlsx.writeBuffer()));
  await host.setCells([{ place: { sheet: '自评表', cell: 'A1' }, value: 0.9 }]);
  expect((await host.read()).sheets[0].rows[0][0]).toEqual({ value: 0.9, text: '0.9' });
  const again = new ExcelJS.Workbook();
  await again.xlsx.load(bytes() as unknown as ExcelJS.Buffer);
  expect(again.getWorksheet('自评表')!.getCell('A1').font.bold).toBe(true);
});

test('what cannot be written to is refused in a sentence', async () => {
  const refused = (bytes: Uint8Array) =>
    expect(hostOver(bytes).host.writeSheets(owned({ name: '得分表', cells: [] }))).rejects;
  await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)).toThrow(
    '旧格式（.xls）的工作簿不能写入',
  );
  await refused(strToU8('不是工作簿')).toThrow(/。$/);
  const prefixed = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
  const start = await startFile([FORM]);
  await refused(edited(start, 'xl/workbook.xml', prefixed)).toThrow('工作簿的写法少见，不能直接改写');
});
