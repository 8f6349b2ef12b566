import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json';
import * as yl from '../src/functions/functions';

const ROOT = join(__dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** What the table of dependencies says: names with versions, those for development marked so. */
const listed = [...readme.matchAll(/^\| ([@\w][\w./-]*)(（开发）)? \| ([\d.]+) \| [^|]+ \| [^|]+ \|$/gm)];

test('README lists every dependency with its version, and no other', () => {
  const of = (marked: boolean) =>
    Object.fromEntries(
      listed.filter(([, , mark]) => Boolean(mark) === marked).map(([, name, , version]) => [name, version]),
    );
  expect(of(false)).toEqual(packageJson.dependencies);
  expect(of(true)).toEqual(packageJson.devDependencies);
});

test('README names every script that it tells people to run', () => {
  const told = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(told.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

test('README shows every function with an example', () => {
  const ids = Object.keys(yl).length;
  const rows = [...readme.matchAll(/^\| `YL\.(\w+)\([^|]*` \| `=YL\.\1\(.*\)` \| .+ \|$/gm)].map(([, id]) => id);
  expect(new Set(rows).size).toBe(ids);
});

test('README has its pictures, small enough to load at once', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => join(ROOT, file));
  expect(pictures.length).toBeGreaterThan(0);
  for (const picture of pictures) {
    expect([picture, existsSync(picture)]).toEqual([picture, true]);
    expect(statSync(picture).size).toBeLessThan(200_000);
  }
});
