/** Excel shows a message for these two errors only, so every failure is one of them. */

type Code = '#N/A' | '#VALUE!';

function error(code: Code, message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
}

/** #N/A: there is no answer yet, or none that applies. */
export function notAvailable(message: string): CustomFunctions.Error {
  return error('#N/A', message);
}

/** #VALUE!: what was given cannot be used. */
export function invalid(message: string): CustomFunctions.Error {
  return error('#VALUE!', message);
}

/**
 * Runs a function so that nothing but CustomFunctions.Error ever leaves it, whatever it is given.
 */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof CustomFunctions.Error) throw thrown;
    throw invalid('无法计算,请核对参数。');
  }
}

/** The Excel error that a cell holds, as hosts hand it over: an object with its code, or the code as text. */
export function cellError(cell: unknown): string | undefined {
  if (typeof cell === 'string')
    return /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!)$/.test(cell) ? cell : undefined;
  if (typeof cell !== 'object' || cell === null) return undefined;
  const { code, basicValue, errorCode } = cell as { code?: unknown; basicValue?: unknown; errorCode?: unknown };
  const found = [code, basicValue, errorCode].find((value) => typeof value === 'string' && value.startsWith('#'));
  return (found as string | undefined) ?? '#VALUE!';
}
