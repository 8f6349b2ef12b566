import type {
  Assessment,
  Claim,
  FactUsed,
  FileRead,
  Finding,
  Intake,
  ReportReceipt,
  Scorecard,
  UnitReport,
} from '../assessment';
import type { Mapping } from '../intake/headings';
import { isoToDay } from '../rulebook/day';
import type { Item, ReadingChoice, Rulebook } from '../rulebook/model';
import { itemsOf } from '../rulebook/rules';
import { findUnit } from '../rulebook/units';
import { compileRulebook, type CompiledRulebook } from '../scoring/compile';
import { toPoints } from '../scoring/fraction';
import type { ItemScore } from '../scoring/item-score';
import type { Given } from '../scoring/parse-fact';
import { resolver } from '../scoring/resolve';
import { scoreUnit } from '../scoring/scorecard';
import { innerQuotes } from '../workbook/quotes';
import { missingFacts } from './missing-facts';
import { quarterOf } from './quarter';
import { checkSelfScore } from './self-scores';
import { settle, type Settled } from './settle';
import { settlementClaims, type SettlementAt } from './settlements';

/** A file that was handed in: what readInput made of it with the same options, or why it cannot be read. */
export interface IntakeInput {
  file: string;
  sha256: string;
  intake?: Intake;
  /** A Chinese sentence. */
  reason?: string;
}

export interface AssessOptions {
  /** The cut-off, an ISO day. */
  asOf: string;
  readings?: ReadingChoice;
  /** Only this unit; also the unit of a workbook that names none. Canonical name. */
  unit?: string;
  /** Answers to earlier questions about headings. */
  mapping?: Mapping;
  /** What the office settled; counts for units that the workbooks speak of. */
  settlements?: SettlementAt[];
}

/** The facts of one unit, by item and fact. */
type UnitClaims = Map<string, Claim[]>;

const key = (item: string, fact: string) => `${item} ${fact}`;

/** What all workbooks together say about one unit. */
interface Said extends Pick<Intake, 'selfScores' | 'receipts' | 'findings'> {
  claims: UnitClaims;
}

function byUnit(intakes: Intake[], settled: Claim[]): Map<string, Said> {
  const units = new Map<string, Said>();
  const about = (unit: string): Said => {
    let said = units.get(unit);
    if (!said) units.set(unit, (said = { claims: new Map(), selfScores: [], receipts: [], findings: [] }));
    return said;
  };
  for (const intake of intakes) for (const unit of intake.units) about(unit);
  const add = (claim: Claim) => {
    const { claims } = about(claim.unit);
    const place = key(claim.item, claim.fact);
    const others = claims.get(place);
    if (others) others.push(claim);
    else claims.set(place, [claim]);
  };
  for (const intake of intakes) intake.claims.forEach(add);
  settled.filter(({ unit }) => units.has(unit)).forEach(add);
  // Only units that some workbook is from or has claims about are assessed.
  for (const intake of intakes) {
    for (const self of intake.selfScores) units.get(self.unit)?.selfScores.push(self);
    for (const receipt of intake.receipts) units.get(receipt.unit)?.receipts.push(receipt);
    for (const finding of intake.findings) if (finding.unit) units.get(finding.unit)?.findings.push(finding);
  }
  return units;
}

/** The reports of one unit, as far as receipts were registered. Before its due day is over none is late. */
function reportsOf(rulebook: Rulebook, receipts: ReportReceipt[], choice: ReadingChoice, asOf: string): UnitReport[] {
  const onTheMinute = resolver(rulebook.readings, choice, new Set())<string>(rulebook.general.onTheMinute);
  return receipts.map(({ quarter, received }) => {
    const due = rulebook.reports.find((report) => report.quarter === quarter)?.due;
    const isDue = due !== undefined && due.slice(0, 10) <= asOf;
    const late = isDue && (!received || (onTheMinute === 'late' ? received >= due : received > due));
    return { quarter, ...(received && { received }), late };
  });
}

/** Ranks by the low total as it is shown, highest first; equal totals share a rank. */
function rank(cards: Scorecard[]): Scorecard[] {
  const low = (card: Scorecard) => toPoints(card.total.low);
  const ordered = [...cards].sort((a, b) => low(b) - low(a));
  ordered.forEach((card, index) => {
    const before = ordered[index - 1];
    const ties = before && low(before) === low(card);
    card.rank = ties ? before.rank : index + 1;
  });
  return cards;
}

