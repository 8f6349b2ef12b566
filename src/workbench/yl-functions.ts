/** The YL functions, as cells of the grid call them. */
import { CellError } from '../functions/errors';
import { FUNCTIONS } from '../functions/functions-by-id';
import described from '../functions/functions?described';
import type { CellFailure, CellFunction } from '../hosts/grid/cell-function';

/** What a function throws is what its cell shows. */
function guarded(run: (...args: never[]) => unknown) {
  return (args: unknown[]): unknown => {
    try {
      return run(...(args as never[]));
    } catch (thrown) {
      return { code: thrown instanceof CellError ? thrown.code : '#VALUE!' } satisfies CellFailure;
    }
  };
}

/** All functions that are described, with the words that Excel shows for them. */
export const ylFunctions: CellFunction[] = described.functions.map(({ id, description = '', parameters }) => ({
  name: `YL.${id}`,
  description,
  parameters: parameters.map((parameter) => ({
    // What the description begins with: the names themselves are not Chinese.
    name: /^[^,，;；]+/.exec(parameter.description ?? '')?.[0] ?? parameter.name,
    description: parameter.description ?? '',
    optional: parameter.optional,
    repeating: parameter.repeating,
    matrix: parameter.dimensionality === 'matrix',
  })),
  run: guarded(FUNCTIONS[id]),
}));
