/** The functions by their ids in functions.json. */
import * as yl from './functions';

export const FUNCTIONS: { [id: string]: (...args: never[]) => unknown } = {
  SCORE: yl.score,
  BOUNDS: yl.bounds,
  EXPLAIN: yl.explainScore,
  TRACE: yl.trace,
  IMPROVE: yl.improve,
  MAX: yl.max,
  CLAUSE: yl.clause,
  FACTS: yl.facts,
  ITEMS: yl.items,
  TOTAL: yl.total,
  UNIT: yl.unit,
  APPLIES: yl.appliesTo,
  DUE: yl.due,
  LATE: yl.late,
  VERSION: yl.version,
};
