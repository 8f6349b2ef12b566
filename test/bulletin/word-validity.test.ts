import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * The order of the schemas (CT_PPr and so on in ECMA-376), as far as our documents use them. Elements that may come in any
 * order, as in w:trPr and w:r, are not among them.
 */
const ORDER: { [parent: string]: string[] } = Object.fromEntries(
  Object.entries({
    'w:pPr':
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    'w:rPr':
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    'w:pBdr': 'top left bottom right between bar',
    'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
    'w:tblPr':
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    'w:tblBorders': 'top left start bottom right end insideH insideV',
    'w:tblCellMar': 'top left start bottom right end',
    'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    'w:tcBorders': 'top left start bottom right end insideH insideV tl2br tr2bl',
    'w:tcMar': 'top left start bottom right end',
    'w:sectPr':
      'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
    'w:styles': 'docDefaults latentStyles style',
    'w:docDefaults': 'rPrDefault pPrDefault',
    'w:style':
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
    'w:settings':
      'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator',
    'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
    'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
    'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
    'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
    'c:chartSpace':
      'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes extLst',
    'c:chart':
      'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst',
    'c:title': 'tx layout overlay spPr txPr extLst',
    'c:plotArea': 'layout barChart catAx valAx dTable spPr extLst',
    'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
    'c:ser': 'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst',
    'c:dLbls':
      'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
    'c:catAx':
      'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
    'c:valAx':
      'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
    'c:scaling': 'logBase orientation max min extLst',
    'c:legend': 'legendPos legendEntry layout overlay spPr txPr extLst',
  }).map(([parent, names]) => [parent, names.split(' ')]),
);

/** Elements whose figures are whole: Word takes a length of 7.5 twips for a broken file. */
const WHOLE =
  /^(w:(sz|szCs|kern|position|spacing|ind|tab|pgSz|pgMar|cols|tcW|tblW|tblInd|gridCol|trHeight|tblpPr|top|left|bottom|right|defaultTabStop)|wp:extent|wp:docPr|c:gapWidth|c:overlap)$/;
const IS_NUMBER = /^-?\d*\.\d+$/;

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
    const names = children.map((child) => child.name.replace(/^\w+:/, ''));
    for (const [key, value] of Object.entries(WHOLE.test(name) ? element.attributes : {})) {
      if (IS_NUMBER.test(value)) faults.push(`${name} ${key}="${value}"`);
    }
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

/** What refers to something by a name or number finds it, and nothing has the number of another. */
function faultsOfReferences(trees: Map<string, Element[]>): string[] {
  const everything = [...trees.values()].flat();
  const values = (name: string, attribute: string) => below(everything, name).map((one) => one.attributes[attribute]);
  const twice = (what: string, list: string[]) =>
    list.filter((id, index) => list.indexOf(id) !== index).map((id) => `${what} ${id} twice`);
  const [styles, numbers] = [values('w:style', 'w:styleId'), values('w:num', 'w:numId')];
  const names = below(everything, 'w:style').map(({ children }) =>
    below(children, 'w:name')[0].attributes['w:val'].toLowerCase(),
  );
  const lost = (what: string, wanted: string[], there: string[]) =>
    wanted.filter((id) => !there.includes(id)).map((id) => `no ${what} ${id}`);
  const style = ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next', 'link'].flatMap((name) =>
    values(`w:${name}`, 'w:val'),
  );
  return [
    ...twice('style', styles),
    ...twice('style name', names),
    ...twice('drawing', values('wp:docPr', 'id')),
    ...twice('bookmark', values('w:bookmarkStart', 'w:id')),
    ...twice('list', numbers),
    // Word has this one without its being written down.
    ...lost('style', style, ['DefaultParagraphFont', ...styles]),
    ...lost('list', values('w:numId', 'w:val'), ['0', ...numbers]),
    ...lost('bookmark', values('w:bookmarkEnd', 'w:id'), values('w:bookmarkStart', 'w:id')),
  ];
}

/** Prefixes that a part says may be ignored are prefixes that it knows. */
function faultsOfPrefixes([root]: Element[]): string[] {
  const ignorable = (root.attributes['mc:Ignorable'] ?? '').split(' ').filter((prefix) => prefix !== '');
  return ignorable
    .filter((prefix) => !root.attributes[`xmlns:${prefix}`])
    .map((prefix) => `${root.name}: no ${prefix}`);
}

function checkWord(bytes: Uint8Array): number {
  const { files } = openWord(bytes);
  checkPackage(files);
  const parts = Object.keys(files).filter((name) => /^word\/(charts\/)?[^/]*\.xml$/.test(name));
  const trees = new Map(parts.map((name) => [name, elements(PARSER.parse(strFromU8(files[name])) as Parsed[])]));
  const document = trees.get('word/document.xml')!;
  expect(faultsOfTables(document)).toEqual([]);
  for (const [name, tree] of trees) {
    expect([name, ...faultsOf(tree), ...faultsOfPrefixes(tree)]).toEqual([name]);
  }
  expect(faultsOfReferences(trees)).toEqual([]);
  expect(below(document, 'wp:docPr').every(({ attributes }) => Number(attributes.id) > 0)).toBe(true);
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

  it('in the template that is handed out, which opens too', async () => {
    const handed = readFileSync(join(__dirname, '../../assets/bulletin/通报模板.docx'));
    expect(checkWord(handed)).toBe(0);
    expect(checkWord(await renderWord(bulletinOf(assessmentOf(UNITS)), handed))).toBe(3);
  });

  it('and the notices', async () => {
    const options = { quarter: '2023Q3', issuer: '某县政务局', date: '2024-01-16' };
    expect(checkWord(await renderNotices(composeNotices(assessmentOf(UNITS), options)))).toBe(0);
  });
});
