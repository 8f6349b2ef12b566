import { RulebookError, type Problem, type RulebookFile } from '../../src/rulebook/load';
import { openRulebook } from '../../src/scoring/open-rulebook';
import { REFERENCE_FAULTS, RULE_FAULTS, SHAPE_FAULTS, type Fault } from './fixtures/faults';
import { miniFiles, miniWith } from './fixtures/mini';

function refusal(files: RulebookFile[]): RulebookError | undefined {
  try {
    openRulebook(files);
  } catch (error) {
    if (error instanceof RulebookError) return error;
    throw error;
  }
  return undefined;
}

const problemsOf = (files: RulebookFile[]): Problem[] => refusal(files)?.problems ?? [];

function lineOf(files: RulebookFile[], file: string, passage: string): number {
  const { text } = files.find(({ path }) => path === file)!;
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`${file} does not hold: ${passage}`);
  return text.slice(0, at).split('\n').length;
}

test('the small rulebook itself is in order', () => {
  expect(problemsOf(miniFiles())).toEqual([]);
});

describe.each([
  ['shape', SHAPE_FAULTS],
  ['rules', RULE_FAULTS],
  ['references', REFERENCE_FAULTS],
])('refused for its %s, with file, line and a Chinese sentence', (_, faults: Fault[]) => {
  test.each(faults.map((fault) => [fault.what, fault] as const))(
    '%s',
    (_what, { file, passage, instead, says, in: named = file, at }) => {
      const files = miniWith(file, passage, instead);
      const problems = problemsOf(files);
      expect(problems).toContainEqual({
        file: named,
        line: lineOf(files, named, at ?? instead.trim()),
        message: expect.stringMatching(says),
      });
      for (const { message } of problems) expect(message).toMatch(/[\u4e00-\u9fff]/);
      for (const { message } of problems) expect(message).not.toMatch(/Invalid|undefined|received/);
    },
  );
});

test.each(['rulebook.yaml', 'bonus.yaml', 'deductions.yaml', 'units.yaml', 'readings.yaml'])(
  'refused without %s',
  (missing) => {
    const files = miniFiles().filter(({ path }) => path !== missing);
    expect(problemsOf(files)).toEqual([{ file: missing, line: 1, message: '缺少这个文件' }]);
  },
);

test('refused without any section', () => {
  const files = miniFiles().filter(({ path }) => !path.startsWith('section-'));
  expect(problemsOf(files)).toEqual([{ file: 'section-1.yaml', line: 1, message: '缺少这个文件' }]);
});

test.each([
  ['empty', ''],
  [
    'full of references to references',
    `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: [${'*b,'.repeat(9)}*b]`,
  ],
])('refused with a file that is %s', (_, text) => {
  const files = miniFiles().map((file) => (file.path === 'section-3.yaml' ? { ...file, text } : file));
  expect(problemsOf(files)).toEqual([
    { file: 'section-3.yaml', line: 1, message: '文件是空的，或其中的引用过多，不能使用' },
  ]);
});

test('refused with words for a fact or an item that does not exist', () => {
  const text = [
    'roles: {}',
    'decoys: []',
    'items:',
    "  '3.1': {words: [群众评价], facts: {marks: {names: [群众评价分]}}}",
    "series: [{item: '2.9', fact: online, words: [办件]}]",
    'ledger: []',
    'registers:',
    "  receipts: {item: '1.1', late: overdue}",
    "  attendance: {item: '1.1', absences: overdue}",
    "  corrections: {item: '1.1', overdue: overdue, completion: completed}",
    'merits: {bonusWords: [], deductionWords: [], levels: [], bonus: [{fact: prize, needs: []}], deductions: []}',
  ].join('\n');
  expect(problemsOf([...miniFiles(), { path: 'vocabulary.yaml', text }])).toEqual(
    [
      [4, '条目3.1没有指标“marks”'],
      [5, '没有条目“2.9”'],
      [10, '条目1.1没有指标“completed”'],
      [11, '条目4没有指标“prize”'],
    ].map(([line, message]) => ({ file: 'vocabulary.yaml', line, message })),
  );
});

test('every problem is told at once, each on a line of its own', () => {
  const files = [
    ...miniWith('section-1.yaml', 'points: 8', 'points: 9').filter(({ path }) => path === 'section-1.yaml'),
    ...miniWith('section-2.yaml', 'sum: [web_items, app_items]', 'sum: [web_items, apps]').filter(
      ({ path }) => path === 'section-2.yaml',
    ),
    ...miniFiles().filter(({ path }) => path !== 'section-1.yaml' && path !== 'section-2.yaml'),
  ];
  const error = refusal(files)!;
  expect(error.problems.map(({ file }) => file)).toEqual(['section-1.yaml', 'rulebook.yaml', 'section-2.yaml']);
  expect(error.message.split('\n')).toHaveLength(3);
  expect(error.message).toMatch(/^section-1\.yaml 第3行：/);
});

test('the hash follows the rules, not their layout', () => {
  const hash = (files: RulebookFile[]) => openRulebook(files).hash;
  const before = hash(miniFiles());
  expect(hash(miniWith('section-3.yaml', 'methods: 日常掌握', 'methods:   日常掌握 # unchanged'))).toBe(before);
  expect(hash(miniFiles().reverse())).toBe(before);
  expect(hash(miniWith('section-3.yaml', 'methods: 日常掌握', 'methods: 抽查'))).not.toBe(before);
});
