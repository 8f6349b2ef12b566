import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import { UnreadableFile } from '../../../src/hosts/file/unreadable';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { makeSheet, makeXlsx, partsOf } from './make-xlsx';

/** Of the processor's time, which does not run while others have it: far more than it takes, far less than a hang. */
const SECONDS = 10;
const MEGABYTES = 600;
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** Reads within bounds of time and memory; gives the workbook or the sentence that refuses it. */
function attempt(bytes: Uint8Array): Snapshot | string {
  const before = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS;
  try {
    return readWorkbook(bytes, 'x.xlsx');
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.reason).toMatch(/^[^a-z]*.*。$/s);
    expect(error.remedy).toMatch(/^请.*。$/s);
    return error.message;
  } finally {
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(SECONDS);
    expect((process.resourceUsage().maxRSS - memory) / 1024).toBeLessThan(MEGABYTES);
  }
}

function refused(bytes: Uint8Array): string {
  const outcome = attempt(bytes);
  if (typeof outcome !== 'string') throw new Error('was read');
  return outcome;
}

function readable(bytes: Uint8Array): Snapshot {
  const outcome = attempt(bytes);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

function rowsOf(count: number, row: (r: number) => string): string {
  return Array.from({ length: count }, (_, i) => row(i + 1)).join('');
}

describe('what is no workbook gets a sentence', () => {
  test.each([
    ['空', new Uint8Array(), '空的'],
    ['PDF', strToU8('%PDF-1.7 …'), 'PDF'],
    ['CSV', strToU8('单位,压缩比\n县发改局,88%\n'), '文本文件'],
    ['网页', strToU8('<html><body><table><tr><td>1</td></tr></table></body></html>'), '网页'],
    [
      'XML表格',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'XML表格',
    ],
    ['图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '图片'],
    ['加密软件', new Uint8Array([0x62, 0x14, 0x23, 0x65, 0, 1, 2, 3, 4, 5]), '加密软件'],
    ['普通压缩包', zipSync({ 'a.txt': strToU8('x') }), '压缩包'],
    ['Word', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'Word'],
    ['没有工作表', makeXlsx({}), '损坏'],
  ])('%s', (_, bytes, words) => {
    expect(refused(bytes)).toContain(words);
  });

  test('encrypted workbooks, new and old', () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(100));
    CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000));
    expect(refused(new Uint8Array(CFB.write(container, { type: 'array' }) as Uint8Array))).toContain('密码');

    const old = CFB.read(xls(), { type: 'array' });
    const stream = Uint8Array.from(CFB.find(old, 'Workbook')!.content);
    const afterBof = 4 + stream[2];
    const filePass = [0x2f, 0, 6, 0, 0, 0, 0x59, 0xb3, 0x0a, 0x9a];
    const encrypted = CFB.utils.cfb_new();
    const records = [...stream.slice(0, afterBof), ...filePass, ...stream.slice(afterBof)];
    CFB.utils.cfb_add(encrypted, '/Workbook', Uint8Array.from(records));
    expect(refused(new Uint8Array(CFB.write(encrypted, { type: 'array' }) as Uint8Array))).toContain('密码');
  });

  test('a file cut short', () => {
    const bytes = makeSheet(ONE);
    for (let part = 1; part < 10; part++) refused(bytes.slice(0, Math.floor((bytes.length * part) / 10)));
    refused(xls().slice(0, 700));
  });
});

test('whatever bytes are damaged, the file is refused or read as it was', () => {
  const bytes = makeSheet(
    rowsOf(40, (r) => `<row r="${r}"><c r="A${r}"><v>${r * 7.3}</v></c><c r="B${r}" t="s"><v>0</v></c></row>`),
    {
      strings: '<si><t>县发改局</t></si>',
    },
  );
  const whole = readable(bytes);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at] ^= change;
      const outcome = attempt(damaged);
      if (typeof outcome !== 'string') expect(outcome).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});

// The library reports records it does not know, of which a damaged file has many.
test('a damaged .xls neither hangs nor throws anything but a sentence', () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  const bytes = xls();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at] = value;
        attempt(damaged);
      },
    ),
    { numRuns: 100 },
  );
  jest.restoreAllMocks();
});

test('an .xls whose sectors run in a circle is refused', () => {
  const bytes = xls();
  const view = new DataView(bytes.buffer);
  const table = (view.getInt32(0x4c, true) + 1) * 512;
  const start = CFB.find(CFB.read(bytes, { type: 'array' }), 'Workbook')!.start;
  view.setInt32(table + start * 4, start, true);
  expect(refused(bytes)).toContain('损坏');
});

