import type { OwnedSheet } from './host';
import type { SheetNames } from './rename-sheets';
import { validSheetNames } from './sheet-name';

/** A sheet of the product's that is about to be written, and what it is called or will be. */
export interface Target<Existing> {
  owned: OwnedSheet;
  name: string;
  /** The sheet of last time; otherwise a new one is added. */
  existing?: Existing;
}

/**
 * Where sheets of the product's go: into those of last time, whatever people call them now, or into new ones, which get
 * another name than they wish where a sheet of the person's has it.
 * @param taken the names of all sheets there are
 * @param own the product's sheets there are, by their keys
 */
export function targetsOf<Existing extends { name: string }>(
  sheets: OwnedSheet[],
  taken: string[],
  own: ReadonlyMap<string, Existing>,
): { targets: Target<Existing>[]; names: SheetNames } {
  const all = [...taken];
  // A sheet is planned with its key for a name.
  const names = new Map([...own].map(([key, { name }]) => [key, name]));
  const targets = sheets.map((owned): Target<Existing> => {
    const existing = own.get(owned.key);
    const name = existing?.name ?? validSheetNames([...all, owned.sheet.name]).at(-1)!;
    if (!existing) all.push(name);
    names.set(owned.sheet.name, name);
    return { owned, name, existing };
  });
  return { targets, names };
}
