import { HostError } from '../../workbook/host';

interface Child {
  name: string;
  /** What stands between the child before and this one. */
  gap: string;
  xml: string;
}

const TAG = /<(?:(\/?)([\w:.-]+)[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|!--[^]*?-->|!\[CDATA\[[^]*?\]\]>)/g;

/**
 * An XML element as its children, each in its own words: what is not changed is written as it was, whatever it is.
 * Only children that bear the given names are understood by whoever uses it.
 */
export class XmlPart {
  private constructor(
    private head: string,
    private children: Child[],
    private tail: string,
  ) {}

  /**
   * @param prefixed the element's name where it has a prefix, which Excel gives to drawings only
   * @throws HostError for an element in a form that only few programs write
   */
  static parse(xml: string, prefixed?: string): XmlPart {
    const open = /^[^]*?<([A-Za-z_][\w.:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/.exec(
      xml.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, blank),
    );
    if (!open || (open[1].includes(':') && open[1] !== prefixed)) throw unusual();
    const head = xml.slice(0, open[0].length);
    if (open[2]) return new XmlPart(head.replace(/\/>$/, '>'), [], `</${open[1]}>${xml.slice(head.length)}`);
    const children: Child[] = [];
    let [depth, gapFrom, childFrom] = [0, head.length, 0];
    let name = '';
    TAG.lastIndex = head.length;
    for (let match = TAG.exec(xml); match; match = TAG.exec(xml)) {
      const [tag, closing, tagName] = match;
      if (tagName === undefined) continue;
      if (closing) {
        if (depth === 0) return new XmlPart(head, children, xml.slice(gapFrom));
        depth -= 1;
      } else {
        if (depth === 0) [name, childFrom] = [tagName, match.index];
        if (!tag.endsWith('/>')) depth += 1;
      }
      if (depth > 0) continue;
      const end = match.index + tag.length;
      children.push({ name, gap: xml.slice(gapFrom, childFrom), xml: xml.slice(childFrom, end) });
      gapFrom = end;
    }
    throw unusual();
  }

  /** The children of a name, in their order. */
  all(name: string): string[] {
    return this.children.filter((child) => child.name === name).map(({ xml }) => xml);
  }

  /** The first child of a name; undefined when there is none. */
  get(name: string): string | undefined {
    return this.all(name)[0];
  }

  /** All children, in their order. */
  get elements(): string[] {
    return this.children.map(({ xml }) => xml);
  }

  append(xml: string): void {
    this.children.push({ name: /^<([\w:.-]+)/.exec(xml)![1], gap: '', xml });
  }

  /** Puts an element at a place among the children, before the one there or instead of it. */
  replace(at: number, instead: boolean, xml: string): void {
    const name = /^<([\w:.-]+)/.exec(xml)![1];
    this.children.splice(at, instead ? 1 : 0, { name, gap: instead ? this.children[at].gap : '', xml });
  }

  remove(at: number): void {
    this.children.splice(at, 1);
  }

  /**
   * Puts children of a name in place of those that there are; one that is among both stays where it is.
   * @param order the names of all children in the order that the format wants; new ones go where it says
   */
  set(name: string, elements: string[], order: readonly string[]): void {
    const before = this.all(name);
    if (before.length === elements.length) {
      let next = 0;
      for (const child of this.children) if (child.name === name) child.xml = elements[next++];
      return;
    }
    const rank = order.indexOf(name);
    const comesBefore = (child: Child) => order.includes(child.name) && order.indexOf(child.name) < rank;
    const first = this.children.findIndex((child) => child.name === name);
    const left = [...elements];
    const kept = this.children.filter((child) => {
      const at = child.name === name ? left.indexOf(child.xml) : 0;
      if (child.name === name && at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    const last = kept.reduce((at, child, i) => (child.name === name ? i + 1 : at), 0);
    const following = kept.reduce((at, child, i) => (comesBefore(child) ? i + 1 : at), 0);
    const at = last || (first >= 0 ? first : following);
    kept.splice(at, 0, ...left.map((xml) => ({ name, gap: '', xml })));
    this.children = kept;
  }

  /** An attribute of the element itself. */
  attribute(name: string): string | undefined {
    return new RegExp(`\\s${name}="([^"]*)"`).exec(this.head)?.[1];
  }

  setAttribute(name: string, value: string): void {
    const given = new RegExp(`(\\s${name}=")[^"]*(")`);
    this.head = given.test(this.head)
      ? this.head.replace(given, (_, before: string, end: string) => before + value + end)
      : this.head.replace(/>$/, () => ` ${name}="${value}">`);
  }

  get size(): number {
    return this.children.length;
  }

  toString(): string {
    return this.head + this.children.map(({ gap, xml }) => gap + xml).join('') + this.tail;
  }
}

const blank = (text: string) => ' '.repeat(text.length);

/** What is said of a file that is fine, but not written as Excel and WPS write it. */
export function unusual(): HostError {
  return new HostError('工作簿的写法少见，不能直接改写。请用Excel或WPS打开后另存为.xlsx，再重试。');
}
