/** Ties the ids of functions.json to the functions. This is the whole of what Excel loads for its cells. */
import { CellError, invalid } from './errors';
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

/** Nothing but CustomFunctions.Error ever leaves a function, whatever it is given. */
function guarded(run: (...args: never[]) => unknown) {
  return (...args: never[]): unknown => {
    try {
      return run(...args);
    } catch (thrown) {
      const { code, message } = thrown instanceof CellError ? thrown : invalid('无法计算，请核对参数。');
      throw new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
    }
  };
}

for (const [id, run] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, guarded(run));
