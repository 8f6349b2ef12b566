import { keyInName } from '../../workbook/own-name';
import { LIMITS } from './limits';
import { tooLarge } from './unreadable';
import { attributes, unescapeXml } from './xml';

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
