import type { Assessment } from '../assessment';
import type { PlannedWorkbook } from '../workbook/planned-write';
import type { Snapshot } from '../workbook/snapshot';
import { dataSheet } from './data-sheet';
import { findingsSheet } from './findings-sheet';
import { readingsSheet } from './readings-sheet';
import { scoreSheet } from './score-sheet';
import { settlementsSheet } from './settlements-sheet';

/**
 * The score workbook of an assessment, for any host to write: 得分表, 考评数据, 检查结果, 口径, 核定.
 * @param open the workbook that the sheets are written to: values that stand in it are linked
 * @param earlier the workbook with the sheets of last time: what people wrote into 核定 and beside the readings is kept
 */
export function planScoreWorkbook(assessment: Assessment, open?: Snapshot, earlier = open): PlannedWorkbook {
  const data = dataSheet(assessment, open);
  const readings = readingsSheet(assessment, earlier);
  return {
    title: `${assessment.rulebook.title} ${assessment.quarter}`,
    sheets: [
      scoreSheet(assessment, data, readings),
      data.sheet,
      findingsSheet(assessment),
      readings.sheet,
      settlementsSheet(assessment.rulebook, earlier),
    ],
  };
}
