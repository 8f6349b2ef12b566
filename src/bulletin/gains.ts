import type { FactUsed } from '../assessment';
import { dayInWords } from '../rulebook/day';
import type { Better, Fact } from '../rulebook/model';
import type { CompiledItem } from '../scoring/compile';
import { subtract, sum, toPoints, type Fraction } from '../scoring/fraction';
import { improvements, type Improvement } from '../scoring/improve';
import type { ItemScore } from '../scoring/item-score';
import { fromFactValue, type Given } from '../scoring/parse-fact';
import { valueInWords } from '../scoring/words';
import type { Context } from './context';
import { fromCells, plain, quoted, withoutStop } from './words';

type Scored = ItemScore & { facts: FactUsed[] };

/** The most points that scores can still gain. */
export function reachable(scores: Pick<ItemScore, 'low' | 'high'>[]): Fraction {
  return sum(scores.map(({ low, high }) => subtract(high, low)));
}

/** How a change for the better is called where it is not 达到. */
const TOWARDS: Partial<Record<Better, string>> = { less: '降至' };

function isDate({ type }: Fact): boolean {
  return type === 'date' || type === 'dateOrNever';
}

/** 即办件比例由70%达到75%; a date by its last day; 做到“惠企政策已抄送”. */
function stepInWords({ fact, from, to }: Improvement): string {
  if (fact.type === 'bool') {
    return fact.better === 'no' ? `消除${quoted(fact.name)}的情形` : `做到${quoted(fact.name)}`;
  }
  if (isDate(fact)) return `${plain(fact.name)}不晚于${valueInWords(fact, to)}`;
  return `${plain(fact.name)}由${valueInWords(fact, from)}${TOWARDS[fact.better] ?? '达到'}${valueInWords(fact, to)}`;
}

/** What is known of an item's facts as the engine takes it: NaN where nothing is. */
function valuesOf({ item, absent }: CompiledItem, score: Scored, year: number): number[] {
  return item.facts.map((fact, position) => {
    const used = score.facts.find((candidate) => candidate.fact === fact.id);
    const given: Given = fromFactValue(fact, used?.value, year);
    return given.is === 'value' ? given.value : absent[position];
  });
}

/**
 * How a unit can still gain points on an item: the smallest changes that gain, where all that counts is known and there
 * is still time, otherwise what has to be reported or corrected. Chinese, a phrase each.
 */
export function waysToGain({ compiled, assessment }: Context, score: Scored): string[] {
  const rules = compiled.item(score.item)!;
  const { item } = rules;
  const { year } = assessment.rulebook;
  const values = valuesOf(rules, score, year);
  const nameOf = (id: string) => plain(item.facts.find((fact) => fact.id === id)?.name ?? id);
  const position = (id: string) => item.facts.findIndex((fact) => fact.id === id);
  const soonest = (facts: string[]) => dayInWords(Math.min(...facts.map((id) => rules.due(position(id), values))));

  const unknown = score.open.filter((id) => Number.isNaN(values[position(id)]));
  const lacking = score.missing.filter((id) => !score.open.includes(id));
  const complete = lacking.length === 0 && score.rejected.length === 0;
  const steps =
    complete && unknown.length === 0
      ? improvements(rules, values).filter(({ fact }) => score.open.includes(fact.id))
      : [];
  const ways = steps.map((step) => {
    const deadline = isDate(step.fact) ? '' : `（${soonest([step.fact.id])}前）`;
    return `${stepInWords(step)}，加${toPoints(step.gain)}分${deadline}`;
  });
  // No single change gains here: the item's targets have to be met together.
  const together = complete && steps.length === 0 ? score.open.filter((id) => !unknown.includes(id)) : [];
  if (together.length > 0) {
    ways.push(`使${together.map(nameOf).join('、')}符合评分标准的要求（${soonest(together)}前）`);
  }
  // A mark is for others to give: the unit can do the task, and no more.
  const isMark = (id: string) => item.facts[position(id)]?.type === 'mark';
  const [marks, own] = [unknown.filter(isMark), unknown.filter((id) => !isMark(id))];
  if (unknown.length > 0) {
    const report = own.length > 0 ? `并填报${own.map(nameOf).join('、')}` : '';
    const marked = marks.length > 0 ? `，以${marks.map(nameOf).join('、')}为准` : '';
    ways.push(`完成任务${report}（${soonest(unknown)}前）${marked}`);
  }
  const [unmarked, unreported] = [lacking.filter(isMark), lacking.filter((id) => !isMark(id))];
  if (unreported.length > 0) ways.push(`补报${unreported.map(nameOf).join('、')}`);
  if (unmarked.length > 0) ways.push(`待评定${unmarked.map(nameOf).join('、')}`);
  return [...ways, ...score.rejected.map(({ problem }) => `更正：${withoutStop(fromCells(problem))}`)];
}
