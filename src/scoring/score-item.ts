import { dayInWords } from '../rulebook/day';
import type { ItemRules } from '../rulebook/rules';
import type { CompiledCriterion, CompiledItem } from './compile';
import { extremes, isBetter } from './extremes';
import { compare, fraction, toPoints, ZERO, type Fraction } from './fraction';
import type { ItemScore, Line } from './item-score';
import type { Given } from './parse-fact';
import { decimal, official } from './words';

/** What is known of an item's facts, sorted out for scoring. */
interface Situation {
  /** As known; NaN where missing. */
  known: number[];
  low: number[];
  high: number[];
  /** Positions of needed facts that are missing and whose time is over (or that are no target at all). */
  missing: number[];
  /** Positions of facts that can still be met before their deadline. */
  open: number[];
  /** Positions marked 不涉及. */
  notApplicable: number[];
  rejected: { fact: string; problem: string }[];
}

/**
 * Sorts out the facts. With a cut-off day, an unmet target whose deadline lies after it stays open, reported or not:
 * low takes it as it stands, high as it can still become; a mark that was given is given. A date after the cut-off has not happened yet.
 */
function sortOut(compiled: CompiledItem<ItemRules>, given: readonly Given[], asOf?: number): Situation {
  const { item } = compiled;
  const known = item.facts.map((fact, position) => {
    const entry = given[position];
    if (entry?.is === 'value') return entry.value;
    return entry?.is === 'rejected' || fact.absent === undefined ? NaN : fact.absent;
  });
  const situation: Situation = {
    known,
    low: [...known],
    high: [...known],
    missing: [],
    open: [],
    notApplicable: [],
    rejected: [],
  };
  for (const position of compiled.used) {
    const fact = item.facts[position];
    const entry = given[position];
    const { worst, best } = extremes(fact);
    const needed = isNeeded(compiled, position, known);
    if (entry?.is === 'rejected') situation.rejected.push({ fact: fact.id, problem: entry.problem });
    if (entry?.is === 'notApplicable' && fact.absent === undefined && needed) situation.notApplicable.push(position);
    const isOpen = asOf !== undefined && fact.nature === 'target' && asOf < compiled.due(position, known);
    const value = known[position];
    if (Number.isNaN(value)) {
      situation.low[position] = worst;
      situation.high[position] = best;
      if (needed && isOpen) situation.open.push(position);
      else if (needed) situation.missing.push(position);
    } else if (isOpen && fact.type !== 'mark' && isBetter(fact, value, best)) {
      const isDate = fact.type === 'date' || fact.type === 'dateOrNever';
      if (isDate && value <= asOf) continue; // It has happened, in time or not.
      situation.high[position] = best;
      if (isDate) situation.low[position] = worst;
      situation.open.push(position);
    }
  }
  return situation;
}

function isNeeded(compiled: CompiledItem<ItemRules>, position: number, known: number[]): boolean {
  const condition = compiled.neededWhen[position];
  if (!condition) return true;
  return condition.facts.some((fact) => Number.isNaN(known[fact])) || condition.holds(known);
}

function names(compiled: CompiledItem<ItemRules>, positions: number[]): string {
  return positions.map((position) => compiled.item.facts[position].name).join('、');
}

function effectInWords(effect: Fraction, isAward: boolean, { item, combination }: CompiledItem<ItemRules>): string {
  const points = toPoints(effect);
  if (item.penalty) return points ? `扣${points}分` : '不扣分';
  if (points > 0) return `得${points}分`;
  if (points < 0) return `${isAward ? '失' : '扣'}${decimal(-points)}分`;
  if (isAward) return combination.start === 'full' ? '不失分' : '不得分';
  return '不扣分';
}

function line(compiled: CompiledItem<ItemRules>, criterion: CompiledCriterion, situation: Situation): Line {
  const { item } = compiled;
  const base = {
    criterion: criterion.criterion.id,
    clause: criterion.criterion.clause,
    facts: criterion.facts.map((position) => item.facts[position].id),
  };
  const absent = criterion.facts.filter(
    (position) => Number.isNaN(situation.known[position]) && isNeeded(compiled, position, situation.known),
  );
  const open = criterion.facts.filter((position) => situation.open.includes(position));
  const deadline = open.length
    ? `期限${dayInWords(Math.max(...open.map((position) => compiled.due(position, situation.known))))}`
    : '';
  if (absent.length) {
    const waiting = absent.every((position) => open.includes(position));
    return {
      ...base,
      because: official(
        `${waiting ? '未到期限,尚未填报' : '缺少'}:${names(compiled, absent)}${deadline && `(${deadline})`}`,
      ),
    };
  }
  const unit = compiled.unit(situation.known);
  const effect = fraction(compiled.effect(criterion, situation.known, unit), unit);
  const isAward = criterion.parts.some((part) => part.kind === 'award');
  const reasons = criterion.parts.map((part) => part.because(situation.known)).filter(Boolean);
  const because = [...new Set(reasons), effectInWords(effect, isAward, compiled)].join(',');
  const improvable = open.length > 0 && canStillGain(compiled, criterion, situation);
  return { ...base, effect, because: official(improvable ? `${because}(${deadline},尚可改进)` : because) };
}

