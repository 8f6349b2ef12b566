import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readInput, type FileInput } from '../assess/assess';
import type { AssessOptions } from '../assess/assess-intakes';
import { readWorkbook } from '../hosts/file/read-workbook';
import { UnreadableFile } from '../hosts/file/unreadable';
import rulebook from '../rulebook/default';
import { withoutOwnSheets } from '../score-workbook/own-sheets';
import { readSettlements } from '../score-workbook/settlements-ledger';

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
  if (basename(path).startsWith('~$')) {
    const reason = `“${label}”是工作簿打开时留下的临时文件，里面没有数据。请报送工作簿本身。`;
    return { file: label, sha256, reason };
  }
  return orReason({ file: label, sha256 }, () => ({ snapshot: readWorkbook(bytes, label) }));
}

/** What a workbook says, and how many settlements it has on a 核定 sheet of ours, which are no part of that. */
export type ReadInput = FileInput & { settled?: number };

/** As readFile, and reads what the workbook says, our own sheets left out; the workbook itself is not kept. */
export function readIntake(path: string, label: string, options: AssessOptions): ReadInput {
  const { snapshot, ...input } = readFile(path, label);
  if (!snapshot) return input;
  const settled = readSettlements(rulebook, snapshot).length;
  return orReason({ ...input, ...(settled && { settled }) }, () => ({
    intake: readInput(rulebook, withoutOwnSheets(snapshot), options),
  }));
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
