import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { rangeAddress } from '../../src/workbook/address';
import type { SeenChart } from './contract';

/** An element's content by the names of what is in it; attributes are among them. */
interface Node {
  [name: string]: Node & string;
}

const ALWAYS = ['Relationship', 'sheet', 'xdr:twoCellAnchor', 'c:ser', 'c:pt', 'c:barChart'];
const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false },
  isArray: (name) => ALWAYS.includes(name),
});

/** The charts in an .xlsx file, in the order of its sheets, as who opens it sees them: over the cells as they are. */
export function chartsIn(bytes: Uint8Array): SeenChart[] {
  const parts = unzipSync(bytes);
  const parse = (path: string) => parser.parse(strFromU8(parts[path])) as Node;
  const snapshot = readWorkbook(bytes, 'a.xlsx');
  /** The parts that a part refers to, by the ids that it uses for them. */
  const targetsOf = (path: string): Map<string, string> => {
    const rels = path.replace(/[^/]+$/, (name) => `_rels/${name}.rels`);
    if (!parts[rels]) return new Map();
    const list = (parse(rels).Relationships.Relationship ?? []) as unknown as { Id: string; Target: string }[];
    return new Map(list.map(({ Id, Target }) => [Id, new URL(Target, `http://x/${path}`).pathname.slice(1)]));
  };
  const sheets = targetsOf('xl/workbook.xml');
  const listed = parse('xl/workbook.xml').workbook.sheets.sheet as unknown as { name: string; 'r:id': string }[];
  return listed.flatMap(({ name, 'r:id': id }) => {
    const path = sheets.get(id)!;
    const drawing = parse(path).worksheet.drawing?.['r:id'];
    if (!drawing) return [];
    const drawn = targetsOf(path).get(drawing)!;
    const anchors = parse(drawn)['xdr:wsDr']['xdr:twoCellAnchor'] as unknown as Node[];
    return anchors.flatMap((anchor) => {
      // A picture is none.
      if (!anchor['xdr:graphicFrame']) return [];
      const chart = anchor['xdr:graphicFrame']['a:graphic']['a:graphicData']['c:chart']['r:id'];
      const part = parse(targetsOf(drawn).get(chart)!)['c:chartSpace']['c:chart'];
      return { sheet: name, ...looksOf(part, (formula) => valuesAt(formula, name)), at: placeOf(anchor) };
    });
  });

  /** What stands in the cells that a chart refers to. */
  function valuesAt(formula: string, own: string): unknown[] {
    const [, quoted, plain, address] = /^(?:'((?:[^']|'')+)'|([^!']+))!(.+)$/.exec(formula)!;
    const sheet = (quoted?.replaceAll("''", "'") ?? plain) as string;
    if (sheet !== own) throw new Error(`a chart on ${own} shows cells of ${sheet}`);
    const [from, to = from] = address.replaceAll('$', '').split(':');
    const rowOf = (cell: string) => Number(/\d+/.exec(cell)![0]) - 1;
    const column = from.charCodeAt(0) - 65;
    const { rows } = snapshot.sheets.find((each) => each.name === sheet)!;
    return Array.from({ length: rowOf(to) - rowOf(from) + 1 }, (_, i) => rows[rowOf(from) + i]?.[column]?.value);
  }
}

function looksOf(chart: Node, valuesAt: (formula: string) => unknown[]): Omit<SeenChart, 'sheet' | 'at'> {
  const bars = (chart['c:plotArea']['c:barChart'] as unknown as Node[])[0];
  const maximum = chart['c:plotArea']['c:valAx']['c:scaling']['c:max']?.val;
  const series = bars['c:ser'] as unknown as Node[];
  const points = (cache: Node) => (cache['c:pt'] as unknown as Node[]).map((point) => point['c:v'] as string);
  const shown = (reference: Node, cache: string) => {
    const values = valuesAt(reference['c:f']);
    // Programs that do not compute show the copies; those of a person's chart, which has no title here, are as they were.
    if (chart['c:title']) expect(points(reference[cache])).toEqual(values.map(String));
    return values;
  };
  return {
    title: (chart['c:title'] as Node | undefined)?.['c:tx']['c:rich']['a:p']['a:r']['a:t'],
    stacked: bars['c:grouping'].val === 'stacked',
    maximum: maximum === undefined ? undefined : Number(maximum),
    categories: shown(series[0]['c:cat']['c:strRef'], 'c:strCache').map(String),
    series: series.map((each) => ({
      name: String(shown(each['c:tx']['c:strRef'], 'c:strCache')[0]),
      values: shown(each['c:val']['c:numRef'], 'c:numCache').map(Number),
    })),
  };
}

function placeOf(anchor: Node): string {
  const corner = (name: string, part: string) => Number(anchor[name][part]);
  return rangeAddress({
    ...{ top: corner('xdr:from', 'xdr:row'), left: corner('xdr:from', 'xdr:col') },
    ...{ bottom: corner('xdr:to', 'xdr:row') - 1, right: corner('xdr:to', 'xdr:col') - 1 },
  });
}
