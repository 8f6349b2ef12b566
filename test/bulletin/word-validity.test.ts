import { XMLParser } from 'fast-xml-parser';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { composeNotices, previousScores } from '../../src/bulletin';
import { renderWord } from '../../src/bulletin/word';
import { defaultTemplate } from '../../src/bulletin/word/default-template';
import { renderNotices } from '../../src/bulletin/word/notices';
import { assessmentOf, faultless } from './sample-assessment';
import { bulletinOf } from './text';
import { openWord } from './word-xml';

/**
 * What Word is strict about: a file that breaks one of these opens with a repair prompt, or not at all. Checked over the
 * parts as they are in the file, in their order.
 */

interface Element {
  name: string;
  attributes: { [name: string]: string };
  children: Element[];
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
});

type Parsed = { ':@'?: Element['attributes'] } & { [name: string]: Parsed[] };

function elements(parsed: Parsed[]): Element[] {
  return parsed.flatMap((node): Element[] => {
    const [name] = Object.keys(node).filter((key) => key !== ':@');
    if (name === '#text' || name.startsWith('?')) return [];
    return [{ name, attributes: node[':@'] ?? {}, children: elements(node[name]) }];
  });
}

function below(root: Element[], name: string): Element[] {
  return root.flatMap((element) => [...(element.name === name ? [element] : []), ...below(element.children, name)]);
}

/** The order of the schema (CT_PPr and so on), as far as our documents use it. */
const ORDER: { [parent: string]: string[] } = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'.split(
      ' ',
    ),
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings'.split(
      ' ',
    ),
};
const PARENTS: { [name: string]: string[] } = {
  'w:p': ['w:body', 'w:tc', 'w:hdr', 'w:ftr', 'w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment'],
  'w:r': ['w:p', 'w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdtContent', 'w:fldSimple'],
  'w:t': ['w:r'],
  'w:tbl': ['w:body', 'w:tc', 'w:hdr', 'w:ftr'],
  'w:tr': ['w:tbl'],
  'w:tc': ['w:tr'],
};

const PROPERTIES: { [name: string]: string } = {
  'w:p': 'pPr',
  'w:r': 'rPr',
  'w:tbl': 'tblPr',
  'w:tr': 'trPr',
  'w:tc': 'tcPr',
};

/** Faults in words: an expectation for each of a hundred thousand elements would take minutes. */
function faultsOf(root: Element[], parent = ''): string[] {
  return root.flatMap((element) => {
    const faults: string[] = [];
    const { name, children } = element;
    if (PARENTS[name] && !PARENTS[name].includes(parent)) faults.push(`${name} in ${parent}`);
    const names = children.map((child) => child.name.replace(/^w:/, ''));
    const order = ORDER[name];
    if (order) {
      const positions = names.map((child) => order.indexOf(child));
      if (positions.some((position, index) => position < 0 || position < positions[index - 1])) {
        faults.push(`${name}: ${names.join(' ')}`);
      }
    }
    const properties = PROPERTIES[name];
    if (properties && names.lastIndexOf(properties) > 0) faults.push(`${properties} not first in ${name}`);
    return [...faults, ...faultsOf(children, name)];
  });
}

function faultsOfTables(document: Element[]): string[] {
  const faults: string[] = [];
  for (const table of below(document, 'w:tbl')) {
    const grid = below(
      table.children.filter(({ name }) => name === 'w:tblGrid'),
      'w:gridCol',
    ).map(({ attributes }) => attributes['w:w']);
    const rows = table.children.filter(({ name }) => name === 'w:tr');
    if (rows.length === 0) faults.push('table without rows');
    for (const row of rows) {
      const cells = row.children.filter(({ name }) => name === 'w:tc');
      const widths = cells.map((cell) => below(cell.children, 'w:tcW')[0].attributes['w:w']);
      if (widths.join() !== grid.join()) faults.push(`cells ${widths.join()} in a grid of ${grid.join()}`);
      if (cells.some((cell) => cell.children.at(-1)?.name !== 'w:p')) faults.push('cell that ends without a paragraph');
    }
  }
  const [body] = below(document, 'w:body');
  if (body.children.at(-1)?.name !== 'w:sectPr') faults.push('no page setup at the end');
  // Tables that touch grow together, and one at the end has nowhere to put the cursor.
  const touching = body.children.filter(
    ({ name }, index) => name === 'w:tbl' && body.children[index + 1].name !== 'w:p',
  );
  return [...faults, ...touching.map(() => 'table without a paragraph after it')];
}

