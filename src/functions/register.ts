/** Ties the ids of functions.json to the functions. This is the whole of what Excel loads for its cells. */
import * as yl from './functions';

const FUNCTIONS: { [id: string]: (...args: never[]) => unknown } = {
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

for (const [id, run] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, run);
