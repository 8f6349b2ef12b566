/** Widths and heights: a file counts columns in characters and rows in points, the grid both in pixels. */

export const toPixels = (characters: number): number => Math.round(characters * 7 + 5);
export const toCharacters = (pixels: number): number => Math.max(0, (pixels - 5) / 7);
export const pointsToPixels = (points: number): number => Math.round((points * 4) / 3);
export const pixelsToPoints = (pixels: number): number => (pixels * 3) / 4;
