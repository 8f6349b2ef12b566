import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as transform from '../../tools/jest-rulebook-transform.cjs';

let folder: string;
const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
const key = () => transform.getCacheKey('', path.join(folder, 'rulebook.yaml'));

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yl-rulebook-'));
  write('rulebook.yaml', 'id: a\n');
  write('section-1.yaml', 'items: []\n');
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

test('a rulebook is compiled anew when any file of its folder changes, comes or goes, and only then', () => {
  const keys = [key()];
  expect(key()).toBe(keys[0]);
  write('section-1.yaml', 'items: [1]\n');
  keys.push(key());
  write('section-2.yaml', 'items: []\n');
  keys.push(key());
  fs.rmSync(path.join(folder, 'section-1.yaml'));
  keys.push(key());
  expect(new Set(keys).size).toBe(4);
  write('notes.txt', 'not a rule');
  expect(key()).toBe(keys[3]);
});
