import { utils, write } from '@e965/xlsx';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import type { Cell } from '../../../src/workbook/snapshot';
import { makeSheet, makeXlsx } from './make-xlsx';

function firstSheet(bytes: Uint8Array) {
  return readWorkbook(bytes, '自评表.xlsx').sheets[0];
}

function cellsOf(bytes: Uint8Array): Record<string, Cell> {
  const { rows } = firstSheet(bytes);
  const found: Record<string, Cell> = {};
  rows.forEach((row, r) => row.forEach((cell, c) => cell && (found[utils.encode_cell({ r, c })] = cell)));
  return found;
}

describe('values', () => {
  test('numbers, texts, booleans, errors and formulas come as they stand in the file', () => {
    const cells = cellsOf(
      makeSheet(
        '<row r="1"><c r="A1"><v>0.885</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c>' +
          '<c r="D1" t="e"><f>A9/0</f><v>#DIV/0!</v></c><c r="E1"><f>SUM(A1:A9)</f><v>12</v></c>' +
          '<c r="F1" t="str"><f>B1&amp;"x"</f><v>甲 &lt;x&gt; &amp;lt; _x000D_</v></c>' +
          '<c r="G1" t="inlineStr"><is><t xml:space="preserve"> 乙 </t></is></c><c r="H1" t="e"><v>#SPILL!</v></c></row>',
        { strings: '<si><t>第一行\n第二行 </t></si>' },
      ),
    );
    expect(cells).toEqual({
      A1: { value: 0.885, text: '0.885' },
      B1: { value: '第一行\n第二行 ', text: '第一行\n第二行 ' },
      C1: { value: true, text: 'TRUE' },
      D1: { value: null, text: '#DIV/0!', error: '#DIV/0!', formula: 'A9/0' },
      E1: { value: 12, text: '12', formula: 'SUM(A1:A9)' },
      F1: { value: '甲 <x> &lt; \r', text: '甲 <x> &lt; \r', formula: 'B1&"x"' },
      G1: { value: ' 乙 ', text: ' 乙 ' },
      H1: { value: null, text: '#SPILL!', error: '#SPILL!' },
    });
  });

  test('dates stay serial numbers, with their format and the text that Chinese Excel shows', () => {
    const cells = cellsOf(
      makeSheet(
        '<row r="1"><c r="A1" s="1"><v>45090</v></c><c r="B1" s="2"><v>45090.5</v></c><c r="C1" s="3"><v>45090</v></c>' +
          '<c r="D1" s="4"><v>0.885</v></c><c r="E1" s="5"><v>45090</v></c><c r="F1" s="6" t="s"><v>0</v></c></row>',
        {
          strings: '<si><t>0.5</t></si>',
          styles:
            '<numFmts><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>' +
            '<numFmt numFmtId="177" formatCode="[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"/></numFmts>' +
            '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="10"/>' +
            '<xf numFmtId="177"/><xf numFmtId="49"/></cellXfs>',
        },
      ),
    );
    expect(cells).toEqual({
      A1: { value: 45090, text: '2023/6/13', format: 'yyyy/m/d' },
      B1: { value: 45090.5, text: '2023-06-13 12:00', format: 'yyyy\\-mm\\-dd\\ hh:mm' },
      C1: { value: 45090, text: '2023年6月13日', format: 'yyyy"年"m"月"d"日"' },
      D1: { value: 0.885, text: '88.50%', format: '0.00%' },
      E1: { value: 45090, text: '2023年6月13日', format: 'yyyy"年"m"月"d"日"' },
      F1: { value: '0.5', text: '0.5', format: '@' },
    });
  });

  test('the 1904 date system is told, and its texts are right', () => {
    const snapshot = readWorkbook(
      makeSheet('<row r="1"><c r="A1" s="1"><v>43628</v></c></row>', {
        date1904: true,
        styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      }),
      'a.xlsx',
    );
    expect(snapshot.date1904).toBe(true);
    expect(snapshot.sheets[0].rows[0][0]).toMatchObject({ value: 43628, text: '2023/6/13' });
  });

  test('rich text is joined, phonetic guides are left out, a self-closed string keeps its place', () => {
    const strings =
      '<si/><si><r><rPr><b/></rPr><t>承诺</t></r><r><t xml:space="preserve"> 时限</t></r><rPh sb="0" eb="1"><t>ㄔㄥ</t></rPh></si>' +
      '<si><t>末</t><phoneticPr fontId="1"/></si>';
    const cells = cellsOf(
      makeSheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
        {
          strings,
        },
      ),
    );
    expect(Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, cell.value]))).toEqual({
      B1: '承诺 时限',
      C1: '末',
    });
  });

  test('a formula that was never computed has no value, rather than 0', () => {
    const cells = cellsOf(
      makeSheet(
        '<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="n"><f>2</f><v/></c>' +
          '<c r="D1"><f>0</f><v>0</v></c></row>',
      ),
    );
    expect(cells).toEqual({
      A1: { value: null, text: '', formula: 'SUM(B1:B9)' },
      B1: { value: null, text: '', formula: '1+1' },
      C1: { value: null, text: '', formula: '2' },
      D1: { value: 0, text: '0', formula: '0' },
    });
  });

  test('a picture of WPS in a cell is no value', () => {
    const formula = '_xlfn.DISPIMG(&quot;ID_1A2B&quot;,1)';
    expect(
      cellsOf(makeSheet(`<row r="1"><c r="A1" t="str"><f>${formula}</f><v>=DISPIMG("ID_1A2B",1)</v></c></row>`)),
    ).toEqual({ A1: { value: null, text: '', formula: 'DISPIMG("ID_1A2B",1)' } });
  });

  test('functions of the add-in and newer functions come as a person writes them; texts are left alone', () => {
    const formula = '_xlfn.IFNA(_xldudf_YL_SCORE(&quot;3.5&quot;,A1),&quot;_xlfn.IFNA(&quot;)';
    const cells = cellsOf(makeSheet(`<row r="1"><c r="A1"><f>${formula}</f><v>2.7</v></c></row>`));
    expect(cells.A1.formula).toBe('IFNA(YL.SCORE("3.5",A1),"_xlfn.IFNA(")');
  });

  test('shared and array formulas', () => {
    const cells = cellsOf(
      makeSheet(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2*3</f><v>3</v></c></row>' +
          '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><v>6</v></c></row>',
      ),
    );
    expect(cells).toEqual({
      B1: { value: 2, text: '2', formula: 'A1*2' },
      B2: { value: 4, text: '4', formula: 'A2*2' },
      C1: { value: 3, text: '3', formula: 'A1:A2*3' },
      C2: { value: 6, text: '6' },
    });
  });

  test('an empty text is no value, a text of spaces is one', () => {
    const strings = '<si><t></t></si><si><t xml:space="preserve">  </t></si>';
    expect(
      cellsOf(makeSheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', { strings })),
    ).toEqual({ B1: { value: '  ', text: '  ' } });
  });
});

