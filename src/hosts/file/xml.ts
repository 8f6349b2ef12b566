import { damaged, tooLarge, UnreadableFile } from './unreadable';

/**
 * The text of an XML part, in a plain form that a simple scan can trust: comments taken out, CDATA and numeric
 * references resolved, no document type. A document type has no place in a workbook and can be used to blow it up.
 */
export function decodeXml(bytes: Uint8Array): string {
  let xml = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (xml.includes('<!')) xml = withoutDeclarations(xml);
  // The five named references and the ASCII ones stay, so that markup stays markup.
  if (xml.includes('&#')) xml = xml.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, resolveReference);
  return xml;
}

/** Comments out, CDATA as plain text; anything else that begins with "<!" is refused. */
function withoutDeclarations(xml: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', from)) {
    pieces.push(xml.slice(from, at));
    const [open, close] = xml.startsWith('<!--', at) ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
    if (!xml.startsWith(open, at)) {
      throw new UnreadableFile(
        '文件内容中带有外部定义（DOCTYPE或ENTITY），正常的工作簿不会有，不予读取。',
        '请用Excel或WPS打开原文件并另存一份，再重新报送。',
      );
    }
    const end = xml.indexOf(close, at + open.length);
    if (end < 0) throw damaged();
    if (open !== '<!--') pieces.push(escapeXml(xml.slice(at + open.length, end)));
    from = end + close.length;
  }
  pieces.push(xml.slice(from));
  return pieces.join('');
}

function resolveReference(reference: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? parseInt(decimal!, 10) : parseInt(hex, 16);
  if (code > 0 && code < 128) return reference;
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declaration = String.fromCharCode(...bytes.subarray(0, 100));
  const label = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding=["']([\w.-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#x([0-9a-f]+)|#(\d+));/gi, (_, name, hex, decimal) =>
    name ? NAMED[name.toLowerCase()] : String.fromCodePoint(hex ? parseInt(hex, 16) : parseInt(decimal, 10)),
  );
}

/** Attributes by local name: r:id and id are both "id". */
export type Attributes = Map<string, string>;

/** The attributes of every element of a local name, in order, whatever its namespace prefix; at most so many. */
export function elements(xml: string, localName: string, limit: number): Attributes[] {
  const found: Attributes[] = [];
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${localName}(?=[\\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>`, 'g');
  for (const [, text] of xml.matchAll(pattern)) {
    if (found.length === limit) throw tooLarge();
    found.push(attributes(text));
  }
  return found;
}

/** The attributes in the text of a tag. */
export function attributes(text: string): Attributes {
  const found: Attributes = new Map();
  for (const [, name, double, single] of text.matchAll(/\s([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(name.slice(name.indexOf(':') + 1), unescapeXml(double ?? single));
  }
  return found;
}

/** The attributes of the element that a text begins with. */
export function tagOf(xml: string): Attributes {
  return attributes(/^<[^>]*>/.exec(xml)![0]);
}

/** What an element holds, its own tags left out; undefined when it is not there, '' when it is empty. */
export function inside(xml: string, localName: string): string | undefined {
  const open = new RegExp(`<((?:[\\w.-]+:)?${localName})(?=[\\s/>])[^<>]*?(/?)>`).exec(xml);
  if (!open) return undefined;
  if (open[2] === '/') return '';
  const from = open.index + open[0].length;
  const to = xml.lastIndexOf(`</${open[1]}>`);
  return to < from ? undefined : xml.slice(from, to);
}

/** XML's boolean: "1", "true" and "on" are true. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
