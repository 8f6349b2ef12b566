import { HostError } from '../../workbook/host';
import { ownName } from '../../workbook/own-name';
import { quotedSheet } from '../../workbook/rename-sheets';
import { CellStyles } from './cell-styles';
import { checkPackage, findWorkbook } from './check-package';
import { CONTENT, HEAD, MAIN, OFFICE } from './namespaces';
import { ownKeys } from './own-names';
import { OfficePackage } from './office-package';
import { recognise } from './recognise';
import { attributes, escapeXml, isTrue, tagOf } from './xml';
import { unusual, XmlPart } from './xml-part';
import { Zip } from './zip';

const ORDER = [
  ...['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups'],
  ...['externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches'],
];
/** An engine from which on Excel does not compute everything anew as it opens a file. */
const ENGINE = 191029;

/** A worksheet of the file. */
export interface FileSheet {
  name: string;
  key?: string;
  hidden: boolean;
  path: string;
  /** Its place among all sheets, from 0. */
  index: number;
}

/** An .xlsx file that is being changed; nothing outside it changes before its bytes are kept. */
export class WorkbookFile {
  readonly parts: OfficePackage;
  private readonly path: string;
  private readonly workbook: XmlPart;
  private readonly sheetParts = new Map<string, XmlPart>();
  private readonly stylesPath: string;
  private cellStyles: CellStyles | undefined;

  /**
   * @param isBlank the file has no sheet yet
   * @throws HostError or UnreadableFile for what cannot be written to
   */
  constructor(bytes: Uint8Array, isBlank = false) {
    if (recognise(bytes) !== 'zip') {
      throw new HostError('旧格式（.xls）的工作簿不能写入。请用Excel或WPS打开后另存为.xlsx，再重试。');
    }
    const zip = new Zip(bytes);
    if (!isBlank) checkPackage(zip);
    this.path = findWorkbook(zip);
    this.parts = new OfficePackage(bytes);
    this.workbook = XmlPart.parse(this.parts.text(this.path)!);
    if (this.workbook.attribute('xmlns') !== MAIN) throw unusual();
    const styles = this.parts.relations(this.path).find(({ type }) => type === 'styles');
    if (!styles) throw unusual();
    this.stylesPath = styles.path;
  }

  get sheets(): FileSheet[] {
    const keys = ownKeys(this.workbook.toString());
    const relations = this.parts.relations(this.path);
    return this.sheetList().elements.flatMap((xml, index): FileSheet[] => {
      const given = attributes(xml);
      const relation = relations.find(({ id }) => id === given.get('id'));
      const name = given.get('name') ?? '';
      const hidden = ['hidden', 'veryHidden'].includes(given.get('state') ?? '');
      return relation?.type === 'worksheet' ? [{ name, key: keys.get(name), hidden, path: relation.path, index }] : [];
    });
  }

  /** The names of all sheets, charts that are sheets included. */
  get sheetNames(): string[] {
    return this.sheetList().elements.map((xml) => attributes(xml).get('name') ?? '');
  }

  get isProtected(): boolean {
    return isTrue(attributes(this.workbook.get('workbookProtection') ?? '').get('lockStructure'));
  }

  get styles(): CellStyles {
    return (this.cellStyles ??= new CellStyles(this.parts.text(this.stylesPath) ?? ''));
  }

  /** A sheet's part, to be changed. */
  sheetPart({ path }: FileSheet): XmlPart {
    let part = this.sheetParts.get(path);
    if (!part) {
      part = XmlPart.parse(this.parts.text(path) ?? '');
      if (part.attribute('xmlns') !== MAIN) throw unusual();
      this.sheetParts.set(path, part);
    }
    return part;
  }

  /** Adds an empty sheet behind all others. */
  addSheet(name: string, state: 'visible' | 'hidden' | 'veryHidden'): FileSheet {
    const path = this.parts.free((number) => `xl/worksheets/sheet${number}.xml`);
    const xml = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData/></worksheet>`;
    this.parts.put(path, xml, `${CONTENT}.worksheet+xml`);
    const id = this.parts.relate(this.path, 'worksheet', path);
    const list = this.sheetList();
    const numbers = list.elements.map((each) => Number(attributes(each).get('sheetId')) || 0);
    const shown = state === 'visible' ? '' : ` state="${state}"`;
    list.append(
      `<sheet name="${escapeXml(name)}" sheetId="${Math.max(0, ...numbers) + 1}"${shown} xmlns:r="${OFFICE}" r:id="${id}"/>`,
    );
    this.workbook.set('sheets', [list.toString()], ORDER);
    return { name, hidden: state !== 'visible', path, index: list.size - 1 };
  }

  /** Lets a sheet be known by its key, whatever people call it. */
  setKey({ name }: FileSheet, key: string): void {
    this.setName(ownName(key), undefined, `${quotedSheet(name)}!$1:$1048576`, true);
  }

  /** Gives a name a meaning; undefined takes the name away. */
  setName(name: string, sheet: FileSheet | undefined, meaning: string | undefined, hidden = false): void {
    const list = XmlPart.parse(this.workbook.get('definedNames') ?? '<definedNames></definedNames>');
    const scope = sheet && String(sheet.index);
    const at = list.elements.findIndex((xml) => {
      const given = tagOf(xml);
      return given.get('name') === name && given.get('localSheetId') === scope;
    });
    if (meaning !== undefined) {
      const local = `${scope === undefined ? '' : ` localSheetId="${scope}"`}${hidden ? ' hidden="1"' : ''}`;
      const xml = `<definedName name="${escapeXml(name)}"${local}>${escapeXml(meaning)}</definedName>`;
      list.replace(at < 0 ? list.size : at, at >= 0, xml);
    } else if (at >= 0) list.remove(at);
    this.workbook.set('definedNames', list.size ? [list.toString()] : [], ORDER);
  }

  /** Formulas were changed: what the file knows of their order is void, and figures must not be lost on opening. */
  formulasChanged(): void {
    const chain = this.parts.relations(this.path).find(({ type }) => type === 'calcChain');
    if (chain) {
      this.parts.remove(chain.path);
      this.parts.unrelate(this.path, chain.id);
    }
    const settings = XmlPart.parse(this.workbook.get('calcPr') ?? '<calcPr/>');
    if (Number(settings.attribute('calcId') ?? 0) >= ENGINE) return;
    settings.setAttribute('calcId', String(ENGINE));
    this.workbook.set('calcPr', [settings.toString()], ORDER);
  }

  /** The sheet that is shown when the file is opened. */
  show({ index }: FileSheet): void {
    const views = XmlPart.parse(this.workbook.get('bookViews') ?? '<bookViews><workbookView/></bookViews>');
    const [first, ...others] = views.elements;
    const view = XmlPart.parse(first);
    view.setAttribute('activeTab', String(index));
    views.set('workbookView', [view.toString(), ...others], []);
    this.workbook.set('bookViews', [views.toString()], ORDER);
  }

  bytes(): Uint8Array {
    for (const [path, part] of this.sheetParts) this.keep(path, part.toString());
    if (this.cellStyles) this.keep(this.stylesPath, this.cellStyles.toString());
    this.keep(this.path, this.workbook.toString());
    return this.parts.bytes();
  }

  private keep(path: string, text: string): void {
    if (this.parts.text(path) !== text) this.parts.put(path, text);
  }

  private sheetList(): XmlPart {
    return XmlPart.parse(this.workbook.get('sheets') ?? '<sheets></sheets>');
  }
}
