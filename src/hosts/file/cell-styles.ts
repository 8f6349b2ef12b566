import { BORDER, LOOKS, type CellLook } from '../../workbook/looks';
import { MARK_FILLS } from '../../workbook/marks';
import type { CellMark } from '../../workbook/host';
import type { StyleName } from '../../workbook/planned-write';
import { elements, escapeXml } from './xml';
import { XmlPart } from './xml-part';

/** The children of a styles part in the order of the format. */
const ORDER = [
  ...['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
  ...['colors', 'extLst'],
];
/** Formats that the file format has numbers for. */
const NUMBERED = new Map(Object.entries({ General: 0, '0': 1, '0.00': 2, '0%': 9, '0.00%': 10, '@': 49 }));
/** Numbers below are the program's own. */
const FIRST_OWN_FORMAT = 164;
const SIDES = ['left', 'right', 'top', 'bottom'];
const MARKS = Object.entries(MARK_FILLS).map(
  ([severity, colour]) =>
    [
      severity as CellMark['severity'],
      `<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor rgb="FF${colour}"/></patternFill></fill></dxf>`,
    ] as const,
);

/** The looks of a workbook's cells. What is there is used again; the rest is added behind it, so that no number changes. */
export class CellStyles {
  private readonly part: XmlPart;
  private readonly known = new Map<string, number>();

  constructor(xml: string) {
    this.part = XmlPart.parse(xml);
  }

  /** The number of a look; undefined for a cell without one. */
  of(style: StyleName | undefined, format: string | undefined): number | undefined {
    if (!style && !format) return undefined;
    const key = `${style ?? ''} ${format ?? ''}`;
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.add(style && LOOKS[style], format);
      this.known.set(key, number);
    }
    return number;
  }

  /** The number of a look that is like another, but shows numbers as they are and not as texts. */
  forNumbers(style: number): number {
    const xf = this.items('cellXfs')[style];
    const format = Number(elements(xf ?? '', 'xf', 1)[0]?.get('numFmtId') ?? 0);
    return format === NUMBERED.get('@') ? this.item('cellXfs', xf.replace(/numFmtId="\d+"/, 'numFmtId="0"')) : style;
  }

  /** The number of a mark's fill, as conditional formats need it. */
  mark(severity: CellMark['severity']): number {
    return this.item('dxfs', MARKS.find(([name]) => name === severity)![1]);
  }

  /** Takes the fills of marks away where no other would get another number by that. */
  withoutMarks(): void {
    const xml = this.part.get('dxfs');
    const items = xml ? XmlPart.parse(xml) : undefined;
    const before = items?.size;
    while (items?.size && MARKS.some(([, dxf]) => dxf === items.elements.at(-1))) items.remove(items.size - 1);
    if (items && items.size !== before) this.setItems('dxfs', items);
  }

  toString(): string {
    return this.part.toString();
  }

  private add(look: CellLook | undefined, format: string | undefined): number {
    const font = look ? this.item('fonts', fontXml(look)) : 0;
    const fill = look?.fill ? this.item('fills', fillXml(look.fill)) : 0;
    const border = look?.border ? this.item('borders', BORDERS) : 0;
    const numbers = this.format(format ?? look?.format ?? 'General');
    const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
    const base = `<xf numFmtId="${numbers}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}`;
    return this.item('cellXfs', look ? `${base}>${alignmentXml(look)}</xf>` : `${base}/>`);
  }

  private format(code: string): number {
    const numbered = NUMBERED.get(code);
    if (numbered !== undefined) return numbered;
    const all = this.items('numFmts').map((xml) => elements(xml, 'numFmt', 1)[0]);
    const same = all.find((each) => each?.get('formatCode') === code);
    if (same) return Number(same.get('numFmtId'));
    const number = Math.max(FIRST_OWN_FORMAT - 1, ...all.map((each) => Number(each?.get('numFmtId')) || 0)) + 1;
    this.item('numFmts', `<numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`);
    return number;
  }

  private items(list: string): string[] {
    const xml = this.part.get(list);
    return xml ? XmlPart.parse(xml).elements : [];
  }

  /** The number of an item of a list, which is added if it is not there. */
  private item(list: string, xml: string): number {
    const items = XmlPart.parse(this.part.get(list) ?? `<${list} count="0"></${list}>`);
    const at = items.elements.indexOf(xml);
    if (at >= 0) return at;
    items.append(xml);
    this.setItems(list, items);
    return items.size - 1;
  }

  private setItems(list: string, items: XmlPart): void {
    items.setAttribute('count', String(items.size));
    this.part.set(list, [items.toString()], ORDER);
  }
}

function fontXml({ font, size, bold, underline, colour }: CellLook): string {
  const shown = `${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>`;
  const painted = colour ? `<color rgb="FF${colour}"/>` : '';
  return `<font>${shown}${painted}<name val="${font}"/><family val="3"/><charset val="134"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const BORDERS = `<border>${SIDES.map((side) => `<${side} style="thin"><color rgb="FF${BORDER}"/></${side}>`).join('')}<diagonal/></border>`;

function alignmentXml({ horizontal, vertical, wrap }: CellLook): string {
  return `<alignment horizontal="${horizontal}" vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}/>`;
}
