export { doubtsAbout } from './check';
export { composeBulletin } from './content';
export { charts, figures, textOf, type ListedFigure } from './figure';
export type * from './model';
export { composeNotices, type NoticeOptions } from './notices';
export { parsePreviousScores, previousScores } from './previous';
export { previousFromWorkbook, quarterBefore } from './previous-workbook';
