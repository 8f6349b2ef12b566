import { ExcelHost } from '../../src/hosts/excel/excel-host';
import type { ReadFrame } from '../../src/hosts/excel/saved-file';
import type { Desktop } from './desktop';
import { loadLibrary, type Library } from './in-node';

let library: Library | undefined;
// As getters: values would be taken apart by the test runner at the end, with the library still at work.
for (const name of ['Office', 'Excel', 'OfficeExtension'] as const) {
  Object.defineProperty(globalThis, name, { configurable: true, get: () => library?.[name] });
}

/** A session of the add-in in Node: Microsoft's library, freshly loaded, and the host on it. */
export async function startSession(desktop: Desktop, readFrame?: ReadFrame): Promise<ExcelHost> {
  library = await loadLibrary(desktop);
  return new ExcelHost(readFrame);
}
