import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readInput, type AssessOptions, type FileInput } from '../assess/assess';
import { readWorkbook } from '../hosts/file/read-workbook';
import { UnreadableFile } from '../hosts/file/unreadable';
import rulebook from '../rulebook/default';
import { withoutOwnSheets } from '../score-workbook/own-sheets';

/**
 * Reads one workbook from disk; what cannot be read comes back with a Chinese sentence as its reason.
 * @param label how the file is called in results
 */
export function readFile(path: string, label: string): FileInput {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = isMissing ? '找不到，请核对文件或文件夹的名称。' : '打不开，可能没有权限或正被其他程序占用。';
    return { file: label, sha256: '', reason: `“${label}”${why}` };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return orReason({ file: label, sha256 }, () => ({ snapshot: readWorkbook(bytes, label) }));
}

/** As readFile, and reads what the workbook says, our own sheets left out; the workbook itself is not kept. */
export function readIntake(path: string, label: string, options: AssessOptions): FileInput {
  const { snapshot, ...input } = readFile(path, label);
  return snapshot
    ? orReason(input, () => ({ intake: readInput(rulebook, withoutOwnSheets(snapshot), options) }))
    : input;
}

/** A workbook that breaks the reader must not stop the others. */
function orReason(input: FileInput, read: () => Partial<FileInput>): FileInput {
  try {
    return { ...input, ...read() };
  } catch (error) {
    const known = error instanceof UnreadableFile ? error.message : undefined;
    return { ...input, reason: known ?? `“${input.file}”的内容不能识别，请另存为.xlsx后重试。` };
  }
}
