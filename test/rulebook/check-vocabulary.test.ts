import { checkVocabulary } from '../../src/rulebook/check-vocabulary';
import rulebook from '../../src/rulebook/default';
import type { Vocabulary } from '../../src/rulebook/vocabulary';

function told(change: (vocabulary: Vocabulary) => void): [string, string][] {
  const vocabulary = structuredClone(rulebook.vocabulary);
  change(vocabulary);
  const said: [string, string][] = [];
  checkVocabulary(vocabulary, rulebook, (path, message) => said.push([path.join('.'), message]));
  return said;
}

test('the vocabulary of 2023 speaks of items and facts that there are', () =>
  expect(told(() => undefined)).toEqual([]));

const [anyItem] = Object.values(rulebook.vocabulary.items);

test.each<[what: string, change: (words: Vocabulary) => void, place: string, message: string]>([
  ['an item', ({ items }) => void (items['3.99'] = { ...anyItem!, facts: {} }), 'items.3.99', '没有条目“3.99”'],
  [
    'a fact of an item',
    ({ items }) => void (items['3.5']!.facts.speed = Object.values(anyItem!.facts)[0]!),
    'items.3.5.facts.speed',
    '条目3.5没有指标“speed”',
  ],
  ['sameAs', ({ items }) => void (items['3.5']!.sameAs = '3.98'), 'items.3.5.sameAs', '没有条目“3.98”'],
  [
    'what a rate counts',
    ({ items }) => void items['3.5']!.rates.push({ names: [], done: 'trips', of: 'all' }),
    'items.3.5.rates.0',
    '条目3.5没有指标“all”',
  ],
  ['a series', ({ series }) => void (series[1]!.fact = 'x'), 'series.1', '条目2.10没有指标“x”'],
  ['a ledger’s fact', ({ ledger }) => void (ledger[0]!.fact = 'x'), 'ledger.0', '条目2.7没有指标“x”'],
  ['a ledger’s rounds', ({ ledger }) => void (ledger[0]!.rounds = 'x'), 'ledger.0', '条目2.7没有指标“x”'],
  ['a ledger’s complaints', ({ ledger }) => void (ledger[0]!.complaint = 'x'), 'ledger.0', '条目2.7没有指标“x”'],
  ['receipts', ({ registers }) => void (registers.receipts.late = 'x'), 'registers.receipts', '条目8没有指标“x”'],
  [
    'attendance',
    ({ registers }) => void (registers.attendance.absences = 'x'),
    'registers.attendance',
    '条目8没有指标“x”',
  ],
  [
    'corrections',
    ({ registers }) => void (registers.corrections.completion = 'x'),
    'registers.corrections',
    '条目2.11没有指标“x”',
  ],
  [
    'topics',
    ({ registers }) => void (registers.topics.groups[1]!.fact = 'x'),
    'registers.topics',
    '条目3.4没有指标“x”',
  ],
  [
    'things in all',
    ({ registers }) => void (registers.things[0]!.all = 'x'),
    'registers.things.0',
    '条目3.9没有指标“x”',
  ],
  [
    'some of the things',
    ({ registers }) => void (registers.things[0]!.some[1]!.fact = 'x'),
    'registers.things.0',
    '条目3.9没有指标“x”',
  ],
  ['a merit', ({ merits }) => void (merits.bonus[0]!.fact = 'x'), 'merits.bonus.0', '条目9没有指标“x”'],
  [
    'a merit at a level',
    ({ merits }) => void (merits.bonus.find(({ levels }) => levels)!.levels = ['N', 'X']),
    `merits.bonus.${rulebook.vocabulary.merits.bonus.findIndex(({ levels }) => levels)}`,
    '条目9没有指标“X1”',
  ],
  ['a deduction', ({ merits }) => void (merits.deductions[2]!.fact = 'x'), 'merits.deductions.2', '条目10没有指标“x”'],
])('says where the words speak of nothing: %s', (_, change, place, message) => {
  expect(told(change)).toEqual([[place, message]]);
});
