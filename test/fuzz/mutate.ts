import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { HOSTILE_VALUES, type HostileValue } from './hostile-values';
import type { Random } from './random';

export type Kind = 'bytes' | 'part' | 'xml' | 'cell';

/** A workbook with something wrong in it. */
export interface Mutant {
  kind: Kind;
  bytes: Uint8Array;
  /** What was done, for the report. */
  what: string;
  /** The cell that was changed, for kind cell. */
  cell?: { sheet: number; address: string; value: HostileValue };
}

const KINDS: Kind[] = ['bytes', 'part', 'xml', 'cell', 'cell', 'cell', 'cell', 'cell'];

export function mutate(original: Uint8Array, random: Random): Mutant {
  const kind = random.pick(KINDS);
  if (kind === 'bytes') return flipBytes(original, random);
  const parts = unzipSync(original);
  if (kind === 'part') return dropPart(parts, random);
  return kind === 'xml' ? spoilXml(parts, random) : swapCell(parts, random);
}

/** Fast: nobody keeps these files. */
const pack = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 1 });

function flipBytes(original: Uint8Array, random: Random): Mutant {
  const bytes = original.slice();
  const places = Array.from({ length: 1 + random.below(8) }, () => random.below(bytes.length));
  for (const place of places) bytes[place] ^= 1 + random.below(255);
  return { kind: 'bytes', bytes, what: `bytes ${places.join()}` };
}

function dropPart(parts: Record<string, Uint8Array>, random: Random): Mutant {
  const dropped = random.pick(Object.keys(parts));
  const left = Object.fromEntries(Object.entries(parts).filter(([path]) => path !== dropped));
  return { kind: 'part', bytes: pack(left), what: `without ${dropped}` };
}

/** A stretch of a part is taken away, doubled or moved, as a broken program or disk would. */
function spoilXml(parts: Record<string, Uint8Array>, random: Random): Mutant {
  const path = random.pick(Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name)));
  const xml = strFromU8(parts[path]);
  const from = random.below(xml.length);
  const to = Math.min(xml.length, from + 1 + random.below(200));
  const piece = xml.slice(from, to);
  const at = random.below(xml.length);
  const [how, spoilt] = random.pick([
    ['less', xml.slice(0, from) + xml.slice(to)],
    ['twice', xml.slice(0, to) + piece + xml.slice(to)],
    ['elsewhere', xml.slice(0, at) + piece + xml.slice(at)],
    ['cut', xml.slice(0, from)],
  ] as const);
  return {
    kind: 'xml',
    bytes: pack({ ...parts, [path]: strToU8(spoilt) }),
    what: `${path} ${from}–${to} ${how}`,
  };
}

const CELL = /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/g;
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function cellXml(address: string, attributes: string, { type, content, formula }: HostileValue): string {
  const style = /\ss="\d+"/.exec(attributes)?.[0] ?? '';
  if (type === 'str' && formula === undefined) {
    return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
  }
  const value = content === '' ? '' : `<v>${escaped(content)}</v>`;
  const typed = type === undefined ? '' : ` t="${type}"`;
  return `<c r="${address}"${style}${typed}>${formula === undefined ? '' : `<f>${formula}</f>`}${value}</c>`;
}

function swapCell(parts: Record<string, Uint8Array>, random: Random): Mutant {
  const paths = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const path = random.pick(paths);
  const xml = strFromU8(parts[path]);
  const filled = [...xml.matchAll(CELL)].filter(([whole]) => /<v>|<is>/.test(whole));
  const [whole, address, attributes] = random.pick(filled);
  const value = random.pick(HOSTILE_VALUES);
  const spoilt = xml.replace(whole, () => cellXml(address, attributes, value));
  const shown = value.formula === undefined ? JSON.stringify(value.content.slice(0, 30)) : `=${value.formula}`;
  return {
    kind: 'cell',
    bytes: pack({ ...parts, [path]: strToU8(spoilt) }),
    what: `${path} ${address} is ${value.type ?? 'n'} ${shown}`,
    cell: { sheet: Number(/\d+/.exec(path)![0]) - 1, address, value },
  };
}
