import fs from 'node:fs';
import path from 'node:path';
import { RulebookError, type Problem, type RulebookFile } from '../../src/rulebook/source-file';
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

test('refused with words for what does not exist', () => {
  const faults = [
    [
      'attendance: {item: "8", absences: absences}',
      'attendance: {item: "8", absences: absent}',
      '条目8没有指标“absent”',
    ],
    ['- {item: "5.2", fact: months_missing', '- {item: "5.9", fact: months_missing', '没有条目“5.9”'],
    ['fact: "{level}4", levels: [N, P, C]', 'fact: "{level}4", levels: [N, P, X]', '条目9没有指标“X4”'],
    ['      kinds_with_2_scenes:', '      kinds_with_scenes:', '条目3.9没有指标“kinds_with_scenes”'],
  ];
  const folder = path.join(__dirname, '..', '..', 'src', 'rulebook', 'yiliang-2023');
  const files = fs.readdirSync(folder).map((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    if (name !== 'vocabulary.yaml') return { path: name, text };
    return { path: name, text: faults.reduce((all, [passage, instead]) => all.replace(passage, instead), text) };
  });
  const told = faults.map(([, instead, message]) => ({
    file: 'vocabulary.yaml',
    line: lineOf(files, 'vocabulary.yaml', instead),
    message,
  }));
  const problems = problemsOf(files);
  expect(problems).toHaveLength(told.length);
  expect(problems).toEqual(expect.arrayContaining(told));
});

test('bands over the highest of rates end at 100%, as those over one rate do', () => {
  expect(problemsOf(miniWith('section-2.yaml', 'of: {fact: online}', 'of: {highest: [online, online]}'))).toEqual([]);
});

test('a section without items is told by its sum', () => {
  const text = "id: '4'\ntitle: 四、空\npoints: 1\nitems: []\n";
  expect(problemsOf([...miniFiles(), { path: 'section-4.yaml', text }])).toContainEqual({
    file: 'section-4.yaml',
    line: 3,
    message: '各项分值之和0分，与本部分的1分不符',
  });
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
