import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A written Office file as its parts, each of them well-formed XML. */
export function xmlParts(file: Uint8Array): { [path: string]: string } {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
  for (const [path, xml] of Object.entries(parts)) {
    const valid = XMLValidator.validate(xml);
    if (valid !== true) throw new Error(`${path}: ${valid.err.msg} in line ${valid.err.line}`);
    const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/u.exec(xml);
    if (bad) throw new Error(`${path}: no character of XML at ${bad.index}`);
  }
  return parts;
}

const PARSER = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false, preserveOrder: true });

type Node = { [tag: string]: Node[] | string };

/** Everything that stands between tags of this name, entities resolved. */
export function contentOf(xml: string, tag: string): string[] {
  const found: string[] = [];
  const textIn = (nodes: Node[]): string =>
    nodes
      .map((node) => (typeof node['#text'] === 'string' ? node['#text'] : Object.values(node).map(deep).join('')))
      .join('');
  const deep = (value: Node[] | string): string => (Array.isArray(value) ? textIn(value) : '');
  const visit = (nodes: Node[]): void => {
    for (const node of nodes) {
      for (const [name, children] of Object.entries(node)) {
        if (!Array.isArray(children)) continue;
        if (name === tag) found.push(textIn(children));
        else visit(children);
      }
    }
  };
  visit(PARSER.parse(xml) as Node[]);
  return found;
}

/** The formulas of a sheet. */
export function formulasOf(xml: string): string[] {
  return [...xml.matchAll(/<f(?:\s[^>]*)?>([^<]*)</g)].map(([, formula]) => formula);
}

/** Names of all tags, each once. */
export function tagsOf(xml: string): Set<string> {
  return new Set([...xml.matchAll(/<([A-Za-z][\w:.-]*)/g)].map(([, name]) => name));
}
