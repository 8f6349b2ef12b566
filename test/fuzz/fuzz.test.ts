import path from 'node:path';
import { fuzz, originalsIn } from './fuzz';

const ORIGINALS = originalsIn(path.join(__dirname, '..', '..', 'assets', 'samples'));

// The library complains of what it does not know.
beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterAll(() => jest.restoreAllMocks());

test('spoilt workbooks neither crash nor give a wrong score without a word', () => {
  const { kinds, problems } = fuzz(ORIGINALS, { seed: 20230930, count: 300 });
  expect(problems).toEqual([]);
  expect([...kinds.keys()].sort()).toEqual(['bytes', 'cell', 'part', 'xml']);
  expect(kinds.get('cell')!.read).toBeGreaterThan(50);
});
