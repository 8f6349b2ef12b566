import { crc32 } from './crc32';
import { inflate } from './deflate';
import { LIMITS } from './limits';
import { damaged, tooLarge, UnreadableFile } from './unreadable';

interface Entry {
  /** The name as the zip has it, which is found without regard to capitals. */
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** A part as it lies in a zip. */
export interface PackedPart {
  /** 0: stored, 8: deflated. */
  method: number;
  crc: number;
  unpacked: number;
  bytes: Uint8Array;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const IN_EXTRA_FIELD = 0xffffffff;

/**
 * Reads parts of a zip by its central directory, one at a time and only those asked for, under limits on what
 * they declare and on what really comes out, and checks each part's checksum.
 */
export class Zip {
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;
  private spent = 0;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length > LIMITS.zipFile) {
      throw new UnreadableFile('文件太大（超过100 MB），不予读取。', '请删去文件中的图片和无关工作表后重新报送。');
    }
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      throw error instanceof RangeError ? damaged() : error;
    }
  }

  /** Whether there is a part of that name; as in Excel, capitals do not matter. */
  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /** The names of all parts. */
  names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** A part as it is packed, for a copy that does not look into it. */
  packed(name: string): PackedPart {
    const entry = this.entries.get(partKey(name));
    if (!entry || entry.encrypted) throw damaged();
    const { method, crc, unpacked } = entry;
    return { method, crc, unpacked, bytes: this.packedBytes(entry) };
  }

  /** The unpacked part, at most so many bytes of it, or undefined when there is none of that name. */
  read(name: string, limit: number): Uint8Array | undefined {
    const entry = this.entries.get(partKey(name));
    if (!entry) return undefined;
    if (entry.encrypted) {
      throw new UnreadableFile('文件是加了密码的压缩包，无法读取。', '请去掉密码后重新报送。');
    }
    this.spent += entry.unpacked;
    if (entry.unpacked > limit || this.spent > LIMITS.unpacked) throw tooLarge();
    if (entry.unpacked > 1024 * 1024 && entry.unpacked > entry.packed * LIMITS.ratio) throw tooLarge();
    const unpacked = this.unpack(entry);
    if (crc32(unpacked) !== entry.crc) throw damaged();
    return unpacked;
  }

  private unpack(entry: Entry): Uint8Array {
    const packed = this.packedBytes(entry);
    if (entry.method === 0) {
      if (packed.length !== entry.unpacked) throw damaged();
      return packed;
    }
    if (entry.method !== 8) throw damaged();
    return inflate(packed, entry.unpacked);
  }

  /** The local header is only used to step over it: what it says besides is not trusted. */
  private packedBytes(entry: Entry): Uint8Array {
    const at = entry.offset;
    if (at + 30 > this.bytes.length || this.view.getUint32(at, true) !== LOCAL_SIGNATURE) throw damaged();
    const from = at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true);
    if (from + entry.packed > this.bytes.length) throw damaged();
    return this.bytes.subarray(from, from + entry.packed);
  }

  private readDirectory(): void {
    const { view } = this;
    const end = this.findEnd();
    const count = view.getUint16(end + 10, true);
    if (count > LIMITS.entries) throw tooLarge();
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged();
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const entry: Entry = {
        name: decodeName(this.bytes.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      };
      this.applyZip64(entry, at + 46 + nameLength, extraLength);
      // Two parts of one name would be read differently by different programs.
      const key = partKey(entry.name);
      if (this.entries.has(key)) throw damaged();
      this.entries.set(key, entry);
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
  }

  /** Some programs write the 64-bit form for small files too. */
  private applyZip64(entry: Entry, from: number, length: number): void {
    const { view } = this;
    for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== 1) continue;
      let field = at + 4;
      for (const key of ['unpacked', 'packed', 'offset'] as const) {
        if (entry[key] !== IN_EXTRA_FIELD) continue;
        entry[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
  }

  private findEnd(): number {
    for (let at = this.bytes.length - 22; at >= Math.max(0, this.bytes.length - 22 - 0xffff); at--) {
      if (this.view.getUint32(at, true) === END_SIGNATURE) return at;
    }
    throw new UnreadableFile('文件不完整，后半部分缺失，可能没有传完。', '请重新复制或重新上传原文件。');
  }
}

/** What names of one part have in common. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