describe('the sheet', () => {
  test('merges, hidden sheets, rows and columns', () => {
    const row = (r: number, attributes = '') =>
      `<row r="${r}"${attributes}><c r="A${r}"><v>1</v></c><c r="C${r}"><v>1</v></c></row>`;
    const { sheets } = readWorkbook(
      makeXlsx({
        sheets: [
          {
            name: '明细 &amp; 汇总',
            before:
              '<cols><col min="2" max="2" width="9" hidden="1"/><col min="3" max="3" width="0"/><col min="5" max="16384" hidden="1"/></cols>',
            rows: row(1) + row(2, ' hidden="1"') + row(3, ' ht="0" customHeight="1"'),
            after: '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="A3"/></mergeCells>',
          },
          { name: '底稿', rows: '', state: 'hidden' },
          { name: '参数', rows: '', state: 'veryHidden' },
        ],
      }),
      'a.xlsx',
    );
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['明细 & 汇总', false],
      ['底稿', true],
      ['参数', true],
    ]);
    expect(sheets[0]).toMatchObject({ rowCount: 3, columnCount: 3, hiddenRows: [1, 2], hiddenColumns: [1, 2] });
    expect(sheets[0].merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 2 },
      { top: 2, left: 0, bottom: 2, right: 0 },
    ]);
  });

  test('cells and rows without addresses follow one another', () => {
    const cells = cellsOf(
      makeSheet('<row><c/><c><v>1</v></c></row><row/><row><c><v>2</v></c><c r="D3"><v>3</v></c><c><v>4</v></c></row>'),
    );
    expect(Object.entries(cells).map(([at, cell]) => [at, cell.value])).toEqual([
      ['B1', 1],
      ['A3', 2],
      ['D3', 3],
      ['E3', 4],
    ]);
  });

  test('namespace prefixes, other paths, numeric references, CDATA, comments and UTF-16 are read', () => {
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><!-- <x:c r="Z9"/> --><x:sheetData><x:row r="1">' +
      '<x:c r="A1" t="inlineStr"><x:is><x:t>&#23452;&#x826f;</x:t></x:is></x:c><x:c r="B1" t="str"><x:v><![CDATA[a<b&c]]></x:v></x:c>' +
      '<x:c r="C1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const utf16 = new Uint8Array(2 + sheet.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < sheet.length; i++) utf16.set([sheet.charCodeAt(i) & 0xff, sheet.charCodeAt(i) >> 8], 2 + i * 2);
    for (const part of [sheet, utf16]) {
      const bytes = makeXlsx({
        parts: {
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Book/main.xml"/></Relationships>',
          'xl/workbook.xml': null,
          'Book/main.xml': `<w:workbook xmlns:w="m" xmlns:k="r"><w:sheets><w:sheet name="甲" sheetId="1" k:id="q"/></w:sheets></w:workbook>`,
          'Book/_rels/main.xml.rels':
            '<Relationships><Relationship Id="q" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../Data/one.xml"/></Relationships>',
          'data/One.xml': part,
        },
      });
      const cells = cellsOf(bytes);
      expect(Object.entries(cells).map(([at, cell]) => [at, cell.value])).toEqual([
        ['A1', '宜良'],
        ['B1', 'a<b&c'],
        ['C1', 7],
      ]);
    }
  });

  test('chart sheets hold no cells and are passed over', () => {
    const bytes = makeXlsx({
      sheets: [{ name: '图' }, { name: '表', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
      parts: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="s0" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/>' +
          '<Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
      },
    });
    expect(readWorkbook(bytes, 'a.xlsx').sheets.map((sheet) => sheet.name)).toEqual(['表']);
  });
});

describe('.xls', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ['单位', '压缩比'],
    ['县发改局', 0.88],
    ['县卫健局', 1],
    ['', true],
  ]);
  sheet.B2.z = '0.00%';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  utils.book_append_sheet(book, sheet, '指标');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['备']]), '__proto__');
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };

  test('is read, whatever the name says', () => {
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
    const { sheets } = readWorkbook(bytes, '自评表.xlsx');
    expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: '指标', hidden: false },
      { name: '__proto__', hidden: true },
    ]);
    expect(sheets[0].rows[1]).toEqual([
      { value: '县发改局', text: '县发改局' },
      { value: 0.88, text: '88.00%', format: '0.00%' },
    ]);
    expect(sheets[0].rows[2][1]).toMatchObject({ value: 1, text: '1' });
    expect(sheets[0].rows[3]).toEqual([undefined, { value: true, text: 'TRUE' }]);
    expect(sheets[0].merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(sheets[1].rows[0][0]?.value).toBe('备');
  });
});
