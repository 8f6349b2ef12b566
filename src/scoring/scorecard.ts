import { applies } from '../rulebook/applies';
import type { Item, Rulebook, Unit } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import type { CompiledRulebook } from './compile';
import { add, compare, fromDecimal, max, min, subtract, sum, timesOver, ZERO, type Fraction } from './fraction';
import type { ItemScore } from './item-score';
import type { Given } from './parse-fact';
import { resolver } from './resolve';
import { scoreItem } from './score-item';

export interface UnitScore {
  /** In the rulebook's order, sections 1 to 8. */
  items: ItemScore[];
  sections: { section: string; low: Fraction; high: Fraction }[];
  bonus: ItemScore;
  deductions: ItemScore;
  total: {
    /** Only when nothing is open: low equals high. */
    points?: Fraction;
    low: Fraction;
    high: Fraction;
    /** The total over the items that apply, rescaled to 100. */
    rescaled: { low: Fraction; high: Fraction };
    max: number;
  };
}

/** 考评得分 = sum + bonus − deductions, at most the total (100); `floor` also keeps it from falling below 0. */
export function finalScore(
  base: Fraction,
  bonus: Fraction,
  deductions: Fraction,
  cap: number,
  floor: boolean,
): Fraction {
  const score = min(subtract(add(base, bonus), deductions), fromDecimal(cap));
  return floor ? max(score, ZERO) : score;
}

/**
 * Scores one unit by all items.
 * @param given the unit's facts of an item, in the item's order; empty where nothing is known
 * @param asOf the cut-off day; see scoreItem
 */
export function scoreUnit(
  compiled: CompiledRulebook,
  unit: Unit | undefined,
  given: (item: Item) => readonly Given[],
  asOf?: number,
): UnitScore {
  const { rulebook, choice } = compiled;
  const general = resolver(rulebook.readings, choice, new Set());
  const inapplicable = general<string>(rulebook.general.notApplicable);

  function score(item: Item): ItemScore {
    const facts = given(item);
    const result = scoreItem(compiled.item(item.id)!, facts, asOf);
    const known = facts.some((fact) => fact?.is === 'value' || fact?.is === 'rejected');
    // Data beat the lists: who reports on an item is scored by it.
    if (unit && !known && !applies(item, unit)) {
      return notApplicable({ ...result, lines: [], missing: [] }, item, `责任单位名单未列${unit.name}`);
    }
    return result.state === 'notApplicable' ? notApplicable(result, item, result.notes[0]) : result;
  }

  function notApplicable(result: ItemScore, item: Item, why: string): ItemScore {
    const points = inapplicable === 'full' ? fromDecimal(item.points) : ZERO;
    const counted = { full: '按满分计', zero: '按0分计', rescaled: '不计分，总分按适用项折算' }[inapplicable]!;
    const readings = [...result.readings, ...generalReading(rulebook, 'notApplicable')];
    return {
      ...result,
      state: 'notApplicable',
      points,
      low: points,
      high: points,
      readings,
      notes: [`${why}，${counted}`],
    };
  }

  const sections = rulebook.sections.map((section) => ({ section, scores: section.items.map(score) }));
  const items = sections.flatMap((section) => section.scores);
  const bonus = score(rulebook.bonus);
  const deductions = score(rulebook.deductions);
  const pointsOf = new Map(itemsOf(rulebook).map((item) => [item.id, item.points]));
  const applicable = items.filter((item) => item.state !== 'notApplicable');
  const applicableMax = sum(applicable.map((item) => fromDecimal(pointsOf.get(item.item)!)));

  const floor = general<string>(rulebook.general.floor) === 'itemAndTotal';
  const final = (base: Fraction, extra: Fraction, lost: Fraction) =>
    finalScore(base, extra, lost, rulebook.total, floor);
  const rescale = (base: Fraction) =>
    compare(applicableMax, ZERO) === 0 ? ZERO : timesOver(base, fromDecimal(rulebook.total), applicableMax);
  const lowBase = sum(items.map((item) => item.low));
  const highBase = sum(items.map((item) => item.high));
  const lowApplicable = rescale(sum(applicable.map((item) => item.low)));
  const highApplicable = rescale(sum(applicable.map((item) => item.high)));
  const rescaled = {
    low: final(lowApplicable, bonus.low, deductions.high),
    high: final(highApplicable, bonus.high, deductions.low),
  };
  const byApplicable = inapplicable === 'rescaled' && compare(applicableMax, ZERO) !== 0;
  const { low, high } = byApplicable
    ? rescaled
    : { low: final(lowBase, bonus.low, deductions.high), high: final(highBase, bonus.high, deductions.low) };
  return {
    items,
    sections: sections.map(({ section, scores }) => ({
      section: section.id,
      low: sum(scores.map((item) => item.low)),
      high: sum(scores.map((item) => item.high)),
    })),
    bonus,
    deductions,
    total: { ...(compare(low, high) === 0 && { points: low }), low, high, rescaled, max: rulebook.total },
  };
}

/** The id of the reading that a general rule hangs on. */
export function generalReading(rulebook: Rulebook, rule: keyof Rulebook['general']): string[] {
  const value = rulebook.general[rule];
  return typeof value === 'object' && 'byReading' in value ? Object.keys(value.byReading) : [];
}
