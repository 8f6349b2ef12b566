import { strFromU8, strToU8 } from 'fflate';

/** The parts of a package by their paths. */
export type Parts = Record<string, Uint8Array>;

/** Changes one part of a package. */
export function changePart(parts: Parts, path: string, edit: (xml: string) => string): void {
  parts[path] = strToU8(edit(strFromU8(parts[path])));
}
