import type { Assessment, Finding, Scorecard } from '../../assessment';
import type { Item, Rulebook } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import { compare, subtract, toPoints } from '../../scoring/fraction';
import type { ItemScore } from '../../scoring/item-score';
import { lacksPoints } from './look';
import { withoutOwnSheets } from '../../score-workbook/own-sheets';
import type { Pane } from './pane';
import type { OpenWorkbook, PaneState } from './pane-state';
import { unitSaid, type Where } from './recognise';

/** What the views show, worked out of the state. */

export type ScoreWithFacts = Scorecard['items'][number];

/** The open workbook's assessment, once it is there. */
export function openAssessment({ workbook }: PaneState): Assessment | undefined {
  return workbook.status === 'ready' ? workbook.assessment : undefined;
}

/** What the office works on: what it collected, otherwise the open workbook. */
export function shown(state: PaneState): Assessment | undefined {
  return state.collection.assessment ?? openAssessment(state);
}

/** The unit that 核对 and 提分建议 are about. */
export function openCard(state: PaneState): Scorecard | undefined {
  const cards = openAssessment(state)?.scorecards ?? [];
  return cards.find(({ unit }) => unit === state.unit) ?? cards[0];
}

/** The units that the open workbook names, and the others whose name it may be meant to bear. */
export function openUnits(
  { services }: Pane,
  state: PaneState,
): { named: string[]; others: string[]; chosen?: string } {
  const named = openAssessment(state)?.scorecards.map(({ unit }) => unit) ?? [];
  const listed = services.rulebook.units.filter((unit) => unit.listed).map(({ name }) => name);
  const others = named.length > 1 ? [] : listed.filter((unit) => !named.includes(unit));
  return { named, others, chosen: openCard(state)?.unit ?? state.unit };
}

/** Where the open workbook names the unit that is shown; undefined when the person chose another. */
export function unitSource({ services }: Pane, workbook: OpenWorkbook, unit: string | undefined): Where | undefined {
  if (!unit || workbook.status !== 'ready') return undefined;
  return unitSaid(services.rulebook, withoutOwnSheets(workbook.snapshot), unit);
}

/** All scores of a unit in the rulebook's order, with their items. */
export function scoresOf(rulebook: Rulebook, card: Scorecard): { item: Item; score: ScoreWithFacts }[] {
  const scores = [...card.items, card.bonus, card.deductions];
  return itemsOf<Item>(rulebook).map((item, index) => ({ item, score: scores[index] }));
}

export interface SectionShown {
  id: string;
  title: string;
  points: number;
  low: number;
  high: number;
  scores: { item: Item; score: ScoreWithFacts }[];
}

/** A unit's scores by section; bonus and deductions are the last two. */
export function sectionsOf(rulebook: Rulebook, card: Scorecard): SectionShown[] {
  const scores = new Map(scoresOf(rulebook, card).map((each) => [each.item.id, each]));
  const range = (score: ItemScore) => ({ low: toPoints(score.low), high: toPoints(score.high) });
  const alone = (item: Item, score: ScoreWithFacts, title: string): SectionShown => ({
    id: item.id,
    title,
    points: item.points,
    ...range(score),
    scores: [{ item, score }],
  });
  return [
    ...rulebook.sections.map((section, index) => ({
      id: section.id,
      title: section.title,
      points: section.points,
      low: toPoints(card.sections[index].low),
      high: toPoints(card.sections[index].high),
      scores: section.items.map((item) => scores.get(item.id)!),
    })),
    alone(rulebook.bonus, card.bonus, '九、激励加分'),
    alone(rulebook.deductions, card.deductions, '十、扣分'),
  ];
}

/** What concerns a unit: its own findings and those of the whole workbook, worst first. */
export function findingsOf(assessment: Assessment, unit: string | undefined): Finding[] {
  const order = ['error', 'warning', 'info'];
  return assessment.findings
    .filter((finding) => !finding.unit || !unit || finding.unit === unit)
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** 88.85, or 88.85—90.85 while it is open. */
export function rangeText({ low, high }: { low: ItemScore['low']; high: ItemScore['high'] }): string {
  const [from, to] = [toPoints(low), toPoints(high)];
  return from === to ? String(from) : `${from}—${to}`;
}

export interface Tally {
  scored: number;
  pending: number;
  notDue: number;
  notApplicable: number;
  rejected: number;
}

/** How many items are in which state. */
export function tallyOf(card: Scorecard): Tally {
  const tally: Tally = { scored: 0, pending: 0, notDue: 0, notApplicable: 0, rejected: 0 };
  for (const { state } of card.items) tally[state] += 1;
  return tally;
}

/** What missing and unusable figures could still bring, largest first. */
export function openItems(rulebook: Rulebook, card: Scorecard): { item: Item; score: ScoreWithFacts; gain: number }[] {
  return scoresOf(rulebook, card)
    .filter(({ score, item }) => (score.state === 'pending' || score.state === 'rejected') && !item.penalty)
    .map((each) => ({ ...each, gain: toPoints(subtract(each.score.high, each.score.low)) }))
    .sort((a, b) => b.gain - a.gain);
}

/** Units that the plan names and that nobody has handed anything in for. */
export function notSentIn({ rulebook, scorecards }: Assessment): string[] {
  const sent = new Set(scorecards.map(({ unit }) => unit));
  return rulebook.units.filter(({ name, listed }) => listed && !sent.has(name)).map(({ name }) => name);
}

/** Places where values contradict each other. */
export function conflictsIn({ findings }: Assessment): Finding[] {
  return findings.filter(({ code }) => code === 'conflicting-values' || code === 'duplicate-unit');
}

/** Units by rank. */
export function ranked({ scorecards }: Assessment): Scorecard[] {
  return [...scorecards].sort((a, b) => a.rank - b.rank || compare(b.total.high, a.total.high));
}

/** How many items lack points, or may. */
export function lostCount(rulebook: Rulebook, card: Scorecard): number {
  return scoresOf(rulebook, card).filter(({ item, score }) => lacksPoints(item, score)).length;
}
