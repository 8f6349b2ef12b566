import type { FileInput } from '../../assess/assess';
import type { Assessment, Finding, Settlement, Severity } from '../../assessment';
import type { Bulletin, Figure, PreviousScores } from '../../bulletin';
import type { Mapping } from '../../intake/headings';
import type { ReadingChoice } from '../../rulebook/model';
import type { Snapshot } from '../../workbook/snapshot';
import type { Where } from './recognise';
import type { Suggestion } from './suggestions';

/** 核对 · 提分建议 · 汇总 · 核定 · 通报 · 口径与细则 */
export type View = 'check' | 'improve' | 'collect' | 'settle' | 'bulletin' | 'rules';

/** The workbook that the pane stands beside. */
export type OpenWorkbook =
  | { status: 'reading' }
  | { status: 'failed'; reason: string }
  | {
      status: 'ready';
      /** As it is now: read once, then kept up with every edit. */
      snapshot: Snapshot;
      /** What the department's own sheets in it say. */
      assessment: Assessment;
    };

/** Long work that is going on; the rest of the pane waits for it. */
export interface Busy {
  /** Chinese: 正在读取… */
  what: string;
  done?: number;
  total?: number;
  /** There while the work can be stopped. */
  stop?: () => void;
}

/** What came of the last thing that was done. */
export interface Notice {
  intent: 'success' | 'warning' | 'error';
  text: string;
}

/** The workbooks that the office collected. */
export interface Collection {
  files: FileInput[];
  /** The open workbook's own sheets count too. */
  withOpen: boolean;
  /** Whose a file is that names no unit, by the file. */
  unitsGiven: { readonly [file: string]: string };
  assessment?: Assessment;
  shows: 'ranking' | 'matrix' | 'files' | 'missing' | 'conflicts' | 'questions';
  /** The unit whose items are shown, and the one of them that is opened. */
  unit?: string;
  openItem?: string;
  written: boolean;
}

/** What the form of the bulletin holds. */
export interface BulletinForm {
  number: string;
  issuer: string;
  /** ISO day. */
  date: string;
}

/** Files that a bulletin can be given: a Word template, and what came of an earlier quarter. */
export interface BulletinFiles {
  template?: { name: string; bytes: Uint8Array };
  previous?: { name: string; scores: PreviousScores };
}

/** What the form of a settlement holds; everything is text until it is checked. */
export type SettlementForm = Settlement;

/** A file that the pane made, for the person to save. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
  type: string;
}

/** The preview of the bulletin. */
export interface BulletinMade {
  bulletin?: Bulletin;
  /** The earlier quarter that it compares with, 2023Q2. */
  compared?: string;
  /** Why it cannot be written, a Chinese sentence. */
  problem?: string;
}

/** What a change of reading would do to a unit's total. */
export interface Effect {
  unit: string;
  /** The totals, with their ranges. */
  from: string;
  to: string;
  /** Of the low total; below 0 when it loses. */
  gain: number;
}

/** An option of a reading that is looked at and not yet confirmed. */
export interface Trying {
  reading: string;
  option: number;
  /** How many units were looked at, and those whose totals change; undefined while it is worked out. */
  tried?: { units: number; effects: Effect[] };
}

export interface PaneState {
  view: View;
  workbook: OpenWorkbook;
  /** 2023Q3 */
  quarter: string;
  /** The person chose the quarter; otherwise it is what the workbook says. */
  quarterChosen: boolean;
  /** Where it says so: a place in the open workbook, or so many of the collected files. */
  quarterSaid?: Where;
  /** The unit that is shown, canonical; undefined is the first in the workbook. */
  unit?: string;
  readings: ReadingChoice;
  /** What the person said about headings that could not be placed. */
  mapping: Mapping;
  /** 核对 shows all items, those that lack points, or findings. */
  checkShows: 'items' | 'lost' | 'findings' | 'questions';
  severities: readonly Severity[];
  /** Of 提分建议: one kind, or all. */
  improveShows: 'all' | Suggestion['kind'];
  openItem?: string;
  /** Fixes shown for consent. */
  fixing?: Finding[];
  marked: boolean;
  collection: Collection;
  /** Whether collected files would outlive the pane now; refused where this machine keeps nothing. */
  filesKept: 'yes' | 'not yet' | 'refused';
  /** Of what waits: this unit's only; empty for all. */
  settleUnit: string;
  /** Of what waits to be settled: one kind (说法不一), or all. */
  settleShows: string;
  settling?: SettlementForm;
  bulletinForm: BulletinForm;
  bulletinFiles: BulletinFiles;
  bulletin: BulletinMade;
  /** The figure of the preview whose basis is shown. */
  figure?: Figure;
  /** 口径与细则 shows readings or the rulebook. */
  rulesShow: 'readings' | 'rulebook';
  trying?: Trying;
  search: string;
  /** A file that was made and can be saved. */
  made?: MadeFile;
  busy?: Busy;
  notice?: Notice;
}
