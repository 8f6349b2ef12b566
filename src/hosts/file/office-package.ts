import { strFromU8, strToU8 } from 'fflate';
import { LIMITS } from './limits';
import { HEAD, OFFICE, RELATIONS } from './namespaces';
import { packPart, packZip } from './pack-zip';
import { relationsIn, relationsPath, relativePath, type Relation } from './relations';
import { attributes, escapeXml } from './xml';
import { XmlPart } from './xml-part';
import { partKey, Zip, type PackedPart } from './zip';

const TYPES = '[Content_Types].xml';

/**
 * The parts of an Office file, some of which are changed. All others are written as they came, bit by bit: what nobody
 * here understands is not lost.
 */
export class OfficePackage {
  private readonly zip: Zip;
  /** Changed parts by their keys; undefined: taken out. */
  private readonly changed = new Map<string, { name: string; text: string | undefined }>();

  constructor(bytes: Uint8Array) {
    this.zip = new Zip(bytes);
  }

  has(path: string): boolean {
    const changed = this.changed.get(partKey(path));
    return changed ? changed.text !== undefined : this.zip.has(path);
  }

  /** A part's text; undefined when there is no such part. */
  text(path: string): string | undefined {
    const changed = this.changed.get(partKey(path));
    if (changed) return changed.text;
    const bytes = this.zip.read(path, LIMITS.unpacked);
    return bytes && strFromU8(bytes).replace(/^\ufeff/, '');
  }

  /** @param type of a new part: its content type */
  put(path: string, text: string, type?: string): void {
    if (type && !this.has(path)) {
      const override = `<Override PartName="/${path}" ContentType="${type}"/>`;
      this.editTypes((types) => types.set('Override', [...types.all('Override'), override], ['Default', 'Override']));
    }
    this.changed.set(partKey(path), { name: path, text });
  }

  /** Takes a part out, and with it what it links to by itself. */
  remove(path: string): void {
    this.changed.set(partKey(path), { name: path, text: undefined });
    if (this.has(relationsPath(path))) this.changed.set(partKey(relationsPath(path)), { name: '', text: undefined });
    const isOf = (xml: string) => partKey(attributes(xml).get('PartName') ?? '') === partKey(path);
    this.editTypes((types) =>
      types.set(
        'Override',
        types.all('Override').filter((xml) => !isOf(xml)),
        ['Default', 'Override'],
      ),
    );
  }

  /** Says what all parts are whose names end so, if nobody has said it. */
  nameExtension(extension: string, type: string): void {
    this.editTypes((types) => {
      const all = types.all('Default');
      if (all.some((xml) => attributes(xml).get('Extension')?.toLowerCase() === extension)) return;
      const added = `<Default Extension="${extension}" ContentType="${type}"/>`;
      types.set('Default', [...all, added], ['Default', 'Override']);
    });
  }

  /** The parts that a part links to. */
  relations(path: string): Relation[] {
    return relationsIn(this.text(relationsPath(path)) ?? '', path);
  }

  /** Links a part to another; gives the link's id. */
  relate(path: string, type: string, target: string): string {
    const links = this.links(path);
    const taken = new Set(links.all('Relationship').map((xml) => attributes(xml).get('Id')));
    let number = 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const link = `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(relativePath(path, target))}"/>`;
    links.set('Relationship', [...links.all('Relationship'), link], []);
    this.changed.set(partKey(relationsPath(path)), { name: relationsPath(path), text: links.toString() });
    return id;
  }

  /** Takes a link away. */
  unrelate(path: string, id: string): void {
    const links = this.links(path);
    const isOther = (xml: string) => attributes(xml).get('Id') !== id;
    links.set('Relationship', links.all('Relationship').filter(isOther), []);
    const text = links.size ? links.toString() : undefined;
    this.changed.set(partKey(relationsPath(path)), { name: relationsPath(path), text });
  }

  /** A path that no part has yet. */
  free(pathOf: (number: number) => string): string {
    let number = 1;
    while (this.has(pathOf(number))) number += 1;
    return pathOf(number);
  }

  /** The file with the changes in it. */
  bytes(): Uint8Array {
    const parts = new Map<string, PackedPart>();
    for (const name of this.paths()) {
      const changed = this.changed.get(partKey(name));
      parts.set(name, changed ? packPart(strToU8(changed.text!)) : this.zip.packed(name));
    }
    return packZip(parts);
  }

  private paths(): string[] {
    const there = this.zip.names().filter((name) => this.has(name));
    const added = [...this.changed.values()].filter(({ name, text }) => text !== undefined && !this.zip.has(name));
    return [...there, ...added.map(({ name }) => name)];
  }

  private links(path: string): XmlPart {
    return XmlPart.parse(
      this.text(relationsPath(path)) ?? `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`,
    );
  }

  private editTypes(edit: (types: XmlPart) => void): void {
    const types = XmlPart.parse(this.text(TYPES) ?? '');
    edit(types);
    this.changed.set(partKey(TYPES), { name: TYPES, text: types.toString() });
  }
}