class UnitAssessment {
  readonly findings: Finding[] = [];
  private readonly settled = new Map<string, Settled>();

  constructor(
    private readonly compiled: CompiledRulebook,
    private readonly unit: string,
    private readonly said: Said,
    private readonly options: AssessOptions,
  ) {}

  private settle(item: Item): Settled[] {
    return item.facts.map((fact) => {
      const place = key(item.id, fact.id);
      let result = this.settled.get(place);
      if (!result) {
        result = settle(this.unit, item, fact, this.said.claims.get(place) ?? [], this.compiled.rulebook.year);
        this.settled.set(place, result);
        this.findings.push(...result.findings);
      }
      return result;
    });
  }

  private given(item: Item): Given[] {
    return this.settle(item).map((settled) => settled.given);
  }

  private withFacts(item: Item, score: ItemScore): ItemScore & { facts: FactUsed[] } {
    return {
      ...score,
      facts: this.settle(item)
        .filter(({ used }) => used.claims.length)
        .map(({ used }) => used),
    };
  }

  /** What only shows once the item is scored. */
  private check(item: Item, score: ItemScore, asOf: number): void {
    const { claims, findings, selfScores } = this.said;
    const about = item.facts.flatMap((fact) => claims.get(key(item.id, fact.id)) ?? []);
    const told = new Set(
      findings.filter((finding) => finding.item === item.id && finding.fact).map((finding) => finding.fact!),
    );
    this.findings.push(...missingFacts(this.unit, item, score, about, told));
    for (const self of selfScores) {
      if (self.item !== item.id) continue;
      const { rulebook, choice } = this.compiled;
      const finding = checkSelfScore(rulebook, item, this.given(item), score, self, choice, asOf);
      if (finding) this.findings.push(finding);
    }
  }

  run(): Scorecard {
    const { rulebook, choice } = this.compiled;
    const asOf = isoToDay(this.options.asOf);
    const unit = findUnit(rulebook, this.unit);
    const result = scoreUnit(this.compiled, unit, (item) => this.given(item), asOf);
    const items = rulebook.sections.flatMap((section) => section.items);
    const scores = [...result.items, result.bonus, result.deductions];
    itemsOf(rulebook).forEach((item, index) => this.check(item, scores[index], asOf));
    return {
      unit: this.unit,
      items: items.map((item, index) => this.withFacts(item, result.items[index])),
      sections: result.sections,
      bonus: this.withFacts(rulebook.bonus, result.bonus),
      deductions: this.withFacts(rulebook.deductions, result.deductions),
      total: result.total,
      rank: 0,
      provisional: result.total.points === undefined,
      reports: reportsOf(rulebook, this.said.receipts, choice, this.options.asOf),
    };
  }
}

/**
 * What was read from workbooks, scored. It reads none itself, so that a page can show scores before it has loaded what
 * reads; see assess for the whole.
 */
export function assessIntakes(rulebook: Rulebook, inputs: IntakeInput[], options: AssessOptions): Assessment {
  const readings = options.readings ?? {};
  const files: FileRead[] = inputs.map(({ file, sha256, intake, reason }) =>
    intake ? { file, sha256, status: 'read' } : { file, sha256, status: 'unreadable', reason },
  );
  const intakes = inputs.flatMap(({ intake }) => intake ?? []);
  const compiled = compileRulebook(rulebook, readings);
  const findings = intakes.flatMap((intake) => intake.findings);
  const scorecards: Scorecard[] = [];
  const settled = settlementClaims(rulebook, options.settlements ?? []);
  for (const [unit, said] of byUnit(intakes, settled)) {
    if (options.unit && unit !== options.unit) continue;
    const assessment = new UnitAssessment(compiled, unit, said, options);
    scorecards.push(assessment.run());
    findings.push(...assessment.findings);
  }
  return {
    rulebook,
    readings,
    asOf: options.asOf,
    quarter: quarterOf(options.asOf),
    files,
    scorecards: rank(scorecards),
    findings: findings
      .filter(({ unit }) => !options.unit || !unit || unit === options.unit)
      .map((finding) => ({ ...finding, message: innerQuotes(finding.message) })),
    questions: intakes.flatMap((intake) => intake.questions),
  };
}
