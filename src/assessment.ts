import type { ReadingChoice, Rulebook } from './rulebook/model';
import type { FactValue, ItemScore } from './scoring/item-score';
import type { Fraction } from './scoring/fraction';

/** Where something stands; a range or several, comma-separated, when it comes from more than one cell. */
export interface Source {
  file: string;
  sheet: string;
  cell: string;
}

/** Whose word a value is: the department's own, the platform's statistics, the office's ledgers or settlement. */
export type Voice = 'department' | 'platform' | 'office';

/** The office's last word (核定) on one fact of one unit, or on an appeal against it (申诉复核). */
export interface Settlement {
  /** Canonical unit name. */
  unit: string;
  item: string;
  fact: string;
  /** As it was entered: 88%, 3, 是, 不涉及. */
  value: string;
  reason: string;
  /** ISO day. */
  date: string;
  /** 核定 or 申诉复核. */
  kind: string;
  /** Of an appeal: 申诉成立, 部分成立, 申诉不成立; otherwise empty. */
  outcome: string;
}

/** One place in a workbook that says something about one fact of one unit. */
export interface Claim {
  /** Canonical unit name. */
  unit: string;
  item: string;
  fact: string;
  /** value: read; missing: a place for it that holds no value; notApplicable: 不涉及; rejected: cannot be. */
  state: 'value' | 'missing' | 'notApplicable' | 'rejected';
  value?: FactValue;
  /** Why it was rejected, a Chinese sentence. */
  problem?: string;
  /** The words or figures as they stand in the cell. */
  raw: string;
  source: Source;
  voice: Voice;
  /** 0..1, how sure the match of heading or sentence to the fact is. */
  confidence: number;
  /** The cell holds this fact and nothing else, so a formula may link to it. */
  linkable: boolean;
  /** The office settled the value: it stands over everything else that is said. */
  settlement?: Settlement;
}

export type Severity = 'error' | 'warning' | 'info';

/** How people call a severity. */
export const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '提醒', info: '说明' };
export const WORST_FIRST: Severity[] = ['error', 'warning', 'info'];

/** Something wrong or doubtful in a workbook. */
export interface Finding {
  /** Stable, in English: percent-over-100. */
  code: string;
  severity: Severity;
  source?: Source;
  /** What is wrong, a Chinese sentence. */
  message: string;
  /** What to do about it, a Chinese sentence. */
  remedy: string;
  item?: string;
  fact?: string;
  unit?: string;
  /** A change that is safe to make for the person, shown before it is made. */
  fix?: { source: Source; value: string | number | boolean; says: string };
}

/** A heading or sentence that could not be placed for sure. */
export interface Question {
  /** Stays the same for the same heading in another quarter's workbook. */
  fingerprint: string;
  heading: string;
  source: Source;
  candidates: { item: string; fact: string; confidence: number }[];
}

export interface SelfScore {
  unit: string;
  item: string;
  points: number;
  source: Source;
}

export interface ReportReceipt {
  unit: string;
  /** 2023Q2 */
  quarter: string;
  /** Local ISO time to the minute, or undefined when not received. */
  received?: string;
  source: Source;
}

export interface FileRead {
  file: string;
  sha256: string;
  status: 'read' | 'unreadable';
  /** Why it cannot be read, a Chinese sentence. */
  reason?: string;
}

/** What one workbook says. */
export interface Intake {
  claims: Claim[];
  selfScores: SelfScore[];
  receipts: ReportReceipt[];
  questions: Question[];
  findings: Finding[];
  /** Units that the workbook is from or speaks about, canonical names, in order of appearance. */
  units: string[];
}

/** A fact as it went into the score, with every place that speaks of it. */
export interface FactUsed {
  fact: string;
  value?: FactValue;
  source?: Source;
  voice?: Voice;
  claims: Claim[];
}

export interface SectionScore {
  section: string;
  low: Fraction;
  high: Fraction;
}

export interface UnitReport {
  quarter: string;
  received?: string;
  late: boolean;
}

/** One unit's result. */
export interface Scorecard {
  unit: string;
  items: (ItemScore & { facts: FactUsed[] })[];
  sections: SectionScore[];
  /** Item 9 and item 10. */
  bonus: ItemScore & { facts: FactUsed[] };
  deductions: ItemScore & { facts: FactUsed[] };
  total: { points?: Fraction; low: Fraction; high: Fraction; rescaled: { low: Fraction; high: Fraction }; max: number };
  /** By the low total, equal totals share a rank. */
  rank: number;
  /** The total still has a range. */
  provisional: boolean;
  reports: UnitReport[];
}

export interface Assessment {
  rulebook: Rulebook;
  readings: ReadingChoice;
  /** ISO day. */
  asOf: string;
  /** The quarter that the cut-off lies in: 2023Q3. */
  quarter: string;
  files: FileRead[];
  scorecards: Scorecard[];
  findings: Finding[];
  questions: Question[];
}
