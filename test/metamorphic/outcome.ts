import { assess } from '../../src/assess/assess';
import rulebook from '../../src/rulebook/default';
import { toPoints } from '../../src/scoring/fraction';
import type { Snapshot } from '../../src/workbook/snapshot';

/** What comes of a workbook, with nothing in it of where the cells stand. */
export interface Outcome {
  facts: { [place: string]: unknown };
  scores: { [place: string]: string };
  reports: { [place: string]: string };
  /** Codes of the findings, and how often each comes. */
  findings: { [code: string]: number };
  questions: number;
}

export function outcome(workbook: Snapshot, asOf = '2023-09-30'): Outcome {
  const assessment = assess(rulebook, [{ file: workbook.file, sha256: '', snapshot: workbook }], { asOf });
  const result: Outcome = { facts: {}, scores: {}, reports: {}, findings: {}, questions: assessment.questions.length };
  for (const { unit, items, bonus, deductions, total, reports } of assessment.scorecards) {
    for (const score of [...items, bonus, deductions]) {
      const place = `${unit} ${score.item}`;
      result.scores[place] = `${score.state} ${toPoints(score.low)}–${toPoints(score.high)}`;
      for (const { fact, value } of score.facts) result.facts[`${place}.${fact}`] = value ?? '(没有值)';
    }
    result.scores[unit] = `${toPoints(total.low)}–${toPoints(total.high)}`;
    for (const { quarter, received, late } of reports) {
      result.reports[`${unit} ${quarter}`] = `${received ?? '未报送'} ${late ? '逾期' : '按时'}`;
    }
  }
  for (const { code } of assessment.findings) result.findings[code] = (result.findings[code] ?? 0) + 1;
  return result;
}
