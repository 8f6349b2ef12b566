import { followEdit } from '../../src/taskpane/state/follow-edits';
import { layoutOf } from '../../src/intake/layout';
import { parseProseVocabulary } from '../../src/intake/prose/vocabulary';
import { readSnapshot } from '../../src/intake/read';
import { Roles } from '../../src/intake/roles';
import { targetsOf } from '../../src/intake/targets';
import { rulebook, workbook } from './workbook';

const words = {
  roles: new Roles(rulebook.vocabulary),
  targets: targetsOf(rulebook, rulebook.vocabulary),
  rulebook,
  hints: rulebook.vocabulary.hints,
  counted: rulebook.vocabulary,
  prose: parseProseVocabulary(rulebook.proseVocabulary),
};
const options = { asOf: '2023-12-31', readings: {} };
const table = (unit: string, rate: string) => [
  ['填报单位：' + unit],
  ['序号', '指标名称', '计量单位', '数值'],
  [1, '承诺时限压缩比', '%', rate],
  [2, '即办件比例', '%', '76%'],
];

test('an edit has only its own sheet laid out anew, and reads as a fresh workbook does', () => {
  const before = workbook(
    '表.xlsx',
    { name: '一', rows: table('县民政局', '88%') },
    { name: '二', rows: table('县水务局', '92%') },
  );
  readSnapshot(before, rulebook, options);
  const range = { top: 2, bottom: 2, left: 3, right: 3 };
  const after = followEdit(before, { sheet: '二', range, cells: [[{ value: '90%', text: '90%' }]] })!;
  expect(layoutOf(after.sheets[0], words)).toBe(layoutOf(before.sheets[0], words));
  expect(layoutOf(after.sheets[1], words)).not.toBe(layoutOf(before.sheets[1], words));
  const read = readSnapshot(after, rulebook, options);
  expect(read).toEqual(readSnapshot(structuredClone(after), rulebook, options));
  expect(read.claims.filter(({ fact }) => fact === 'compress').map(({ value }) => value)).toEqual([88, 90]);
});
