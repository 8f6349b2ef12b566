import type { Claim, Finding, Question, ReportReceipt, SelfScore, Source } from '../assessment';
import type { Fact, Item, ReadingChoice, Rulebook } from '../rulebook/model';
import { findUnit } from '../rulebook/units';
import type { Vocabulary } from '../rulebook/vocabulary';
import type { Snapshot } from '../workbook/snapshot';
import { cellAddress } from '../workbook/address';
import type { Grid } from './grid';
import { fingerprintOf, type Heading, type Mapping, type Meaning } from './headings';
import type { Target, Targets } from './targets';
import { shorten, type Figure, type FigureProblem } from './values';

/** A claim with what the checks want to know about the place it was read from. */
export interface Place {
  claim: Claim;
  item: Item;
  fact: Fact;
  code?: FigureProblem | undefined;
  problem?: string | undefined;
  textNumber?: number | undefined;
  hidden: boolean;
  /** The place exists to hold this fact, so emptiness is an omission. */
  expected: boolean;
  /** The value is a rate as somebody rounded it. */
  rounded?: boolean;
}

/** A place where a unit is named. */
export interface UnitMention {
  name: string;
  unit?: string;
  source: Source;
  /** Rows of one table that speak of the same unit are duplicates; ledgers repeat units as they please. */
  table?: number;
}

/** What stands in a column for evidence. */
export interface EvidenceCell {
  text: string;
  source: Source;
}

/** A row of a table of bonus and deductions. */
export interface MeritRow {
  unit: string;
  item: Item;
  fact: Fact;
  /** The event as written, shortened. */
  what: string;
  times: number;
  source: Source;
  /** The points claimed, where there is a column for them. */
  claimed?: { points: number; source: Source };
  /** undefined when the table has no column for evidence. */
  evidence?: EvidenceCell;
}

/** A row of a self-assessment sheet. */
export interface ScoreRow {
  unit: string;
  item: Item;
  points?: number;
  raw: string;
  source: Source;
  /** undefined when the sheet has no column for evidence. */
  evidence?: EvidenceCell;
}

/** A figure that says it is the sum of others. */
export interface StatedTotal {
  source: Source;
  /** What is added up, in Chinese: 县交通运输局各月. */
  what: string;
  stated: number;
  /** Sums that are right: with and without what spreadsheets leave out (numbers kept as text, parts of a row). */
  sums: number[];
}

/** A rate written beside the counts that it comes from. */
export interface StatedRate {
  source: Source;
  name: string;
  rate: number;
  done: { name: string; value: number };
  of: { name: string; value: number };
  item: string;
  unit: string;
}

/** The months of one unit that one table tells of. */
export interface MonthsTold {
  unit: string;
  target: Target;
  grid: Grid;
  cells: { month: number; row: number; column: number; isMissing: boolean }[];
  /** Why they do not tell what was sent in. */
  unclear?: string;
}

/** Figures that can only grow along a row. */
export interface CumulativeRow {
  what: string;
  steps: { name: string; value: number; source: Source }[];
}

/** A cell that should hold a value of its own and is none of the facts: a month, a number of cases. */
export interface LooseFigure {
  source: Source;
  what: string;
  raw: string;
  code?: FigureProblem | 'text-number';
  value?: number;
  problem?: string;
}

/** Everything that was learned from one workbook; families fill it in, checks look at it. */
export class Reading {
  readonly claims: Claim[] = [];
  /** The places of claims that are more than a value in a cell that shows: without a value, hidden, rounded, in doubt. */
  readonly places: Place[] = [];
  readonly selfScores: SelfScore[] = [];
  readonly scoreRows: ScoreRow[] = [];
  readonly months: MonthsTold[] = [];
  readonly meritRows: MeritRow[] = [];
  /** never: it is told that nothing came. */
  readonly receipts: (ReportReceipt & { late: boolean; never: boolean; due: string; note?: string })[] = [];
  readonly questions: Question[] = [];
  readonly findings: Finding[] = [];
  readonly mentions: UnitMention[] = [];
  readonly totals: StatedTotal[] = [];
  readonly rates: StatedRate[] = [];
  readonly cumulative: CumulativeRow[] = [];
  readonly loose: LooseFigure[] = [];
  readonly grids: Grid[] = [];
  private readonly asked = new Set<string>();
  /** Facts that several cells may decide together, each with the units and sheets that tell it. */
  private readonly told = new Map<Fact, Set<string>>();
  private readonly unitsByName = new Map<string, string | undefined>();

