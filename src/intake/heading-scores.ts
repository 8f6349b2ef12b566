import type { Heading } from './headings';
import type { Target, Targets } from './targets';
import { bigrams, matchPattern, splitHeading } from './text';

export interface Candidate {
  target: Target;
  score: number;
  /** The heading is one of the target's own names, word for word. */
  exact: boolean;
}

/** From here on the words of a heading are sure, or worth a question. */
export const SURE = 0.68;
export const DOUBTFUL = 0.52;
/** Context can raise what is worth no question by itself; not what is below this. */
const LEAST = DOUBTFUL - 0.1;

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
export function scoresOf(heading: Heading, targets: Targets): Candidate[] {
  const key = [...heading.parents, heading.leaf, heading.measure].join('/');
  return targets.scored.of(key, () => {
    const byName = nameScores(heading.leaf, targets);
    const worded = targetsWorded(heading, targets);
    const scores: Candidate[] = [];
    for (const target of targets.all) {
      const likeness = byName.get(target) ?? 0;
      if (likeness < LEAST && !worded.has(target)) continue;
      const candidate = wordScore(heading, target, likeness, targets);
      if (candidate.score >= LEAST) scores.push(candidate);
    }
    return scores;
  });
}

/** The targets of which a name, or a word that a pattern begins with, may stand in a heading: the words of all others fit not at all. */
function targetsWorded({ parents, leaf, measure }: Heading, { byBeginning }: Targets): Set<Target> {
  const written = parents.join('') + leaf + measure;
  const worded = new Set<Target>();
  for (let i = 0; i < written.length; i += 1) {
    for (const beginning of [written.slice(i, i + 1), written.slice(i, i + 2)])
      for (const target of byBeginning.get(beginning) ?? []) worded.add(target);
  }
  return worded;
}

/** How well the words alone fit, 0 to 1. */
function wordScore(heading: Heading, target: Target, byName: number, targets: Targets): Candidate {
  const { leaf, measure } = heading;
  const { needs, not, inverse } = target.words;
  if (target.names.has(leaf)) {
    // 已关联 under 六类合计 is not that of the licences.
    const over = heading.parents[heading.parents.length - 1] ?? '';
    const isOfOther = not.some((word) => word.length > 1 && over.includes(word));
    return isOfOther ? { target, score: DOUBTFUL, exact: false } : { target, score: 1, exact: true };
  }
  if (target.sharedNames.has(leaf)) return { target, score: 0.98, exact: true };
  if (isNameTwice(leaf, target)) return { target, score: 1, exact: true };
  const path = heading.parents.join('') + leaf;
  const nearest = (heading.parents[heading.parents.length - 1] ?? '') + leaf;
  if (target.names.has(nearest) || target.names.has(path)) return { target, score: 1, exact: true };
  if (not.some((word) => leaf.includes(word))) return { target, score: 0, exact: false };
  let score = byName;
  // 好差评数据少汇聚（月）: the measure is a word of the heading as well.
  const said = leaf + measure;
  for (const pattern of [...needs, ...inverse]) {
    const covered = matchPattern(said, pattern);
    if (covered) {
      score = Math.max(score, 0.8 + 0.18 * Math.min(1, covered / said.length));
    } else if (path !== leaf && matchPattern(path, pattern) && pattern.some((part) => matchPattern(leaf, [part]))) {
      score = Math.max(score, 0.74);
    }
  }
  // A fact that only another reading needs is not meant where the plain one may be.
  if (target.fact.optional !== undefined) score -= 0.05;
  if (score > STRANGE && isStrange(leaf, target, targets)) score = STRANGE;
  return { target, score, exact: false };
}

/** 市级公布（上一级）: a name, and beside it another word for the same. */
function isNameTwice(leaf: string, { names, words }: Target): boolean {
  const other = words.needs.flat().flatMap((part) => part.split('|'));
  return other.some((word) => word.length > 1 && leaf.endsWith(word) && names.has(leaf.slice(0, -word.length)));
}

/** What a heading that says much besides can reach at most: it becomes a question. */
const STRANGE = 0.66;

/** Whether a good part of a heading is in no word of the item: 公积金贷款全程网办率 may be another figure. */
function isStrange(leaf: string, { item }: Target, targets: Targets): boolean {
  const known = targets.itemPairs.get(item.id);
  if (!known || leaf.length < 6) return false;
  let strange = 0;
  for (let i = 0; i < leaf.length; i += 1) {
    const pairs = [leaf.slice(i - 1, i + 1), leaf.slice(i, i + 2)];
    if (!pairs.some((pair) => pair.length === 2 && (known.has(pair) || targets.commonPairs.has(pair)))) strange += 1;
  }
  return strange >= 4 && strange * 3 >= leaf.length;
}

/** The best likeness of a heading to the names of each target that shares a pair of characters with it. */
function nameScores(leaf: string, targets: Targets): Map<Target, number> {
  const shared = new Map<string, number>();
  for (const pair of bigrams(leaf))
    for (const name of targets.namesByPair.get(pair) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
  const scores = new Map<Target, number>();
  for (const [name, pairs] of shared) {
    // 事项数 in 可容缺事项数 says nothing of what is counted.
    const isBare = leaf.length > name.length && leaf.includes(name) && targets.bare(name) === '';
    const score = isBare && targets.bare(leaf) !== '' ? LEAST : nameScore(leaf, name, pairs);
    for (const target of targets.byName.get(name) ?? []) scores.set(target, Math.max(score, scores.get(target) ?? 0));
  }
  return scores;
}

/** @param shared how many pairs of characters the two have in common */
function nameScore(leaf: string, name: string, shared: number): number {
  const [own, others] = [bigrams(leaf).size, bigrams(name).size];
  if (leaf.length >= 3 && name.length >= 3 && shared === Math.min(own, others)) {
    if (leaf.includes(name)) return 0.66 + 0.26 * (name.length / leaf.length);
    if (name.includes(leaf)) return 0.5 + 0.36 * (leaf.length / name.length);
  }
  return 0.85 * ((2 * shared) / (own + others));
}
