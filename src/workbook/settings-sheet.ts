import type { Snapshot } from './snapshot';

/** Where a file keeps what the product remembers in a workbook: a sheet that Excel's menus never show. */
export const SETTINGS_SHEET = '_yl_settings';

/** Characters of a long setting that one cell takes. */
const PIECE = 30_000;

/** The settings as rows of texts: the key, then the value in as many pieces as it needs. */
export function settingsRows(settings: Map<string, string>): string[][] {
  return [...settings].map(([key, value]) => {
    // Marked, so that nothing takes a piece for a number or a formula.
    const pieces = value.match(new RegExp(`[^]{1,${PIECE}}`, 'g')) ?? [''];
    return [key, ...pieces.map((piece) => `:${piece}`)];
  });
}

/** The settings that a file brings. */
export function settingsOf(snapshot: Snapshot): Map<string, string> {
  const rows = snapshot.sheets.find((sheet) => sheet.name === SETTINGS_SHEET)?.rows ?? [];
  const settings = rows.flatMap((row) => {
    const [key, ...pieces] = (row ?? []).map((cell) => cell?.text ?? '');
    return key ? [[key, pieces.map((piece) => piece.replace(/^:/, '')).join('')] as const] : [];
  });
  return new Map(settings);
}
