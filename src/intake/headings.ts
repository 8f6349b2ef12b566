import type { FactType } from '../rulebook/model';
import { readDate } from './dates';
import type { Entry } from './grid';
import { bigrams, likeness, matchAny, matchPattern, splitHeading } from './text';
import type { Target, Targets } from './targets';
import { readFigure, readNumber } from './values';

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
}

export interface Candidate {
  target: Target;
  score: number;
}

export type Meaning =
  | { kind: 'target'; target: Target; confidence: number; inverse: boolean }
  | { kind: 'doubtful'; candidates: Candidate[] }
  | { kind: 'ignored' };

/** Answers given earlier to headings that could not be placed. */
export interface Mapping {
  [fingerprint: string]: { item: string; fact: string } | 'ignore';
}

const SURE = 0.68;
const DOUBTFUL = 0.52;
const MARGIN = 0.04;
/** A look at this many cells under a heading tells what kind of value stands there. */
const SAMPLES = 12;

/** Stays the same for the same heading in another quarter's workbook. */
export function fingerprintOf(heading: Pick<Heading, 'leaf' | 'parents'>): string {
  const stable = [...heading.parents, heading.leaf].map((text) => text.replace(/20\d{2}年?|第?[一二三四]季度/g, ''));
  return stable.filter((text) => text !== '').join('/');
}

/**
 * What each heading of a table means. Evidence adds up: the words themselves, the group they stand under, the item of
 * their neighbours, their measure and the values under them. What stays in doubt is said, never guessed.
 */
