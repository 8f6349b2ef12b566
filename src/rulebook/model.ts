import type { Vocabulary } from './vocabulary';

/**
 * What a rulebook says, as plain data. The YAML files of a year (yiliang-2023/) are checked and turned into this by
 * load.ts; everything else reads only this. Words are those of the rulebook; "clause" is always verbatim.
 */

export type FactType = 'count' | 'percent' | 'number' | 'bool' | 'date' | 'dateOrNever' | 'mark';

/**
 * Which way a fact gains points. A rulebook is refused when its rules contradict it, so lowest and highest scores are
 * found by setting each unknown fact to its worst and best value.
 */
export type Better = 'more' | 'less' | 'yes' | 'no' | 'earlier' | 'later';

/**
 * target: can still be met until its deadline (a rate, a list to send in).
 * event: has happened and stays (a finding, an absence, a missing month).
 * given: the size of the task, not anybody's merit (how many items there are).
 */
export type FactNature = 'target' | 'event' | 'given';

export interface Fact {
  id: string;
  /** The Chinese name, unique within its item. */
  name: string;
  type: FactType;
  /** Chinese measure word: 次, 个, 项, %, 分; empty for yes/no and dates. */
  unit: string;
  better: Better;
  nature: FactNature;
  /** Highest mark (type mark). */
  max?: number;
  /** Counts only under this reading, and only when another than its default option is chosen. */
  optional?: string;
  /** Not asked for unless this holds; an unknown answer counts as holding. */
  neededWhen?: Condition;
  /** What "0/0" counts as; without it "0/0" means not applicable. */
  zeroOfZero?: number;
  /** A given size of 0 means that there is nothing to do: the item does not apply. */
  zero?: 'notApplicable';
  /** What 不涉及 means for this fact alone: no such procedures, no app of one's own. Without it the item does not apply. */
  ifNotApplicable?: number;
  /** What a fact that is left out counts as; without it, it is missing. */
  absent?: number;
}

/** A value that depends on the chosen option of a reading. */
export interface ByReading<T> {
  byReading: { [reading: string]: { [option: string]: T } };
}
export type Switchable<T> = T | ByReading<T>;

/** A number that a rule looks at: a fact, the sum of facts, the share done/of in percent, the lowest or highest of facts. */
export type Measure =
  | { fact: string }
  | { sum: string[] }
  | { share: { done: string; of: string } }
  | { lowest: string[] }
  | { highest: string[] };

export type Condition =
  | { all: Switchable<Condition>[] }
  | { any: Switchable<Condition>[] }
  | { fact: string; is: boolean }
  | (Measure & { atLeast: number })
  | (Measure & { atMost: number })
  | (Measure & { below: number })
  | (Measure & { above: number })
  /** As many as another fact says, or more; 0 of 0 is met. */
  | { fact: string; reaches: string }
  | { fact: string; fallsShortOf: string }
  /** A date on or before a day (ISO), that day included; or after it, or never. */
  | { fact: string; by: string }
  | { fact: string; after: string }
  /** A date within so many months of the date in another fact, the last day included. */
  | { fact: string; within: { months: number; of: string } };

/** One step of a scale: bounds are in the measure's own unit; exactly one of from/above opens it, upTo/below closes it. */
export interface Band {
  from?: number;
  above?: number;
  upTo?: number;
  below?: number;
  points: number;
}

/**
 * The shape of a criterion. award* adds points, deduct* takes them away, voidWhen leaves the whole item without points
 * (此项不得分), mark takes the points that a named office gives.
 */
export type Rule =
  | { award: { points: number; when?: Switchable<Condition> } }
  | { awardEach: { of: Measure; points: number; cap?: number } }
  /** Full points, less so many for each; at least 0 (扣完为止). */
  | { awardLess: { points: number; of: Measure; each: number } }
  | { awardBands: { of: Switchable<Measure>; bands: Switchable<Band[]>; round?: Switchable<Rounding | 'general'> } }
  | { awardShare: { points: number; done: string; of: string } }
  | { awardMark: { fact: string; max: number; when?: Condition } }
  /** A mark that counts in full or not at all. */
  | { awardMarkWhole: { fact: string; max: number; when?: Condition } }
  | { deduct: { points: number; when: Switchable<Condition> } }
  | { deductEach: { of: Measure; points: number; cap?: number } }
  | { voidWhen: Switchable<Condition> }
  /** Several rules in one sentence of the clause. */
  | { rules: Switchable<Rule>[] };

/** How a rate is rounded, half up, before it is compared: to 0.01 or 1 percentage points, or not at all. */
export type Rounding = 'none' | 'hundredth' | 'whole';

export interface Criterion {
  /** Item id, "#", number of the sentence: 3.5#1. */
  id: string;
  /** The sentence of the 评分标准, verbatim. */
  clause: string;
  /** Last day (ISO) on which an unmet target can still be met; without it, the end of the year. */
  due?: string;
  rule: Switchable<Rule>;
}

