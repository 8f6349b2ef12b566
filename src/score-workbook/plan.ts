import type { Assessment } from '../assessment';
import type { PlannedWorkbook } from '../workbook/planned-write';
import { dataSheet } from './data-sheet';
import { findingsSheet } from './findings-sheet';
import { readingsSheet } from './readings-sheet';
import { scoreSheet } from './score-sheet';

/** The score workbook of an assessment, for any host to write: 得分表, 考评数据, 检查结果, 口径. */
export function planScoreWorkbook(assessment: Assessment): PlannedWorkbook {
  const data = dataSheet(assessment);
  const readings = readingsSheet(assessment);
  return {
    title: `${assessment.rulebook.title} ${assessment.quarter}`,
    sheets: [scoreSheet(assessment, data, readings), data.sheet, findingsSheet(assessment), readings.sheet],
  };
}
