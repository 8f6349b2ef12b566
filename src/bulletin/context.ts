import type { Assessment, Scorecard } from '../assessment';
import type { Item, ReportDate, Section } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { compileRulebook, type CompiledRulebook } from '../scoring/compile';
import { compare } from '../scoring/fraction';
import type { ItemScore } from '../scoring/item-score';
import { lossFinder, problemsOf, type Loss, type LossFinder, type Problem } from './losses';
import type { BulletinOptions } from './model';
import { recheckOf, type Recheck } from './recheck';
import { reportsOf, type ReportState } from './reporting';
import { standings, type Kind, type Standing } from './standing';

/** What the parts of a bulletin are written from. */
export interface Context {
  assessment: Assessment;
  options: BulletinOptions;
  /** In the rulebook's order of units; units that it does not name come last. */
  cards: Scorecard[];
  units: string[];
  /** Ids of the items of all sections. */
  items: string[];
  standings: Standing[];
  compiled: CompiledRulebook;
  finder: LossFinder;
  losses: Loss[];
  /** Worst first. */
  problems: Problem[];
  /** What has become of the earlier quarter's problems, as far as they are known. */
  recheck?: Recheck;
  report?: ReportDate;
  reports: Record<ReportState, string[]>;
  /** At least one total still has a range. */
  provisional: boolean;
  kindOf(unit: string): Kind;
  item(id: string): Item | undefined;
}

/** The scores of one unit on the items of a section. */
export function scoresIn(card: Scorecard, section: Section): Scorecard['items'] {
  const ids = new Set(section.items.map((item) => item.id));
  return card.items.filter((score) => ids.has(score.item));
}

/** The scores of a unit that wait for data: what is missing could still change them, or what is there cannot be. */
export function waitingIn({ items }: Scorecard): Scorecard['items'] {
  return items.filter(
    ({ state, low, high }) => state === 'rejected' || (state === 'pending' && compare(low, high) !== 0),
  );
}

/** Why scores wait, and what is to be done about it. */
export function whyUnscored(waiting: Pick<ItemScore, 'state'>[]): [why: string, then: string] {
  const wrong = waiting.filter(({ state }) => state === 'rejected').length;
  if (wrong === 0) return ['数据不全', '补报'];
  return wrong === waiting.length ? ['数据不合理', '更正'] : ['数据不全或数据不合理', '补报或更正'];
}

export function makeContext(assessment: Assessment, options: BulletinOptions): Context {
  const { rulebook, readings, asOf } = assessment;
  const position = new Map(rulebook.units.map((unit, index) => [unit.name, index]));
  const kinds = new Map(rulebook.units.map((unit) => [unit.name, unit.kind]));
  const at = (unit: string) => position.get(unit) ?? Infinity;
  const cards = [...assessment.scorecards].sort((a, b) => (at(a.unit) === at(b.unit) ? 0 : at(a.unit) - at(b.unit)));
  const items = new Map(itemsOf(rulebook).map((item) => [item.id, item]));
  const order = [...items.keys()];
  const compiled = compileRulebook(rulebook, readings);
  const finder = lossFinder(compiled);
  const losses = cards.flatMap(finder.lossesOf);
  const report = rulebook.reports.find(({ quarter }) => quarter === options.quarter);
  const item = (id: string) => items.get(id);
  const kindOf = (unit: string): Kind => kinds.get(unit) ?? '其他';
  return {
    assessment,
    options,
    cards,
    units: cards.map((card) => card.unit),
    items: rulebook.sections.flatMap((section) => section.items.map((item) => item.id)),
    standings: standings(cards, kindOf),
    compiled,
    finder,
    losses,
    problems: problemsOf(losses, (item) => order.indexOf(item)),
    recheck: recheckOf(options.previous, cards, losses, item, finder),
    report,
    reports: reportsOf(cards, options.quarter, report, asOf),
    provisional: cards.some((card) => card.provisional),
    kindOf,
    item,
  };
}