describe('bombs are refused', () => {
  test('by what they declare, and by what comes out', () => {
    const bomb = makeSheet(ONE + ' '.repeat(70 * 1024 * 1024));
    expect(refused(bomb)).toContain('过大');
    const understated = bomb.slice();
    const view = new DataView(understated.buffer);
    for (let at = 0; at + 46 < understated.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
        view.setUint32(at + 24, 1000, true);
    }
    expect(refused(understated)).toContain('损坏');
  });

  test('DOCTYPE and ENTITY in any part that is read', () => {
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sheet = { sheets: [{ name: '表', rows: ONE }], strings: '<si><t>x</t></si>', styles: '<cellXfs/>' };
    for (const path of [
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
    ]) {
      const part = new TextDecoder().decode(partsOf(sheet)[path]);
      expect(refused(makeXlsx({ ...sheet, parts: { [path]: entity + part } }))).toContain('DOCTYPE');
    }
  });

  test('a long formula shared by many cells', () => {
    const shared = `<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">${'A1+'.repeat(2700)}1</f><v>1</v></c></row>`;
    const cells = rowsOf(20_000, (r) => `<row r="${r + 1}"><c r="A${r + 1}"><f t="shared" si="0"/><v>1</v></c></row>`);
    expect(refused(makeSheet(shared + cells))).toContain('过大');
  });

  test('too many parts, sheets, styles, merges, cells', () => {
    const parts = partsOf({ sheets: [{ name: 'a' }] });
    for (let i = 0; i < 30_000; i++) parts[`x${i}`] = new Uint8Array();
    refused(zipSync(parts, { level: 0 }));
    refused(makeXlsx({ sheets: Array.from({ length: 1500 }, (_, i) => ({ name: `s${i}` })) }));
    refused(makeSheet(ONE, { styles: `<cellXfs>${'<xf/>'.repeat(100_000)}</cellXfs>` }));
    refused(makeSheet(ONE, { after: rowsOf(120_000, (r) => `<mergeCell ref="A${r}:B${r}"/>`) }));
    refused(makeSheet(rowsOf(500_000, (r) => `<row r="${r}"><c r="A${r}"><v>${r}</v></c></row>`)));
  });

  test('rows that would fill the memory with holes', () => {
    refused(makeSheet(rowsOf(50_000, (r) => `<row r="${r}"><c r="ALM${r}"><v>${r}</v></c></row>`)));
  });

  test('markup that goes on and on', () => {
    for (const rows of [
      '<!--',
      '<![CDATA[',
      '<c r="A1">',
      '<row r="1">',
      '<c r="A1" t="inlineStr"><is>',
      '<c r="A1"><f ',
    ].map((piece) => piece.repeat(60_000))) {
      attempt(makeSheet(rows));
    }
    attempt(
      makeXlsx({
        parts: { 'xl/workbook.xml': `<workbook><sheets><sheet ${'a'.repeat(300_000)}></sheets></workbook>` },
      }),
    );
    attempt(
      makeXlsx({ parts: { 'xl/workbook.xml': `<workbook><sheets>${'<sheet "'.repeat(60_000)}</sheets></workbook>` } }),
    );
  });
});

describe('addresses', () => {
  test.each(['XFE1', 'A1048577', 'AAAA1', 'A0', 'A', '1', 'A99999999999', 'a-1'])('%s is refused', (address) => {
    expect(refused(makeSheet(`<row r="1"><c r="${address}"><v>1</v></c></row>`))).toContain('不存在');
  });

  test('a lone cell in the last corner is read', () => {
    const [sheet] = readable(makeSheet('<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>')).sheets;
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1_048_576, 16_384]);
    expect(sheet.rows[1_048_575][16_383]?.value).toBe(5);
    expect(Object.keys(sheet.rows)).toHaveLength(1);
  });

  test('the declared dimension is not believed', () => {
    const lying = readable(
      makeSheet('<row r="9"><c r="C9"><v>1</v></c></row>', { before: '<dimension ref="A1:A1"/>' }),
    );
    expect(lying.sheets[0]).toMatchObject({ rowCount: 9, columnCount: 3 });
    const empty = readable(makeSheet('', { before: '<dimension ref="A1:XFD1048576"/>' }));
    expect(empty.sheets[0]).toMatchObject({ rowCount: 0, columnCount: 0, rows: [] });
  });

  test('a sheet formatted down to its last row is read as what it holds', () => {
    const rows =
      ONE + rowsOf(400_000, (r) => `<row r="${r + 1}" s="1" customFormat="1"><c r="A${r + 1}" s="1"/></row>`);
    expect(readable(makeSheet(rows)).sheets[0]).toMatchObject({ rowCount: 1, columnCount: 1 });
  });

  test('20,000 merges are read', () => {
    const after = `<mergeCells>${rowsOf(20_000, (r) => `<mergeCell ref="A${r}:C${r}"/>`)}</mergeCells>`;
    expect(readable(makeSheet(ONE, { after })).sheets[0].merges).toHaveLength(20_000);
  });
});

