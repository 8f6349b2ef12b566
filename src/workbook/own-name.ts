/**
 * Each sheet of the product's is named by a hidden defined name, which stays with the sheet when a person renames or moves
 * it, when the file is saved by another program, and is left behind when the sheet is copied.
 */
const PREFIX = '_yl_';

/** The defined name for a sheet's key; keys consist of letters and digits. */
export function ownName(key: string): string {
  return PREFIX + key;
}

/** The name of the nth chart of ours on its sheet, by which it is told from a person's. */
export function ownChartName(number: number): string {
  return ownName(`图${number}`);
}

/** The key in a defined name; undefined when it is none of ours. */
export function keyInName(name: string): string | undefined {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : undefined;
}

/** Whether a chart is one of ours, by its name. */
export function isOwnChart(name: string): boolean {
  return /^图\d+$/.test(keyInName(name) ?? '');
}
