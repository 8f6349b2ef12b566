import { deflateSync, Inflate } from 'fflate';
import { damaged } from './unreadable';

/** Node's own code, several times as fast as any in JavaScript; a page has none. */
const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');

/** Input is fed in pieces this small so that a bomb is noticed soon: deflate grows at most 1032 times. */
const PIECE = 16 * 1024;

export function deflate(bytes: Uint8Array): Uint8Array {
  return zlib ? zlib.deflateRawSync(bytes) : deflateSync(bytes);
}

/** Unpacks what comes to exactly so many bytes, and stops at more. */
export function inflate(packed: Uint8Array, length: number): Uint8Array {
  try {
    const unpacked = zlib && length && packed.length ? inflateByNode(packed, length) : inflateInPieces(packed, length);
    if (unpacked.length === length) return unpacked;
  } catch {
    // What is wrong with it does not matter.
  }
  throw damaged();
}

function inflateByNode(packed: Uint8Array, length: number): Uint8Array {
  return zlib!.inflateRawSync(packed, { maxOutputLength: length });
}

function inflateInPieces(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let filled = 0;
  const inflating = new Inflate((chunk) => {
    if (filled + chunk.length > length) throw damaged();
    out.set(chunk, filled);
    filled += chunk.length;
  });
  for (let from = 0; from < packed.length; from += PIECE) {
    inflating.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
  }
  return out.subarray(0, filled);
}