  constructor(
    readonly snapshot: Snapshot,
    readonly rulebook: Rulebook,
    readonly vocabulary: Vocabulary,
    readonly targets: Targets,
    readonly mapping: Mapping,
    readonly asOf: string,
    readonly readings: ReadingChoice,
    /** Whose a table is that names no unit. */
    readonly unit?: string,
  ) {
    for (const { fact, part } of targets.all) if (part !== undefined) this.told.set(fact, new Set());
  }

  /** A place in this workbook. */
  source(grid: Grid, row: number, column: number): Source {
    return this.sourceAt(grid, grid.addressAt(row, column));
  }

  sourceAt(grid: Grid, cell: string): Source {
    return { file: this.snapshot.file, sheet: grid.sheet.name, cell };
  }

  /** The canonical name of a unit, or undefined. */
  unitNamed(name: string): string | undefined {
    if (!this.unitsByName.has(name)) this.unitsByName.set(name, findUnit(this.rulebook, name)?.name);
    return this.unitsByName.get(name);
  }

  /** Notes that a unit is named at a place, known or not. */
  mention(name: string, source: Source, table?: number): string | undefined {
    const unit = this.unitNamed(name);
    this.mentions.push({ name, source, ...(unit ? { unit } : {}), ...(table === undefined ? {} : { table }) });
    return unit;
  }

  /** Adds what a figure says about a fact. */
  claim(
    about: Pick<Claim, 'unit' | 'voice' | 'confidence' | 'source' | 'raw' | 'linkable'>,
    item: Item,
    fact: Fact,
    figure: Figure,
    more: { hidden?: boolean; expected?: boolean; rounded?: boolean } = {},
  ): void {
    const { state, value, code, problem, textNumber } = figure;
    const { unit, raw, source, voice, confidence } = about;
    // Most claims are values of which nothing is to be checked: one object each, made whole, as there may be very many.
    const claim: Claim =
      state === 'value' && value !== undefined
        ? { unit, item: item.id, fact: fact.id, state, value, raw, source, voice, confidence, linkable: about.linkable }
        : { unit, item: item.id, fact: fact.id, state, raw, source, voice, confidence, linkable: false };
    if (state === 'rejected') claim.problem = `${fact.name}：${problem ?? ''}`;
    const { hidden = false, expected = true, rounded = false } = more;
    const isPlain = state === 'value' && !code && !problem && textNumber === undefined && !hidden && !rounded;
    this.claims.push(claim);
    this.told.get(fact)?.add(`${unit}\n${source.sheet}`);
    if (!isPlain) this.places.push({ claim, item, fact, code, problem, textNumber, hidden, expected, rounded });
  }

  /** Whether a sheet tells of a unit a fact that several cells may decide together. */
  isTold(unit: string, fact: Fact, { sheet }: Grid): boolean {
    return this.told.get(fact)?.has(`${unit}\n${sheet.name}`) ?? false;
  }

  /** Asks what a heading means that could not be placed. */
  ask(heading: Pick<Heading, 'leaf' | 'parents'>, written: string, source: Source, meaning: Meaning): void {
    if (meaning.kind !== 'doubtful') return;
    this.askAbout(
      fingerprintOf(heading),
      written,
      source,
      meaning.candidates.map(({ target, score }) => ({
        item: target.item.id,
        fact: target.fact.id,
        confidence: Math.min(score, 0.99),
      })),
    );
  }

  askAbout(fingerprint: string, written: string, source: Source, candidates: Question['candidates']): void {
    if (this.asked.has(fingerprint)) return;
    this.asked.add(fingerprint);
    this.questions.push({ fingerprint, heading: shorten(written), source, candidates });
  }

  cellSource(grid: Grid, row: number, column: number): Source {
    return this.sourceAt(grid, cellAddress(row, column));
  }
}
