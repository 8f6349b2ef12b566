/**
 * Why a cell shows no value. Excel shows a message for these two codes only, so every failure is one of them;
 * register.ts hands it over in Excel's own terms.
 */
export class CellError extends Error {
  constructor(
    readonly code: '#N/A' | '#VALUE!',
    message: string,
  ) {
    super(message);
  }
}

/** #N/A: there is no answer yet, or none that applies. */
export function notAvailable(message: string): CellError {
  return new CellError('#N/A', message);
}

/** #VALUE!: what was given cannot be used. */
export function invalid(message: string): CellError {
  return new CellError('#VALUE!', message);
}