describe('what does not hold together is refused, not read by halves', () => {
  test.each([
    [
      'a text that is not there',
      makeSheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', { strings: '<si><t>x</t></si>' }),
    ],
    ...['1.5', '1e0', '-0', '0x0', '&#48;'].map((index): [string, Uint8Array] => [
      `a text whose number is ${index}`,
      makeSheet(`<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`, { strings: '<si><t>x</t></si>' }),
    ]),
    ...['1e999', '0x10', 'NaN', 'Infinity', '1,000', '5%', '.', 'e5'].flatMap((number): [string, Uint8Array][] => [
      [`the number ${number}`, makeSheet(`<row r="1"><c r="A1"><v>${number}</v></c></row>`)],
      [`the result ${number}`, makeSheet(`<row r="1"><c r="A1"><f>B1</f><v>${number}</v></c></row>`)],
    ]),
    ['a truth that is none', makeSheet('<row r="1"><c r="A1" t="b"><v>yes</v></c></row>')],
    ['a missing sheet', makeXlsx({ sheets: [{ name: 'a' }], parts: { 'xl/worksheets/sheet1.xml': null } })],
    [
      'a sheet that breaks off',
      makeXlsx({ sheets: [{ name: 'a' }], parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${ONE}` } }),
    ],
    ['a cell that breaks off', makeSheet('<row r="1"><c r="A1"><v>1</v></row>')],
  ])('%s', (_, bytes) => {
    expect(refused(bytes)).toContain('损坏');
  });

  test('two parts of one name', () => {
    const bytes = makeXlsx({ sheets: [{ name: 'a', rows: ONE }], parts: { 'xl/Workbook.xml': '<workbook/>' } });
    expect(refused(bytes)).toContain('损坏');
  });
});

test('numbers and truths are read in every way in which programs write them', () => {
  const cells = ['5', ' 5 ', '+5', '5.', '.5e1', '50E-1', '5.0e+000'].map((value) => `<c><v>${value}</v></c>`);
  const truths = ['1', '0', 'true', 'FALSE', ' TRUE '].map((value) => `<c t="b"><v>${value}</v></c>`);
  const [sheet] = readable(makeSheet(`<row r="1">${cells.join('')}${truths.join('')}</row>`)).sheets;
  const values = sheet.rows[0].map((cell) => cell?.value);
  expect(values).toEqual([5, 5, 5, 5, 5, 5, 5, true, false, true, false, true]);
});

test('names such as __proto__ are names like any other', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const strings = names.map((name) => `<si><t>${name}</t></si>`).join('');
  const cells = names.map((_, i) => `<c r="${'ABCD'[i]}1" t="s"><v>${i}</v></c>`).join('');
  const { sheets } = readable(
    makeXlsx({ sheets: names.map((name) => ({ name, rows: `<row r="1">${cells}</row>` })), strings }),
  );
  expect(sheets.map((sheet) => sheet.name)).toEqual(names);
  expect(sheets.map((sheet) => sheet.rows[0].map((cell) => cell?.value))).toEqual([names, names, names, names]);
  expect(({} as Record<string, unknown>).rows).toBeUndefined();
});

test('pictures and other parts that are not read may be as large or as broken as they like', () => {
  const bytes = makeXlsx({
    sheets: [{ name: 'a', rows: ONE }],
    parts: { 'xl/media/image1.png': new Uint8Array(70 * 1024 * 1024), 'docProps/core.xml': '<!DOCTYPE x>' },
  });
  expect(readable(bytes).sheets[0].rows[0][0]?.value).toBe(1);
});

function xls(): Uint8Array {
  const book = utils.book_new();
  const rows = Array.from({ length: 60 }, (_, i) => [`事项${i}`, i * 1.5, i % 2 === 0]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

test('many sheets that are each within bounds are refused when together they are not', () => {
  const sheet = (rows: string) => Array.from({ length: 40 }, (_, i) => ({ name: `s${i}`, rows }));
  const shared = `<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">${'A1+'.repeat(2700)}1</f><v>1</v></c></row>`;
  const cells = rowsOf(100, (r) => `<row r="${r + 1}"><c r="A${r + 1}"><f t="shared" si="0"/><v>1</v></c></row>`);
  expect(refused(makeXlsx({ sheets: sheet(shared + cells) }))).toContain('过大');
  const wide = rowsOf(120, (r) => `<row r="${r}"><c r="AAA${r}"><v>1</v></c></row>`);
  readable(makeXlsx({ sheets: sheet(wide) }));
  expect(refused(makeXlsx({ sheets: sheet(wide.repeat(2)) }))).toContain('过大');
  readable(makeXlsx({ sheets: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }));
});
