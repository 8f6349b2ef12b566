import fs from 'node:fs';
import path from 'node:path';
import { ACCEPTED, UNNAMED } from '../../tools/webpack/licences.cjs';

const ROOT = path.join(__dirname, '..', '..');

interface Locked {
  dev?: boolean;
  license?: string;
}

const { packages } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: { [place: string]: Locked };
};
/** What can end up inside the product: whatever is not for development only. */
const shipped = Object.entries(packages)
  .filter(([place, { dev }]) => place !== '' && !dev)
  .map(([place, { license }]) => ({ name: place.replace(/^.*node_modules\//, ''), license }));

test('every package that may ship has a licence that lets it, and none is copyleft', () => {
  expect(shipped.length).toBeGreaterThan(100);
  const others = shipped.filter(({ name, license }) => !ACCEPTED.includes(license ?? UNNAMED[name]));
  expect(others).toEqual([]);
  expect(ACCEPTED.filter((licence) => /GPL/.test(licence))).toEqual(['(MIT OR GPL-3.0-or-later)']);
});

test('Office.js, which may be served to Excel only, is no part of the product’s code', () => {
  expect(shipped.map(({ name }) => name)).not.toContain('@microsoft/office-js');
});
