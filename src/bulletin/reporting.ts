import type { Scorecard, UnitReport } from '../assessment';
import type { ReportDate } from '../rulebook/model';

export type ReportState = 'onTime' | 'late' | 'notReceived' | 'notYetDue' | 'unrecorded';

export const REPORT_STATES: Record<ReportState, string> = {
  onTime: '按时报送',
  late: '逾期报送',
  notReceived: '未报送',
  notYetDue: '时限未到',
  unrecorded: '没有登记',
};

/** How one unit stands with the report of a quarter; without a record nothing is said about it. */
export function reportState(report: UnitReport | undefined, due: ReportDate | undefined, asOf: string): ReportState {
  if (!report) return 'unrecorded';
  if (report.received) return report.late ? 'late' : 'onTime';
  return due && due.due.slice(0, 10) > asOf ? 'notYetDue' : 'notReceived';
}

/** Units by how they stand with the report of a quarter. */
export function reportsOf(
  cards: Scorecard[],
  quarter: string,
  due: ReportDate | undefined,
  asOf: string,
): Record<ReportState, string[]> {
  const states: Record<ReportState, string[]> = {
    onTime: [],
    late: [],
    notReceived: [],
    notYetDue: [],
    unrecorded: [],
  };
  for (const card of cards) {
    const report = card.reports.find((candidate) => candidate.quarter === quarter);
    states[reportState(report, due, asOf)].push(card.unit);
  }
  return states;
}
