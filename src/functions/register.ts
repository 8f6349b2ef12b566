/** Ties the ids of functions.json to the functions. This is the whole of what Excel loads for its cells. */
import { CellError, invalid } from './errors';
import { FUNCTIONS } from './functions-by-id';

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
