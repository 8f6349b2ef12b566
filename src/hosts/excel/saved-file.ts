import type { WorkbookFrame } from '../../workbook/snapshot';

/** Reads the frame from the bytes of an .xlsx file. */
export type ReadFrame = (bytes: Uint8Array) => WorkbookFrame | Promise<WorkbookFrame>;

const SLICE = 4 * 1024 * 1024;
/** A larger file is not worth the wait. */
const LARGEST = 20 * 1024 * 1024;

/** Reads the open workbook as it would be saved now; undefined when that does not work here. */
export async function readSavedFrame(readFrame: ReadFrame): Promise<WorkbookFrame | undefined> {
  try {
    const bytes = await savedBytes();
    return bytes && (await readFrame(bytes));
  } catch {
    // Merged areas are a help to reading, not a condition of it.
    return undefined;
  }
}

async function savedBytes(): Promise<Uint8Array | undefined> {
  const file = await promised<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    if (file.size > LARGEST) return undefined;
    const bytes = new Uint8Array(file.size);
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await promised<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.set(slice.data as number[], index * SLICE);
    }
    return bytes;
  } finally {
    // Excel keeps at most two copies: one that is not closed would soon be the last.
    file.closeAsync();
  }
}

function promised<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((result) =>
      result.status === Office.AsyncResultStatus.Succeeded
        ? resolve(result.value)
        : reject(new Error(result.error.message)),
    ),
  );
}
