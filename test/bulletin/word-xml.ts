import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** What a Word file holds, for tests to look into. */
export type Node = { [name: string]: unknown };

export const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
});

/** All elements of a name, anywhere below. */
export function all(node: unknown, name: string): Node[] {
  if (Array.isArray(node)) return node.flatMap((child) => all(child, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === name ? ([value].flat() as Node[]) : []),
    ...all(value, name),
  ]);
}

/** The text of a paragraph. */
export function textOf(paragraph: Node): string {
  return all(paragraph, 'w:t')
    .map((text) => (typeof text === 'object' ? String(text['#text'] ?? '') : String(text)))
    .join('');
}

/** Texts of the document's paragraphs in their order: what is parsed is grouped by name. */
export function textsInOrder(document: string): string[] {
  return document
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^[^>]*>/, '')).join(''));
}

export interface WordFile {
  files: Record<string, Uint8Array>;
  xml(name: string): string;
  document: Node;
  styles: Node;
  /** A style by its id. */
  style(id: string): Node;
}

/** Opens a Word file and checks that each of its parts is well-formed and every relationship leads somewhere. */
export function openWord(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes);
  const xml = (name: string) => strFromU8(files[name]);
  for (const name of Object.keys(files).filter((file) => /\.(xml|rels)$/.test(file))) {
    expect(XMLValidator.validate(xml(name))).toBe(true);
  }
  const document = PARSER.parse(xml('word/document.xml')) as Node;
  const relations = all(PARSER.parse(xml('word/_rels/document.xml.rels')), 'Relationship');
  for (const [, id] of xml('word/document.xml').matchAll(/\br:(?:id|embed)="([^"]+)"/g)) {
    const target = relations.find((relation) => relation.Id === id)?.Target;
    expect(Object.keys(files)).toContain(`word/${String(target)}`);
  }
  const styles = PARSER.parse(xml('word/styles.xml')) as Node;
  const ids = all(styles, 'w:style').map((style) => style['w:styleId']);
  for (const [, id] of xml('word/document.xml').matchAll(/<w:[pr]Style w:val="([^"]+)"/g)) expect(ids).toContain(id);
  return {
    files,
    xml,
    document,
    styles,
    style: (id) => all(styles, 'w:style').find((style) => style['w:styleId'] === id)!,
  };
}
