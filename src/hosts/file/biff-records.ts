import { LIMITS } from './limits';
import { damaged, tooLarge } from './unreadable';

const CONTINUE = 0x3c;
const MULTIPLE_NUMBERS = 0xbd;
const PASSWORD = 0x2f;
/** A record that the library passes over: what we do not need is renamed to it, since offsets must stay. */
const PASSED_OVER = 0x0060;

const CELLS = new Set([0x06, 0xbd, 0xd6, 0xfd, 0x203, 0x204, 0x205, 0x27e]);
/** Formulas, texts, number formats, names of sheets, merges, hidden rows and columns, and what frames them. */
const NEEDED = new Set([
  ...CELLS,
  ...[0x0a, 0x17, 0x18, 0x22, 0x23, 0x2f, 0x42, 0x7d, 0x85, 0xe0, 0xe5, 0xfc],
  ...[0x1ae, 0x207, 0x208, 0x221, 0x41e, 0x4bc, 0x809],
]);

/** Whether the records say that the rest is encrypted. */
export function isEncrypted(stream: Uint8Array): boolean {
  let found = false;
  forEachRecord(stream, (type) => (found ||= type === PASSWORD));
  return found;
}

/** Checks the records of an .xls workbook, and hides from the library, in place, those that we do not need. */
export function keepNeededRecords(stream: Uint8Array): void {
  let cells = 0;
  let isKept = false;
  forEachRecord(stream, (type, at, length) => {
    if (type !== CONTINUE) isKept = NEEDED.has(type);
    if (!isKept) stream.set([PASSED_OVER & 0xff, PASSED_OVER >> 8], at);
    else if (CELLS.has(type)) cells += type === MULTIPLE_NUMBERS ? length / 6 : 1;
    if (cells > LIMITS.cells) throw tooLarge();
  });
}

function forEachRecord(stream: Uint8Array, visit: (type: number, at: number, length: number) => void): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // Zeros fill the last sector.
    if (type === 0 && length === 0) return;
    if (at + 4 + length > stream.length) throw damaged();
    visit(type, at, length);
    at += 4 + length;
  }
}
