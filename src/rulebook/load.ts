import * as v from 'valibot';
import { checkRulebook } from './check';
import { checkVocabulary } from './check-vocabulary';
import { contentHash } from './content-hash';
import { sectionFiles } from './item-places';
import type { Example, Item, ReadableRulebook, Reading, Rulebook, Section } from './model';
import { itemFile, readingsFile, rulebookFile, sectionFile, unitsFile } from './schema';
import { parseSource, RulebookError, type Path, type Problem, type RulebookFile, type SourceFile } from './source-file';
import { VocabularySchema } from './vocabulary';

/** The files that a rulebook folder must have besides section-1.yaml, section-2.yaml … */
const REQUIRED = ['rulebook.yaml', 'bonus.yaml', 'deductions.yaml', 'units.yaml', 'readings.yaml'];

/** A schema's complaint as a Chinese sentence. */
function inChinese(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map((step) => String(step.key)).join('.') ?? '';
  const field = issue.path ? String(issue.path[issue.path.length - 1].key) : '';
  // The schema's own messages are Chinese already; valibot's are English and may quote a Chinese value.
  if (!issue.message.startsWith('Invalid ')) return path ? `“${path}”${issue.message}` : issue.message;
  if (issue.expected === 'never') return `不认识的字段“${field}”`;
  if (issue.received === 'undefined') return `缺少字段“${field}”`;
  const expected: { [type: string]: string } = {
    string: '文字',
    number: '数字',
    boolean: 'true或false',
    Array: '列表',
    Object: '一组字段',
  };
  const wanted =
    issue.expected && (expected[issue.expected] ?? issue.expected.replace(/ \| /g, '、').replace(/["()]/g, ''));
  return `“${path}”的值${issue.received}不对${wanted ? `，应为${wanted}` : ''}`;
}

function shape<S extends v.GenericSchema>(
  schema: S,
  source: SourceFile,
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, source.data);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path?.map((step) => step.key as string | number) ?? []) as Path;
    problems.push({ file: source.path, line: source.line(path), message: inChinese(issue) });
  }
  return undefined;
}

interface ExampleCase {
  with: Example['facts'];
  readings?: Example['readings'];
  points: number;
}

function toItem(raw: v.InferOutput<typeof itemFile>, readings: Reading[]): Item {
  const { examples, ...rest } = raw;
  return {
    ...(rest as Omit<Item, 'examples' | 'readings'>),
    examples: (examples.cases as ExampleCase[]).map((example) => ({
      facts: { ...examples.base, ...example.with },
      varied: Object.keys(example.with),
      ...(example.readings && { readings: example.readings }),
      points: example.points,
    })),
    readings: readings
      .filter(({ items, noteOn }) => items.includes(raw.id) || noteOn?.includes(raw.id))
      .map(({ id }) => id),
  };
}

/**
 * Reads a rulebook folder: parses every file, checks its shape and what a shape cannot say.
 * Examples are run by openRulebook in scoring/, which knows how to score.
 * @throws RulebookError with every problem found
 */
export function loadRulebook(files: RulebookFile[]): { rulebook: Rulebook; sources: Map<string, SourceFile> } {
  const sources = new Map(files.map(parseSource).map((source) => [source.path, source]));
  const problems = [...sources.values()].flatMap((source) => source.problems);
  for (const file of REQUIRED) {
    if (!sources.has(file)) problems.push({ file, line: 1, message: '缺少这个文件' });
  }
  const ofSections = sectionFiles(sources);
  if (!ofSections.length) problems.push({ file: 'section-1.yaml', line: 1, message: '缺少这个文件' });
  if (problems.length) throw new RulebookError(problems);

  const head = shape(rulebookFile, sources.get('rulebook.yaml')!, problems);
  const sections = ofSections.map((source) => shape(sectionFile, source, problems));
  const bonus = shape(itemFile, sources.get('bonus.yaml')!, problems);
  const deductions = shape(itemFile, sources.get('deductions.yaml')!, problems);
  const units = shape(unitsFile, sources.get('units.yaml')!, problems);
  const readings = shape(readingsFile, sources.get('readings.yaml')!, problems);
  if (problems.length || !head || !bonus || !deductions || !units || !readings) throw new RulebookError(problems);

  // Without words a rulebook still scores; only workbooks cannot be read by it.
  const words = sources.get('vocabulary.yaml');
  const proseWords = sources.get('vocabulary-prose.yaml');
  const vocabulary = words && shape(VocabularySchema, words, problems);

  const rulebook: Rulebook & Partial<ReadableRulebook> = {
    ...(head as Omit<Rulebook, 'hash'>),
    hash: '',
    sections: sections.map((section): Section => ({
      ...section!,
      items: section!.items.map((item) => toItem(item, readings)),
    })),
    bonus: toItem(bonus, readings),
    deductions: toItem(deductions, readings),
    ...units,
    readings,
    ...(vocabulary && { vocabulary }),
    ...(proseWords && { proseVocabulary: proseWords.data as object }),
  };
  problems.push(...checkRulebook(rulebook, sources));
  if (vocabulary) {
    checkVocabulary(vocabulary, rulebook, (path, message) =>
      problems.push({ file: words.path, line: words.line(path), message }),
    );
  }
  if (problems.length) throw new RulebookError(problems);
  rulebook.hash = contentHash(
    JSON.stringify({ ...rulebook, hash: undefined, vocabulary: undefined, proseVocabulary: undefined }),
  );
  return { rulebook, sources };
}