function checkPackage(files: Record<string, Uint8Array>): void {
  const names = Object.keys(files).filter((name) => !name.endsWith('/'));
  const tree = (name: string) => elements(PARSER.parse(strFromU8(files[name])) as Parsed[]);
  const types = tree('[Content_Types].xml');
  const overrides = below(types, 'Override').map(({ attributes }) => attributes.PartName);
  const defaults = below(types, 'Default').map(({ attributes }) => attributes.Extension.toLowerCase());
  expect(new Set(overrides).size).toBe(overrides.length);
  expect(new Set(defaults).size).toBe(defaults.length);
  for (const part of overrides) expect(names).toContain(part.slice(1));
  const reached = new Set<string>();
  for (const rels of names.filter((name) => name.endsWith('.rels'))) {
    const relations = below(tree(rels), 'Relationship').map(({ attributes }) => attributes);
    expect(new Set(relations.map(({ Id }) => Id)).size).toBe(relations.length);
    const folder = rels.replace(/_rels\/[^/]*$/, '');
    for (const { Target, TargetMode } of relations) {
      if (TargetMode === 'External') continue;
      const target = new URL(Target, `http://x/${folder}`).pathname.slice(1);
      expect(names).toContain(target);
      reached.add(target);
    }
  }
  for (const name of names) {
    if (name === '[Content_Types].xml' || name.endsWith('.rels')) continue;
    expect([name, overrides.includes(`/${name}`) || defaults.includes(name.split('.').pop()!.toLowerCase())]).toEqual([
      name,
      true,
    ]);
    expect([name, reached.has(name)]).toEqual([name, true]);
  }
}

function checkCharts(files: Record<string, Uint8Array>, document: Element[]): number {
  const charts = Object.keys(files).filter((name) => /charts\/chart\d*\.xml$/.test(name));
  expect(below(document, 'c:chart')).toHaveLength(charts.length);
  for (const name of charts) {
    const root = elements(PARSER.parse(strFromU8(files[name])) as Parsed[]);
    const used = below(below(root, 'c:barChart')[0].children, 'c:axId').map(({ attributes }) => attributes.val);
    const axes = [...below(root, 'c:catAx'), ...below(root, 'c:valAx')].map(
      ({ children }) => children.find((child) => child.name === 'c:axId')!.attributes.val,
    );
    expect(used.sort()).toEqual(axes.sort());
    // "Edit data" in Word opens the chart's own workbook.
    const [external] = below(root, 'c:externalData');
    const rels = strFromU8(files[name.replace('charts/', 'charts/_rels/') + '.rels']);
    expect(rels).toContain(`"${external.attributes['r:id']}"`);
    for (const series of below(root, 'c:ser')) {
      const counts = ['c:cat', 'c:val'].map((part) => {
        const [data] = below(series.children, part);
        return [below(data.children, 'c:ptCount')[0].attributes.val, String(below(data.children, 'c:pt').length)];
      });
      expect(new Set(counts.flat()).size).toBe(1);
    }
  }
  return charts.length;
}

function checkWord(bytes: Uint8Array): number {
  const { files } = openWord(bytes);
  checkPackage(files);
  const document = elements(PARSER.parse(strFromU8(files['word/document.xml'])) as Parsed[]);
  expect([...faultsOf(document), ...faultsOfTables(document)]).toEqual([]);
  const drawings = below(document, 'wp:docPr').map(({ attributes }) => attributes.id);
  expect(new Set(drawings).size).toBe(drawings.length);
  expect(drawings.every((id) => Number(id) > 0)).toBe(true);
  for (const name of Object.keys(files).filter((part) => /word\/(header|footer|styles)\d*\.xml$/.test(part))) {
    expect(faultsOf(elements(PARSER.parse(strFromU8(files[name])) as Parsed[]))).toEqual([]);
  }
  return checkCharts(files, document);
}

const UNITS = [
  faultless('县甲局', { '1.1': { errors: 3 }, '9': { praise: 1 } }),
  faultless('县乙局', { '1.2': {}, '2.1': { campaigns: 1 } }),
  faultless('<丁>&镇', {}, { kind: '乡镇(街道)' }),
];

describe('a bulletin that Word opens without repair', () => {
  const many = Array.from({ length: 60 }, (_, index) => faultless(`第${index}局`, { '1.1': { errors: index % 7 } }));
  it.each([
    ['no unit', [], 0],
    ['one unit', UNITS.slice(0, 1), 2],
    ['several', UNITS, 3],
    ['sixty', many, 3],
  ])('%s', async (_, units, charts) => {
    const previous = previousScores(assessmentOf(UNITS, { quarter: '2023Q2' }));
    const bulletin = bulletinOf(assessmentOf(units), { number: '某政〔2023〕3号', copyTo: '县委办。', previous });
    expect(checkWord(await renderWord(bulletin))).toBe(charts);
  });

  it('in an office’s own template', async () => {
    const bulletin = bulletinOf(assessmentOf(UNITS));
    const parts = unzipSync(await defaultTemplate(bulletin));
    const styles = strFromU8(parts['word/styles.xml']).replace(
      /<w:style [^>]*w:styleId="Bulletin[\s\S]*?<\/w:style>/g,
      '',
    );
    const own = zipSync({ ...parts, 'word/styles.xml': strToU8(styles) });
    expect(checkWord(await renderWord(bulletin, own))).toBe(3);
  });

  it('and the notices', async () => {
    const options = { quarter: '2023Q3', issuer: '某县政务局', date: '2024-01-16' };
    expect(checkWord(await renderNotices(composeNotices(assessmentOf(UNITS), options)))).toBe(0);
  });
});
