import { crc32 } from './crc32';
import { deflate } from './deflate';
import type { PackedPart } from './zip';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** The first day that a zip can name: what is written does not depend on the clock. */
const DATE = (1 << 5) | 1;

/** A part as a zip takes it. */
export function packPart(bytes: Uint8Array): PackedPart {
  return { method: 8, crc: crc32(bytes), unpacked: bytes.length, bytes: deflate(bytes) };
}

/** Puts parts into a zip, in their order; those that are packed already are copied as they are. */
export function packZip(parts: ReadonlyMap<string, PackedPart>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const text = new TextEncoder().encode(name);
    const common: Field[] = [
      VERSION,
      UTF8,
      part.method,
      0,
      DATE,
      [part.crc],
      [part.bytes.length],
      [part.unpacked],
      text.length,
      0,
    ];
    pieces.push(record([LOCAL], ...common), text, part.bytes);
    directory.push(record([CENTRAL], VERSION, ...common, 0, 0, 0, [0], [offset]), text);
    offset += 30 + text.length + part.bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record([END], 0, 0, parts.size, parts.size, [size], [offset], 0);
  return joined([...pieces, ...directory, end]);
}

/** A number of two bytes; in brackets, of four. */
type Field = number | [number];

/** Numbers as bytes, the lowest first. */
function record(...fields: Field[]): Uint8Array {
  const bytes = fields.flatMap((field) =>
    typeof field === 'number' ? [field, field >>> 8] : [0, 8, 16, 24].map((shift) => field[0] >>> shift),
  );
  return Uint8Array.from(bytes.map((byte) => byte & 0xff));
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
