import type { Item, Section } from '../../rulebook/model';
import { itemByHead, sectionTitled } from '../items';
import type { Reading } from '../reading';

/** What one cell says of one of the items that it reports on. */
export interface ItemPart {
  item: Item;
  text: string;
}

/** The section that a row is about, when it names a section and no single item of it. */
export function sectionOfRow(reading: Reading, texts: string[]): Section | undefined {
  const section = texts.map((text) => sectionTitled(reading.rulebook, text)).find((one) => one);
  if (!section) return undefined;
  const others = texts.filter((text) => text !== '' && !sectionTitled(reading.rulebook, text)).join('\n');
  if (others === '') return section;
  const goals = others.split('\n').map((line) => itemByHead(section.items, headOf(line)));
  return new Set(goals.filter((item) => item)).size > 1 ? section : undefined;
}

const NUMBER = /^\s*[(（]?[\d一二三四五六七八九十]{1,3}\s*(?:[.、．)）]\s*)?(?:[(（]\s*\d{1,2}\s*[)）])?\s*[.、．]?\s*/;
const LONGEST_HEAD = 24;

/** The words that a paragraph begins with: its number taken off, up to a colon. */
function headOf(paragraph: string): string {
  const words = paragraph.replace(NUMBER, '');
  const colon = words.search(/(?<!\d)[:：]|[:：](?!\d)/);
  return words.slice(0, colon > 0 && colon <= LONGEST_HEAD ? colon : LONGEST_HEAD);
}

/**
 * A report on a whole section in one cell, cut into what it says of each item: a paragraph that begins with an item's
 * title speaks of it until the next such paragraph. Empty when fewer than two items are told apart.
 */
export function partsOf(section: Section, text: string): ItemPart[] {
  const parts: ItemPart[] = [];
  for (const paragraph of text.split(/\n|(?<=。)/)) {
    const head = headOf(paragraph);
    const item = /[:：]/.test(paragraph) ? itemByHead(section.items, head) : undefined;
    const last = parts[parts.length - 1];
    if (item)
      parts.push({ item, text: paragraph.slice(paragraph.indexOf(head) + head.length).replace(/^[:：]\s*/, '') });
    else if (last) last.text += `\n${paragraph}`;
  }
  return new Set(parts.map(({ item }) => item)).size > 1 ? parts : [];
}
