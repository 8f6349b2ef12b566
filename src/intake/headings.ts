import type { Entry } from './grid';
import { addContext, pointedItems, withinItem } from './heading-context';
import { fitsMeasure, fitsSamples, measureShown } from './heading-fit';
import { DOUBTFUL, scoresOf, SURE, type Candidate } from './heading-scores';
import { matchAny, matchPattern } from './text';
import type { Target, Targets } from './targets';

/** A heading of a table, or the name of a row, that asks for a value. */
export interface Heading {
  /** Plain text without its measure. */
  leaf: string;
  /** The plain headings above it, outermost first. */
  parents: string[];
  /** Plain measure: %, 个, 日期, 是否; empty when none is given. */
  measure: string;
  /** Some of the cells that it stands over. */
  samples: Entry[];
  /** The item that a reference beside it names. */
  item?: string;
  /** What the table and its sheet are called, in plain text. */
  about?: string[];
}

export type { Candidate };

export type Meaning =
  | { kind: 'target'; target: Target; confidence: number; inverse: boolean }
  | { kind: 'doubtful'; candidates: Candidate[] }
  | { kind: 'ignored' };

/** Answers given earlier to headings that could not be placed. */
export interface Mapping {
  [fingerprint: string]: { item: string; fact: string } | 'ignore';
}

const MARGIN = 0.04;

/** Stays the same for the same heading in another quarter's workbook. */
export function fingerprintOf(heading: Pick<Heading, 'leaf' | 'parents'>): string {
  const stable = [...heading.parents, heading.leaf].map((text) => text.replace(/20\d{2}年?|第?[一二三四]季度/g, ''));
  return stable.filter((text) => text !== '').join('/');
}

/**
 * What each heading of a table means. Evidence adds up: the words themselves, the group they stand under, the item of
 * their neighbours, their measure and the values under them. What stays in doubt is said, never guessed.
 */
export function matchHeadings(written: Heading[], targets: Targets, mapping: Mapping): Meaning[] {
  const headings = written.map((one) => ({
    ...one,
    parents: one.parents.filter((group) => !targets.isBroad(group)),
    measure: one.measure || measureShown(one.samples),
  }));
  const pointed = headings.map((heading) => pointedItems(heading, targets));
  const candidates = headings.map((heading, i) => candidatesFor(heading, pointed[i] as Map<string, number>, targets));
  addContext(headings, candidates, pointed, targets);
  const meanings: Meaning[] = headings.map(() => ({ kind: 'ignored' }));
  const taken = new Set<Target>();
  const open = new Set(headings.keys());

  for (const [index, heading] of written.entries()) {
    const fingerprint = fingerprintOf(heading);
    const answer = Object.hasOwn(mapping, fingerprint) ? mapping[fingerprint] : undefined;
    if (!answer) continue;
    open.delete(index);
    const target =
      answer === 'ignore'
        ? undefined
        : targets.all.find((t) => t.item.id === answer.item && t.fact.id === answer.fact && isWhole(t));
    if (!target) continue;
    taken.add(target);
    meanings[index] = { kind: 'target', target, confidence: 1, inverse: isInverse(heading, target) };
  }

  const pairs = [...open].flatMap((index) => (candidates[index] ?? []).map((candidate) => ({ index, candidate })));
  pairs.sort((a, b) => b.candidate.score - a.candidate.score);
  const seconds = new Map<number, Candidate>();
  for (const { index, candidate } of pairs) {
    if (!open.has(index)) continue;
    const again = taken.has(candidate.target);
    if (again && !candidate.exact) {
      if (candidate.score >= SURE && isWhole(candidate.target) && !seconds.has(index)) seconds.set(index, candidate);
      continue;
    }
    const twin = candidate.exact ? undefined : twinOf(written, meanings, index, candidate.target);
    if (twin !== undefined) {
      const list = (candidates[index] ?? []).filter((one) => isWhole(one.target)).slice(0, 3);
      for (const one of [index, twin]) meanings[one] = { kind: 'doubtful', candidates: list };
      open.delete(index);
      continue;
    }
    const rivals = (candidates[index] ?? []).filter(
      (other) => other.target !== candidate.target && (!taken.has(other.target) || again) && isRival(other, candidate),
    );
    open.delete(index);
    if (candidate.score >= SURE && rivals.every((other) => candidate.score - other.score >= MARGIN)) {
      taken.add(candidate.target);
      const heading = headings[index] as Heading;
      meanings[index] = {
        kind: 'target',
        target: candidate.target,
        confidence: Math.min(1, candidate.score),
        inverse: isInverse(heading, candidate.target),
      };
    } else if (candidate.score >= DOUBTFUL) {
      const best = [candidate, ...rivals].filter((one) => isWhole(one.target)).slice(0, 3);
      if (best.length) meanings[index] = { kind: 'doubtful', candidates: best };
    }
  }
  // A second heading that surely means a figure already placed may be the one that counts: asked, not dropped.
  for (const [index, candidate] of seconds)
    if (open.has(index)) meanings[index] = { kind: 'doubtful', candidates: [candidate] };
  askLoneParts(meanings, targets);
  return meanings;
}

