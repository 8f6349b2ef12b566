import fc from 'fast-check';
import { lossFinder, type Loss } from '../../src/bulletin/losses';
import { dayInWords, dayToIso, isoToDay, toDay } from '../../src/rulebook/day';
import rulebook from '../../src/rulebook/default';
import type { Item } from '../../src/rulebook/model';
import { compileRulebook } from '../../src/scoring/compile';
import type { Given } from '../../src/scoring/parse-fact';
import { toFactValue } from '../../src/scoring/words';
import { scoreItem } from '../../src/scoring/score-item';
import { givenFacts } from '../scoring/arbitraries';

const compiled = compileRulebook(rulebook, {});
const finder = lossFinder(compiled);
const items = rulebook.sections.flatMap((section) => section.items);
const DAYS = ['2023-03-31', '2023-09-30', '2023-12-31'].map(isoToDay);

const numbersIn = (text: string) =>
  [...text.replace(/\s/g, '').matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

/** Values as they may be reported; no more decimals than anybody writes. */
const rounded = (given: Given[]) =>
  given.map((entry): Given =>
    entry.is === 'value' && Number.isFinite(entry.value)
      ? { is: 'value', value: Math.round(entry.value * 100) / 100 }
      : entry,
  );

function monthLater(day: number): number {
  const [year, month, date] = dayToIso(day).split('-').map(Number);
  const next = (month % 12) + 1;
  const from = month === 12 ? year + 1 : year;
  return [date, 30, 29, 28].flatMap((last) => toDay(from, next, Math.min(date, last)) ?? [])[0];
}

/** What a reason's numbers may be: values of the item's facts, and what the rules say; or one worked out of two of them. */
function sources(item: Item, { criteria }: Loss, given: Given[]): { said: number[]; values: number[] } {
  const values: number[] = [];
  // 每次 is said as 每1次.
  const said = [item.points, 0, 1];
  given.forEach((entry, position) => {
    if (entry.is !== 'value' || !Number.isFinite(entry.value)) return;
    if (!item.facts[position].type.startsWith('date')) return void values.push(entry.value);
    // 公布后1个月内: a day that another one sets.
    said.push(...numbersIn(dayInWords(entry.value)), ...numbersIn(dayInWords(monthLater(entry.value))));
  });
  const about = criteria.length ? criteria : item.criteria;
  for (const { clause, rule, due } of about) {
    said.push(...numbersIn(clause), ...numbersIn(JSON.stringify(rule).replace(/-/g, ' ')), ...numbersIn(due ?? ''));
  }
  item.facts.forEach((fact) => said.push(...numbersIn(fact.name)));
  return { said, values };
}

/** A share of two counts in percent, so many times the points for each, or what that leaves of a rule's points. */
function workedOut({ said, values }: ReturnType<typeof sources>): number[] {
  const shares = values.flatMap((part) => values.map((whole) => Math.round((part / whole) * 10_000) / 100));
  const times = values.flatMap((value) => said.map((points) => value * points));
  return [...shares, ...times, ...times.flatMap((off) => said.map((points) => points - off))];
}

describe('every number in the reason of a loss is a value of its facts, the rule, or follows from two of them', () => {
  it.each(items.map((item) => [item.id, item] as const))('%s', (_, item) => {
    const check = (arbitrary: Given[], asOf: number) => {
      const given = rounded(arbitrary);
      const facts = item.facts.map((fact, position) => {
        const entry = given[position];
        return { fact: fact.id, value: entry?.is === 'value' ? toFactValue(fact, entry.value) : undefined };
      });
      const score = { ...scoreItem(compiled.item(item.id)!, given, asOf), facts };
      for (const loss of finder.lossesOf({ unit: '县甲局', items: [score] })) {
        if (!loss.reason || !loss.criteria.length) throw new Error(`no reason for ${JSON.stringify(given)}`);
        const from = sources(item, loss, given);
        const known = [...from.said, ...from.values, ...workedOut(from)];
        const unknown = numbersIn(loss.reason).filter(
          (number) => !known.some((value) => Math.abs(value - number) < 1e-9),
        );
        if (unknown.length) throw new Error(`${unknown.join()} in ${loss.reason}, of ${JSON.stringify(given)}`);
      }
    };
    fc.assert(fc.property(givenFacts(item), fc.constantFrom(...DAYS), check), { numRuns: 40 });
  });
});

it('says nothing of other lines where one is all that counts', () => {
  const { lossesOf } = finder;
  const lost = (values: number[]) => {
    const given = values.map((value): Given => ({ is: 'value', value }));
    return lossesOf({ unit: '县甲局', items: [scoreItem(compiled.item('1.2.1')!, given, DAYS[2])] })[0].reason;
  };
  expect(lost([1, 1])).toBe('发现不一致的抽查轮次1轮');
  expect(lost([2, 3])).toBe('发现不一致的抽查轮次2轮，达到2轮，此项不得分');
});

it('tells yes and no as a sentence does', () => {
  const lost = (id: string, values: number[]) => {
    const given = values.map((value): Given => ({ is: 'value', value }));
    return finder.lossesOf({ unit: '县甲局', items: [scoreItem(compiled.item(id)!, given, DAYS[2])] })[0].reason;
  };
  expect(lost('2.6', [0, 1])).toBe('未下发管理制度');
  expect(lost('3.13.3', [0])).toBe('未做到投资项目代办深入开展');
  expect(lost('2.2', [1, isoToDay('2023-06-01'), 0])).toBe('未按要求推进');
});
