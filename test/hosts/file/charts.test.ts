import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from '../../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../../src/hosts/file/write-workbook';
import type { PlannedChart, PlannedSheet } from '../../../src/workbook/planned-write';

const at = { row: 0, column: 4, rows: 16, columns: 8 };
const CHARTS: PlannedChart[] = [
  { title: '得分<率>&', data: { top: 1, left: 0, bottom: 3, right: 2 }, at, stacked: true, maximum: 100 },
  { title: '失分', data: { top: 1, left: 0, bottom: 3, right: 1 }, at: { ...at, row: 20 }, stacked: false },
];
const ROWS = [['标题'], ['', '已定', '待定'], ['县甲局', 80, 20], ['=县乙局', 70.5, 0], ['', '']];
const sheet = (name: string, charts?: PlannedChart[]): PlannedSheet => ({
  name,
  charts,
  print: {},
  cells: [
    ...ROWS.flatMap((values, row) => values.map((value, column) => ({ row, column, value }))),
    { row: 3, column: 1, formula: 'SUM(1)', cached: 70.5 },
    { row: 0, column: 2, value: '去', link: { sheet: name, cell: 'A1' } },
  ],
});

async function write(...sheets: PlannedSheet[]) {
  const bytes = await writeWorkbook({ sheets });
  const parts = unzipSync(bytes);
  return { bytes, parts, xml: (path: string) => strFromU8(parts[path]) };
}

describe('native charts', () => {
  it('are parts that relationships lead to and that have their types', async () => {
    const { parts, xml } = await write(sheet('甲'), sheet('通报 &', CHARTS), sheet('乙', CHARTS.slice(1)));
    const made = Object.keys(parts).filter((path) => /xl\/(charts|drawings)\/[^_]/.test(path));
    expect(made.sort()).toEqual([
      ...[1, 2, 3].map((n) => `xl/charts/chart${n}.xml`),
      ...[1, 2].map((n) => `xl/drawings/drawing${n}.xml`),
    ]);
    for (const path of Object.keys(parts).filter((name) => !name.endsWith('/')))
      expect([path, XMLValidator.validate(xml(path))]).toEqual([path, true]);
    for (const path of made) expect(xml('[Content_Types].xml')).toContain(`PartName="/${path}"`);
    for (const rels of Object.keys(parts).filter((path) => /(sheet|drawing)\d\.xml\.rels$/.test(path))) {
      const folder = rels.replace(/_rels\/.*/, '');
      for (const [, target] of xml(rels).matchAll(/Target="([^"]+)"/g)) {
        expect(Object.keys(parts)).toContain(new URL(target, `http://x/${folder}`).pathname.slice(1));
      }
    }
    expect(xml('xl/worksheets/sheet1.xml')).not.toContain('<drawing');
    // Schema order: links, page setup, drawing.
    expect(xml('xl/worksheets/sheet2.xml')).toMatch(
      /<hyperlinks>.*<pageSetup.*<drawing [^>]*r:id="rId1"\/><\/worksheet>$/,
    );
  });

  it('refer to the cells that they show, and keep a copy of their values', async () => {
    const { bytes, xml } = await write(sheet('通报 &', CHARTS));
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });
    const chart = parser.parse(xml('xl/charts/chart1.xml'))['c:chartSpace']['c:chart'];
    expect(chart['c:title']['c:tx']['c:rich']['a:p']['a:r']['a:t']).toBe('得分<率>&');
    const bars = chart['c:plotArea']['c:barChart'];
    expect(bars['c:grouping'].val).toBe('stacked');
    const [first, second] = bars['c:ser'];
    expect(first['c:cat']['c:strRef']['c:f']).toBe("'通报 &'!$A$3:$A$4");
    expect(first['c:tx']['c:strRef']['c:f']).toBe("'通报 &'!$B$2");
    expect(second['c:val']['c:numRef']['c:f']).toBe("'通报 &'!$C$3:$C$4");
    const cached = (cache: { 'c:pt': { 'c:v': string }[] }) => cache['c:pt'].map((point) => point['c:v']);
    expect(cached(first['c:cat']['c:strRef']['c:strCache'])).toEqual(['县甲局', '=县乙局']);
    expect(cached(first['c:val']['c:numRef']['c:numCache'])).toEqual(['80', '70.5']);
    expect(chart['c:plotArea']['c:valAx']['c:scaling']['c:max'].val).toBe('100');
    expect(readWorkbook(bytes, 'a.xlsx').sheets[0].rows[3][1]?.value).toBe(70.5);
  });
});
