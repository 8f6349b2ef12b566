import type { Item, Rulebook, Section } from '../../rulebook/model';
import type { Line } from '../grid';
import { itemByHead, itemByReference, sectionInWords, sectionTitled } from '../items';
import type { Reading } from '../reading';
import type { Table } from '../tables';
import { bigrams, plainText, sharedPairs } from '../text';
import { itemsSpokenOf } from './item-finder';

/** What one cell says of one of the items that it reports on. */
export interface ItemPart {
  item: Item;
  text: string;
}

const SHORT_TITLE = /^\s*([一二三四五六七八])\s*[、.．]\s*(.{2,24}?)\s*[（(]\s*(\d{1,2})\s*分\s*[)）]\s*$/;

/** The section that a text names by its title, or by its number and points with a few of its words: 五、数据（4分）. */
function sectionNamed(rulebook: Rulebook, text: string): Section | undefined {
  const titled = sectionTitled(rulebook, text);
  const [, number, name = '', points] = titled ? [] : (SHORT_TITLE.exec(text) ?? []);
  if (number === undefined) return titled;
  const words = bigrams(plainText(name));
  return rulebook.sections.find(
    (section) =>
      section.title.startsWith(number) &&
      section.points === Number(points) &&
      sharedPairs(words, bigrams(plainText(section.title))) * 2 >= words.size,
  );
}

/** 二、持续推进政务服务规范化: a title with its number, which needs no points where it stands alone. */
const NUMBERED_TITLE = /^\s*([一二三四五六七八九十])\s*[、.．]\s*(\S.*)$/;

/**
 * The section that a line stands under: the one that it names and nothing else (三、推进政务服务便利化（38分） over the rows
 * of its items), none below a title that is no section's, else the one `before`.
 */
export function sectionAt(rulebook: Rulebook, { entries }: Line, before: Section | undefined): Section | undefined {
  const [first] = entries;
  if (!first || entries.some(({ text }) => text !== first.text)) return before;
  const named = sectionNamed(rulebook, first.text);
  const [, number = '', name = ''] = NUMBERED_TITLE.exec(first.text) ?? [];
  if (named || number === '') return named ?? before;
  const words = bigrams(plainText(name.replace(/[（(].*/, '')));
  return rulebook.sections.find(
    ({ title }) => title.startsWith(number) && sharedPairs(words, bigrams(plainText(title))) * 2 >= words.size,
  );
}

/** The section that a table's titles or its sheet's name speak of: 分表一 标准化. */
export function sectionOfTable(rulebook: Rulebook, { preamble, grid }: Table): Section | undefined {
  const titles = [...preamble.flatMap(({ entries }) => entries.map(({ text }) => text)).reverse(), grid.sheet.name];
  const names = titles.map((text) =>
    text.replace(/^\s*(?:分?表|附表|附件|表格)\s*[一二三四五六七八九十\d]*\s*[:：、.．]?\s*/, ''),
  );
  return names.map((name) => sectionNamed(rulebook, name)).find((one) => one) ?? sectionInWords(rulebook, names);
}

/** 1.(1), 5: a number that an item has within its section. */
export const LOCAL_NUMBER = /^\d{1,2}(?:[.、]?\(?\d\)?)?[.、]?$/;

/** The section that a row is about, when it names a section and no single item of it. */
export function sectionOfRow(reading: Reading, texts: string[]): Section | undefined {
  const section = texts.map((text) => sectionNamed(reading.rulebook, text)).find((one) => one);
  if (!section) return undefined;
  const others = texts.filter((text) => text !== '' && !sectionNamed(reading.rulebook, text)).join('\n');
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

/** The item whose title, with a colon, a paragraph begins with. */
export function itemTitling(items: readonly Item[], paragraph: string): Item | undefined {
  return /[:：]/.test(paragraph) ? itemByHead(items, headOf(paragraph)) : undefined;
}

/**
 * A report on a whole section in one cell, cut into what it says of each item: a paragraph that begins with an item's
 * title or number speaks of it until the next such paragraph. Empty when fewer than two items are told apart.
 */
export function partsOf(reading: Reading, section: Section, text: string): ItemPart[] {
  const titled = titledParts(section, text);
  return titled.length ? titled : numberedParts(reading, section, text);
}

/** So large a part of the lines must bear titles, where there are several: the others would be taken for more of the same. */
const TITLED = 0.6;

function titledParts(section: Section, text: string): ItemPart[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const titled = lines.filter((line) => itemTitling(section.items, line));
  if (lines.length > 2 && titled.length < lines.length * TITLED) return [];
  const parts: ItemPart[] = [];
  for (const paragraph of text.split(/\n|(?<=。)/)) {
    const head = headOf(paragraph);
    const item = itemTitling(section.items, paragraph);
    const last = parts[parts.length - 1];
    if (item)
      parts.push({ item, text: paragraph.slice(paragraph.indexOf(head) + head.length).replace(/^[:：]\s*/, '') });
    else if (last) last.text += `\n${paragraph}`;
  }
  return new Set(parts.map(({ item }) => item)).size > 1 ? parts : [];
}

const NUMBERED =
  /^\s*[(（]?(\d{1,2}(?:[.．]\d{1,2})?)[)）]?\s*[、.．]?\s*(?:[(（]\s*(\d)\s*[)）])?\s*[、.．:：]?\s*(?=[^\d\s%％.．])/;
/** So large a part of the paragraphs must speak of the item whose number they bear: they may be numbered for themselves. */
const AGREEING = 0.6;

/** 2.全程网办率92.4%。⏎5.压缩比79.5%: paragraphs under the numbers that their items have within the section. */
function numberedParts({ rulebook, targets }: Reading, section: Section, text: string): ItemPart[] {
  const parts: ItemPart[] = [];
  let agreeing = 0;
  for (const paragraph of text.split('\n')) {
    const match = NUMBERED.exec(paragraph);
    const last = parts[parts.length - 1];
    if (!match) {
      if (last) last.text += `\n${paragraph}`;
      continue;
    }
    const number = [match[1]?.replace('．', '.'), match[2]].filter((one) => one).join('.');
    const item = itemByReference(rulebook, `${section.id}.${number}`) ?? itemByReference(rulebook, number);
    if (!item || !section.items.includes(item)) return [];
    const at = section.items.indexOf(item);
    if (last && at <= section.items.indexOf(last.item)) return [];
    const said = paragraph.slice(match[0].length);
    const spoken = itemsSpokenOf(rulebook, targets, said).filter((one) => section.items.includes(one.item));
    if (spoken.slice(0, 2).some((one) => one.item === item)) agreeing += 1;
    parts.push({ item, text: said });
  }
  return parts.length > 1 && agreeing >= parts.length * AGREEING ? parts : [];
}
