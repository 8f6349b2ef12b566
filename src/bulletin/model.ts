/**
 * A bulletin (通报) as plain data: what it says, block by block, before any of it becomes a Word file. Text is a row of
 * runs; a run is either words or a figure, and a figure knows what it was computed from.
 */

/** What a figure says; names.ts has the Chinese for each. */
export type Measure =
  | 'units'
  | 'provisionalUnits'
  | 'openUnits'
  | 'openItems'
  | 'pendingItems'
  | 'unscoredItems'
  | 'notDueItems'
  | 'rejectedItems'
  | 'onTime'
  | 'late'
  | 'notReceived'
  | 'notYetDue'
  | 'unrecorded'
  | 'rank'
  | 'tied'
  | 'settledRanks'
  | 'totalLow'
  | 'totalHigh'
  | 'totalOpen'
  | 'rescaledLow'
  | 'rescaledHigh'
  | 'averageTotal'
  | 'comparedUnits'
  | 'previousAverage'
  | 'currentAverage'
  | 'averageChange'
  | 'totalChange'
  | 'risen'
  | 'unchanged'
  | 'fallen'
  | 'sectionLow'
  | 'sectionHigh'
  | 'sectionUnits'
  | 'sectionRate'
  | 'sectionOpenRate'
  | 'sectionFull'
  | 'itemAverage'
  | 'itemUnits'
  | 'attainable'
  | 'losingUnits'
  | 'lost'
  | 'losses'
  | 'bonusUnits'
  | 'bonusLow'
  | 'bonusHigh'
  | 'bonusOpen'
  | 'bonusWaiting'
  | 'penaltyUnits'
  | 'penaltyLow'
  | 'penaltyHigh'
  | 'penaltyWaiting'
  | 'factLowest'
  | 'factHighest'
  | 'factTotal'
  | 'factValue'
  | 'factUnits'
  | 'findings'
  | 'findingUnits'
  | 'leadUnits'
  | 'previousProblems'
  | 'previousProblemUnits'
  | 'previousLost'
  | 'solvedProblems'
  | 'openProblems'
  | 'openProblemUnits'
  | 'worsenedProblems'
  | 'unverifiedProblems'
  | 'newProblems'
  | 'newProblemUnits'
  | 'reachable'
  | 'reachableItems'
  | 'unreadFiles'
  | 'readings'
  | 'settlements'
  | 'settledUnits'
  | 'appeals';

/** What a figure was computed from. */
export interface FigureSources {
  /** Canonical unit names. */
  units: string[];
  /** Item ids. */
  items: string[];
  /** Criterion ids, where it rests on single sentences of a clause. */
  criteria?: string[];
  fact?: string;
  /** The quarter it speaks of, where it is about reports or another quarter. */
  quarter?: string;
  /** Reading ids. */
  readings?: string[];
}

export interface Figure {
  measure: Measure;
  value: number;
  /** As it stands in the text, without its measure word. */
  display: string;
  sources: FigureSources;
}

export type Run = string | Figure;

export interface Heading {
  kind: 'heading';
  /** 1 一、 2 （一） */
  level: 1 | 2;
  text: string;
}

export interface Paragraph {
  kind: 'paragraph';
  runs: Run[];
  /** What is said below a table, on one page. */
  note?: boolean;
}

export interface Column {
  /** May have a line break. */
  title: string;
  /** Share of the table's width. */
  width: number;
  align: 'left' | 'center';
}

export interface Table {
  kind: 'table';
  caption?: string;
  columns: Column[];
  rows: Run[][][];
  /** Set in small type, as tables of many columns are. */
  small?: boolean;
}

/** Bars stacked on one another, a category a bar. */
export interface Chart {
  kind: 'chart';
  title: string;
  /** Where the axis ends; it starts at 0. */
  maximum?: number;
  categories: string[];
  series: { name: string; figures: Figure[] }[];
}

export type Block = Heading | Paragraph | Table | Chart;

export interface Annex {
  title: string;
  blocks: Block[];
  /** Its table is too wide for an upright page. */
  wide: boolean;
}

export interface Bulletin {
  /** The red mark at the head. */
  masthead: string;
  /** 宜政务通〔2023〕3号 */
  number?: string;
  title: string;
  recipients: string;
  body: Block[];
  annexes: Annex[];
  issuer: string;
  /** 2023年10月16日 */
  date: string;
  copyTo?: string;
}

/** Points that a unit had lost on an item, by one sentence of its clause or several together. */
export interface PreviousProblem {
  unit: string;
  item: string;
  criteria: string[];
  lost: number;
}

/** The result of an earlier quarter. */
export interface PreviousScores {
  /** 2023Q2 */
  quarter: string;
  scores: { unit: string; low: number; high: number }[];
  /** Unknown when only totals are known. */
  problems?: PreviousProblem[];
}

export interface BulletinOptions {
  /** 2023Q3 */
  quarter: string;
  issuer: string;
  /** ISO day of issue. */
  date: string;
  number?: string;
  /** Default: the issuer and 文件. */
  masthead?: string;
  /** Default: made from the rulebook's title and the quarter. */
  title?: string;
  /** Default: 各乡镇（街道）、各有关单位 */
  recipients?: string;
  copyTo?: string;
  previous?: PreviousScores;
}

/** What one unit is told about its points (扣分告知单): a page of its own. */
export interface Notice {
  unit: string;
  blocks: Block[];
}

export interface Notices {
  title: string;
  /** In the order of the units. */
  notices: Notice[];
  issuer: string;
  date: string;
}
