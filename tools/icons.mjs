/**
 * Draws the add-in's icons (a white tick on a red rounded square) as PNG files: `npm run icons`.
 * The files are kept in the repository, so this runs only when the drawing changes.
 */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const SIZES = [16, 32, 64, 80, 128];
const FOLDER = path.join(import.meta.dirname, '..', 'assets', 'icons');
const RED = [0xb4, 0x23, 0x18];
const WHITE = [0xff, 0xff, 0xff];
/** The tick's corners and half its stroke, and the square's margin and corner radius, for a drawing of side 1. */
const TICK = [
  [0.27, 0.53],
  [0.44, 0.69],
  [0.75, 0.34],
];
const STROKE = 0.068;
const MARGIN = 0.04;
const RADIUS = 0.2;

/** Distance from the edge of the rounded square; negative inside. */
function toSquare(x, y) {
  const inner = 0.5 - MARGIN - RADIUS;
  const dx = Math.abs(x - 0.5) - inner;
  const dy = Math.abs(y - 0.5) - inner;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - RADIUS;
}

/** Distance from the edge of a stroke between two points. */
function toStroke(x, y, [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - STROKE;
}

/** How much of a pixel lies inside an edge at that distance (in drawing units). */
const cover = (distance, size) => Math.min(1, Math.max(0, 0.5 - distance * size));

function pixels(size) {
  const rows = Buffer.alloc(size * (1 + size * 4)); // each row starts with a filter byte, 0
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const x = (column + 0.5) / size;
      const y = (row + 0.5) / size;
      const tick = cover(Math.min(toStroke(x, y, TICK[0], TICK[1]), toStroke(x, y, TICK[1], TICK[2])), size);
      const at = row * (1 + size * 4) + 1 + column * 4;
      RED.forEach((red, channel) => (rows[at + channel] = Math.round(red + (WHITE[channel] - red) * tick)));
      rows[at + 3] = Math.round(255 * cover(toSquare(x, y), size));
    }
  }
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(zlib.crc32(body), body.length + 4);
  return out;
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = zlib.deflateSync(pixels(size), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))]);
}

fs.mkdirSync(FOLDER, { recursive: true });
for (const size of SIZES) {
  fs.writeFileSync(path.join(FOLDER, `icon-${size}.png`), png(size));
}
