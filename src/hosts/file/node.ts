import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Snapshot } from '../../workbook/snapshot';
import { readWorkbook } from './read-workbook';

export interface WorkbookFile {
  snapshot: Snapshot;
  /** Hex digest of the file's bytes. */
  sha256: string;
}

/** Reads a workbook from disk. Throws UnreadableFile when its content cannot be read. */
export async function readWorkbookFile(path: string): Promise<WorkbookFile> {
  const bytes = await readFile(path);
  return { snapshot: readWorkbook(bytes, basename(path)), sha256: sha256(bytes) };
}

/** Hex digest of bytes. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
