export { composeBulletin } from './content';
export { figures, textOf, type ListedFigure } from './figure';
export type * from './model';
export { parsePreviousScores, previousScores } from './previous';
