import { strToU8, zipSync } from 'fflate';
import { Budget } from './budget';
import { LIMITS } from './limits';
import { CONTENT, CONTENT_TYPES, MAIN, OFFICE, RELATIONS } from './namespaces';
import { ownKeys } from './own-names';
import { relationsIn, relationsPath, type Relation } from './relations';
import { checkSheet, type CheckedSheet } from './sheet-xml';
import { numberFormatsOnly } from './styles-xml';
import { damaged, UnreadableFile } from './unreadable';
import { decodeXml, elements, inside, isTrue } from './xml';
import type { Zip } from './zip';

/** An .xlsx workbook, checked, and written anew with nothing in it but what is read. */
export interface CheckedPackage {
  /** A small .xlsx for the library to parse; its sheets are named 1, 2, 3 … in the order of `sheets`. */
  bytes: Uint8Array;
  date1904: boolean;
  sheets: (Omit<CheckedSheet, 'sheetData'> & { name: string; key?: string; hidden: boolean })[];
}

/**
 * Finds the parts that hold cells, checks them, and packs them anew. The library then never sees the file as it
 * came: not its pictures, names, links and macros, and not the places where it would read them otherwise than we do.
 */
export function checkPackage(zip: Zip): CheckedPackage {
  const workbookPath = findWorkbook(zip);
  const workbook = readXml(zip, workbookPath);
  const relations = readRelations(zip, workbookPath);
  const parts: Record<string, string> = {};
  const sheets: CheckedPackage['sheets'] = [];
  const budget = new Budget();
  const keys = ownKeys(workbook);
  const listed = elements(inside(workbook, 'sheets') ?? '', 'sheet', LIMITS.sheets);
  if (listed.length === 0) throw damaged();
  for (const sheet of listed) {
    const relation = relations.find((each) => each.id === sheet.get('id'));
    if (!relation) throw damaged();
    if (relation.type !== 'worksheet') continue;
    const { sheetData, ...frame } = checkSheet(readXml(zip, relation.path), budget);
    sheets.push({
      ...frame,
      name: sheet.get('name') ?? '',
      key: keys.get(sheet.get('name') ?? ''),
      hidden: ['hidden', 'veryHidden'].includes(sheet.get('state') ?? ''),
    });
    parts[`xl/worksheets/sheet${sheets.length}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`;
  }
  const styles = relations.find((each) => each.type === 'styles');
  if (styles) parts['xl/styles.xml'] = numberFormatsOnly(readXml(zip, styles.path));
  const strings = relations.find((each) => each.type === 'sharedStrings');
  if (strings) parts['xl/sharedStrings.xml'] = sharedStrings(zip, strings.path);
  const date1904 = elements(workbook, 'workbookPr', 10).some((properties) => isTrue(properties.get('date1904')));
  return { bytes: pack(parts, sheets.length, date1904), date1904, sheets };
}

/** The path of the part that lists the sheets. */
export function findWorkbook(zip: Zip): string {
  const main = readRelations(zip, '').find((each) => each.type === 'officeDocument');
  const path = main?.path ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(path)) throw otherKind('Excel二进制工作簿（.xlsb）');
  if (zip.has('word/document.xml')) throw otherKind('Word文档');
  if (zip.has('ppt/presentation.xml')) throw otherKind('演示文稿');
  if (zip.has('content.xml')) throw otherKind('OpenDocument文档');
  if (!zip.has(path)) throw otherKind('压缩包');
  return path;
}

function otherKind(kind: string): UnreadableFile {
  return new UnreadableFile(
    `这是${kind}，不是.xlsx工作簿。`,
    kind === '压缩包' ? '请解压后逐个报送其中的Excel文件。' : '请用Excel或WPS打开后另存为.xlsx，再重新报送。',
  );
}

function sharedStrings(zip: Zip, path: string): string {
  const xml = readXml(zip, path, LIMITS.strings);
  // The library loses count at a self-closed item; few files have one, and most are long.
  return !/si\s*\/>/.test(xml) ? xml : xml.replace(/<((?:[\w.-]+:)?si)\s*\/>/g, '<$1></$1>');
}

function readXml(zip: Zip, path: string, limit = LIMITS.unpacked): string {
  const bytes = zip.read(path, limit);
  if (!bytes) throw damaged();
  return decodeXml(bytes);
}

/** The relations of a part, or with '' those of the whole package. */
function readRelations(zip: Zip, part: string): Relation[] {
  const bytes = zip.read(relationsPath(part), LIMITS.unpacked);
  return bytes ? relationsIn(decodeXml(bytes), part) : [];
}

function pack(parts: Record<string, string>, sheetCount: number, date1904: boolean): Uint8Array {
  const numbers = Array.from({ length: sheetCount }, (_, i) => i + 1);
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const hasStyles = 'xl/styles.xml' in parts;
  const hasStrings = 'xl/sharedStrings.xml' in parts;
  const all: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${CONTENT_TYPES}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      override('xl/workbook.xml', 'sheet.main') +
      numbers.map((n) => override(`xl/worksheets/sheet${n}.xml`, 'worksheet')).join('') +
      (hasStyles ? override('xl/styles.xml', 'styles') : '') +
      (hasStrings ? override('xl/sharedStrings.xml', 'sharedStrings') : '') +
      '</Types>',
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>` +
      numbers.map((n) => `<sheet name="${n}" sheetId="${n}" r:id="s${n}"/>`).join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${RELATIONS}">` +
      numbers.map((n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('') +
      (hasStyles ? relation('styles', 'styles', 'styles.xml') : '') +
      (hasStrings ? relation('strings', 'sharedStrings', 'sharedStrings.xml') : '') +
      '</Relationships>',
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, xml]) => [path, strToU8(xml)])), { level: 0 });
}