/** Two headings with the same words cannot mean two figures: which is which, nobody can tell. */
function twinOf(headings: Heading[], meanings: Meaning[], index: number, target: Target): number | undefined {
  const fingerprint = fingerprintOf(headings[index] as Heading);
  const twin = meanings.findIndex(
    (meaning, other) =>
      meaning.kind === 'target' &&
      meaning.target.item === target.item &&
      meaning.target.fact !== target.fact &&
      fingerprintOf(headings[other] as Heading) === fingerprint,
  );
  return twin < 0 ? undefined : twin;
}

function isWhole(target: Target): boolean {
  return target.part === undefined && target.rate === undefined;
}

/** Two readings that would put the value in different facts; items with the same figures are no rivals. */
function isRival(other: Candidate, chosen: Candidate): boolean {
  if (other.target.fact === chosen.target.fact) return false;
  return !(other.target.sharedNames.size && other.target.fact.id === chosen.target.fact.id);
}

function isInverse(heading: Heading, target: Target): boolean {
  const { leaf } = heading;
  if (!target.words.inverse.length || target.names.has(leaf)) return false;
  if (matchAny(leaf, target.words.needs)) return false;
  return target.words.inverse.some(
    (pattern) => matchPattern(leaf, pattern) > 0 && !pattern.some((part) => isDenied(leaf, part)),
  );
}

/** 清单不合规 is no question whether it is 合规. */
function isDenied(leaf: string, part: string): boolean {
  return part.split('|').some((word) => new RegExp(`[不未无没]${word}`).test(leaf));
}

/** One of several headings that only together make a fact does not make it alone. */
function askLoneParts(meanings: Meaning[], targets: Targets): void {
  for (const [i, meaning] of meanings.entries()) {
    if (meaning.kind !== 'target' || meaning.target.part === undefined || meaning.target.anyPart) continue;
    const { fact } = meaning.target;
    const others = meanings.filter((other) => other.kind === 'target' && other.target.fact === fact);
    const whole = targets.all.find((target) => target.fact === fact && isWhole(target));
    if (others.length === 1 && whole)
      meanings[i] = { kind: 'doubtful', candidates: [{ target: whole, score: 0.6, exact: false }] };
  }
}

/** A figure that only resembles those that are asked for. */
export function isDecoy(leaf: string, targets: Targets): boolean {
  const resembles = targets.decoyNames.has(leaf) || targets.decoyWords.some((word) => leaf.includes(word));
  return resembles && !targets.byName.has(leaf);
}

function candidatesFor(heading: Heading, pointed: Map<string, number>, targets: Targets): Candidate[] {
  const { leaf } = heading;
  if (!leaf.length || leaf.length > 60) return [];
  if (isDecoy(leaf, targets)) return [];
  const found = new Map<Target, Candidate>();
  const add = (candidate: Candidate): void => {
    const before = found.get(candidate.target);
    if (before && before.score >= candidate.score) return;
    if (!fitsMeasure(heading.measure, candidate.target)) return;
    if (!candidate.exact && !fitsSamples(heading.samples, candidate.target)) return;
    found.set(candidate.target, { ...candidate });
  };
  if (leaf.length > 1) for (const candidate of scoresOf(heading, targets)) add(candidate);
  for (const candidate of withinItem(heading, pointed, targets)) add(candidate);
  const all = [...found.values()];
  // A reference beside it decides, unless its words are those of another item only.
  const own = heading.item === undefined ? [] : all.filter(({ target }) => target.item.id === heading.item);
  return (own.length ? own : all).sort((a, b) => b.score - a.score).slice(0, 8);
}