export function matchHeadings(headings: Heading[], targets: Targets, mapping: Mapping): Meaning[] {
  const candidates = headings.map((heading) => candidatesFor(heading, targets));
  addContext(headings, candidates, targets);
  const meanings: Meaning[] = headings.map(() => ({ kind: 'ignored' }));
  const taken = new Set<Target>();
  const open = new Set(headings.keys());

  for (const [index, heading] of headings.entries()) {
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
  for (const { index, candidate } of pairs) {
    if (!open.has(index)) continue;
    const again = taken.has(candidate.target);
    if (again && candidate.score < 1) continue;
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
  return meanings;
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
  if (!target.words.inverse.length || target.names.has(heading.leaf)) return false;
  if (matchAny(heading.leaf, target.words.needs)) return false;
  return matchAny(heading.leaf, target.words.inverse);
}

function candidatesFor(heading: Heading, targets: Targets): Candidate[] {
  const { leaf } = heading;
  if (leaf.length < 2 || leaf.length > 60) return [];
  const isDecoy = targets.decoyNames.has(leaf) || targets.decoyWords.some((word) => leaf.includes(word));
  if (isDecoy && !targets.byName.has(leaf)) return [];
  const found: Candidate[] = [];
  for (const { target, score } of scoresOf(heading, targets)) {
    if (heading.item !== undefined && heading.item !== target.item.id) continue;
    if (!fitsMeasure(heading.measure, target)) continue;
    if (score < 1 && !fitsSamples(heading.samples, target)) continue;
    found.push({ target, score: heading.item === undefined ? score : Math.min(1, score + 0.15) });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 8);
}

/** Whether a name by itself is that of a figure: one that is asked for, or one that only resembles those. */
export function speaksOfFact(text: string, targets: Targets): boolean {
  if (text.length > 40) return false;
  const { plain } = splitHeading(text);
  if (plain.length < 2) return false;
  if (targets.byName.has(plain) || targets.decoyNames.has(plain)) return true;
  if (targets.decoyWords.some((word) => plain.includes(word))) return true;
  const heading = { leaf: plain, parents: [], measure: '', samples: [] };
  return scoresOf(heading, targets).some(({ score }) => score >= SURE);
}

/** What the words of a heading alone speak for; the same words come again in row after row. */
function scoresOf(heading: Heading, targets: Targets): Candidate[] {
  const key = [...heading.parents, heading.leaf].join('/');
  const known = targets.scored.get(key);
  if (known) return known;
  const byName = nameScores(heading.leaf, targets);
  const scores = targets.all
    .map((target) => ({ target, score: wordScore(heading, target, byName.get(target) ?? 0) }))
    .filter(({ score }) => score >= DOUBTFUL - 0.1);
  if (targets.scored.size > 5000) targets.scored.clear();
  targets.scored.set(key, scores);
  return scores;
}

/** How well the words alone fit, 0 to 1. */
function wordScore(heading: Heading, target: Target, byName: number): number {
  const { leaf } = heading;
  const { needs, not, inverse } = target.words;
  if (target.names.has(leaf)) return 1;
  if (target.sharedNames.has(leaf)) return 0.98;
  const path = heading.parents.join('') + leaf;
  const nearest = (heading.parents[heading.parents.length - 1] ?? '') + leaf;
  if (target.names.has(nearest) || target.names.has(path)) return 1;
  if (not.some((word) => leaf.includes(word))) return 0;
  let score = byName;
  for (const pattern of [...needs, ...inverse]) {
    const covered = matchPattern(leaf, pattern);
    if (covered) {
      score = Math.max(score, 0.8 + 0.18 * Math.min(1, covered / leaf.length));
    } else if (path !== leaf && matchPattern(path, pattern) && pattern.some((part) => matchPattern(leaf, [part]))) {
      score = Math.max(score, 0.74);
    }
  }
  return score;
}

/** The best likeness of a heading to the names of each target that shares a pair of characters with it. */
function nameScores(leaf: string, targets: Targets): Map<Target, number> {
  const names = new Set<string>();
  for (const pair of bigrams(leaf)) for (const name of targets.namesByPair.get(pair) ?? []) names.add(name);
  const scores = new Map<Target, number>();
  for (const name of names) {
    const score = nameScore(leaf, name);
    for (const target of targets.byName.get(name) ?? []) scores.set(target, Math.max(score, scores.get(target) ?? 0));
  }
  return scores;
}

function nameScore(leaf: string, name: string): number {
  if (leaf.length >= 3 && name.length >= 3) {
    if (leaf.includes(name)) return 0.66 + 0.26 * (name.length / leaf.length);
    if (name.includes(leaf)) return 0.5 + 0.36 * (leaf.length / name.length);
  }
  return 0.85 * likeness(leaf, name);
}

/** Raises what the group above, or surely placed neighbours, speak for. */
function addContext(headings: Heading[], candidates: Candidate[][], targets: Targets): void {
  const sureItems = candidates.map((list) => {
    const [best, next] = list;
    if (!best || best.score < 0.85) return undefined;
    const alone = list.every((other) => other.target.item === best.target.item || best.score - other.score >= 0.1);
    return alone || !next ? best.target.item.id : undefined;
  });
  for (const [index, list] of candidates.entries()) {
    const parents = (headings[index]?.parents ?? []).join('');
    const neighbours = new Map<string, number>();
    for (const step of [-3, -2, -1, 1, 2, 3]) {
      const item = sureItems[index + step];
      if (item !== undefined) neighbours.set(item, Math.max(neighbours.get(item) ?? 0, 0.1 - 0.02 * Math.abs(step)));
    }
    for (const candidate of list) {
      const { id } = candidate.target.item;
      if (parents && (targets.itemWords.get(id) ?? []).some((word) => parents.includes(word))) candidate.score += 0.12;
      candidate.score += neighbours.get(id) ?? 0;
      if (asksMark(headings[index], candidate.target, targets)) candidate.score = Math.max(candidate.score, 0.8);
    }
    list.sort((a, b) => b.score - a.score);
  }
}

/** 12345热线工作（3分）: points beside the words of an item that an office marks. */
function asksMark(heading: Heading | undefined, { item, fact }: Target, targets: Targets): boolean {
  if (heading?.measure !== '分' || fact.type !== 'mark') return false;
  const words = targets.itemWords.get(item.id) ?? [];
  return words.some((word) => heading.leaf.includes(word)) || heading.leaf.includes(fact.name.replace(/评分$/, ''));
}

const MEASURES: [RegExp, FactType[]][] = [
  [/^(%|百分比|百分点|百分率|比例|比率)$/, ['percent']],
  [/^(是否|有无|是或否)$/, ['bool']],
  [/^(年月日|日期|时间|年月)$/, ['date', 'dateOrNever']],
  [/^(分|分值)$/, ['mark']],
  [/^(工作日|个工作日|天|小时)$/, ['number', 'count']],
  [/^(个|项|件|起|家|条|类|种|户|宗|月|个月|张|所)$/, ['count']],
  [/^(次|人次|次数)$/, ['count', 'number']],
];

function fitsMeasure(measure: string, target: Target): boolean {
  const fitting = MEASURES.find(([words]) => words.test(measure));
  if (target.rate) return !fitting || fitting[1].includes('percent');
  return !fitting || fitting[1].includes(target.fact.type);
}

/** 详见附件 speaks neither for nor against a kind of value; a number, a day or 是 does. */
function saysSomething(text: string): boolean {
  return readNumber(text) !== undefined || readDate(text, 2000) !== undefined || /^(是|否|有|√|×|已|未)/.test(text);
}

/** Whether most of the values under a heading can be read as what the fact wants. */
function fitsSamples(samples: Entry[], target: Target): boolean {
  let read = 0;
  let unread = 0;
  const fact = target.rate ? { ...target.fact, type: 'percent' as const } : target.fact;
  for (const { cell, text } of samples.slice(0, SAMPLES)) {
    if (!target.rate && fact.type !== 'percent' && cell.format?.includes('%')) {
      unread += 1;
      continue;
    }
    const context = { year: 2000, date1904: false, scale: 'points' as const, slash: 'missing' as const, inverse: true };
    const figure = readFigure(cell, text, fact, context);
    if (figure.code === 'unreadable' && typeof cell.value === 'string' && !saysSomething(text)) continue;
    if (figure.code === 'unreadable' || (figure.code === 'bad-date' && typeof cell.value === 'number')) unread += 1;
    else if (figure.code === 'fractional-count' && typeof cell.value === 'number') unread += 0.5;
    else if (figure.state === 'value' || figure.state === 'rejected') read += 1;
  }
  return read >= unread;
}
