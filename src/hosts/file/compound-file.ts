import { damaged } from './unreadable';

const HEADER_ENTRIES = 109;
const HEADER_ENTRIES_AT = 0x4c;

/**
 * Checks the container that .xls files come in: a small file system whose files are chains of sectors. A chain that
 * runs in a circle would keep the library reading for ever, so such a file is refused before it gets there.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  if (bytes.length < 512) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) throw damaged();
  const sectorSize = 1 << shift;
  const sectorCount = Math.ceil(bytes.length / sectorSize) - 1;
  const next = new Int32Array(sectorCount).fill(-1);
  tableSectors(view, sectorSize, sectorCount).forEach((sector, i) => {
    const perSector = sectorSize / 4;
    const at = (sector + 1) * sectorSize;
    for (let k = 0; k < perSector && i * perSector + k < sectorCount && at + k * 4 + 4 <= bytes.length; k++) {
      next[i * perSector + k] = view.getInt32(at + k * 4, true);
    }
  });
  if (hasCircle(next)) throw damaged();
}

/** The sectors that hold the table of chains: the first are listed in the header, more in a chain of their own. */
function tableSectors(view: DataView, sectorSize: number, sectorCount: number): number[] {
  const listed: number[] = [];
  const add = (sector: number) => {
    if (sector >= sectorCount || listed.length >= sectorCount) throw damaged();
    if (sector >= 0) listed.push(sector);
  };
  for (let i = 0; i < HEADER_ENTRIES; i++) add(view.getInt32(HEADER_ENTRIES_AT + i * 4, true));
  const seen = new Set<number>();
  let sector = view.getInt32(0x44, true);
  while (sector >= 0) {
    if (sector >= sectorCount || seen.has(sector)) throw damaged();
    seen.add(sector);
    const at = (sector + 1) * sectorSize;
    if (at + sectorSize > view.byteLength) throw damaged();
    for (let k = 0; k < sectorSize / 4 - 1; k++) add(view.getInt32(at + k * 4, true));
    sector = view.getInt32(at + sectorSize - 4, true);
  }
  if (view.getUint32(0x48, true) !== seen.size) throw damaged();
  return listed;
}

function hasCircle(next: Int32Array): boolean {
  const walkOf = new Int32Array(next.length);
  for (let start = 0; start < next.length; start++) {
    let at = start;
    while (at >= 0 && at < next.length && walkOf[at] === 0) {
      walkOf[at] = start + 1;
      at = next[at];
    }
    if (at >= 0 && at < next.length && walkOf[at] === start + 1) return true;
  }
  return false;
}
