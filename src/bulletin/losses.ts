import type { Criterion, Item } from '../rulebook/model';
import type { CompiledItem, CompiledRulebook } from '../scoring/compile';
import {
  add,
  compare,
  fromDecimal,
  min,
  negate,
  subtract,
  sum,
  timesOver,
  ZERO,
  type Fraction,
} from '../scoring/fraction';
import type { FactUsed } from '../assessment';
import { extremes, isBetter } from '../scoring/extremes';
import { fromFactValue } from '../scoring/parse-fact';
import { valueInWords } from '../scoring/words';
import type { ItemScore, Line } from '../scoring/item-score';
import { plain, withoutStop } from './words';

/** Points that one unit has lost for good on one item, by one sentence of its clause or by several together. */
export interface Loss {
  unit: string;
  item: Item;
  criteria: Criterion[];
  lost: Fraction;
  /** Chinese, with the values in it. */
  reason: string;
}

/** What the rules of an item can give. */
interface Ceiling {
  /** The most points that its criteria allow, which may be less than the item's points (3.9 in 2023). */
  most: Fraction;
  /**
   * Points that each criterion's awards come to in full, by criterion. Where the item starts from full points there is
   * nothing to win: an unmet award is a loss there.
   */
  awards: Map<string, Fraction>;
}

function ceilingOf({ item, criteria, combination }: CompiledItem): Ceiling {
  const { start, take, scale = [1, 1] } = combination;
  const points = fromDecimal(item.points);
  if (start === 'full') return { most: points, awards: new Map() };
  const awards = new Map(
    criteria.map(({ criterion, parts }): [string, Fraction] => {
      const bounded = parts.filter((part) => part.kind === 'award' && Number.isFinite(part.full));
      return [criterion.id, sum(bounded.map((part) => fromDecimal(part.full)))];
    }),
  );
  if (start !== 'zero') return { most: points, awards };
  const full = take === 'lowest' ? [...awards.values()].reduce(min) : sum(awards.values());
  return { most: min(points, timesOver(full, fromDecimal(scale[0]), fromDecimal(scale[1]))), awards };
}

interface Shortfall {
  line: Line;
  lost: Fraction;
}

/**
 * The lines that explain a loss, each with its share, when the shares add up to it exactly: deductions alone, or
 * deductions and awards that were not won in full. Otherwise (capped, floored or scaled items) nothing.
 */
function shares(lines: Line[], lost: Fraction, full: Map<string, Fraction>): Shortfall[] | undefined {
  const decided = lines.filter((line) => line.effect);
  const deducted = decided
    .filter((line) => compare(line.effect!, ZERO) < 0)
    .map((line) => ({ line, lost: negate(line.effect!) }));
  const missed = decided
    .filter((line) => compare(line.effect!, ZERO) >= 0)
    .map((line) => ({ line, lost: subtract(full.get(line.criterion) ?? ZERO, line.effect!) }))
    .filter((shortfall) => compare(shortfall.lost, ZERO) > 0);
  return [deducted, [...deducted, ...missed]].find(
    (candidate) => candidate.length > 0 && compare(sum(candidate.map((shortfall) => shortfall.lost)), lost) === 0,
  );
}

/** Why, without the points at its end: they stand beside it. */
export function reasonOf(line: Line): string {
  return withoutStop(plain(line.because)).replace(/，(?:[得失扣][\d.]+分|不[得失扣]分)$/, '');
}

/** The reasons of several lines, without those that another one says too, and without what goes without saying. */
function jointReason(lines: Line[], notes: string[]): string {
  const bare = lines.map(reasonOf);
  const told = lines.filter(
    (_, index) => !bare.some((other, at) => at !== index && other.startsWith(`${bare[index]}，`)),
  );
  const alone = told.length === 1;
  // Where one line is all that counts, no other is left to be said not to.
  const unsaid = alone ? /^从满分|其余各条不计$/ : /^从满分/;
  const reasons = [
    ...told.map((line) => (alone ? reasonOf(line) : line.because)),
    ...notes.filter((note) => !unsaid.test(note)),
  ];
  return reasons.map((text) => withoutStop(plain(text))).join('；');
}

/** 已制定方案：否 as a sentence has it, 未制定方案; 用水同步过户：否, 未做到用水同步过户. */
function inSentences(reason: string, { facts }: Item): string {
  return facts
    .filter(({ type }) => type === 'bool')
    .reduce((text, { name, better }) => {
      const told = plain(name);
      const denied = told.startsWith('已') ? `未${told.slice(1)}` : `未做到${told.replace('已', '')}`;
      const affirmed = text.replaceAll(`${told}：是`, told);
      return better === 'yes' ? affirmed.replaceAll(`${told}：否`, denied) : affirmed;
    }, reason);
}

