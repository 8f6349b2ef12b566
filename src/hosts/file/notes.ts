import { cellAddress } from '../../workbook/address';
import { NOTE_HEADING } from '../../workbook/marks';
import { cellText } from '../../workbook/cell-text';
import { CONTENT, HEAD, MAIN, OFFICE } from './namespaces';
import { SHEET_ORDER } from './sheet-content';
import type { FileSheet, WorkbookFile } from './workbook-file';
import { escapeXml, tagOf, unescapeXml } from './xml';
import { XmlPart } from './xml-part';

/*
 * The notes of marks are notes of the old kind, which every program shows: a text in the comments part of the sheet, and
 * a box for it in a drawing of the old kind.
 */
export interface CellNote {
  row: number;
  column: number;
  /** A1 address of the cell. */
  cell: string;
  text: string;
}

const COMMENTS_TYPE = `${CONTENT}.comments+xml`;
const BOXES_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const AUTHOR = '<author>考评核对</author>';
const ORDER = ['authors', 'commentList'];
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const NO_BOXES =
  `<xml ${NAMESPACES}><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';
const BOX = /<v:shape\s[^]*?<\/v:shape>/g;

/** A sheet's notes: where their texts and their boxes are kept, if anywhere. */
function placesOf(file: WorkbookFile, sheet: FileSheet) {
  const relations = file.parts.relations(sheet.path);
  const shown = /r:id="([^"]*)"/.exec(file.sheetPart(sheet).get('legacyDrawing') ?? '')?.[1];
  return {
    texts: relations.find(({ type }) => type === 'comments'),
    boxes: relations.find(({ id }) => id === shown),
  };
}

/** Adds notes to cells. A cell that has one of the person's stays with that. */
export function addNotes(file: WorkbookFile, sheet: FileSheet, notes: CellNote[]): void {
  const { parts } = file;
  const { texts, boxes } = placesOf(file, sheet);
  const boxesPath = boxes?.path ?? parts.free((number) => `xl/drawings/vmlDrawing${number}.vml`);
  const drawn = boxes ? (parts.text(boxesPath) ?? '') : NO_BOXES;
  // Boxes that another program drew in another language of its own are not touched.
  if (!/<xml\s[^>]*xmlns:v=[^>]*xmlns:x=/.test(drawn)) return;
  const textsPath = texts?.path ?? parts.free((number) => `xl/comments${number}.xml`);
  const part = XmlPart.parse(
    texts
      ? (parts.text(textsPath) ?? '')
      : `${HEAD}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`,
  );
  const authors = XmlPart.parse(part.get('authors') ?? '<authors></authors>');
  const list = XmlPart.parse(part.get('commentList') ?? '<commentList></commentList>');
  const taken = new Set(list.elements.map((xml) => tagOf(xml).get('ref')));
  const added = notes.filter(({ cell }) => !taken.has(cell) && taken.add(cell));
  if (!added.length) return;
  for (const { cell, text } of added) {
    const words = escapeXml(cellText(`${NOTE_HEADING}\n${text}`));
    list.append(
      `<comment ref="${cell}" authorId="${authors.size}"><text><r><t xml:space="preserve">${words}</t></r></text></comment>`,
    );
  }
  authors.append(AUTHOR);
  part.set('authors', [authors.toString()], ORDER);
  part.set('commentList', [list.toString()], ORDER);
  parts.put(textsPath, part.toString(), COMMENTS_TYPE);
  if (!texts) parts.relate(sheet.path, 'comments', textsPath);
  const numbers = [...drawn.matchAll(/"_x0000_s(\d+)"/g)].map(([, number]) => Number(number));
  const first = Math.max(1024 * (sheet.index + 1), ...numbers) + 1;
  const drawnNotes = added.map((note, index) => boxXml(note, first + index)).join('');
  parts.put(
    boxesPath,
    drawn.replace(/<\/xml>\s*$/, (end) => drawnNotes + end),
  );
  parts.nameExtension('vml', BOXES_TYPE);
  if (boxes) return;
  const id = parts.relate(sheet.path, 'vmlDrawing', boxesPath);
  file.sheetPart(sheet).set('legacyDrawing', [`<legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`], SHEET_ORDER);
}

/** Takes all notes of marks away. */
export function removeNotes(file: WorkbookFile, sheet: FileSheet): void {
  const { parts } = file;
  const { texts, boxes } = placesOf(file, sheet);
  const xml = texts && parts.text(texts.path);
  if (!xml?.includes(NOTE_HEADING)) return;
  const part = XmlPart.parse(xml);
  const list = XmlPart.parse(part.get('commentList') ?? '<commentList></commentList>');
  const ours = list.elements.filter(isOurs);
  const others = list.elements.filter((each) => !isOurs(each));
  const cells = new Set(ours.map((each) => tagOf(each).get('ref')));
  if (others.length) {
    list.set('comment', others, []);
    part.set('commentList', [list.toString()], ORDER);
    const authors = XmlPart.parse(part.get('authors') ?? '<authors></authors>');
    const last = authors.size - 1;
    if (authors.elements.at(-1) === AUTHOR && !others.some((each) => each.includes(`authorId="${last}"`))) {
      authors.remove(last);
      part.set('authors', [authors.toString()], ORDER);
    }
    parts.put(texts!.path, part.toString());
  } else {
    parts.unrelate(sheet.path, texts!.id);
    parts.remove(texts!.path);
  }
  if (!boxes) return;
  const drawn = (parts.text(boxes.path) ?? '').replace(BOX, (box) => (cells.has(cellOf(box)) ? '' : box));
  if (!isEmpty(drawn)) parts.put(boxes.path, drawn);
  else {
    parts.unrelate(sheet.path, boxes.id);
    parts.remove(boxes.path);
    file.sheetPart(sheet).set('legacyDrawing', [], SHEET_ORDER);
  }
}

/** A drawing in which nothing is drawn: at most what is needed for it. */
function isEmpty(drawn: string): boolean {
  return !/<v:(?!shapetype\b|stroke\b|path\b|formulas\b|f\b)\w/.test(drawn);
}

function isOurs(comment: string): boolean {
  const text = [...comment.matchAll(/<t(?:\s[^>]*)?>([^<]*)</g)].map(([, words]) => unescapeXml(words)).join('');
  return text.trimStart().startsWith(NOTE_HEADING);
}

function cellOf(box: string): string | undefined {
  const [row, column] = ['Row', 'Column'].map((name) => new RegExp(`<x:${name}>\\s*(\\d+)\\s*<`).exec(box)?.[1]);
  return row === undefined || column === undefined ? undefined : cellAddress(Number(row), Number(column));
}

function boxXml({ row, column }: CellNote, number: number): string {
  const anchor = [column + 1, 15, Math.max(0, row - 1), 4, column + 4, 15, row + 6, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