/**
 * How the criteria make the item's points.
 * full: the item's points are there from the start; deductions and unmet awards are taken away (A01, A02 M1).
 * zero: awards are added up, deductions taken away (M2).
 * pool: like zero, but deductions first use up what the awards leave of the item's points (M3).
 * own: like zero, and each deduction brings its own points along (M4).
 */
export interface Combination {
  start: 'full' | 'zero' | 'pool' | 'own';
  /** lowest: the lowest award alone counts (A41). */
  take?: 'sum' | 'lowest';
  /** The result is multiplied by first / second. */
  scale?: [number, number];
  /** always: never below 0; never: may go below 0; without it the rulebook's general floor decides. */
  floor?: 'always' | 'never';
  /** What can be reached where the criteria, as written, do not come to the item's points (A54: 2.5 of 3). */
  most?: number;
}

/** A worked example: these facts, under these readings, give these points. */
export interface Example {
  facts: { [fact: string]: number | boolean | string };
  /** Ids of the facts that differ from the item's base example. */
  varied: string[];
  readings?: { [reading: string]: number };
  points: number;
}

/** The task in the plan's main body that an item goes back to. */
export interface Task {
  /** Where: 二（三）5. */
  place: string;
  lead: string[];
  /** The 责任单位 line, verbatim. */
  responsible: string;
  /** The 完成时限 line, verbatim. */
  deadline: string;
}

export interface Item {
  id: string;
  /** 一、1.(2) as in Annex 1. */
  number: string;
  /** Short name, the first words of the task. */
  title: string;
  points: number;
  /** 具体目标和绩效要求, verbatim. */
  goal: string;
  /** 评分标准, verbatim. */
  clause: string;
  /** 查验方法, verbatim. */
  methods: string;
  task: Task;
  /** Groups of units and single units that the item concerns: see units.yaml. */
  concerns: string[];
  facts: Fact[];
  /** Its points are taken off the total and have no upper limit (十、扣分). */
  penalty?: boolean;
  combine: Switchable<Combination>;
  criteria: Criterion[];
  examples: Example[];
  /** Ids of all readings that speak of this item, switchable or not. */
  readings: string[];
}

export interface Section {
  id: string;
  /** 一、全面落实政务服务标准化… verbatim */
  title: string;
  points: number;
  items: Item[];
}

/** 口径: how an ambiguous sentence is taken. */
export interface Reading {
  id: string;
  /** Ids of the items whose points it decides, or "all". */
  items: string[];
  /** Items that only its note speaks of. */
  noteOn?: string[];
  /** The words in question, verbatim. */
  quotes: string[];
  /** In Chinese: what is open, and why the default is what it is. */
  note: string;
  /** Only where a person can switch. */
  options?: { [option: string]: string };
  default?: number;
}

export interface Unit {
  /** Canonical: as the annexes write it. */
  name: string;
  variants: string[];
  /** Group ids from units.yaml. */
  groups: string[];
  kind: '县级部门' | '乡镇(街道)' | '其他';
  /** False for what is not named in the plan and is an editable default. */
  fromPlan: boolean;
  /** False for a unit that the plan names on no annex: it counts only when the office adds it (A73). */
  listed: boolean;
}

/** What holds for all items, by the general readings. */
export interface General {
  rounding: Switchable<Rounding>;
  /** Where 0 is the least: each item, each item and the total, or nowhere. */
  floor: Switchable<'item' | 'itemAndTotal' | 'none'>;
  /** What an item that does not apply counts: its full points, nothing, or the rest is rescaled to 100. */
  notApplicable: Switchable<'full' | 'zero' | 'rescaled'>;
  /** Whether a report at the very minute it is due is in time. */
  onTheMinute: Switchable<'inTime' | 'late'>;
}

export interface ReportDate {
  /** 2023Q3 */
  quarter: string;
  /** Local time, ISO: 2023-09-13T17:00 */
  due: string;
  /** False for dates before the plan was issued: not counted (A67). */
  counted: boolean;
}

export interface Rulebook {
  id: string;
  /** 宜良县…2023年工作考评细则 */
  title: string;
  edition: string;
  year: number;
  /** Hash of the rules' content. */
  hash: string;
  formula: string;
  total: number;
  general: General;
  /** The cap on item 9. */
  bonusCap: number;
  sections: Section[];
  /** 9, 激励加分. */
  bonus: Item;
  /** 10, 扣分. */
  deductions: Item;
  units: Unit[];
  groups: { id: string; name: string; source: string }[];
  readings: Reading[];
  reports: ReportDate[];
}

/** A rulebook with the words by which workbooks speak of it: what intake needs. */
export interface ReadableRulebook extends Rulebook {
  vocabulary: Vocabulary;
  /** Content of vocabulary-prose.yaml; the prose reader knows its shape. */
  proseVocabulary: object;
}

/** The chosen option of each reading; one that is absent has its default. */
export type ReadingChoice = { [reading: string]: number };
