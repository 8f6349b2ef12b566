import { dayInWords } from '../rulebook/day';
import { isDate, type ItemRules } from '../rulebook/rules';
import type { Values } from './context';
import type { CompiledCriterion, CompiledItem } from './compile';
import { extremes, isBetter } from './extremes';
import { compare, fraction, toPoints, type Fraction } from './fraction';
import type { ItemScore, Line } from './item-score';
import type { Part } from './mechanisms/part';
import { HUNDREDTHS, hundredths } from './mechanisms/part';
import type { Given } from './parse-fact';
import { decimal } from './words';

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
 * low takes it as it stands, high as it can still become; a mark that was given is given. A date after the cut-off has
 * not happened yet.
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
      if (isDate(fact) && value <= asOf) continue; // It has happened, in time or not.
      situation.high[position] = best;
      if (isDate(fact)) situation.low[position] = worst;
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
  if (item.penalty) return points ? `扣${decimal(points)}分` : '不扣分';
  if (points > 0) return `得${decimal(points)}分`;
  if (points < 0) return `${isAward ? '失' : '扣'}${decimal(-points)}分`;
  if (isAward) return combination.start === 'full' ? '不失分' : '不得分';
  return '不扣分';
}

/** The reasons of a criterion's parts; what they begin with alike is said once. */
function reasons(parts: Part[], values: Values): string {
  let said = '';
  for (const part of parts) {
    const because = part.because(values);
    const more = said ? unsaid(because, said) : because;
    said += said && more ? `，${more}` : more;
  }
  return said;
}

/** A reason without the words, up to some comma, that what was said before begins with too. */
function unsaid(reason: string, said: string): string {
  let from = 0;
  while (from < reason.length) {
    const comma = reason.indexOf('，', from);
    const end = comma < 0 ? reason.length : comma;
    const ends = end === said.length || said[end] === '，';
    if (!ends || !said.startsWith(reason.slice(from, end), from)) break;
    from = end + 1;
  }
  return reason.slice(from);
}

function strikes(parts: Part[], values: Values, unit: number): boolean {
  return parts.some((part) => part.kind === 'void' && part.value(values, unit) !== 0);
}

/** The line of a criterion whose facts are known. */
function knownLine(
  compiled: CompiledItem<ItemRules>,
  { criterion, parts, factIds, isAward, canStrike }: CompiledCriterion,
  effect: Fraction,
  values: Values,
): Line {
  const because = reasons(parts, values);
  const words = canStrike && strikes(parts, values, 1) ? '此项不得分' : effectInWords(effect, isAward, compiled);
  return {
    criterion: criterion.id,
    clause: criterion.clause,
    facts: factIds,
    effect,
    because: because ? `${because}，${words}` : words,
  };
}

