import { FileChild, ImportedXmlComponent } from 'docx';
import { PAGE } from './page';

/** Page setup as a template has it (w:sectPr): kept verbatim but for what an annex must have its own way. */

const MM_PER_TWIP = 25.4 / 1440;

function attribute(xml: string, element: string, name: string): number | undefined {
  const tag = new RegExp(`<w:${element}\\b[^>]*`).exec(xml)?.[0] ?? '';
  const value = Number(new RegExp(`\\bw:${name}="(-?\\d+)"`).exec(tag)?.[1] ?? NaN);
  return Number.isNaN(value) ? undefined : value;
}

function withAttributes(xml: string, element: string, values: Record<string, number | string | undefined>): string {
  return xml.replace(new RegExp(`<w:${element}\\b[^>]*?(?=\\s*/?>)`), (tag) =>
    Object.entries(values).reduce((changed, [name, value]) => {
      if (value === undefined) return changed;
      const present = new RegExp(`\\bw:${name}="[^"]*"`);
      return present.test(changed)
        ? changed.replace(present, `w:${name}="${value}"`)
        : `${changed} w:${name}="${value}"`;
    }, tag),
  );
}

function millimetres(section: string, element: string, name: string, otherwise: number): number {
  const twips = attribute(section, element, name);
  return twips === undefined ? otherwise : twips * MM_PER_TWIP;
}

/** Width of the text in millimetres. */
export function textWidth(section: string): number {
  return (
    millimetres(section, 'pgSz', 'w', PAGE.width) -
    millimetres(section, 'pgMar', 'left', PAGE.left) -
    millimetres(section, 'pgMar', 'right', PAGE.right) -
    millimetres(section, 'pgMar', 'gutter', 0)
  );
}

/** Height of the text in millimetres. */
export function textHeight(section: string): number {
  // A negative margin is one that no header or footer pushes away.
  return (
    millimetres(section, 'pgSz', 'h', PAGE.height) -
    Math.abs(millimetres(section, 'pgMar', 'top', PAGE.top)) -
    Math.abs(millimetres(section, 'pgMar', 'bottom', PAGE.bottom))
  );
}

/** The section of an annex: it starts a page, and counts on from the page before it. */
export function annexSection(section: string, wide: boolean): string {
  const following = section
    .replace(/<w:(?:type|titlePg)\b[^>]*\/>/g, '')
    .replace(/(<w:pgNumType\b[^>]*?)\s+w:start="[^"]*"/, '$1');
  return wide ? turned(following) : following;
}

/** What stands before the type of a section, and what stands behind its mark for a first page of its own. */
const BEFORE_TYPE = /^<w:sectPr\b[^>]*>(?:\s*<w:(?:headerReference|footerReference)\b[^>]*\/>)*/;
const BEHIND_TITLE = /(?=<w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings)\b|<\/w:sectPr>)/;

/**
 * The section of the imprint: the next even page, which is the back of the last sheet. It has no number, nor has the empty
 * page that may come before it; a template with a first page of its own would show that there, and keeps the number.
 */
export function imprintSection(section: string): string {
  const opened = annexSection(section, false).replace(/^<w:sectPr\b([^>]*)\/>$/, '<w:sectPr$1></w:sectPr>');
  const even = opened.replace(BEFORE_TYPE, (start) => `${start}<w:type w:val="evenPage"/>`);
  return /w:type="first"/.test(even) ? even : even.replace(BEHIND_TITLE, '<w:titlePg/>');
}

/** An upright page turned on its side, the edge that it is bound at on top. */
function turned(section: string): string {
  const [width, height] = [attribute(section, 'pgSz', 'w'), attribute(section, 'pgSz', 'h')];
  if (width === undefined || height === undefined || width >= height) return section;
  const [top, right, bottom, left, footer] = ['top', 'right', 'bottom', 'left', 'footer'].map((name) =>
    attribute(section, 'pgMar', name),
  );
  const lifted = footer === undefined || bottom === undefined ? undefined : (right ?? bottom) - (bottom - footer);
  const size = withAttributes(section, 'pgSz', { w: height, h: width, orient: 'landscape' });
  return withAttributes(size, 'pgMar', {
    top: left,
    right: top,
    bottom: right,
    left: bottom,
    footer: lifted === undefined ? undefined : Math.max(0, lifted),
  });
}

/** The paragraph that ends a section and holds its page setup; as low as can be, so that it never needs a page. */
export class SectionEnd extends FileChild {
  constructor(section: string) {
    super('w:p');
    const spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
    this.root.push(ImportedXmlComponent.fromXmlString(`<w:pPr>${spacing}${section}</w:pPr>`));
  }
}
