import { keyInName, ownName } from '../../workbook/own-name';
import { quotedSheet } from '../../workbook/rename-sheets';
import { LIMITS } from './limits';
import { tooLarge } from './unreadable';
import { attributes, escapeXml, unescapeXml } from './xml';

const NAME = /<(?:[\w.-]+:)?definedName(?=\s)([^<>]*)>([^<]*)<\//g;

/** The keys of the product's sheets, by the sheets' names, from the workbook part. */
export function ownKeys(workbookXml: string): Map<string, string> {
  const keys = new Map<string, string>();
  let seen = 0;
  for (const [, given, formula] of workbookXml.matchAll(NAME)) {
    if (++seen > LIMITS.relations) throw tooLarge();
    const key = keyInName(attributes(given).get('name') ?? '');
    const sheet = /^'((?:[^']|'')+)'!|^([^'!]+)!/.exec(unescapeXml(formula));
    if (key !== undefined && sheet) keys.set(sheet[1]?.replace(/''/g, "'") ?? sheet[2], key);
  }
  return keys;
}

/** A hidden name for a whole sheet: no deleting of rows or columns takes it away. */
export function ownNameElement({ name, key }: { name: string; key: string }): string {
  const sheet = escapeXml(quotedSheet(name));
  return `<definedName name="${escapeXml(ownName(key))}" hidden="1">${sheet}!$1:$1048576</definedName>`;
}

/** The workbook part with more defined names in it. */
export function withNames(workbookXml: string, names: string[]): string {
  if (names.length === 0) return workbookXml;
  const added = names.join('');
  if (/<\/definedNames>/.test(workbookXml))
    return workbookXml.replace('</definedNames>', () => `${added}</definedNames>`);
  return workbookXml.replace('</sheets>', () => `</sheets><definedNames>${added}</definedNames>`);
}