function canStillGain(compiled: CompiledItem<ItemRules>, criterion: CompiledCriterion, situation: Situation): boolean {
  const before = fraction(
    compiled.effect(criterion, situation.low, compiled.unit(situation.low)),
    compiled.unit(situation.low),
  );
  const after = fraction(
    compiled.effect(criterion, situation.high, compiled.unit(situation.high)),
    compiled.unit(situation.high),
  );
  return compare(before, after) < 0;
}

/** What the item as a whole did to the sum of its criteria. */
function wholeItemNotes(compiled: CompiledItem<ItemRules>, situation: Situation): string[] {
  const { item, combination } = compiled;
  const notes: string[] = [];
  if (combination.start === 'full') notes.push(`从满分${decimal(item.points)}分起扣`);
  if (combination.take === 'lowest') notes.push('取得分较低的一条');
  if (combination.scale) notes.push(`各条得分之和按${combination.scale[0]}：${combination.scale[1]}折算`);
  const unit = compiled.unit(situation.known);
  const raw = fraction(compiled.raw(situation.known, unit), unit);
  if (compiled.floored && compare(raw, ZERO) < 0) notes.push('扣分超过本项分值，按0分计');
  if (!item.penalty && compare(raw, fraction(Math.round(item.points * 100), 100)) > 0) {
    notes.push(`合计超过本项分值，按${decimal(item.points)}分计`);
  }
  return notes;
}

/** A size of 0 says so, even where the rules look only at what was done (5.1: no systems, none shared). */
function nothingToDo(compiled: CompiledItem<ItemRules>, known: readonly number[]): boolean {
  return compiled.item.facts.some(
    (fact, position) => fact.zero && known[position] === 0 && (!fact.optional || compiled.used.includes(position)),
  );
}

function allInapplicable(compiled: CompiledItem<ItemRules>, situation: Situation): boolean {
  if (nothingToDo(compiled, situation.known)) return true;
  if (!situation.notApplicable.length) return false;
  return compiled.used.every((position) => {
    const { absent, ifNotApplicable } = compiled.item.facts[position];
    const value = situation.known[position];
    return absent !== undefined || Number.isNaN(value) || value === ifNotApplicable;
  });
}

/**
 * Scores one item. Facts are given in the item's order; what is not given is missing.
 * @param asOf the cut-off day as a serial; without it all facts are final, as in YL.SCORE
 */
export function scoreItem(compiled: CompiledItem<ItemRules>, given: readonly Given[], asOf?: number): ItemScore {
  const { item } = compiled;
  const situation = sortOut(compiled, given, asOf);
  const unavailable = [...situation.missing, ...situation.open].filter((position) =>
    Number.isNaN(situation.known[position]),
  );
  const complete = unavailable.length === 0;
  const low = compiled.points(situation.low);
  const high = compiled.points(situation.high);
  const result: ItemScore = {
    item: item.id,
    state: 'scored',
    low,
    high,
    lines: compiled.criteria.map((criterion) => line(compiled, criterion, situation)),
    missing: [...new Set(unavailable)].sort((a, b) => a - b).map((position) => item.facts[position].id),
    open: situation.open.map((position) => item.facts[position].id),
    rejected: situation.rejected,
    readings: compiled.readings,
    notes: complete ? wholeItemNotes(compiled, situation) : [],
  };
  if (situation.rejected.length) return { ...result, state: 'rejected' };
  if (allInapplicable(compiled, situation)) {
    return { ...result, state: 'notApplicable', missing: [], open: [], lines: [], notes: ['本项不涉及'] };
  }
  if (situation.notApplicable.length) {
    result.notes = [`${names(compiled, situation.notApplicable)}填“不涉及”，但本项其他指标有值，请核实`];
  }
  if (situation.missing.length) return { ...result, state: 'pending' };
  if (compare(low, high) !== 0) return { ...result, state: 'notDue' };
  return { ...result, points: low };
}

/**
 * The points alone, without reasons, when every needed fact has a value and none is marked 不涉及; undefined otherwise.
 * Cells call this thousands of times; scoreItem says what is wrong when it gives nothing.
 */
export function pointsOf(compiled: CompiledItem<ItemRules>, given: readonly Given[]): Fraction | undefined {
  const values = compiled.absent.slice();
  for (let position = 0; position < values.length; position++) {
    const entry = given[position];
    if (entry?.is === 'value') values[position] = entry.value;
  }
  for (const position of compiled.used) {
    if (Number.isNaN(values[position]) && isNeeded(compiled, position, values)) return undefined;
  }
  return nothingToDo(compiled, values) ? undefined : compiled.points(values);
}
