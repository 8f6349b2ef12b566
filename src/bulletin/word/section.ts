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

/** Width of the text in millimetres. */
export function textWidth(section: string): number {
  const inTwips = (element: string, name: string) => attribute(section, element, name);
  const millimetres = (twips: number | undefined, otherwise: number) =>
    twips === undefined ? otherwise : twips * MM_PER_TWIP;
  return (
    millimetres(inTwips('pgSz', 'w'), PAGE.width) -
    millimetres(inTwips('pgMar', 'left'), PAGE.left) -
    millimetres(inTwips('pgMar', 'right'), PAGE.right) -
    millimetres(inTwips('pgMar', 'gutter'), 0)
  );
}

/** The section of an annex: it starts a page, and counts on from the page before it. */
export function annexSection(section: string, wide: boolean): string {
  const following = section
    .replace(/<w:(?:type|titlePg)\b[^>]*\/>/g, '')
    .replace(/(<w:pgNumType\b[^>]*?)\s+w:start="[^"]*"/, '$1');
  return wide ? turned(following) : following;
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