/** What is needed of a unit's scores to tell what it has lost. */
export interface ScoredUnit {
  unit: string;
  items: (Pick<ItemScore, 'item' | 'state' | 'high' | 'lines' | 'notes'> & {
    facts?: Pick<FactUsed, 'fact' | 'value'>[];
  })[];
}

/** Tells, by rules under one choice of readings, what scores have lost. */
export interface LossFinder {
  /** Where and why a unit has lost points, criterion by criterion where that is exact. */
  lossesOf(card: ScoredUnit): Loss[];
  /** Whether a criterion is decided and gives all that it can. */
  isMet(line: Line, item: Item): boolean;
  /** The most points that an item's criteria allow. */
  most(item: Item): Fraction;
}

export function lossFinder(compiled: CompiledRulebook): LossFinder {
  const items = compiled.rulebook.sections.flatMap((section) => section.items);
  const ceilings = new Map(items.map((item) => [item.id, ceilingOf(compiled.item(item.id)!)]));
  const ceiling = (item: Item) => ceilings.get(item.id)!;

  function isMet(line: Line, item: Item): boolean {
    return line.effect !== undefined && compare(line.effect, ceiling(item).awards.get(line.criterion) ?? ZERO) >= 0;
  }

  function lossesOn(item: Item, unit: string, score: ScoredUnit['items'][number]): Loss[] {
    if (score.state === 'notApplicable') return [];
    const lost = subtract(ceiling(item).most, score.high);
    if (compare(lost, ZERO) <= 0) return [];
    const criteriaOf = (line: Line) => item.criteria.filter(({ id }) => id === line.criterion);
    const exact = shares(score.lines, lost, ceiling(item).awards);
    if (exact) {
      return exact.map((share) => ({
        unit,
        item,
        criteria: criteriaOf(share.line),
        lost: share.lost,
        reason: reasonOf(share.line),
      }));
    }
    const unmet = score.lines.filter((line) => line.effect && !isMet(line, item));
    // What can still be gained is not lost.
    const final = unmet.filter(({ because }) => !because.endsWith('尚可改进）'));
    const short = final.length > 0 ? final : unmet;
    if (short.length === 0) return [{ unit, item, lost, ...decidedEarly(item, score) }];
    return [{ unit, item, criteria: short.flatMap(criteriaOf), lost, reason: jointReason(short, score.notes) }];
  }

  /** Where what is known decides whatever the rest may be, no line says so: the facts that fall short do. */
  function decidedEarly(item: Item, { lines, facts = [] }: ScoredUnit['items'][number]) {
    const short = item.facts.flatMap((fact) => {
      const given = fromFactValue(fact, facts.find((used) => used.fact === fact.id)?.value, compiled.rulebook.year);
      if (given.is !== 'value' || !isBetter(fact, given.value, extremes(fact).best)) return [];
      return [
        { id: fact.id, words: `${fact.name}${fact.type === 'bool' ? '：' : ''}${valueInWords(fact, given.value)}` },
      ];
    });
    const telling = lines.filter((line) => line.facts.some((id) => short.some((fact) => fact.id === id)));
    const told = short.filter(({ id }) => telling.some((line) => line.facts.includes(id)));
    return {
      criteria: item.criteria.filter(({ id }) => telling.some((line) => line.criterion === id)),
      reason: told.map(({ words }) => plain(words)).join('，'),
    };
  }

  return {
    isMet,
    most: (item) => ceiling(item).most,
    lossesOf: (card) =>
      items.flatMap((item) =>
        card.items
          .filter((score) => score.item === item.id)
          .flatMap((score) => lossesOn(item, card.unit, score))
          .map((loss) => ({ ...loss, reason: inSentences(loss.reason, item) })),
      ),
  };
}

/** Losses on the same sentences of the same item, taken together over the units. */
export interface Problem {
  item: Item;
  criteria: Criterion[];
  lost: Fraction;
  losses: Loss[];
}

/** Worst first, then the most frequent, then in the rulebook's order. */
export function problemsOf(losses: Loss[], order: (item: string) => number): Problem[] {
  const problems = new Map<string, Problem>();
  for (const loss of losses) {
    const key = [loss.item.id, ...loss.criteria.map(({ id }) => id)].join('|');
    const problem = problems.get(key) ?? { item: loss.item, criteria: loss.criteria, lost: ZERO, losses: [] };
    problem.lost = add(problem.lost, loss.lost);
    problem.losses.push(loss);
    problems.set(key, problem);
  }
  return [...problems.values()].sort(
    (a, b) => compare(b.lost, a.lost) || b.losses.length - a.losses.length || order(a.item.id) - order(b.item.id),
  );
}