function line(compiled: CompiledItem<ItemRules>, criterion: CompiledCriterion, situation: Situation): Line {
  const { known } = situation;
  const absent = criterion.facts.filter(
    (position) => Number.isNaN(known[position]) && isNeeded(compiled, position, known),
  );
  const open = criterion.facts.filter((position) => situation.open.includes(position));
  const deadline = open.length
    ? `期限${dayInWords(Math.max(...open.map((position) => compiled.due(position, known))))}`
    : '';
  if (absent.length) {
    const waiting = absent.every((position) => open.includes(position));
    return {
      criterion: criterion.criterion.id,
      clause: criterion.criterion.clause,
      facts: criterion.factIds,
      because: `${waiting ? '未到期限，尚未填报' : '缺少'}：${names(compiled, absent)}${deadline && `（${deadline}）`}`,
    };
  }
  const unit = compiled.unit(known);
  const result = knownLine(compiled, criterion, fraction(compiled.effect(criterion, known, unit), unit), known);
  if (open.length > 0 && canStillGain(compiled, criterion, situation)) result.because += `（${deadline}，尚可改进）`;
  return result;
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
function wholeItemNotes(compiled: CompiledItem<ItemRules>, values: Values, raw: number, unit: number): string[] {
  const { item, combination, reserve } = compiled;
  if (compiled.criteria.some(({ parts }) => strikes(parts, values, unit))) return ['有一条此项不得分，其余各条不计'];
  const notes: string[] = [];
  if (combination.start === 'own' && reserve) notes.push(`扣分各条自带的${decimal(reserve)}分计入，从中扣减`);
  if (combination.start === 'pool' && reserve) notes.push(`得分各条以外的${decimal(reserve)}分计入，先从中扣减`);
  if (combination.start === 'full') notes.push(`从满分${decimal(item.points)}分起扣`);
  if (combination.take === 'lowest') notes.push('取得分较低的一条');
  if (combination.scale) notes.push(`各条得分之和按${combination.scale[0]}：${combination.scale[1]}折算`);
  if (compiled.floored && raw < 0) notes.push('扣分超过本项分值，按0分计');
  if (!item.penalty && raw > hundredths(item.points) * (unit / HUNDREDTHS)) {
    notes.push(`合计超过本项分值，按${decimal(item.points)}分计`);
  }
  return notes;
}

function nothingToDo(compiled: CompiledItem<ItemRules>, values: Values): boolean {
  for (const position of compiled.sizes) if (values[position] === 0) return true;
  return false;
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
  const values = asOf === undefined ? finalValues(compiled, given, compiled.absent.slice()) : undefined;
  if (values && given.every((entry) => entry.is !== 'rejected' && entry.is !== 'notApplicable')) {
    return scoreOf(compiled, values);
  }
  const { item } = compiled;
  const situation = sortOut(compiled, given, asOf);
  const unavailable = [...situation.missing, ...situation.open].filter((position) =>
    Number.isNaN(situation.known[position]),
  );
  const complete = unavailable.length === 0;
  const unit = compiled.unit(situation.known);
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
    notes: complete ? wholeItemNotes(compiled, situation.known, compiled.raw(situation.known, unit), unit) : [],
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

/** The score of facts that are all known and final. */
function scoreOf(compiled: CompiledItem<ItemRules>, values: Values): ItemScore {
  const unit = compiled.unit(values);
  const raw = compiled.raw(values, unit);
  const points = compiled.within(raw, unit);
  return {
    item: compiled.item.id,
    state: 'scored',
    points,
    low: points,
    high: points,
    lines: compiled.criteria.map((criterion) =>
      knownLine(compiled, criterion, fraction(compiled.effect(criterion, values, unit), unit), values),
    ),
    missing: [],
    open: [],
    rejected: [],
    readings: compiled.readings,
    notes: wholeItemNotes(compiled, values, raw, unit),
  };
}

function lacksNeeded(compiled: CompiledItem<ItemRules>, values: number[]): boolean {
  for (const position of compiled.used) {
    if (Number.isNaN(values[position]) && isNeeded(compiled, position, values)) return true;
  }
  return false;
}

/** The facts' values when every needed one is known and there is something to do; undefined otherwise. */
function finalValues(
  compiled: CompiledItem<ItemRules>,
  given: readonly Given[],
  values: number[],
): number[] | undefined {
  const { absent, sizes } = compiled;
  let complete = true;
  for (let position = 0; position < absent.length; position++) {
    const entry = given[position];
    const value = entry?.is === 'value' ? entry.value : absent[position];
    values[position] = value;
    complete &&= !Number.isNaN(value);
  }
  if (!complete && lacksNeeded(compiled, values)) return undefined;
  return sizes.length > 0 && nothingToDo(compiled, values) ? undefined : values;
}

/**
 * The points alone, without reasons, when every needed fact has a value and none is marked 不涉及; undefined otherwise.
 * Cells call this thousands of times; scoreItem says what is wrong when it gives nothing.
 */
export function pointsOf(compiled: CompiledItem<ItemRules>, given: readonly Given[]): Fraction | undefined {
  const values = finalValues(compiled, given, compiled.scratch);
  return values && compiled.points(values);
}
